"""What others wrote (names, numbers, the PBX's words) where Qt would read more into it than text."""


def plain_tip(text: str) -> str:
    """The text as a tooltip that shows it as it is: Qt takes a tooltip with a "<" in it for rich text."""
    if "<" not in text and "&" not in text:
        return text
    from html import escape  # brings the names of 2,000 characters

    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>"


def plain_action(text: str) -> str:
    """The text as a button's or menu's, where "&" marks a key."""
    return text.replace("&", "&&")
