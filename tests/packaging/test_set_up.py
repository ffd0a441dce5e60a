import sys
from pathlib import Path

import set_up


def test_every_tool_has_a_package_of_every_manager() -> None:
    assert {len(packages) for packages in set_up.TEST_TOOLS.values()} == {len(set_up.MANAGERS)}


def test_the_command_to_run_is_one_line_for_the_shell() -> None:
    apt = set_up.MANAGERS[0]
    assert set_up.command_for(apt, ["libgl1", "a b"]) == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 'a b'"
    )


def test_a_command_that_is_not_there_does_not_answer() -> None:
    assert not set_up.answers(["no-such-program-here"])


def test_an_environment_that_works_is_kept() -> None:
    this = Path(sys.prefix)
    assert set_up.make_environment(this) == set_up.environment_python(this)


def test_a_broken_environment_is_not_taken_for_a_working_one(tmp_path: Path) -> None:
    assert not set_up._is_usable(set_up.environment_python(tmp_path))
