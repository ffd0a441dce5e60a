"""A report for whoever helps: what the doctor says, the settings, figures and the log, without customers or secrets."""

import asyncio
import json
import os
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import tomli_w

from agent_desktop import __version__
from agent_desktop.desk.aside import aside
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import Check, Level
from agent_desktop.errors import StoreFailed
from agent_desktop.store.database import connect_read_only
from agent_desktop.store.failures import translated
from agent_desktop.store.schema import TABLES
from agent_desktop.store.space import size_on_disk
from agent_desktop.system import anonymous
from agent_desktop.system.anonymous import People
from agent_desktop.system.autostart import autostart_for
from agent_desktop.system.diagnostics import facts
from agent_desktop.system.log import log_files
from agent_desktop.system.paths import Profile
from agent_desktop.system.secrets import SecretStore
from agent_desktop.system.tel_handler import tel_handler_for

MARKS = {"ok": "ok  ", "warning": "hint", "failed": "FAIL"}


def check_computer(profile: Profile) -> tuple[Check, ...]:
    """What can be said of this computer. Blocks as the keyring does."""
    home = Path.home()
    parts = (autostart_for(os.environ, home), tel_handler_for(os.environ, home))
    found = facts(profile, SecretStore(profile.id, os.environ), os.environ, *parts)
    return tuple(Check(finding.level, finding.title, finding.advice) for finding in found)


def check_line(check: Check) -> str:
    """A check as the doctor prints it."""
    return f"{MARKS[check.level]}  {check.title}" + (f" {check.advice}" if check.advice else "")


def write_report(profile: Profile, settings: Settings, checks: Sequence[Check], target: Path, now: float) -> int:
    """Write the report as a zip; its size. Raises StoreFailed."""
    names, counts = _known(profile)
    people = People(names, Path.home())
    doctor = "\n".join(people.mask(check_line(check)) for check in checks)
    at = datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds")
    draft = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as report:
            report.writestr("report.txt", f"Agent Desktop {__version__}\n{at}\n\n{doctor}\n")
            report.writestr("settings.toml", people.at_home(tomli_w.dumps(anonymous.settings(asdict(settings)))))
            report.writestr("figures.json", json.dumps(counts, indent=2))
            for path in log_files(profile.log_dir):
                with path.open(encoding="utf-8", errors="replace") as lines:
                    report.writestr(f"logs/{path.name}", "\n".join(anonymous.log_lines(lines, people)) + "\n")
        draft.replace(target)
        return target.stat().st_size
    except OSError as error:
        raise StoreFailed(f"The report cannot be written: {error.strerror}.", "Choose another place.") from error
    finally:
        draft.unlink(missing_ok=True)


def _known(profile: Profile) -> tuple[list[str], dict[str, int]]:
    """Every name that is known, so that it can be masked; and how many rows there are of what."""
    counts = {"bytes": size_on_disk(profile.database)}
    connection = connect_read_only(profile.database)
    if connection is None:
        return [], counts
    with closing(connection), translated():
        for table in sorted(TABLES):
            if not table.endswith("_fts"):
                statement = " ".join(("SELECT count(*) FROM", table))
                counts[table] = int(connection.execute(statement).fetchone()[0])
        names = connection.execute(
            "SELECT name FROM contacts UNION SELECT company FROM contacts UNION SELECT name FROM number_names"
        )
        return [name for (name,) in names], counts


class Support:
    """The same from the windows."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    async def report(self, target: Path) -> int:
        """Write the report; its size. Raises StoreFailed."""
        connection = self._around.connection
        checks = (*await aside(check_computer, connection.profile), *self._present())
        return await asyncio.to_thread(
            write_report, connection.profile, connection.settings, checks, target, self._around.now()
        )

    def _present(self) -> Iterable[Check]:
        for notice in self._around.publisher.notices:
            yield Check("failed" if notice.level is Level.ERROR else "warning", notice.title, notice.advice)
