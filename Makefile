# The two commands of the README, `make demo` and `make test`, need nothing but Python >= 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: demo test lint lock clean image-check audit fuzz faults
.DELETE_ON_ERROR:

# One environment for both commands, built from the lock; built anew when the lock or the project file changes.
$(VENV)/.installed: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Aqwal needs Python 3.11 or newer; name one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.txt
	touch $@

demo: $(VENV)/.installed
	$(BIN)/aqwal demo $(ARGS)

# Many of the tests mostly wait; so several processes share them, each with brokers of its own. ARGS=-n0: one process.
SHARED := -n 3 --dist loadscope --no-loadscope-reorder
# Hundreds of short processes: compiled once, whatever the environment says.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest $(SHARED) $(ARGS)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Known vulnerabilities in what the locks install, asked of PyPI's advisories: in an environment of its own, not in CI.
# Strict: where the advisories cannot be had, pip-audit would call every package skipped and the result good.
$(VENV)-audit/.installed: requirements-audit.txt
	$(PYTHON) -m venv --clear $(VENV)-audit
	$(VENV)-audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-audit.txt
	touch $@

audit: $(VENV)-audit/.installed
	$(VENV)-audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.txt -r requirements-dev.txt $(ARGS)

# Coverage-guided fuzzing, ten minutes unless ARGS say otherwise (libFuzzer's); in an environment of its own, since
# atheris has wheels for Linux and Python 3.11 to 3.13 only. What it has found to be new stays in .cache/fuzz.
$(VENV)-fuzz/.installed: requirements.txt requirements-fuzz.txt
	$(PYTHON) -m venv --clear $(VENV)-fuzz
	$(VENV)-fuzz/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt -r requirements-fuzz.txt
	touch $@

fuzz: $(VENV)-fuzz/.installed
	$(VENV)-fuzz/bin/python -m tests.fuzz.seeds .cache/fuzz
	$(VENV)-fuzz/bin/python -m tests.fuzz.target -max_len=2048 -timeout=60 -max_total_time=600 -artifact_prefix=.cache/fuzz- $(ARGS) .cache/fuzz

# All locks anew (needs uv). The development lock holds only what the first lacks, so that no hash stands twice.
LOCK := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11
lock:
	$(LOCK) --upgrade pyproject.toml --group build -o requirements.txt
	$(LOCK) --upgrade --group dev -c requirements.txt \
	  $$(sed -n 's/^\([a-z0-9][a-z0-9.-]*\)==.*/--no-emit-package \1/p' requirements.txt) -o requirements-dev.txt
	$(LOCK) --upgrade --group audit -o requirements-audit.txt
	$(LOCK) --upgrade --group fuzz -o requirements-fuzz.txt

# Faults at random on a real Apache Kafka, and an account of every record at the end; by default for the best part of an hour.
faults: $(VENV)/.installed-dev
	$(BIN)/python -m tests.faults $(ARGS)

# The image and the compose file, as far as they can be tried without a container engine; needs root, not part of CI.
image-check: $(VENV)/.installed-dev
	$(BIN)/python -m tests.image.check

clean:
	rm -rf $(VENV) $(VENV)-audit $(VENV)-fuzz .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
