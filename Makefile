# Turnpoint: `make serve` is all a newcomer needs. Everything lives in .venv in this folder.
.DEFAULT_GOAL := help
.PHONY: help serve demo test check bench docs fit lock

PYTHON ?=
export PYTHON
# Each of our processes would else compile every module anew, which costs seconds a start.
unexport PYTHONDONTWRITEBYTECODE
python := .venv/bin/python
serving := .venv/.serve-installed
developing := .venv/.develop-installed
measuring := .venv/.bench-installed

help: ## Say what can be made.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

# A file stays on one core, in the order of the files: browser tests come last, see tests/conftest.py.
on_every_core := OPENBLAS_NUM_THREADS=1 $(python) -m pytest -q -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

serve: $(serving) ## Start Turnpoint on this machine and print the link that signs you in.
	@$(python) -m turnpoint serve $(ARGS)

demo: $(serving) ## Start a separate workspace with sample people.
	@$(python) -m turnpoint demo $(ARGS)

test: $(developing) ## Run every test: on SQLite, in a browser, and again on PostgreSQL.
	@$(on_every_core) $(ARGS)
	@TURNPOINT_TEST_DATABASE=postgres $(on_every_core) $(ARGS)

check: $(developing) ## Lint, types, layers, migrations, and whether the reference is fresh.
	@$(python) -m ruff check --quiet .
	@$(python) -m ruff format --check --quiet .
	@TURNPOINT_SECRET_KEY=for-the-type-checker-only $(python) -m mypy
	@.venv/bin/lint-imports --no-logo
	@DJANGO_SETTINGS_MODULE=tests.settings $(python) -m django makemigrations --check --dry-run
	@$(python) scripts/make_reference.py --check

bench: $(measuring) ## Measure what the documentation claims.
	@for file in benchmarks/*.py; do $(python) "$$file" || exit 1; done

docs: $(developing) ## Write docs/reference anew from the code.
	@$(python) scripts/make_reference.py

fit: $(developing) ## Fit the shipped parameters anew from the publishers’ files (TURNPOINT_MIRROR).
	@for file in scripts/fit_*.py; do $(python) "$$file" || exit 1; done

lock: ## Choose the versions of all dependencies anew (needs uv).
	@uv pip compile --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  pyproject.toml requirements/build.in --output-file requirements/serve.txt
	@uv pip compile --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  --group develop --extra postgres --extra fast --constraint requirements/serve.txt \
	  pyproject.toml requirements/build.in --output-file requirements/develop.txt
	@uv pip compile --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  --group develop --group bench --extra postgres --extra fast --constraint requirements/develop.txt \
	  pyproject.toml requirements/build.in --output-file requirements/bench.txt

$(serving): requirements/serve.txt pyproject.toml
	@sh scripts/environment.sh serve

$(developing): requirements/develop.txt pyproject.toml
	@sh scripts/environment.sh develop

$(measuring): requirements/bench.txt pyproject.toml
	@sh scripts/environment.sh bench
