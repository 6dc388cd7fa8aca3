# `make demo` runs the main job on the example; `make test` runs linters, types and tests.
# Both set up what they need in .venv the first time, and need no network after that.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
AS_OF := 2026-11-23

.PHONY: demo test lint format clean

demo: $(STAMP)
	$(BIN)/bio2lint check --root examples/repo --as-of $(AS_OF)

test: lint
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(STAMP): pyproject.toml
	@command -v git >/dev/null || { echo "bio2lint needs git: install it first." >&2; exit 1; }
	@command -v $(PYTHON) >/dev/null || { echo "bio2lint needs Python 3.11 or newer; $(PYTHON) was not found. Say which with PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "bio2lint needs Python 3.11 or newer; $(PYTHON) is older or does not start. Say which with PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing: on Debian and Ubuntu, install python3-venv." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1' \
	  && $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev \
	  || { echo "Installing failed, for the reason above. The first run needs a package registry within reach." >&2; exit 1; }
	@$(BIN)/python -m compileall -q bio2lint
	@touch $@
