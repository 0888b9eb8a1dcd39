# Two words are enough: `make demo` turns the example case into a briefing, `make test` passes the tests.
# Each installs what it needs into .venv the first time, and skips that the next time.

BIN := .venv/bin

.PHONY: help demo test check bench eval lock clean
.DEFAULT_GOAL := help

help:  ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

demo:  ## the example case as a briefing: demo/ukraine-nato/brief/index.html
	@scripts/install run
	@$(BIN)/tracktwo demo

test:  ## all tests, with the examples in docstrings, README and docs
	@scripts/install dev
	@$(BIN)/python -m pytest -q

check:  ## lint, types, layers, and the documentation, built strictly
	@scripts/install dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate_cli.py --check
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

bench:  ## time and memory, beside the floor that the work cannot go below
	@scripts/install dev
	@$(BIN)/python benchmarks/run.py

eval:  ## how well the reader reads, beside gold texts; writes docs/reference/reading-quality.md
	@scripts/install dev
	@$(BIN)/python -m evaluation

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --extra build

lock:  ## resolve the dependencies anew (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	$(LOCK) --extra dev pyproject.toml -o requirements-dev.lock
	$(LOCK) --constraint requirements-dev.lock pyproject.toml -o requirements.lock

clean:  ## remove everything that was made, .venv and demo included
	rm -rf .venv demo site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks
