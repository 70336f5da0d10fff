"""What docs/engine.md shows is what the engine does: its values are those printed, its lists complete.

`python -m tests.docs.test_engine_page` writes the values and the two tables anew.
"""

import ast
import contextlib
import io
import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import quotations
from quotations.attribution import verdict
from quotations.speakers import choice

PAGE = Path(__file__).parents[2] / "docs" / "engine.md"
PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
_BLOCK = re.compile(r"```python\n(?P<code>.*?)```\n(?:```text\n(?P<printed>.*?)```\n)?", re.DOTALL)
_TABLES = {
    name: re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)", re.DOTALL) for name in ("verdict", "speaker")
}
_MODULES = re.compile(r"(?<=<!-- modules -->\n).*?(?=<!-- /modules -->)", re.DOTALL)
_FEATURE = re.compile(r'^    "(\w+)",(?:  # (.*))?$', re.MULTILINE)


def printed_by(page: str) -> list[str]:
    """What each block of code prints; they share their names, as in one session."""
    names: dict[str, object] = {}
    out = []
    for block in _BLOCK.finditer(page):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(block["code"], names)  # noqa: S102 (our own page)
        out.append("".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines()))
    return out


def modules_table() -> str:
    """Every module with the first sentence of its docstring, folder by folder from the surface down."""
    root = Path(quotations.__file__).parent
    layers = tomllib.loads(PYPROJECT.read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    order = next(contract["layers"] for contract in layers if contract.get("containers") == ["quotations"])
    out = ["| module | |", "|---|---|"]
    for layer in order:
        for name in layer.split(" | "):
            paths = [root / f"{name}.py"] if (root / f"{name}.py").exists() else sorted((root / name).glob("*.py"))
            out += [f"| {_heading(path, name)} | {_first_sentence(path)} |" for path in paths]
    return "\n".join([*out, ""])


def _heading(path: Path, name: str) -> str:
    """A folder in bold, a module of it by its own name."""
    return f"**`{name}/`**" if path.stem == "__init__" else f"`{path.stem}`"


def _first_sentence(path: Path) -> str:
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return " ".join(said.split("\n\n")[0].split())


def features_table(model: str) -> str:
    """The features with their meaning as it stands beside them in the code, and the sign of their weights."""
    source = Path({"verdict": verdict, "speaker": choice}[model].__file__).read_text("utf-8")
    weights = json.loads(files("quotations.weights").joinpath(f"{model}.json").read_text("utf-8"))
    rows = [
        f"| `{name}` | {meaning} | {'for' if weights[name] > 0 else 'against'} |"
        for name, meaning in _FEATURE.findall(source[: source.index("\n)\n", source.index("NAMES = (")) + 1])
    ]
    return "\n".join(["| feature | meaning | speaks |", "|---|---|---|", *rows, ""])


def test_the_page_shows_what_its_code_prints() -> None:
    page = PAGE.read_text("utf-8")
    assert [block["printed"] or "" for block in _BLOCK.finditer(page)] == printed_by(page)


@pytest.mark.parametrize(("model", "names"), [("verdict", verdict.NAMES), ("speaker", choice.NAMES)])
def test_the_table_of_a_model_is_that_of_the_code(model: str, names: tuple[str, ...]) -> None:
    table = _TABLES[model].search(PAGE.read_text("utf-8"))
    assert table is not None
    assert table[0] == features_table(model)
    assert table[0].count("\n") == len(names) + 2


def test_every_module_of_the_engine_is_listed() -> None:
    table = _MODULES.search(PAGE.read_text("utf-8"))
    assert table is not None
    assert table[0] == modules_table()


def _write() -> None:
    page = PAGE.read_text("utf-8")
    printed = iter(printed_by(page))

    def filled(block: re.Match[str]) -> str:
        values = next(printed)
        return f"```python\n{block['code']}```\n" + (f"```text\n{values}```\n" if values else "")

    page = _BLOCK.sub(filled, page)
    for model, table in _TABLES.items():
        page = table.sub(features_table(model), page)
    PAGE.write_text(_MODULES.sub(lambda _: modules_table(), page), "utf-8")


if __name__ == "__main__":
    _write()
