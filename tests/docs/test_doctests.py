"""The examples in docstrings are run: a reader takes them for what the code does."""

import doctest
import importlib
import pkgutil

import pytest

import quotations

_EXAMPLES = [
    test
    for module in pkgutil.walk_packages(quotations.__path__, "quotations.")
    for test in doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(module.name))
    if test.examples
]


@pytest.mark.parametrize("example", _EXAMPLES, ids=lambda test: test.name)
def test_an_example_shows_what_it_says(example: doctest.DocTest) -> None:
    assert doctest.DocTestRunner().run(example).failed == 0


def test_there_are_examples() -> None:
    assert len(_EXAMPLES) > 20
