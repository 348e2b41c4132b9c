# Every verb sets up what it needs and is safe to repeat; `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3.11
BIN := .venv/bin
DATABASE := build/demo.duckdb

.PHONY: help run test check fix bench demo lock clean

help: ## list the verbs
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

run: .venv/.klar ## build the demo database and open the dashboard on port 8501
	@$(BIN)/sygefravaer byg --kilde sample_data/leverance --database $(DATABASE)
	@echo "Dashboardet åbner på http://localhost:8501 (stop med Ctrl+C)"
	@$(BIN)/streamlit run app/server.py

test: .venv/.klar ## run every test
	@tools/systempakker.sh chromium postgresql libreoffice-writer-nogui libreoffice-impress-nogui
	@$(BIN)/pytest -n 2 --dist loadfile

check: .venv/.klar ## lint, types, SQL and the demo's manifest; changes nothing
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/sqlfluff lint --disable-progress-bar sql
	@cd sample_data/leverance && sha256sum --check --quiet ../manifest.sha256

fix: .venv/.klar ## put code and SQL in the house's form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/sqlfluff fix --disable-progress-bar sql

bench: .venv/.klar ## measure speed and memory, write docs/ydelse.md (about half an hour)
	@$(BIN)/python -m benchmarks

demo: .venv/.klar ## make the demo delivery anew in sample_data/leverance
	@$(BIN)/python sample_data/lav_demo.py

lock: .venv/.klar ## renew requirements.lock from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--python-version 3.11 --quiet --upgrade --output-file requirements.lock

clean: ## remove everything that was made here
	@rm -rf .venv build .pytest_cache .hypothesis .mypy_cache .ruff_cache

.venv/.klar: requirements.lock requirements-uv.lock pyproject.toml tools/opsaet.sh
	@tools/opsaet.sh "$(PYTHON)"
	@touch $@
