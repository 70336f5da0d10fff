"""The memory that a child may take: the setting's, but never more than its container has."""

from pathlib import Path

import pytest

from streams.engine.memory import share_of_memory

GB = 1_000_000_000


@pytest.mark.parametrize(
    ("told", "memory", "children", "share"),
    [
        ("max\n", 2 * GB, 1, 2 * GB),
        ("max\n", None, 4, None),
        (f"{8 * GB}\n", 2 * GB, 3, 2 * GB),
        (f"{GB}\n", 2 * GB, 1, 750_000_000),
        (f"{GB}\n", None, 3, 250_000_000),
        ("1000\n", 2 * GB, 2, 100_000_000),
    ],
)
def test_children_share_what_the_container_has_beside_their_parent(
    tmp_path: Path, told: str, memory: int | None, children: int, share: int | None
) -> None:
    (tmp_path / "memory.max").write_text(told)
    assert share_of_memory(memory, children, tmp_path / "memory.max") == share


def test_outside_a_container_the_setting_alone_counts(tmp_path: Path) -> None:
    assert share_of_memory(2 * GB, 1, tmp_path / "none") == 2 * GB
