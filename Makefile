# Every target brings its own tools: only python3 (3.11 or later) and, where Pulumi must be built, Go are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OLDEST := .venv-oldest
SITE := $(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --conf-dir docs/site . build/site
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PULUMI_SKIP_UPDATE_CHECK := true
# Tests start thousands of processes; where this is set, as in many containers, each would compile every module again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-all oldest check format generate package-schema site bench clean

help: ## show these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-14s %s\n", $$1, $$2 }'

setup: ## install everything into .venv, the Pulumi engine included
	@rm -f $(READY)
	@$(MAKE) --no-print-directory $(READY)

$(READY): pyproject.toml tools/setup_engine.py $(wildcard tools/engine/*.py)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "pulumi-zohodesk needs Python 3.11 or later; say which with: make setup PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install --quiet --editable . --group dev
	@$(BIN)/python tools/setup_engine.py
	@touch $(READY)

demo: $(READY) ## tell the story of a help desk as code, on the emulator
	@$(BIN)/python tools/demo.py

test: $(READY) ## run the tests, every example on the real engine included
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not matrix"

test-all: $(READY) ## run every test, each case of each sort of bad day included
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install --quiet --group backends
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

oldest: $(READY) ## run the tests that need no engine with the oldest libraries that are allowed
	@$(BIN)/uv venv --quiet --clear $(OLDEST)
	@VIRTUAL_ENV=$(CURDIR)/$(OLDEST) $(BIN)/uv pip install --quiet --resolution lowest-direct --editable ".[emulator]"
	@VIRTUAL_ENV=$(CURDIR)/$(OLDEST) $(BIN)/uv pip install --quiet pytest pytest-timeout pytest-xdist hypothesis jsonschema
	@$(OLDEST)/bin/python -m pytest -p no:cacheprovider -n 2 --dist loadgroup tests/dynamic tests/engine tests/resources tests/cli

check: $(READY) ## format, lint, types, layers, links of the documentation
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	MYPYPATH=tools $(BIN)/mypy --config-file= --strict --explicit-package-bases tools/setup_engine.py tools/engine tools/bench.py tools/generate
	@for example in examples/*/__main__.py; do \
		echo "mypy $$example"; MYPYPATH=provider:$$(dirname $$example) $(BIN)/mypy --config-file= --strict $$example || exit 1; done
	$(BIN)/lint-imports --no-logo
	$(SITE) -E

format: $(READY) ## put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

generate: $(READY) ## write the code that follows from declarations and tables
	@$(BIN)/python tools/generate

package-schema: $(READY) ## write the schema of a Pulumi package, which nothing uses yet, to build/schema.json
	@mkdir -p build && $(BIN)/python tools/generate package-schema >build/schema.json && echo build/schema.json

site: $(READY) ## build the documentation as a site in build/site; a link that leads nowhere fails
	@$(SITE)
	@echo build/site/docs/index.html

bench: $(READY) ## measure against a trivial dynamic resource, in the same run
	@$(BIN)/python tools/bench.py

clean: ## remove .venv, caches and build/ of the project; the built engine stays in the user's cache
	rm -rf $(VENV) $(OLDEST) .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache build
	find . -name .git -prune -o -name '.venv*' -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +
