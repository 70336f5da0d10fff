"""The permissions that docs/operations.md lists, as the page writes them."""

import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.brokers.apache_kafka import ApacheKafka

_PAGE = Path(__file__).parents[2] / "docs" / "operations.md"
WORKER = "aqwal-worker"


@dataclass(frozen=True)
class Acl:
    """One command of the page: whom it permits what, and what `aqwal` says where that is missing."""

    user: str
    arguments: tuple[str, ...]  # without the principal

    @property
    def told(self) -> str:
        _, operation, kind, name = self.arguments
        return f"{operation.upper()} on {kind[2:]} {name}"


def listed_acls(names: dict[str, str]) -> list[Acl]:
    """The page's commands, in its order; `names` maps its topics and its group to those of a test."""
    lines = re.findall(r"^kafka-acls --add (.*)$", _PAGE.read_text("utf-8"), re.MULTILINE)
    acls = []
    for words in map(shlex.split, lines):
        place = words.index("--allow-principal")
        user = words[place + 1].removeprefix("User:")
        acls.append(Acl(user, tuple(names.get(word, word) for word in words[:place] + words[place + 2 :])))
    return acls


def required_of_worker(acls: Iterable[Acl]) -> list[Acl]:
    """Those without which no worker starts."""
    return [acl for acl in acls if acl.user == WORKER and "DescribeConfigs" not in acl.arguments]


def without(number: int) -> str:
    """The user that has all of a worker's permissions but that of this place in `required_of_worker`."""
    return f"worker-without-{number}"


def all_users() -> list[str]:
    """The page's users, and each worker that lacks one permission."""
    acls = listed_acls({})
    return [*sorted({acl.user for acl in acls}), *map(without, range(len(required_of_worker(acls))))]


def permit(kafka: ApacheKafka, acl: Acl, users: Iterable[str], how: str = "--add") -> None:
    """Give `users` (or with `--remove` take from them) what `acl` permits."""
    principals = [word for user in users for word in ("--allow-principal", f"User:{user}")]
    where = ["--bootstrap-server", kafka.bootstrap_servers]
    force = ["--force"] if how == "--remove" else []
    kafka.tool("org.apache.kafka.tools.AclCommand", *where, how, *force, *principals, *acl.arguments)
