# Every verb sets up what it needs and is safe to repeat; `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?=
VENV ?= .venv
BIN := $(VENV)/bin
DATABASE := build/demo.duckdb

.PHONY: help run test test-hurtig vagter check fix bench demo billeder lock clean

help: ## list the verbs
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

run: $(VENV)/.klar ## build the demo database and open the dashboard on port 8501
	@$(BIN)/sygefravaer byg --kilde sample_data/leverance --database $(DATABASE)
	@echo "Dashboardet åbner på http://localhost:8501 (stop med Ctrl+C)"
	@$(BIN)/streamlit run app/server.py

test: $(VENV)/.klar ## run every test
	@tools/systempakker.sh chromium postgresql libreoffice-writer-nogui libreoffice-impress-nogui
	@$(BIN)/pytest -n 2 --dist loadgroup

test-hurtig: $(VENV)/.klar ## run the tests that are quick: of all the house, or with rum=pipeline/readers of one room
	@$(BIN)/pytest -n 2 --dist loadgroup -m "not langsom" tests/$(rum)

vagter: $(VENV)/.klar ## take each guard away in turn: a test must miss it (about half an hour)
	@$(BIN)/python -m tests.vagter

check: $(VENV)/.klar ## lint, types, SQL and the demo's manifest; changes nothing
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/sqlfluff lint --disable-progress-bar sql
	@cd sample_data/leverance && sha256sum --check --quiet ../manifest.sha256

fix: $(VENV)/.klar ## put code and SQL in the house's form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/sqlfluff fix --disable-progress-bar sql

bench: $(VENV)/.klar ## measure speed and memory, write docs/ydelse.md (about half an hour)
	@$(BIN)/python -m benchmarks

demo: $(VENV)/.klar ## make the demo delivery anew in sample_data/leverance
	@$(BIN)/python sample_data/lav_demo.py

billeder: $(VENV)/.klar ## draw the guides' pictures anew in docs/billeder
	@$(BIN)/python -m tools.lav_billeder

lock: $(VENV)/.klar ## renew requirements.lock from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--universal --python-version 3.11 --quiet --upgrade --output-file requirements.lock

clean: ## remove everything that was made here
	@rm -rf .venv .venv-* build .pytest_cache .hypothesis .mypy_cache .ruff_cache

$(VENV)/.klar: requirements.lock requirements-uv.lock pyproject.toml tools/opsaet.sh
	@tools/opsaet.sh "$(VENV)" "$(PYTHON)"
	@touch $@
