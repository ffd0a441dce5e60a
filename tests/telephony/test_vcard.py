from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.telephony import vcard
from agent_desktop.telephony.contact import Contact, ContactNumber, ReadContacts, tidied
from agent_desktop.telephony.number_plan import DialRules
from agent_desktop.telephony.vcard import looks_like_vcard
from tests.telephony.test_contact_csv import made


def read_vcards(data: bytes) -> ReadContacts:
    return vcard.read_vcards(data, DialRules())


def one(*lines: str, encoding: str = "utf-8") -> Contact:
    found = read_vcards("\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""]).encode(encoding))
    assert not found.problems
    return found.contacts[0]


def test_a_card_of_an_old_phone() -> None:
    contact = one(
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nguy=E1=BB=85n;Hoa;Th=E1=BB=8B",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nguy=E1=BB=85n=",
        "=20Th=E1=BB=8B Hoa",
        "TEL;CELL;PREF:0938363739",
        "TEL;WORK;VOICE:+842838234567",
        "NOTE;ENCODING=QUOTED-PRINTABLE:two=0D=0Alines",
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ",
        " SkZJRg==",
        "",
        "X-ODD:x",
    )
    assert contact == Contact(
        "Nguyễn Thị Hoa",
        "",
        (ContactNumber("0938363739", "mobile"), ContactNumber("+842838234567", "work")),
        note="two\nlines",
    )


def test_several_numbers_of_a_line_are_told_apart_and_what_is_none_is_said() -> None:
    card = b"BEGIN:VCARD\r\nFN:Ann\r\nTEL;CELL:0901111113/0901111114\r\nTEL:call me\r\nTEL:\r\nEND:VCARD\r\n"
    found = read_vcards(b"\r\n" + card)
    assert found.contacts[0].numbers == (ContactNumber("0901111113", "mobile"), ContactNumber("0901111114", "mobile"))
    assert [(problem.line, "number" in problem.reason) for problem in found.problems] == [(2, True)]


def test_a_card_of_an_address_book() -> None:
    contact = one(
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//macOS//EN",
        r"FN:Lee\, Ann",
        "N:Lee;Ann;;;",
        r"ORG:Acme\; Sons;Sales",
        "item1.TEL;type=pref:(02) 123 4567",
        "item1.X-ABLabel:_$!<Assistant>!$_",
        'TEL;TYPE="work,fax";VALUE=text:0212345',
        r"NOTE:long\nno",
        " te",
        "CATEGORIES:vip,Gold customer",
        "URL;TYPE=WORK:https://crm.example.com/1",
    )
    assert contact == Contact(
        "Lee, Ann",
        "Acme; Sons, Sales",
        (ContactNumber("(02) 123 4567", "Assistant"), ContactNumber("0212345", "fax")),
        ("vip", "Gold customer"),
        "long\nnote",
        "https://crm.example.com/1",
    )


def test_a_card_of_version_4_and_one_without_a_written_name() -> None:
    contact = one("VERSION:4.0", "FN:Ann", "TEL;VALUE=uri;TYPE=cell:tel:+84-938-363-739;ext=5")
    assert contact.numbers == (ContactNumber("+84-938-363-739 ext. 5", "mobile"),)
    assert one("VERSION:2.1", "N:Lee;Ann;B.;;").name == "Ann B. Lee"
    assert one("VERSION:3.0", "FN;CHARSET=windows-1258:Hoà", encoding="cp1258").name == "Hoà"


def test_a_character_that_a_fold_cuts_in_two_is_whole() -> None:
    whole = "BEGIN:VCARD\r\nFN:Hoa Ánh\r\nEND:VCARD\r\n".encode()
    cut = whole.index("Á".encode()) + 1
    assert read_vcards(whole[:cut] + b"\r\n " + whole[cut:]).contacts[0].name == "Hoa Ánh"


def test_one_bad_card_does_not_stop_the_rest() -> None:
    good = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n"
    found = read_vcards(
        (
            good
            + "BEGIN:VCARD\nTEL:0123456\nEND:VCARD\n"  # line 5: nobody
            + "BEGIN:VCARD\nFN;CHARSET=martian:x\nEND:VCARD\n"  # 8
            + "BEGIN:VCARD\nFN:Half\n"  # 11: no end
            + "BEGIN:VCARD\nFN:Odd\nthis is no property\nEND:VCARD\n"  # 13
            + good
            + "BEGIN:VCARD\nFN:Cut"  # 21
        ).encode()
    )
    assert [contact.name for contact in found.contacts] == ["Ann", "Ann"]
    assert [problem.line for problem in found.problems] == [5, 8, 11, 13, 21]


def test_an_assistants_card_inside_belongs_to_nobody() -> None:
    assert one("FN:Boss", "AGENT:", "BEGIN:VCARD", "FN:Assistant", "END:VCARD", "TEL:0123456").name == "Boss"


def test_a_file_of_cards_is_told_from_a_table() -> None:
    card = "BEGIN:VCARD\r\nFN:x\r\nEND:VCARD"
    assert all(looks_like_vcard(card.encode(encoding)) for encoding in ("utf-8", "utf-8-sig", "utf-16"))
    assert not looks_like_vcard(b"name,phone\n")
    assert read_vcards(card.encode("utf-16")).contacts == (Contact("x"),)


@given(st.lists(made, max_size=4))
def test_what_is_written_reads_back(contacts: list[Contact]) -> None:
    kept = tuple(one for contact in contacts if (one := tidied(contact)).shown)
    written = "".join(vcard.written(kept))
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert read_vcards(written.encode()).contacts == kept


@given(st.binary(max_size=300) | st.text('BEGIN:VCARD\nFNTEL;="\\0123\r ', max_size=300).map(str.encode))
def test_no_file_makes_it_fail(data: bytes) -> None:
    for whole in (data, b"BEGIN:VCARD\n" + data + b"\nEND:VCARD\n"):
        assert all(contact.shown for contact in read_vcards(whole).contacts)
