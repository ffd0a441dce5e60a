"""Takes secrets out of everything that is logged or reported, in whatever form a URL, JSON or a repr gives them."""

import json
import logging
import re
import threading
from urllib.parse import quote, quote_plus

from agent_desktop.system.secrets import Secret

MASK = "•••"


class Redactor(logging.Filter):
    """A text cleaner, and a filter for log handlers that cleans message, arguments, exception and stack.

    Put it on handlers, not on loggers: a logger's filter does not see what its children log.
    """

    def __init__(self) -> None:
        super().__init__()
        self._forms: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self._lock = threading.Lock()

    def add(self, secret: Secret) -> None:
        """From now on `secret` is masked. Secrets that were replaced stay masked."""
        if not secret:
            return
        with self._lock:
            self._forms |= _forms(secret.reveal())
            longest_first = sorted(self._forms, key=len, reverse=True)
            self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def clean(self, text: str) -> str:
        return self._pattern.sub(MASK, text) if self._pattern else text

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            message = record.getMessage()
        except (TypeError, ValueError, KeyError):  # arguments that do not fit; logging would print them as they are
            message = f"{record.msg} {record.args}"
        record.msg, record.args = self.clean(message), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.clean(record.exc_text)
        if record.stack_info:
            record.stack_info = self.clean(record.stack_info)
        return True


def _forms(value: str) -> set[str]:
    escaped = {json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1], repr(value)[1:-1]}
    encoded = {quote(value, safe=""), quote(value), quote_plus(value)}
    lower = {re.sub("%[0-9A-F]{2}", lambda hexadecimal: hexadecimal[0].lower(), form) for form in encoded}
    return {value} | escaped | encoded | lower
