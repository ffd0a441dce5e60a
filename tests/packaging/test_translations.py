"""The translations, as packaging/translations.py keeps them with the source."""

import re
from pathlib import Path

import pytest
import translations
from translations import Texts

LANGUAGES = ("vi", "ms")


@pytest.fixture(scope="module")
def texts() -> Texts:
    return translations.texts_of_source()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing(texts: Texts, language: str) -> None:
    """Else run packaging/translations.py, and translate what it names."""
    assert [line for line in translations.problems(texts) if line.startswith(f"{language}: ")] == []


def test_the_desks_sentences_are_listed_for_the_windows(texts: Texts) -> None:
    assert translations.SENTENCES.read_text(encoding="utf-8") == translations.sentences_module(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_mnemonics_and_edges_agree(language: str) -> None:
    known = translations.read(language)
    assert len(known) > 1000
    for (context, text), translated in known.items():
        assert _places(text) == _places(translated), (context, text)
        assert re.findall(r"{\w+}", text) == re.findall(r"{\w+}", translated), (context, text)
        assert ("&" in text) == ("&" in translated), (context, text)
        for edge in (r"^\s*", r"\s*$", r"[…▾:]?$"):
            assert re.findall(edge, text)[0] == re.findall(edge, translated)[0], (context, text)


def _places(text: str) -> list[str]:
    return sorted(re.findall(r"%\d", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_what_the_written_one_gives(language: str, tmp_path: Path) -> None:
    translations.compile_to(language, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == (translations.FOLDER / f"{language}.qm").read_bytes()


def test_texts_are_found_wherever_they_stand(texts: Texts) -> None:
    assert "Now" in texts["MainWindow"], "self.tr"
    assert "just now" in texts["wording"], "a module's own function"
    assert "Incoming" in texts["wording"], "noted for later"
    assert "On a call" in texts["status"], "QCoreApplication.translate"
    assert "The setting %1 cannot be %2." in texts["desk"], "from below the windows, with places"
    assert "%1 call-backs are due." in texts["desk"], "a place first"
    assert not [text for text in texts["desk"] if text.endswith(" ?")], "no query of the database"
