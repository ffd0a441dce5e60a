"""The page of the history that is shown, for paper and for PDF."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class PageLook:
    """The windows' own: the family of their font, and colours as "#16181D". `secondary` is for what explains, `line`
    divides, `ground` lies behind the headings.
    """

    font: str
    text: str
    secondary: str
    line: str
    ground: str


@dataclass(frozen=True, slots=True)
class CallPage:
    """`note` says what is on it, and what is not; `language` is that of all these words, as a code. Each row has as
    many cells as there are headings.
    """

    title: str
    note: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    language: str
    look: PageLook

    def to_json(self) -> bytes:
        """For another process."""
        return json.dumps(asdict(self)).encode("ascii")

    @classmethod
    def from_json(cls, text: bytes) -> "CallPage":
        """What `to_json` gave."""
        known = json.loads(text)
        rows = tuple(map(tuple, known["rows"]))
        return cls(**known | {"headings": tuple(known["headings"]), "rows": rows, "look": PageLook(**known["look"])})
