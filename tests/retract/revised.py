"""Articles in revisions on a stage, and what stands in the end."""

import asyncio
import json
from collections.abc import Sequence

from tests.brokers.stage import Position, Stage, Watch

Table = dict[str, bytes]


def revision(ident: str, letters: str, **fields: object) -> bytes:
    """An article with one quotation a letter."""
    lines = [f"قال وزير الزراعة سامي الحداد: «سنفتح السوق الكبير في الموعد {letter * 3}».\n\n" for letter in letters]
    return json.dumps({"article_id": ident, "body": "".join(lines)} | fields, ensure_ascii=False).encode()


async def processed(stage: Stage, *records: tuple[str, bytes | None]) -> list[Position]:
    """Publish (article id, value) pairs, each processed before the next, by one worker; where they lie."""
    sent = []
    async with stage.watch() as seen:
        worker = stage.start_worker()
        for ident, value in records:
            sent.append(await stage.send(value, ident.encode()))
            await seen.accounted(sent[-1:])
        assert worker.stop() == 0
    return sent


def extracted(stage: Stage, newest: Sequence[bytes]) -> Table:
    """What `aqwal extract` finds in the newest revisions."""
    stage.write("newest.jsonl", b"".join(value + b"\n" for value in newest))
    done = stage.command("extract", "--kinds", ",".join(stage.settings.kinds), "newest.jsonl")
    assert done.returncode == 0, done.stderr
    return {json.loads(line)["quote_id"]: line for line in done.stdout.splitlines()}


def table_of(seen: Watch) -> Table:
    """The last record of each key, but for deletions."""
    last = {record.key.decode(): record.value for record in seen.quotes}
    return {key: value for key, value in last.items() if value is not None}


async def table(stage: Stage) -> Table:
    """The same of all that lies on the topic now."""
    async with stage.watch() as seen:
        await seen.drain()
        return table_of(seen)


async def retracted(stage: Stage, *options: str, code: int = 0) -> tuple[str, str]:
    """What `aqwal retract` shows and tells."""
    done = await asyncio.to_thread(stage.command, "retract", *options)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode(), done.stderr.decode()
