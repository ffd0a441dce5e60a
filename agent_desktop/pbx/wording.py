"""The PBX's own words, made fit to show: one plain, bounded line that holds no markup and no key."""

import json
import re
from urllib.parse import quote, quote_plus

from agent_desktop.pbx.fields import read_text

WORDS_LIMIT = 200
_PAGE_LIMIT = 4096
_SOURCE_LIMIT = 65_536

_UNSEEN = re.compile(r"<(script|style|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


def shown(text: str, key: str = "") -> str:
    """`text` as people may see it: at most `WORDS_LIMIT` characters, without markup, control characters and `key`."""
    text = redacted(text[:_SOURCE_LIMIT], key)[:_PAGE_LIMIT]
    text = _TAG.sub(" ", _UNSEEN.sub(" ", text))
    import html  # the names of 2,000 characters, for an error page alone

    text = _TAG.sub(" ", html.unescape(text))
    text = redacted(read_text(" ".join(text.split()), _PAGE_LIMIT), key)
    return text if len(text) <= WORDS_LIMIT else text[: WORDS_LIMIT - 1].rstrip() + "…"


def redacted(text: str, key: str) -> str:
    """`text` without `key` in any spelling in which an answer may echo it: plain, in a URL, in HTML, in JSON."""
    if not key:
        return text
    from html import escape

    spellings = {key, quote(key, safe=""), quote(key), quote_plus(key), escape(key), json.dumps(key)[1:-1]}
    spellings |= {spelling.replace("/", "\\/") for spelling in spellings}
    longest_first = sorted(spellings, key=len, reverse=True)
    return re.sub("|".join(re.escape(spelling) for spelling in longest_first), "[key]", text, flags=re.IGNORECASE)
