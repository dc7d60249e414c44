# Gossamer: `make` alone says what there is to make.

# The Python to build the environment from; found by itself when empty.
PYTHON ?=
# Options for pip when it installs torch, such as the index that PyTorch's install page names.
PIP_TORCH_ARGS ?=
# 1 to let pip install a torch that brings CUDA along (about 3 GB).
WITH_CUDA ?=
export PYTHON PIP_TORCH_ARGS WITH_CUDA

BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test check env models-report guide translations package clean

help: ## say what there is to make
	@echo "Gossamer: a photograph and a painted trimap become an alpha matte."
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24
	@echo "Variables: PYTHON, PIP_TORCH_ARGS, WITH_CUDA (see the head of the Makefile)."

run: ## open the window on a sample picture; without a display, matte it into out/
	@.ci/environment run
	@.ci/sample

test: check ## check, then run the tests
	@echo "Running the tests (warnings are errors, no display needed)."
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest

check: env ## format, lint, types and the import contracts
	@echo "Checking format, lint, types and imports."
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

env: ## make the environment for development in .venv
	@.ci/environment test

models-report: env ## compare the shipped weights with closed-form and KNN matting, into out/report
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .[report]
	@echo "Measuring on the check set; closed-form and KNN matting take most of the time."
	@$(BIN)/gossamer-cli report --out out/report

guide: env ## take the user guide's pictures anew, from the real window
	@echo "Taking the pictures of resources/guide: a few minutes."
	@$(BIN)/python -m tests.screenshots --guide

translations: env ## collect what the window says, and compile its translations
	@$(BIN)/python .ci/translations

package: ## build the packages that this system can, into dist/ (packaging/README.md)
	@.ci/environment package
	@$(BIN)/python packaging/build.py

clean: ## remove the environment and what tools leave behind; out/ and runs/ stay
	rm -rf .venv .make build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find app engine tests -name __pycache__ -type d -prune -exec rm -rf {} +
