# Everything starts here: `make demo` to see the program, `make test` to check it. Nothing needs to be set up first.

SHELL := /bin/sh
PREFIX ?= $(HOME)/.local
# The first Python found in the supported range, unless one is named: make PYTHON=/path/to/python3.12 demo
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && \
	command -v $$python && break; done)

IN := .venv/bin
READY := .venv/.ready
TOOLS := .venv/.test-tools

.DEFAULT_GOAL := help
.PHONY: help setup demo run test check format translations bench pictures install uninstall clean

help: ## say what there is
	@echo 'make TARGET, where TARGET is one of:'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

setup: $(READY) ## make the virtual environment and bring everything the program needs

demo: $(READY) ## see the program at work against a simulated PBX
	@$(IN)/agent-desktop demo

run: $(READY) ## run the program
	@$(IN)/agent-desktop run

test: $(TOOLS) ## run all tests
	@$(IN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

check: $(READY) ## format, lint, types, floors, then all tests
	$(IN)/ruff format --check .
	$(IN)/ruff check .
	$(IN)/mypy
	$(IN)/mypy --platform win32 --cache-dir .mypy_cache/win32 agent_desktop
	$(IN)/mypy --platform darwin --cache-dir .mypy_cache/darwin agent_desktop
	$(IN)/python -m pytest -q tests/test_floors.py
	@$(MAKE) --no-print-directory test

translations: $(READY) ## bring the translations up to the source, and say what is missing
	@$(IN)/python packaging/translations.py

format: $(READY) ## put the source into the common form
	$(IN)/ruff format .
	$(IN)/ruff check --fix .

bench: $(READY) ## measure, beside the barest program on the same stack
	@$(IN)/python -m tests.bench

pictures: $(TOOLS) ## take pictures of every window into build/pictures, to be looked at
	@$(IN)/python -m tests.pictures

install: $(READY) ## install for this user, or below PREFIX=...
	@$(IN)/python packaging/install.py install '$(PREFIX)'

uninstall: ## take that away again; settings and history stay
	@$(PYTHON) packaging/install.py uninstall '$(PREFIX)'

clean: ## remove the virtual environment and everything that was built
	rm -rf .venv build dist demo-output .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find agent_desktop tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): packaging/set_up.py packaging/requirements-dev.txt pyproject.toml
	@test -n '$(PYTHON)' || { \
		echo 'Agent Desktop needs Python 3.11, 3.12 or 3.13, and none was found here.'; \
		echo 'Install one (Debian, Ubuntu: sudo apt-get install python3), or name it: make PYTHON=/path/to/python3.12 ...'; \
		exit 1; } >&2
	@'$(PYTHON)' packaging/set_up.py
	@touch $@

$(TOOLS): $(READY)
	@$(IN)/python packaging/set_up.py --test-tools
	@touch $@
