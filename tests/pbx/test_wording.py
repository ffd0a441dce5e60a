import pytest

from agent_desktop.errors import PbxRefused
from agent_desktop.pbx.answers import Answer, read_done
from agent_desktop.pbx.wording import WORDS_LIMIT, shown


def test_a_key_is_not_half_shown_where_the_words_are_cut() -> None:
    key = "0123456789abcdef"
    for lead in range(WORDS_LIMIT - 30, WORDS_LIMIT + 5):
        assert "0123" not in shown("x" * lead + " " + key + " and more", key)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<p>a &amp;lt;b&amp;gt;</p>", "a &lt;b&gt;"),
        ("&lt;img src=x&gt; a", "a"),
        ("<style>p {}</style><head><title>t</title></head>a", "a"),
        ("a\r\n\tb\x07\u202ec", "a bc"),
        ("1 < 2", "1 < 2"),
    ],
)
def test_words_are_plain(text: str, line: str) -> None:
    assert shown(text) == line


def test_words_are_bounded() -> None:
    assert len(shown("word " * 100_000)) <= WORDS_LIMIT
    assert shown("x" * WORDS_LIMIT) == "x" * WORDS_LIMIT
    with pytest.raises(PbxRefused) as caught:
        read_done(Answer(200, b'{"error": "' + b"x" * 1_000_000 + b'"}'))
    assert len(caught.value.title) < WORDS_LIMIT + 60
