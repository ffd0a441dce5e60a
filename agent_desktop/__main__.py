"""`python -m agent_desktop` is `agent-desktop`."""

import sys

from agent_desktop.cli import main

sys.exit(main())
