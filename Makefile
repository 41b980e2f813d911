# Every target sets up what it needs by itself; the package index is the only thing it fetches from.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The stamps carry the pins: a changed requirements file sets the environment up anew.
RUN_STAMP := $(VENV)/run.stamp
TEST_STAMP := $(VENV)/test.stamp
# Providers of others, for the bench: their libraries must not meet ours.
PEERS := .peers
PEER_STAMP := $(PEERS)/peers.stamp
NPM_STAMP := bench/peers/node_modules/peers.stamp

.PHONY: help rehearse up populate test large peak failure soak scale bench axe check words pins clean
.DEFAULT_GOAL := help

help: ## Say what can be made.
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	touch $@

$(TEST_STAMP): requirements/test.txt $(RUN_STAMP)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

rehearse: $(TEST_STAMP) ## Play every case of the webinars; the report is report/index.html.
	$(BIN)/proefloket rehearse $(ARGS)

up: $(TEST_STAMP) ## Start the whole federation on http://127.0.0.1:8600.
	@$(BIN)/proefloket up $(ARGS)

populate: $(TEST_STAMP) ## Put a generated population in a folder: make populate ARGS="10000 --data toneel".
	$(BIN)/proefloket populate $(ARGS)

test: $(TEST_STAMP) ## Run all tests.
	$(BIN)/pytest -n auto $(ARGS)

large: $(TEST_STAMP) ## Run the tests with a thousand organisations, which the others leave out.
	PROEFLOKET_LARGE=1 $(BIN)/pytest mocks/acm/tests/test_readiness.py -k 1000 $(ARGS)

peak: $(TEST_STAMP) ## Rehearse short peaks: green ones, a slow KIOSK, one that does nothing, one with workers.
	PROEFLOKET_PEAK=1 $(BIN)/pytest load/tests/test_rehearsal.py load/tests/test_distributed.py $(ARGS)

failure: $(TEST_STAMP) ## Kill server processes under load again and again, on SQLite and PostgreSQL: nothing is lost.
	PROEFLOKET_FAILURE=1 $(BIN)/pytest -rP load/tests/test_failure.py $(ARGS)

soak: $(TEST_STAMP) ## Twenty minutes at half the ceiling: memory flat, no error, no growth (ARGS="--minutes 1").
	$(BIN)/python -m bench.soak $(ARGS)

scale: $(TEST_STAMP) ## Compare what a sign-in costs among 1,000 and 100,000 persons (ARGS=--large adds a million).
	$(BIN)/python -m bench.scale $(ARGS)

bench: $(TEST_STAMP) $(PEER_STAMP) $(NPM_STAMP) ## Compare sign-ins per second with peers, and two workers with one.
	$(BIN)/python -m bench.sign_ins $(ARGS)

$(PEER_STAMP): requirements/peers.txt
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/peers.txt
	touch $@

$(NPM_STAMP): bench/peers/package-lock.json
	@mkdir -p $(@D)
	@if command -v npm >/dev/null; then npm ci --silent --prefix bench/peers; \
	  else echo "no npm here: the peers that are written for node are left out"; fi
	@mkdir -p $(@D) && touch $@

axe: $(TEST_STAMP) ## Let axe-core judge every page of every mock (needs Debian's chromium).
	PROEFLOKET_AXE=1 $(BIN)/pytest -n auto steps/test_accessibility.py $(ARGS)

check: $(TEST_STAMP) ## Lint and type-check.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

words: $(TEST_STAMP) ## Put new messages into the catalogues of French, German and English, to be translated there.
	@for place in mocks/core mocks/eloketten/kiosk; do \
	  $(BIN)/pybabel -q extract -F babel.cfg -k say -k message --no-location -o $$place/translations/all.pot $$place; \
	  for code in fr de en; do \
	    $(BIN)/pybabel -q update -l $$code -i $$place/translations/all.pot -o $$place/translations/$$code.po \
	      --omit-header --no-fuzzy-matching --ignore-obsolete; \
	  done; \
	  rm $$place/translations/all.pot; \
	done

pins: ## Renew the pins in requirements/ (needs uv on the PATH).
	cd requirements && for set in run load test peers; do \
	  uv pip compile --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --upgrade --quiet $$set.in -o $$set.txt; done

clean: ## Remove the environment and the report.
	rm -rf $(VENV) $(PEERS) bench/peers/node_modules report
