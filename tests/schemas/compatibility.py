"""Whether a schema still keeps what an earlier one promised: fields are only ever added."""

from typing import Any, Literal

Side = Literal["input", "output"]
_NO_PROMISE = ("title", "description", "default")


def incompatibilities(old: dict[str, Any], new: dict[str, Any], side: Side) -> list[str]:
    """What `new` breaks of `old`, a line each; none where every reader and writer of `old` can go on.

    What is read (`input`) may ask for no more than before; what is written (`output`) may leave out no more. A list of
    values may grow.
    """
    objects = _objects(new)
    broken = []
    for name, was in _objects(old).items():
        if name not in objects:
            broken.append(f"{name}: gone")
            continue
        broken += _object(name, was, objects[name], side)
    return broken


def _objects(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {schema["title"]: schema, **schema.get("$defs", {})}


def _object(name: str, was: dict[str, Any], now: dict[str, Any], side: Side) -> list[str]:
    fields = now.get("properties", {})
    broken = []
    for field, promise in was.get("properties", {}).items():
        if field not in fields:
            broken.append(f"{name}.{field}: gone")
        elif not _kept(promise, fields[field]):
            broken.append(f"{name}.{field}: changed")
    asked_before, asked_now = set(was.get("required", ())), set(now.get("required", ()))
    if side == "input":
        broken += [f"{name}.{field}: newly required" for field in sorted(asked_now - asked_before)]
    else:
        broken += [f"{name}.{field}: no longer always there" for field in sorted(asked_before - asked_now)]
    return broken


def _kept(was: Any, now: Any) -> bool:
    if isinstance(was, dict) and isinstance(now, dict):
        was, now = ({key: part for key, part in one.items() if key not in _NO_PROMISE} for one in (was, now))
        if was.keys() != now.keys():
            return False
        return all(set(was[key]) <= set(now[key]) if key == "enum" else _kept(was[key], now[key]) for key in was)
    if isinstance(was, list) and isinstance(now, list):
        return len(was) == len(now) and all(map(_kept, was, now))
    return bool(was == now)
