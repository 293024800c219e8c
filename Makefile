# Every target sets up what it needs; `make help` names them.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
PYTHON := $(BIN)/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
CATALOGUES := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))
HEADING = @printf '\n== %s\n'

# The tests start the program some hundred times: what was compiled is kept, also where a machine
# is set up not to. `make clean` removes it.
unexport PYTHONDONTWRITEBYTECODE

.NOTPARALLEL:
.PHONY: help run test screens pictures bench build lock holidays licences translations clean setup-run setup-test

help: ## show this list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

run: setup-run translations ## run the demo project: tables here, files in out/, a window if there is a display
	@$(PYTHON) -m app demo --out out
	$(HEADING) "Files in out/"
	@cd out && ls -1sh | tail -n +2
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		.ci/setup window && exec $(PYTHON) -m app --data-dir out/demo-data gui --demo; \
	else \
		printf '\nNo display here, so no window; on a desktop this opens it with the demo project.\n'; \
	fi

test: setup-test translations ## format, lint, types, layers, tests; stops at the first that fails
	$(HEADING) "Format (ruff format)"
	@$(PYTHON) -m ruff format --check .
	$(HEADING) "Lint (ruff check)"
	@$(PYTHON) -m ruff check .
	$(HEADING) "Types (mypy, strict for app/)"
	@$(PYTHON) -m mypy
	$(HEADING) "Layers (import-linter)"
	@$(BIN)/lint-imports --no-logo
	$(HEADING) "Tests on an X server, with the accessibility bus"
	@.ci/test-xvfb
	$(HEADING) "Tests, offscreen"
	@.ci/test-offscreen

screens: setup-test translations ## grab every page into out/screens/
	@$(OFFSCREEN) $(PYTHON) -m pytest -q -m "not xvfb" tests/screens tests/ui/register/test_looks.py
	@ls -1sh out/screens

pictures: screens ## make the README's pictures anew
	@mkdir -p docs/images
	@for page in today inquiries plan reports cards; do \
		cp "out/screens/$$page-light-da.png" "docs/images/$$page.png"; \
	done
	@cp out/screens/register-returning-light-100.png docs/images/register.png
	@cp out/screens/reports-ask-share-light-100-da.png docs/images/figure.png
	@cp out/screens/outside-steering-light-100-da.png docs/images/outside.png
	@cp out/screens/sharing-grid_of_a_lead-light-100-da.png docs/images/collected.png

bench: setup-test translations ## measure start time, saving, searching, the plan, duplicates, disclosure control
	@$(OFFSCREEN) $(PYTHON) -m benchmarks

build: setup-test translations ## build the one-folder app in dist/vejviser and let it test itself
	@$(PYTHON) -m PyInstaller --noconfirm --log-level WARN build.spec
	@$(OFFSCREEN) dist/vejviser/vejviser self-test
	@du -sh dist/vejviser

lock: setup-test ## renew requirements.txt and requirements-dev.txt from pyproject.toml
	@lock=( $(BIN)/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --custom-compile-command "make lock" ); \
	"$${lock[@]}" --output-file requirements.txt; \
	"$${lock[@]}" --group dev --constraint requirements.txt --output-file requirements-dev.txt

holidays: setup-test ## renew the Danish holidays from the holidays library
	@$(PYTHON) resources/calendar/make_holidays.py

licences: setup-run ## renew LICENSES/THIRD-PARTY.md from the installed packages
	@$(PYTHON) .ci/third_party_licences.py

translations: $(CATALOGUES)

resources/i18n/%.qm: resources/i18n/%.ts
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

clean: ## remove everything that was made here, .venv included
	@rm -rf .venv build dist out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@rm -f resources/i18n/*.qm
	@find app tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

setup-run:
	@.ci/setup run

setup-test:
	@.ci/setup test
