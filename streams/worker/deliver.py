"""Publishing the outcomes of a batch: quotes, then markers, and dead letters, each acknowledged by the brokers."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from aiokafka import AIOKafkaProducer
from aiokafka.errors import InvalidTimestampError, KafkaError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_random_exponential

from schemas.dead_letter import RejectReason
from streams.core.letters import reject
from streams.core.options import SMALLEST_LETTER, HandleOptions
from streams.core.records import Message, Outcome, Processed, Record, Rejected
from streams.kafka.partitioner import partition_of
from streams.kafka.producer import TOO_LARGE
from streams.worker.logs import fields_of
from streams.worker.pause import Pause
from streams.worker.refusals import is_standing

log = logging.getLogger(__name__)

# Refusals of a record for what it is: sending it again cannot help.
_REFUSALS = (*TOO_LARGE, InvalidTimestampError)


class UndeliverableError(Exception):
    """The brokers gave no answer for longer than the retries last; nothing of the article counts as done."""


class Route(NamedTuple):
    """A topic to publish to. `partitions` is its count at the start, by which keys are placed."""

    topic: str
    partitions: int


@dataclass(frozen=True, slots=True)
class Routes:
    """The three topics that the worker publishes to."""

    quotes: Route
    processed: Route
    rejected: Route


class _Send(NamedTuple):
    route: Route
    message: Message


@dataclass(slots=True)
class _Parcel:
    """What is still to be sent of one record, in steps: each is sent when the one before is acknowledged."""

    record: Record
    steps: list[list[_Send]]
    rejection: tuple[RejectReason, str] | None = None  # reason and detail of the dead letter, where it is one
    shrunk: bool = False
    tries: int = 0  # dead letters that were refused

    @property
    def in_last_form(self) -> bool:
        """Whether it is a dead letter that cannot be made easier to take: neither smaller nor stamped otherwise."""
        return self.shrunk or self.tries == 2


class _Failure(NamedTuple):
    parcel: _Parcel
    send: _Send
    error: KafkaError

    def __str__(self) -> str:
        record = self.parcel.record
        return f"{self.send.route.topic}: {self.error!r} (of {record.topic}/{record.partition}/{record.offset})"


class Delivery:
    """Publishes batches. `producer` gives the running one, made with acks="all".

    `retry_for`: seconds for which brokers that give no answer are tried. Where they do answer, and a topic refuses
    whatever it is sent, `pause` is begun, and the topic is tried for as long as it takes.
    """

    def __init__(
        self,
        producer: Callable[[], AIOKafkaProducer],
        routes: Routes,
        options: HandleOptions,
        pause: Pause,
        retry_for: float,
    ) -> None:
        self._producer = producer
        self._routes = routes
        self._options = options
        self._pause = pause
        self._retry_for = retry_for

    async def deliver(self, batch: Sequence[tuple[Record, Outcome]]) -> list[tuple[Record, RejectReason]]:
        """Return when everything of `batch` is acknowledged: all quotes of a record before its marker, and all of a
        record before anything of a later one of the same article.

        A record whose quotes or marker the brokers refuse gets a dead letter instead; these are returned with their
        reasons. A dead letter that is refused is sent again stamped with the present, if too large without its value.
        Raises UndeliverableError, and GivenWayError where the gate closes during a pause; what was sent by then is sent
        again when the records come again.
        """
        return await self._pause.giving_way(self._deliver(batch))

    async def _deliver(self, batch: Sequence[tuple[Record, Outcome]]) -> list[tuple[Record, RejectReason]]:
        return [refused for part in _parts(batch) for refused in await self._deliver_part(part)]

    async def _deliver_part(self, batch: Sequence[tuple[Record, Outcome]]) -> list[tuple[Record, RejectReason]]:
        parcels = [self._parcel(record, outcome) for record, outcome in batch]
        rejected: list[tuple[Record, RejectReason]] = []
        while parcels:
            refused = await self._send([(parcel, send) for parcel in parcels for send in parcel.steps[0]])
            for parcel in parcels:
                if (refusal := refused.get(id(parcel))) is None:
                    del parcel.steps[0]
                    continue
                if parcel.rejection is None:
                    reason: RejectReason = "result-too-large" if isinstance(refusal, TOO_LARGE) else "broker-refused"
                    parcel.rejection = reason, repr(refusal)
                    rejected.append((parcel.record, reason))
                    self._put_letter(parcel, parcel.rejection)
                else:
                    self._put_other_letter(parcel, parcel.rejection, refusal)
            parcels = [parcel for parcel in parcels if parcel.steps]
        return rejected

    def _parcel(self, record: Record, outcome: Outcome) -> _Parcel:
        match outcome:
            case Processed(quotes=quotes, marker=marker):
                steps = [[_Send(self._routes.quotes, quote) for quote in quotes]] if quotes else []
                return _Parcel(record, [*steps, [_Send(self._routes.processed, marker)]])
            case Rejected(reason=reason, detail=detail, letter=letter):
                return _Parcel(record, [[_Send(self._routes.rejected, letter)]], (reason, detail))

    def _put_letter(self, parcel: _Parcel, rejection: tuple[RejectReason, str]) -> None:
        reason, detail = rejection
        options = replace(self._options, max_letter_bytes=SMALLEST_LETTER) if parcel.shrunk else self._options
        letter = reject(parcel.record, reason, detail, options, now=_now()).letter
        if parcel.tries:
            letter = replace(letter, timestamp=None)
        parcel.steps = [[_Send(self._routes.rejected, letter)]]

    def _put_other_letter(self, parcel: _Parcel, rejection: tuple[RejectReason, str], refusal: KafkaError) -> None:
        """After a refused dead letter: the same, stamped with the present, and without its value if it is too large."""
        parcel.tries += 1
        parcel.shrunk = parcel.shrunk or isinstance(refusal, TOO_LARGE)
        self._put_letter(parcel, rejection)

    async def _send(self, sends: Sequence[tuple[_Parcel, _Send]]) -> dict[int, KafkaError]:
        """Send all; return the refusal of each parcel (by its id) of which a record was refused."""
        refused: dict[int, KafkaError] = {}
        unsent = list(sends)
        failure = "no answer"
        now = asyncio.get_running_loop().time
        try:
            # The only bound: a client that is cut off from its brokers can also wait without an error.
            async with asyncio.timeout(self._retry_for) as limit:
                async for attempt in AsyncRetrying(
                    wait=wait_random_exponential(multiplier=0.2, max=5),
                    retry=retry_if_exception_type(UndeliverableError),
                    before_sleep=self._tell,
                ):
                    with attempt:
                        failures = await self._send_or_refuse(unsent, refused)
                        unsent = [(parcel, send) for parcel, send, _ in failures]
                        if self._begin_pause(failures):
                            limit.reschedule(now() + self._retry_for)  # they do answer
                        if failures:
                            failure = str(failures[0])
                            raise UndeliverableError(failure)
        except TimeoutError:
            raise UndeliverableError(f"not taken within {self._retry_for:g} s: {failure}") from None
        for topic in {send.route.topic for parcel, send in sends if id(parcel) not in refused}:
            self._pause.end(topic)
        return refused

    def _begin_pause(self, failures: Sequence[_Failure]) -> bool:
        """Begin the pause, or go on with it, where a topic of `failures` refuses whatever it is sent."""
        standing = [failure for failure in failures if self._is_standing(failure)]
        for topic, failure in {failure.send.route.topic: failure for failure in standing}.items():
            self._pause.begin(topic, repr(failure.error), fields_of(failure.parcel.record))
        return bool(standing)

    def _is_standing(self, failure: _Failure) -> bool:
        # A topic that is gone leaves the client's metadata; what waits for it then fails as if its leader had moved.
        cluster = self._producer().client.cluster
        return is_standing(failure.error) or cluster.partitions_for_topic(failure.send.route.topic) is None

    def _tell(self, state: RetryCallState) -> None:
        if not self._pause.active:  # which tells of itself
            log.warning("not taken, trying again: %s", state.outcome.exception() if state.outcome else None)

    async def _send_or_refuse(
        self, sends: Sequence[tuple[_Parcel, _Send]], refused: dict[int, KafkaError]
    ) -> list[_Failure]:
        """Send all; add the refusals to `refused`, and return the failures that may pass."""
        failures = await self._send_together(sends)
        suspects = [failure for failure in failures if isinstance(failure.error, _REFUSALS)]
        passing = [failure for failure in failures if not isinstance(failure.error, _REFUSALS)]
        # The brokers refuse a batch as a whole: only a record that is refused alone is to blame. One in hundreds is
        # found by halves; one at a time, each with its linger and its way there and back, would take seconds.
        if len(sends) == 1:
            for failure in suspects:
                if failure.parcel.in_last_form:
                    passing.append(failure)
                else:
                    refused[id(failure.parcel)] = failure.error
            return passing
        middle = (len(suspects) + 1) // 2
        for half in (suspects[:middle], suspects[middle:]):
            if half:
                passing += await self._send_or_refuse([(parcel, send) for parcel, send, _ in half], refused)
        return passing

    async def _send_together(self, sends: Sequence[tuple[_Parcel, _Send]]) -> list[_Failure]:
        """Send all, in order and without waiting for one before the next; return those that failed."""
        results: list[asyncio.Future[object] | KafkaError] = []
        closed: dict[str, KafkaError] = {}  # topics that cannot even be asked for: each try takes its time
        for parcel, send in sends:
            topic = send.route.topic
            try:
                results.append(closed[topic] if topic in closed else await self._enqueue(parcel.record, send))
            except KafkaError as error:
                closed[topic] = error
                results.append(error)
        await asyncio.gather(
            *[result for result in results if isinstance(result, asyncio.Future)], return_exceptions=True
        )
        failures = []
        for (parcel, send), result in zip(sends, results, strict=True):
            reason = result.exception() if isinstance(result, asyncio.Future) else result
            if isinstance(reason, KafkaError):
                failures.append(_Failure(parcel, send, reason))
            elif reason is not None:
                raise reason
        return failures

    async def _enqueue(self, record: Record, send: _Send) -> asyncio.Future[object]:
        (topic, count), message = send.route, send.message
        key = message.partition_key
        partition = record.partition % count if key is None else partition_of(key, count)
        timestamp = None if message.timestamp is None else min(message.timestamp, _now())
        arguments = {"key": message.key, "value": message.value, "headers": list(message.headers)}
        if message.key is not None or message.value is not None:
            future = await self._producer().send(topic, partition=partition, timestamp_ms=timestamp, **arguments)
        else:  # `send` refuses it, though Kafka knows such records
            builder = self._producer().create_batch()
            builder.append(timestamp=timestamp, **arguments)
            future = await self._producer().send_batch(builder, topic, partition=partition)
        return cast(asyncio.Future[object], future)


def _parts(batch: Sequence[tuple[Record, Outcome]]) -> list[list[tuple[Record, Outcome]]]:
    """`batch` in parts in which no article stands twice: what is sent together may arrive in any order."""
    parts: list[list[tuple[Record, Outcome]]] = []
    earlier: Counter[str] = Counter()
    for record, outcome in batch:
        number = 0
        if isinstance(outcome, Processed):  # dead letters have no order
            number = earlier[outcome.article_id]
            earlier[outcome.article_id] += 1
        if number == len(parts):
            parts.append([])
        parts[number].append((record, outcome))
    return parts


def _now() -> int:
    """Milliseconds since the epoch, UTC."""
    return time.time_ns() // 1_000_000
