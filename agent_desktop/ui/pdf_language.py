"""Tells a PDF's language, and that its title is to be shown: Qt does not write either. Pure."""

import re

_CATALOG = re.compile(rb"\n(\d+) 0 obj\n<<\s*/Type /Catalog(.*?)>>\s*endobj", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)


def with_language(pdf: bytes, language: str) -> bytes:
    """The document, its language known to whoever reads it aloud ("vi"): the catalogue follows once more at its end,
    as the format provides (ISO 32000-1, 7.5.6). As it came where its shape is another one.
    """
    catalog, trailer = _CATALOG.search(pdf), _TRAILER.search(pdf)
    if catalog is None or trailer is None:
        return pdf
    said = b" /Lang (%b) /ViewerPreferences << /DisplayDocTitle true >>" % language.encode("ascii")
    number, entries = catalog[1], catalog[2]
    added = b"%b 0 obj\n<< /Type /Catalog%b%b >>\nendobj\n" % (number, entries.rstrip(), said)
    table = b"xref\n%b 1\n%010d 00000 n \n" % (number, len(pdf))
    end = b"trailer\n<<%b/Prev %b >>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], len(pdf) + len(added))
    return pdf + added + table + end
