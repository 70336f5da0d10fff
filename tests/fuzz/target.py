"""Coverage-guided fuzzing of the engine and of the core by `Checks`: `make fuzz`, which has its own environment."""

import sys

import atheris

with atheris.instrument_imports(include=["quotations", "streams", "schemas"]):
    from tests.fuzz.checks import Checks

if __name__ == "__main__":
    atheris.Setup(sys.argv, Checks())
    atheris.Fuzz()
