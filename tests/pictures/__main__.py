"""Take the pictures: `python -m tests.pictures [FOLDER] [--scale 2] [--scheme dark] [--only history]`."""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

SCALES, SCHEMES = ("1", "2"), ("light", "dark")


def main() -> int:
    """Each scale needs a process of its own: Qt reads it once."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description="Pictures of every window.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/pictures"))
    parser.add_argument("--scale", action="append", help="1, 1.5, 2, 3; without it 1 and 2")
    parser.add_argument("--scheme", action="append", choices=SCHEMES, help="without it both")
    parser.add_argument("--language", default="en")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="those whose name begins so")
    wanted = parser.parse_args()
    scales = wanted.scale or SCALES
    if len(scales) > 1:
        return max(_take_apart(scale) for scale in scales)
    os.environ |= {"QT_SCALE_FACTOR": scales[0], "QT_QPA_PLATFORM": "offscreen", "TZ": "Asia/Ho_Chi_Minh"}
    if hasattr(time, "tzset"):
        time.tzset()
    from tests.pictures.studio import take_pictures

    wanted.folder.mkdir(parents=True, exist_ok=True)
    schemes = tuple(wanted.scheme or SCHEMES)
    count = take_pictures(wanted.folder, scales[0], schemes, wanted.language, tuple(wanted.only))
    sys.stdout.write(f"{count} pictures at {scales[0]} times the size are in {wanted.folder}\n")
    return 0 if count else 1


def _take_apart(scale: str) -> int:
    return subprocess.run(
        [sys.executable, "-m", "tests.pictures", *sys.argv[1:], "--scale", scale], check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
