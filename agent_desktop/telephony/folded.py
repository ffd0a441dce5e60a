"""Text as search compares it: no case, no accents."""

import unicodedata


def fold(text: str) -> str:
    """Lower case without accents; đ is d."""
    text = text.replace("\0", " ")
    if text.isascii():
        return text.lower()
    # Decomposed on both sides: ℡ becomes capital letters by it, and some letters grow marks when their case is folded.
    folded = unicodedata.normalize("NFKD", text).casefold().replace("đ", "d")
    return "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))
