# make demo [ARTICLES=path]    articles in, a table out, the API up, until Ctrl-C
# make test                    everything that must hold
# The environment is made here, from pinned and hashed requirements; Python 3.11 or newer is all it needs.

PYTHON ?= $(shell for each in python3.11 python3.12 python3.13 python3; do command -v $$each && break; done)
VENV := .venv
RUN := $(VENV)/bin

.PHONY: demo test check format lock evaluate bench clean

demo: $(VENV)/.runtime
	@$(RUN)/python demo.py "$$ARTICLES"

test: check
	$(RUN)/coverage erase
	$(RUN)/coverage run -m pytest $(PYTEST)
	$(RUN)/coverage combine --quiet
	$(RUN)/coverage report $(if $(PYTEST),--fail-under=0)

check: $(VENV)/.dev
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy
	$(RUN)/lint-imports

format: $(VENV)/.dev
	$(RUN)/ruff format .
	$(RUN)/ruff check --fix .

# The figures of the extractor on data that is not part of the project, beside those that are committed.
evaluate: $(VENV)/.dev
	@$(RUN)/python scripts/evaluate.py

# Loading, import and queries at real size, on event data that is not part of the project: make bench DATA=folder
bench: $(VENV)/.dev
	@$(RUN)/python scripts/benchmark_graph.py $(DATA)

lock: $(VENV)/.dev
	$(RUN)/python scripts/lock.py

clean:
	rm -rf $(VENV) .demo

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "newsgraph needs Python 3.11 or newer; none was found" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "newsgraph needs Python 3.11 or newer; $(PYTHON) is older (say which: make PYTHON=…)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) has no module venv (Debian: apt install python3-venv)" >&2; exit 1; }

$(VENV)/.runtime: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "installing what is pinned in requirements.txt" >&2
	@$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(RUN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	@echo "installing what is pinned in requirements-dev.txt" >&2
	@$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
