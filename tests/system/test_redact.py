import io
import json
import logging
import re
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.system.redact import MASK, Redactor
from agent_desktop.system.secrets import Secret

KEY = 'k/3y+ "ß%'

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
keys = st.text(st.characters(exclude_categories=["Cs"]), min_size=6, max_size=30).filter(lambda key: "•" not in key)


@pytest.fixture
def written() -> Iterator[tuple[logging.Logger, io.StringIO, Redactor]]:
    redactor = Redactor()
    redactor.add(Secret(KEY))
    output = io.StringIO()
    handler = logging.StreamHandler(output)
    handler.addFilter(redactor)
    logger = logging.getLogger("test.redact")
    logger.propagate = False
    logger.addHandler(handler)
    yield logger, output, redactor
    logger.removeHandler(handler)


@given(texts, keys, texts)
def test_no_form_of_a_secret_is_left(before: str, key: str, after: str) -> None:
    redactor = Redactor()
    redactor.add(Secret(key))
    quoted = quote(key, safe="")
    lower = re.sub("%..", lambda encoded: encoded[0].lower(), quoted)
    for form in (key, quoted, lower, quote(key), quote_plus(key), json.dumps(key)[1:-1], repr(key)[1:-1]):
        assert form not in redactor.clean(f"{before}{form}{after}")


def test_without_secrets_a_text_stays_as_it_is() -> None:
    redactor = Redactor()
    redactor.add(Secret(""))
    assert redactor.clean("a text") == "a text"


def test_a_secret_within_another_leaves_nothing_of_either() -> None:
    redactor = Redactor()
    redactor.add(Secret("abcd"))
    redactor.add(Secret("abcdefgh"))
    assert redactor.clean("abcdefgh abcd") == f"{MASK} {MASK}"


def test_messages_arguments_and_exceptions_are_clean(
    written: tuple[logging.Logger, io.StringIO, Redactor],
) -> None:
    logger, output, _ = written
    logger.warning("GET https://pbx/dial/key/%s/x", quote(KEY, safe=""))
    logger.warning("opened %(key)s", {"key": KEY})
    logger.warning("%r", Secret(KEY))
    logger.warning(f"inline {KEY}", stack_info=True)  # noqa: G004 - the worst case
    try:
        raise ValueError(f"the PBX said {KEY}")
    except ValueError:
        logger.exception("failed")
    text = output.getvalue()
    assert KEY not in text
    assert quote(KEY, safe="") not in text
    assert text.count(MASK) == 5
    assert "ValueError: the PBX said" in text


def test_arguments_that_do_not_fit_are_written_clean_and_print_nothing(
    written: tuple[logging.Logger, io.StringIO, Redactor], capsys: pytest.CaptureFixture[str]
) -> None:
    logger, output, _ = written
    logger.warning("two %s %s", KEY)  # noqa: PLE1206 - the mistake is the test
    assert KEY not in output.getvalue()
    assert "two %s %s" in output.getvalue()
    assert capsys.readouterr().err == ""
