import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agent_desktop.telephony import contact_csv
from agent_desktop.telephony.contact import Contact, ContactNumber, tidied
from agent_desktop.telephony.contact_csv import Field, Mapping, contacts_of, read_table
from agent_desktop.telephony.number_plan import DialRules


def read(text: str | bytes, mapping: Mapping | None = None):
    data = text.encode() if isinstance(text, str) else text
    table = read_table(data, mapping)
    return table, contacts_of(table, DialRules())


def names(found) -> list[str]:
    return [contact.name for contact in found.contacts]


def numbers(found) -> list[list[str]]:
    return [[one.number for one in contact.numbers] for contact in found.contacts]


VIETNAMESE = "Họ và tên;Công ty;SĐT;Ghi chú\r\nNguyễn Thị Hoà;Cty Ánh Dương;0938 363 739;gọi sáng\r\n"
HOA = Contact("Nguyễn Thị Hoà", "Cty Ánh Dương", (ContactNumber("0938 363 739"),), note="gọi sáng")


def windows_vietnamese(text: str) -> bytes:
    """As Windows' Vietnamese code page has it: a tone is a character behind its vowel."""
    out = bytearray()
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            base, tone = TONES[char]
            out += (base + tone).encode("cp1258")
    return bytes(out)


TONES = {"ọ": ("o", "\u0323"), "ễ": ("ê", "\u0303"), "ị": ("i", "\u0323"), "à": ("a", "\u0300"), "ò": ("o", "\u0300")}


def test_every_programs_encoding_is_read() -> None:
    for data in (
        VIETNAMESE.encode("utf-8"),
        VIETNAMESE.encode("utf-8-sig"),
        VIETNAMESE.encode("utf-16"),
        b"\xfe\xff" + VIETNAMESE.encode("utf-16-be"),
        VIETNAMESE.encode("utf-16-le"),
        windows_vietnamese(VIETNAMESE),
    ):
        table, found = read(data)
        assert found.contacts == (HOA,), table.mapping
        assert not found.problems


def test_western_text_of_windows_is_not_taken_for_vietnamese() -> None:
    assert names(read("Name,Phone\nJosé Müller,0123456\nZoë Façade,0123457".encode("cp1252"))[1]) == [
        "José Müller",
        "Zoë Façade",
    ]


def test_a_chosen_encoding_wins() -> None:
    table, found = read(VIETNAMESE.encode("utf-8"), Mapping((), True, ";", "cp1252"))
    assert table.mapping.encoding == "cp1252"
    assert names(found) != [HOA.name]


def test_delimiters_are_found() -> None:
    for delimiter in (",", ";", "\t", "|"):
        text = f'name{delimiter}phone\n"Lee, Ann; x|y"{delimiter}0123456789\nBo{delimiter}0123456780\n'
        assert names(read(text)[1]) == ["Lee, Ann; x|y", "Bo"], delimiter
    assert names(read("sep=;\nname;phone\nA, B;0123456\n")[1]) == ["A, B"]


def test_headings_of_three_languages_are_understood() -> None:
    cases = {
        "Full Name,Company,Mobile Phone,Work Phone,Category,Notes,Website": "name company number number tags note link",
        "Tên khách hàng,Công ty,Số điện thoại,Nhóm,VIP,Ghi chú": "name company number tags vip note",
        "Nama Pelanggan,Syarikat,No. Telefon,Kumpulan,Catatan": "name company number tags note",
        "First Name,Last Name,Phone 1 - Value,Phone 1 - Label,Shoe size": "name name number label ",
        "Họ,Tên,Di động": "name name number",
        "Name,Given Name,Family Name,Organization 1 - Name,Phone 2 - Value": "name   company number",
    }
    for heading, fields in cases.items():
        table, _ = read(f"{heading}\n" + ",".join("x" * (heading.count(",") + 1)))
        assert " ".join(table.mapping.fields) == fields, heading


def test_a_table_without_headings_is_read_by_its_content() -> None:
    table, found = read("0938363739;Hoa;Cty A\n0938363740;Lan;Cty B\n")
    assert not table.mapping.has_header
    assert (names(found), numbers(found)) == (["Hoa", "Lan"], [["0938363739"], ["0938363740"]])


def test_a_changed_mapping_is_obeyed() -> None:
    mapping = Mapping((Field.IGNORE, Field.COMPANY, Field.NAME, Field.NUMBER), True, ",", "utf-8")
    _, found = read("name,b,c,d\nwrong,Acme,Bo,0123456789\n", mapping)
    assert found.contacts == (Contact("Bo", "Acme", (ContactNumber("0123456789"),)),)


def test_a_cell_with_line_breaks_and_quotation_marks_is_one_cell() -> None:
    _, found = read('name,note,phone\n"Ann ""the boss"" Lee","one\ntwo",0123456789\nAnh "Ba,x,0123456780\n')
    assert [(one.name, one.note) for one in found.contacts] == [('Ann "the boss" Lee', "one\ntwo"), ('Anh "Ba', "x")]


