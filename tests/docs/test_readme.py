"""What the README says is so: its example, its settings table, its links and its commands.

`python -m tests.docs.test_readme` writes the settings table anew.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import PydanticUndefined

from quotations import Article, extract
from schemas.article import RawArticle
from streams.cli import COMMANDS
from streams.core.events import quote_events
from streams.settings import PREFIX, Settings

REPOSITORY = Path(__file__).parents[2]
README = REPOSITORY / "README.md"
PAGES = [README, *(REPOSITORY / "docs").glob("*.md"), REPOSITORY / "CHANGELOG.md"]
_TABLE = re.compile(r"(?<=<!-- settings -->\n).*(?=<!-- /settings -->)", re.DOTALL)


def settings_table() -> str:
    rows = [
        f"| `{PREFIX}{name.upper()}` | {_default(f)} | {f.description or ''} |"
        for name, f in Settings.model_fields.items()
    ]
    return "\n".join(["| variable | default | meaning |", "|---|---|---|", *rows, ""])


def _default(field: Any) -> str:
    value = field.default
    if value is None or value is PydanticUndefined:
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{','.join(value) if isinstance(value, tuple) else value}`"


def test_the_settings_table_is_that_of_the_settings() -> None:
    table = _TABLE.search(README.read_text("utf-8"))
    assert table is not None
    assert table[0] == settings_table()


def test_every_setting_says_what_it_means() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_example_is_what_the_engine_finds() -> None:
    given, event = (
        json.loads(block) for block in re.findall(r"```json\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    )
    article = RawArticle.model_validate_json(json.dumps(given))
    text = Article(article.body)
    events = [json.loads(e.model_dump_json(by_alias=True)) for e in quote_events(article, text, extract(text))]
    marked = [found for found in events if found["kind"] in ("direct", "mixed")]
    assert [_part_of(found, event) for found in marked] == [event]


def _part_of(found: Any, wanted: Any) -> Any:
    """Of `found` only the fields that `wanted` has."""
    return {key: _part_of(found[key], wanted[key]) for key in wanted} if isinstance(wanted, dict) else found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_is_named() -> None:
    text = README.read_text("utf-8")
    assert [command for command in COMMANDS if f"| `aqwal {command}" not in text] == []


if __name__ == "__main__":
    README.write_text(_TABLE.sub(lambda _: settings_table(), README.read_text("utf-8")), "utf-8")
