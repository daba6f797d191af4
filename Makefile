# `make run` and `make test` need Python 3.11+ and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export DATA_DIR ?= var
# Each process would compile all modules again.
export PYTHONDONTWRITEBYTECODE :=
ADDRESS ?= 127.0.0.1:8000
CORPUS ?=
IR ?=
PYTEST := $(BIN)/pytest

.DEFAULT_GOAL := help
.PHONY: help install install-dev run test test-long check lint types contracts \
	migrations deploy coverage audit lock eval eval-search bench-search \
	bench-scale trust

help:  ## List these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

$(VENV)/installed: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

install: $(VENV)/installed  ## Make the virtual environment
	@$(BIN)/python -m compileall -q articles portal search

install-dev: $(VENV)/installed-dev  ## The same, with the tools of developers

run: install  ## Serve the archive; CORPUS=path also brings in that file or folder
	@$(BIN)/python manage.py setup_archive
	@$(if $(CORPUS),$(BIN)/python manage.py ingest "$(CORPUS)" || true,:)
	@$(BIN)/python manage.py serve --bind $(ADDRESS)

test: install-dev  ## The quick suite
	$(PYTEST) -n 2 -m "not long and not faults and not browser"

test-long: install-dev  ## Kills, full disks, bombs, load, real browsers
	$(PYTEST) -n 4 --maxschedchunk 1 --durations=40 --keep-shown \
		-m "(long or faults or browser) and not alone"
	$(PYTEST) --durations=5 --keep-shown -m alone

check: lint types contracts migrations deploy coverage  ## All that CI runs

lint: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install-dev
	$(BIN)/mypy articles search portal

contracts: install-dev
	$(BIN)/lint-imports

migrations: install-dev
	$(BIN)/python manage.py makemigrations --check --dry-run

deploy: install-dev
	@ARCHIVE_ENV=production ALLOWED_HOSTS=archive.example \
	SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(64))") \
	DATA_DIR=$$(mktemp -d) $(BIN)/python manage.py check --deploy --fail-level WARNING

coverage: install-dev  ## Fails where a line that must be run is not
	$(PYTEST) -n 2 -m "not long and not faults and not browser" --cov --cov-report=
	$(BIN)/python -m tests.coverage_gate

trust: install-dev  ## What stands against each threat, and what it last showed
	$(BIN)/python -m tests.trust.table --all

audit: install-dev  ## Known holes in what we depend on
	$(BIN)/pip-audit --require-hashes -r requirements.txt

eval: install-dev  ## How well figures are read, over the gold sets in REAL_DATA
	$(BIN)/python -m tests.eval.eval_figures

eval-search: install-dev  ## How well search ranks, over the sets in IR (or REAL_DATA)
	$(BIN)/python -m tests.eval.eval_search $(IR)

N ?= 12000
bench-search: install-dev  ## Our engines beside stock Haystack and bare tantivy
	$(BIN)/python -m tests.bench.bench_search $(N)

bench-scale: N = 120000
bench-scale: install-dev  ## One machine's engines beside servers
	.ci/with-postgres .ci/with-opensearch $(BIN)/python -m tests.bench.bench_scale $(N)

PIP_COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras \
	--allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
lock: install-dev  ## Write the locks from pyproject.toml
	$(PIP_COMPILE) -o requirements.txt pyproject.toml
	$(PIP_COMPILE) --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml
