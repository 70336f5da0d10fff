"""The faults by name. Each is an asynchronous generator over the scene: it prepares, calls `scene.strike()`, does the
harm, and yields when the harm is over; the recovery is awaited then, and what follows the `yield` tidies up."""

from collections.abc import AsyncGenerator, Callable

from tests.faults import of_refusals, of_the_broker, of_workers
from tests.faults.scene import Scene

Fault = Callable[[Scene], AsyncGenerator[None]]

KINDS: dict[str, Fault] = {
    "worker-killed": of_workers.killed,
    "worker-stopped": of_workers.stopped,
    "worker-frozen": of_workers.frozen,
    "worker-joins": of_workers.joins,
    "worker-leaves": of_workers.leaves,
    "worker-disk-full": of_workers.disk_full,
    "engine-killed": of_workers.engine_killed,
    "first-batch-crash": of_workers.twice_in_the_first_batch,
    "other-part-fails": of_workers.another_part_fails,
    "broker-restarted": of_the_broker.restarted,
    "broker-killed": of_the_broker.killed,
    "broker-unreachable": of_the_broker.out_of_reach,
    "broker-disk-full": of_the_broker.disk_full,
    "message-too-large": of_refusals.too_large,
    "topic-deleted": of_refusals.topic_deleted,
    "write-denied": of_refusals.write_denied,
    "commit-denied": of_refusals.commit_denied,
}
NEED_A_DISK = ("worker-disk-full", "broker-disk-full")
