"""A worker that waits in vain is told from one that has nothing to do."""

from streams.worker.gate import Gate
from streams.worker.ledger import Ledger, Partition
from streams.worker.pause import Pause
from streams.worker.pulse import Pulse

A = Partition("articles", 0)


def test_the_pulse_stops_only_where_records_wait_and_none_is_handled() -> None:
    time = [0.0]
    ledger = Ledger()
    pause = Pause(Gate())
    pulse = Pulse(ledger, pause, limit=100, clock=lambda: time[0])

    def stopped_at(now: float) -> bool:
        time[0] = now
        return pulse.stopped()

    assert not stopped_at(5_000)  # nothing to do, for however long
    ledger.hand_out(A, [1, 2])
    assert not stopped_at(5_100)
    assert stopped_at(5_101)
    pulse.beat()
    assert not stopped_at(5_200)
    ledger.finish(A, 1)
    assert stopped_at(5_202)  # what is done before does not help the one that waits
    ledger.finish(A, 2)
    assert not stopped_at(9_000)
    ledger.hand_out(A, [3])
    pause.begin("articles.rejected", "no right to write")
    assert not stopped_at(19_000)
    pause.end("articles.rejected")
    assert not stopped_at(19_100)
    assert stopped_at(19_101)


def test_a_process_that_hangs_is_not_alive_and_to_ask_changes_nothing() -> None:
    time = [0.0]
    ledger = Ledger()
    pulse = Pulse(ledger, Pause(Gate()), limit=100, clock=lambda: time[0])
    for _ in range(50):
        time[0] += 10
        pulse.stopped()
    assert pulse.alive()
    time[0] += 100
    assert pulse.alive()
    time[0] += 1  # the loop that should ask whether it has stopped has not come to it
    assert not pulse.alive()