def test_a_bad_row_is_told_with_its_line_and_costs_no_other() -> None:
    _, found = read(
        "name,phone\nAnn,0123456789\n,0123\n"
        '"never closed,0123\nBo,0123456780\n"stray\nx"mark,1\nDamaged,8.49E+10\nCy,call me\nDi,0123456781\n'
    )
    assert names(found) == ["Ann", "Bo", 'x"mark', "Damaged", "Cy", "Di"]
    lines = {problem.line: problem.reason for problem in found.problems}
    assert "neither a name" in lines[3]
    assert "quotation mark" in lines[4].lower()
    assert "do not fit" in lines[6]
    assert "rounded" in lines[8]
    assert "no number" in lines[9]
    assert 10 not in lines


def test_a_cell_may_hold_several_numbers_and_a_column_names_them() -> None:
    _, found = read("name,mobile,work phone\nAnn,0123456789 / 0123456780;0123456781,028 3823 4567\n")
    assert [(one.number, one.label) for one in found.contacts[0].numbers] == [
        ("0123456789", "mobile"),
        ("0123456780", "mobile"),
        ("0123456781", "mobile"),
        ("028 3823 4567", "work"),
    ]


@pytest.mark.parametrize("between", ["/", " / ", "\u00a0/\u00a0", " - ", "-", " or ", " hoặc ", " & ", "+", " ", "\n"])
def test_numbers_in_a_cell_are_told_apart_however_they_are_written(between: str) -> None:
    _, found = read(f'name,mobile\nAnn,"0901111113{between}0901111114"\n')
    assert [(one.number.lstrip("+"), one.label) for one in found.contacts[0].numbers] == [
        ("0901111113", "mobile"),
        ("0901111114", "mobile"),
    ]
    assert not found.problems


@pytest.mark.parametrize(
    "one",
    ["0901 111 113", "(028) 3823-4567", "+84 901 111 113", "0901111113 x12", "0901 111 113/14", "101", "*97"],
)
def test_one_number_stays_as_it_is_written(one: str) -> None:
    assert numbers(read(f"name,phone\nAnn,{one}\n")[1]) == [[one]]


@pytest.mark.parametrize("none", ["101/102", "2024-01-05", "192.168.1.1", "INV-0012", "1.500.000"])
def test_digits_that_are_no_number_are_told_and_kept(none: str) -> None:
    _, found = read(f"name,phone\nAnn,{none}\n")
    assert numbers(found) == [[none]]
    assert [(problem.line, "none that can be called" in problem.reason) for problem in found.problems] == [(2, True)]


def test_vip_is_a_column_or_a_tag() -> None:
    _, found = read("name,vip,tags\nAnn,x,\nBo,no,vip;gold\nCy,,silver\n")
    assert [(one.is_vip, one.tag) for one in found.contacts] == [(True, "VIP"), (True, "VIP"), (False, "silver")]


def test_the_star_of_googles_groups_is_no_part_of_them() -> None:
    _, found = read("Name,Group Membership,Tags\nAnn,* myContacts ::: * friends ::: gold,* 0\n")
    assert found.contacts[0].tags == ("myContacts", "friends", "gold", "* 0")


def test_what_is_written_is_no_formula() -> None:
    evil = Contact("=cmd|'/c calc'!A1", "@SUM(1)", (ContactNumber("+84 938"), ContactNumber("+84938")), note="-1+1")
    table = "".join(contact_csv.written([evil], 2))
    cells = contact_csv.read_table(table.encode()).rows[0][1]
    assert [cell[:1] for cell in cells[:3]] == ["'", "'", "'"]
    assert cells[4] == "+84938"
    assert read(table)[1].contacts == (evil,)


text = st.text(st.characters(codec="utf-8"), max_size=20)
made = st.builds(
    Contact,
    text,
    text,
    st.lists(
        st.builds(ContactNumber, st.from_regex(r"[+(]?[0-9][0-9 ()-]{1,12}", fullmatch=True), text), max_size=3
    ).map(tuple),
    st.lists(text, max_size=3).map(tuple),
    text,
    st.sampled_from(["", "https://crm.example.com/c?id=1&x=2"]),
)


@given(st.lists(made, max_size=5))
@example([Contact("Ann", tags=("*;0",))])
@example([Contact("'=x"), Contact("''=x", note='a"b\n,;')])
def test_what_is_written_reads_back(contacts: list[Contact]) -> None:
    kept = tuple(one for contact in contacts if (one := tidied(contact)).shown)
    whole = "".join(contact_csv.written(kept, 3))
    if kept:
        assert read(whole)[1].contacts == kept


@given(st.binary(max_size=400) | st.text('ab,;"\n=0123456789', max_size=400).map(str.encode))
def test_no_file_makes_it_fail(data: bytes) -> None:
    _, found = read(data)
    assert all(contact.shown for contact in found.contacts)
