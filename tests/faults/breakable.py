"""`aqwal worker`, with another part in its app that fails at SIGUSR1. Run as a program."""

import asyncio
import signal
import sys
from typing import Any

import streams.worker.run as run
from streams.cli import main

_build_app = run.build_app


def _with_another_part(*arguments: Any, **named: Any) -> Any:
    app = _build_app(*arguments, **named)

    @app.task
    async def another_part() -> None:
        failing = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, failing.set)
        await failing.wait()
        raise RuntimeError("another part of the app fails")

    return app


if __name__ == "__main__":
    run.build_app = _with_another_part
    sys.argv = ["aqwal", "worker"]
    main()
