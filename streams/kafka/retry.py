"""Dead letters back to the input topic, each with a note about it on articles.rejected.

On Kafka both are one transaction, so that no letter is sent twice whatever breaks off, and two who send at once fence
each other: whoever began last goes on. The embedded broker has no transactions: there the record comes first, then the
note, and what breaks off in between is sent again by the next.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, Literal

from aiokafka import AIOKafkaProducer
from aiokafka.errors import InvalidTimestampError, KafkaError, ProducerFenced, TransactionalIdAuthorizationFailed

from schemas.headers import format_source
from schemas.processed import SourcePosition
from streams.core.records import Message, Record
from streams.core.rejections import Letter, note_of
from streams.core.sending_back import NotSendableError, sent_back
from streams.kafka.admin import Admin, open_admin
from streams.kafka.partitioner import partition_of
from streams.kafka.permissions import Operation, lacking_permissions
from streams.kafka.producer import BATCH_BYTES, TOO_LARGE, producer_arguments
from streams.kafka.rejected import RejectedTopic
from streams.kafka.time_limits import time_limits
from streams.kafka.unreached import why_unreached
from streams.settings import Settings

_PATIENCE = 60.0  # seconds for one letter
_STOPPING = 5.0  # seconds
# How long a transaction that was broken off (kill -9) holds up the workers, who read only what is committed.
_TRANSACTION_MS = 30_000
_REQUEST_BYTES = 32 * 1024 * 1024  # the broker's own limit decides, not the client's
_REFUSALS = (*TOO_LARGE, InvalidTimestampError)
_RETENTION = "retention.ms"


class RetryError(Exception):
    """Nothing more can be sent back; the message says why. What was said to be sent is sent."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one letter; `text` is for people.

    `before`: it had been sent back already, and nothing was sent.
    """

    what: Literal["sent", "would be sent", "before", "not sent"]
    text: str


class Retry:
    """Sends letters back one by one. `max_attempts`: a letter that was rejected so often is kept.

    With `dry_run` nothing is sent, and nobody else is disturbed.
    """

    def __init__(self, settings: Settings, rejected: RejectedTopic, max_attempts: int, dry_run: bool) -> None:
        self._settings = settings
        self._rejected = rejected
        self._max_attempts = max_attempts
        self._dry_run = dry_run
        self._producer: AIOKafkaProducer | None = None
        self._transactional = settings.broker != "embedded"
        self._in_transaction = False
        self._raw_partitions = 0
        self._retention: int | None = None  # milliseconds; None: for ever

    async def send(self, letter: Letter) -> Answer:
        """Send `letter` back, unless it has been already.

        Raises RetryError where the brokers fail, or another has begun to send back, and ReadError.
        """
        if self._producer is None and not self._dry_run:
            await self._start()
        if earlier := self._rejected.rejections.sent(letter):
            return Answer("before", f"sent back before, as {earlier}")
        if letter.why.attempts >= self._max_attempts:
            attempts = letter.why.attempts
            return Answer("not sent", f"rejected {attempts} times; --max-attempts={attempts + 1} sends it again")
        try:
            record, message = await self._read(letter)
        except NotSendableError as error:
            return Answer("not sent", str(error))
        if self._producer is None:
            return Answer("would be sent", f"would be sent to {self._settings.topic_raw}")
        return await self._send(self._producer, record, letter, message)

    async def _read(self, letter: Letter) -> tuple[Record, Message]:
        """The letter as it lies on its topic, and what is sent back of it. Raises NotSendableError."""
        settings, why = self._settings, letter.why
        record = await self._rejected.record_at(settings.topic_rejected, letter.partition, letter.offset)
        if record is None:
            raise NotSendableError("the letter has been deleted from its topic")
        original = None
        # The headers are what they say only where a worker wrote them: no other topic is copied on their word.
        if why.omitted and why.topic == settings.topic_raw:
            original = await self._rejected.record_at(why.topic, why.partition, why.offset)
        return record, sent_back(record, why, original)

    async def _send(self, producer: AIOKafkaProducer, record: Record, letter: Letter, message: Message) -> Answer:
        count = self._raw_partitions
        key = message.partition_key
        partition = letter.why.partition % count if key is None else partition_of(key, count)
        stamp, remark = message.timestamp, ""
        if stamp is not None and self._retention is not None and stamp < time.time() * 1000 - self._retention:
            stamp, remark = None, f", stamped with the present: {_RETENTION} there may delete it by its own time"
        try:
            async with asyncio.timeout(_PATIENCE):
                sent = await self._with_note(producer, record, message, partition, stamp)
        except _REFUSALS as error:
            await self.close()  # after a refusal this producer could never send to that partition again
            return Answer("not sent", f"refused by the broker: {error!r}")
        except ProducerFenced:
            self._in_transaction = False  # the other one has ended it
            raise RetryError("another `aqwal rejected retry` has begun, and goes on alone") from None
        except TimeoutError:
            text = f"not acknowledged in {_PATIENCE:g} s; the next retry sees whether it was sent"
            raise RetryError(f"{letter.partition}/{letter.offset}: {text}") from None
        except (KafkaError, OSError) as error:
            raise RetryError(f"{letter.partition}/{letter.offset}: {error!r}") from error
        self._rejected.rejections.mark(letter, sent)
        return Answer("sent", f"sent back as {sent}{remark}")

    async def _with_note(
        self, producer: AIOKafkaProducer, record: Record, message: Message, partition: int, stamp: int | None
    ) -> str:
        """Send both; `topic/partition/offset` of the record that was sent back."""
        if self._transactional:
            await producer.begin_transaction()
            self._in_transaction = True
        metadata = await producer.send_and_wait(
            self._settings.topic_raw,
            message.value,
            key=message.key,
            headers=list(message.headers),
            partition=partition,
            timestamp_ms=stamp,
        )
        position = SourcePosition(topic=metadata.topic, partition=metadata.partition, offset=metadata.offset)
        sent = format_source(position)
        await producer.send_and_wait(
            self._settings.topic_rejected,
            b"",
            key=record.key,
            headers=list(note_of(record, sent).encode()),
            partition=record.partition,
        )
        if self._transactional:
            self._in_transaction = False
            await producer.commit_transaction()
        return sent

    async def _start(self) -> None:
        """Fence whoever sends back now; what they have sent by then is seen, and not sent again."""
        settings = self._settings
        needed = dict.fromkeys((settings.topic_raw, settings.topic_rejected), Operation.WRITE)
        try:
            if lacking := await lacking_permissions(settings, needed):
                raise RetryError(f"no permission: {', '.join(lacking)}")
            async with open_admin(settings) as admin:
                counts = await admin.partition_counts([settings.topic_raw])
                self._retention = await self._retention_of_raw(admin) if counts else None
            if not counts:
                raise RetryError(f"there is no topic {settings.topic_raw}; `aqwal topics` creates it")
            self._raw_partitions = counts[settings.topic_raw]
            self._producer = AIOKafkaProducer(**self._producer_arguments())
            async with asyncio.timeout(_PATIENCE):
                await self._producer.start()
        except TransactionalIdAuthorizationFailed:
            raise RetryError(f"no permission: WRITE on transactional-id {transactional_id(settings)}") from None
        except TimeoutError:
            raise RetryError(f"{settings.bootstrap_servers}: no producer in {_PATIENCE:g} s") from None
        except (KafkaError, OSError) as error:
            raise RetryError(why_unreached(settings, error)) from error
        await self._rejected.read_on()

    async def _retention_of_raw(self, admin: Admin) -> int | None:
        if self._settings.broker == "embedded":  # it has none
            return None
        try:
            (limits,) = await time_limits(admin, [self._settings.topic_raw])
        except KafkaError:  # it may not be told to everybody: then no time but the present is safe
            return 0
        return limits.deleted

    def _producer_arguments(self) -> dict[str, Any]:
        arguments = producer_arguments(self._settings, BATCH_BYTES) | {
            "compression_type": "zstd",  # with our headers, a record of just the limit still fits
            "max_request_size": _REQUEST_BYTES,
            "linger_ms": 0,
        }
        if self._transactional:
            arguments |= {
                "enable_idempotence": True,
                "transactional_id": transactional_id(self._settings),
                "transaction_timeout_ms": _TRANSACTION_MS,
            }
        return arguments

    async def close(self) -> None:
        """End the producer, and what it had begun; the next `send` starts another."""
        if self._producer is None:
            return
        producer, self._producer = self._producer, None
        if self._in_transaction:
            self._in_transaction = False
            # AssertionError: aiokafka's, where the transaction has ended in an error already.
            with suppress(TimeoutError, KafkaError, AssertionError):
                await asyncio.wait_for(producer.abort_transaction(), _STOPPING)
        with suppress(TimeoutError, KafkaError):
            await asyncio.wait_for(producer.stop(), _STOPPING)


def transactional_id(settings: Settings) -> str:
    """The same for all who send back the letters of one topic."""
    return f"aqwal-retry-{settings.topic_rejected}"


@asynccontextmanager
async def open_retry(
    settings: Settings, rejected: RejectedTopic, *, max_attempts: int, dry_run: bool = False
) -> AsyncIterator[Retry]:
    """For sending back letters of `rejected`; connects with the first one."""
    retry = Retry(settings, rejected, max_attempts, dry_run)
    asyncio.get_running_loop().set_exception_handler(_pass_over_kafka_errors)
    try:
        yield retry
    finally:
        await retry.close()


def _pass_over_kafka_errors(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """A producer that fails leaves futures with the error that `send` has raised, and asyncio would tell it again."""
    if not isinstance(context.get("exception"), KafkaError):
        loop.default_exception_handler(context)
