"""What is put on the input topic when a dead letter is sent back."""

from schemas.dead_letter import DeadLetterHeaders
from streams.core.letters import without_ours
from streams.core.records import Headers, Message, Record


class NotSendableError(ValueError):
    """Nothing can be sent back of the letter; the message says why."""


def sent_back(letter: Record, why: DeadLetterHeaders, original: Record | None = None) -> Message:
    """The record of `letter`: key, value and headers, ours among them, so that its attempts go on being counted.

    It keeps the timestamp of the first record: an old revision of an article that comes late stays the older one.
    `original` is what now lies where the letter says that its record lay; it is needed where a part had been left out
    (`why.omitted`). Raises NotSendableError where that is another record or none, or where there is nothing to send.
    """
    if why.omitted is None:
        message = _message(letter, letter.headers, why)
    elif original is None:
        raise NotSendableError(f"its {why.omitted} had been left out, and the original is gone from {_place(why)}")
    elif not _is_original(original, letter, why):
        raise NotSendableError(f"its {why.omitted} had been left out, and another record lies at {_place(why)}")
    else:
        whole = why.model_copy(update={"omitted": None})
        message = _message(original, without_ours(original.headers) + whole.encode(), whole)
    if message.key is None and message.value is None:
        raise NotSendableError("it has neither a key nor a value")
    return message


def _message(record: Record, headers: Headers, why: DeadLetterHeaders) -> Message:
    return Message(record.key, record.value, headers, why.timestamp, partition_key=record.key)


def _is_original(original: Record, letter: Record, why: DeadLetterHeaders) -> bool:
    left_out = (why.omitted or "").split(",")
    return (
        max(original.timestamp, -1) == (-1 if why.timestamp is None else why.timestamp)
        and ("key" in left_out or original.key == letter.key)
        and ("headers" in left_out or without_ours(original.headers) == without_ours(letter.headers))
    )


def _place(why: DeadLetterHeaders) -> str:
    return f"{why.topic}/{why.partition}/{why.offset}"
