import asyncio
import json
from pathlib import Path

import pytest

from agent_desktop.desk.control import Control
from agent_desktop.desk.number_reading import NumbersReadAnew
from agent_desktop.telephony.contact import ContactQuery
from tests.desk.running_desk import running_desk

TWICE = "Name,Phone\nHoa,0938363739\nBo,0912000003\nBo's office,0912 000 003\nBo,0912000004\n"
TABLE = "Name,Phone,VIP\nNguyễn Thị Hoa,0938363739,x\nAnn,0912000001,\n,0912000002,\n"


def table(folder: Path, text: str = TABLE) -> str:
    file = folder / "in.csv"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_contacts_are_added_found_and_removed(agent_desktop) -> None:
    added = agent_desktop("contacts", "add", "--name", "Ann", "--number", "0912 000 001=mobile", "--vip", "--json")
    kept = json.loads(added.out)
    assert kept["numbers"] == [{"number": "0912 000 001", "label": "mobile"}]
    assert agent_desktop("contacts", "list", "+84912000001").out.split() == [
        str(kept["id"]), "Ann", "0912", "000", "001", "(mobile)", "VIP"
    ]  # fmt: skip
    assert [row["name"] for row in json.loads(agent_desktop("contacts", "list", "--vip", "--json").out)] == ["Ann"]
    assert agent_desktop("contacts", "remove", str(kept["id"])).out == "Removed: 1.\n"
    gone = agent_desktop("contacts", "list")
    assert (gone.out, gone.err) == ("", "There are no contacts.\n")
    assert agent_desktop("contacts", "list", "x").err == "No contact fits.\n"


def test_a_contact_that_is_not_there_is_named(agent_desktop) -> None:
    kept = json.loads(agent_desktop("contacts", "add", "--name", "Ann", "--number", "0912000001", "--json").out)
    nobody = agent_desktop("contacts", "remove", "99")
    assert (nobody.code, nobody.out) == (2, "")
    assert nobody.err == "No contact has the id 99. Look for the ids with 'agent-desktop contacts list'.\n"
    some = agent_desktop("contacts", "remove", "98", str(kept["id"]), "99", "99", "--json")
    assert (some.code, some.err) == (2, "No contact has the id 98, 99. The others were removed.\n")
    assert agent_desktop("contacts", "list", "--json").out == "[]\n"


def test_what_is_kept_without_the_program_is_read_anew_by_it_under_another_country(agent_desktop) -> None:
    """A change there and back is noticed, too: what was kept in between has other keys."""
    for country, number in (("VN", "0912000001"), ("MY", "0912000002"), ("VN", "0912000003")):
        assert agent_desktop("setup", "--set", f"dial.country={country}").code == 0
        assert agent_desktop("contacts", "add", "--name", "Ann", "--number", number).code == 0

    async def run() -> None:
        async with running_desk(agent_desktop.profile.root) as desk:
            await desk.until(lambda: NumbersReadAnew() in desk.told)
            assert await desk.service.features.contacts.find("84912000002") is not None

    asyncio.run(run())


def test_what_is_no_contact_is_a_usage_error(agent_desktop) -> None:
    assert agent_desktop("contacts", "add", "--number", "0912").code == 2
    assert agent_desktop("contacts", "add", "--name", "x", "--link", "file:///etc").code == 2
    assert agent_desktop("contacts").code == 2
    assert agent_desktop("contacts", "remove", "x").code == 2


def test_a_file_is_taken_in_and_told_what_is_left_out(agent_desktop, tmp_path: Path) -> None:
    seen = json.loads(agent_desktop("contacts", "import", table(tmp_path), "--dry-run", "--json").out)
    assert (seen["contacts"], seen["there"], [one["line"] for one in seen["problems"]]) == (2, 0, [4])
    assert agent_desktop("contacts", "list").out == ""
    told = agent_desktop("contacts", "import", table(tmp_path))
    assert told.out.startswith("2 added, 0 completed, 0 left as they were\nline 4: ")
    again = json.loads(agent_desktop("contacts", "import", table(tmp_path), "--duplicates", "merge", "--json").out)
    assert (again["added"], again["skipped"]) == (0, 2)
    assert agent_desktop("contacts", "import", str(tmp_path / "none.csv")).code == 2


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--json",)])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Colour,Phone\nred,0938363739\n", "Line 1: No column is the name or the company."),
        ("Name,Phone\n,0938363739\n", "Line 2: There is neither a name nor a company."),
        ("Name,Phone\n", "Write a row for each contact."),
        ("", "The file is empty."),
    ],
)
def test_a_file_without_a_contact_is_exit_2(agent_desktop, tmp_path: Path, text, said, more) -> None:
    done = agent_desktop("contacts", "import", table(tmp_path, text), *more)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_dry_run_tells_what_the_import_will_do_and_which_lines_are_left(agent_desktop, tmp_path: Path) -> None:
    agent_desktop("contacts", "import", table(tmp_path))
    file = table(tmp_path, TWICE)
    seen = agent_desktop("contacts", "import", file, "--dry-run").out.splitlines()
    assert seen == [
        "4 can be read, 1 is there already, 2 repeat earlier lines,"
        " 1 would be added, 0 would be completed, 3 would be left as they are",
        "line 2: Hoa: the same number as Nguyễn Thị Hoa",
        "line 4: Bo's office: the same number as Bo in line 3",
        "line 5: Bo: the same name and company as Bo in line 3",
    ]
    assert agent_desktop("contacts", "import", file).out.splitlines() == [
        "1 added, 0 completed, 3 left as they were",
        *seen[1:],
    ]


def test_what_is_exported_is_imported_again(agent_desktop, tmp_path: Path) -> None:
    def listed() -> list[dict[str, object]]:
        rows = json.loads(agent_desktop("contacts", "list", "--json").out)
        return [{name: value for name, value in row.items() if name != "id"} for row in rows]

    agent_desktop("contacts", "import", table(tmp_path))
    before = listed()
    for name in ("out.csv", "out.vcf"):
        assert agent_desktop("contacts", "export", str(tmp_path / name)).out.startswith("2 written to ")
        ids = [row["id"] for row in json.loads(agent_desktop("contacts", "list", "--json").out)]
        agent_desktop("contacts", "remove", *map(str, ids))
        agent_desktop("contacts", "import", str(tmp_path / name))
        assert listed() == before
    assert agent_desktop("contacts", "export", str(tmp_path / "out.doc")).code == 2


def test_the_running_program_does_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with running_desk(tmp_path / "profile") as desk:
            control = Control(desk.service, lambda: None)
            values: dict[str, object] = {
                "name": "Ann",
                "company": "",
                "numbers": ["0912000001"],
                "tags": [],
                "note": "",
                "link": "",
            }
            kept = await control.answer("contact-add", values)
            assert isinstance(kept, dict)
            args = {"path": table(tmp_path), "duplicates": "merge", "dry_run": False}
            told = await control.answer("contact-import", args)
            assert told == {
                "added": 1,
                "merged": 0,
                "skipped": 1,
                "left": [{"line": 3, "name": "Ann", "number": "0912000001", "other": "Ann", "other_line": 0}],
                "problems": [{"line": 4, "reason": "There is neither a name nor a company."}],
            }
            assert await control.answer("contact-export", {"path": str(tmp_path / "x.vcf")}) == {
                "file": str(tmp_path / "x.vcf"),
                "contacts": 2,
            }
            assert await control.answer("contact-remove", {"ids": [kept["id"]]}) == {"removed": 1}
            assert (await desk.service.features.contacts.page(ContactQuery())).total == 1

    asyncio.run(run())
