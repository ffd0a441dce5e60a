import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agent_desktop.system.desktop_entry import (
    ADDED,
    DEFAULTS,
    desktop_entry,
    entries,
    entry_name,
    exec_line,
    with_first,
    without,
)

TEL = "x-scheme-handler/tel"
LIST = """# chosen by hand
[Default Applications]
text/html=firefox.desktop
x-scheme-handler/tel=phone.desktop;old.desktop

[Added Associations]
image/png=gimp.desktop;viewer.desktop;
"""

lines = st.sampled_from(
    f"""
# note
[Default Applications]
[Added Associations]
[Other]
 [x]
[
a=b.desktop
broken
{TEL}=other.desktop
{TEL}=ours.desktop;x.desktop;
{TEL} = y.desktop
{TEL}=
# {TEL}=z""".split("\n")
)
texts = st.builds(lambda parts, end: "\n".join(parts) + end, st.lists(lines, max_size=12), st.sampled_from(["", "\n"]))


def test_the_first_is_put_first_and_the_rest_stays() -> None:
    assert with_first(LIST, DEFAULTS, TEL, "ours.desktop") == LIST.replace(
        "tel=phone.desktop;old.desktop", "tel=ours.desktop;phone.desktop;old.desktop;"
    )
    assert with_first(LIST, ADDED, TEL, "ours.desktop") == LIST.replace(
        "[Added Associations]\n", f"[Added Associations]\n{TEL}=ours.desktop;\n"
    )
    assert with_first("", DEFAULTS, TEL, "ours.desktop") == f"[Default Applications]\n{TEL}=ours.desktop;\n"
    assert with_first("[A]\nb=c", DEFAULTS, TEL, "o") == f"[A]\nb=c\n\n[Default Applications]\n{TEL}=o;\n"


def test_what_was_added_can_be_taken_back() -> None:
    ours = with_first(LIST, DEFAULTS, TEL, "ours.desktop")
    assert entries(without(ours, DEFAULTS, TEL, "ours.desktop"), DEFAULTS, TEL) == ["phone.desktop", "old.desktop"]
    alone = with_first(LIST, ADDED, TEL, "ours.desktop")
    assert without(alone, ADDED, TEL, "ours.desktop") == LIST


@given(texts, st.sampled_from([DEFAULTS, ADDED]))
@example("[Default Applications]", DEFAULTS)
def test_any_list_is_changed_in_its_one_line_only(text: str, group: str) -> None:
    changed = with_first(text, group, TEL, "ours.desktop")
    assert entries(changed, group, TEL)[0] == "ours.desktop"
    assert set(entries(text, group, TEL)) <= set(entries(changed, group, TEL))
    assert with_first(changed, group, TEL, "ours.desktop") == changed
    back = without(changed, group, TEL, "ours.desktop")
    assert "ours.desktop" not in entries(back, group, TEL)
    for other in {DEFAULTS, ADDED} - {group}:
        assert entries(back, other, TEL) == entries(text, other, TEL)

    def kept(whole: str) -> list[str]:
        return [line for line in whole.split("\n") if line and "tel" not in line and line != f"[{group}]"]

    assert kept(back) == kept(text)


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (["/usr/bin/agent-desktop", "dial"], "/usr/bin/agent-desktop dial"),
        (["/opt/my app/run", ""], '"/opt/my app/run" ""'),
        (["100%"], "100%%"),
        (['a$b`c"d\\e'], '"a\\\\$b\\\\`c\\\\"d\\\\\\\\e"'),
    ],
)
def test_a_command_is_quoted_as_the_specification_says(command: list[str], line: str) -> None:
    assert exec_line(command) == line


@settings(max_examples=50)
@given(st.lists(st.text(st.sampled_from("a \\\"'`$~|&;<>()*?#{}ệ-="), max_size=6), min_size=1, max_size=6))
def test_a_quoted_command_is_taken_apart_again_as_it_was(command: list[str]) -> None:
    line = exec_line(["printf", "%s\\0", *command]).replace("%%", "%").replace("\\\\", "\\")
    printed = subprocess.run(["sh", "-c", line], capture_output=True, check=True).stdout.decode()
    assert printed.split("\0") == [*command, ""]


def test_an_entry_has_a_name_and_a_command() -> None:
    entry = desktop_entry("Agent Desktop", ["run it"], "%u", {"NoDisplay": "true"})
    assert entry.startswith("[Desktop Entry]\nType=Application\nName=Agent Desktop\n")
    assert 'Exec="run it" %u\n' in entry
    assert entry.endswith("NoDisplay=true\n")
    assert (
        entry_name("[Desktop Entry]\nName[vi]=Điện thoại\nName = Phone \n[Desktop Action new]\nName=New\n") == "Phone"
    )
    assert entry_name("") == ""
