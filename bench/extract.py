"""`aqwal extract` over a file: articles a second by processes, and its memory by the length of the file (Linux).

usage: python -m bench.extract [--speed 3000] [--memory 2000 20000] [--statements 4] [--rounds 3]

--speed: the articles of each measurement with one process and with two, in turn, as often as --rounds says; 0 leaves
them out. --memory: the articles of the measurements of the peak, with two processes. All outputs of one length are the
same, or the bench ends. Times include the start of the engines.
"""

import argparse
import gzip
import hashlib
import subprocess
import tempfile
import time
from pathlib import Path

from bench.used import Used
from tests.brokers.articles import article
from tests.brokers.stage import AQWAL


def write_articles(path: Path, count: int, statements: int) -> None:
    """JSON lines, packed."""
    with gzip.open(path, "wb", compresslevel=1) as file:
        for number in range(count):
            file.write(article(f"n-{number}", statements) + b"\n")


def measure(path: Path, count: int, processes: int) -> tuple[float, str]:
    """Extract all of `path`; prints a line, gives articles a second and the digest of the output."""
    output = path.with_suffix(".out")
    begin = time.monotonic()
    command = [*AQWAL, "extract", str(path), "--processes", str(processes), "--output", str(output)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    used = Used()
    while process.poll() is None:
        used.look(process.pid)
        time.sleep(0.1)
    seconds = time.monotonic() - begin
    if process.returncode != 0:
        raise SystemExit(f"aqwal extract ended with code {process.returncode}")
    with output.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    output.unlink()
    engines = [pid for pid in used.peak if pid != process.pid and used.cpu[pid] > 0.5]
    print(
        f"| {processes} | {count} | {seconds:.1f} | {count / seconds:.0f} | {used.peak[process.pid] / 1024:.0f} | "
        f"{' '.join(f'{used.peak[pid] / 1024:.0f}' for pid in engines)} | {used.cpu[process.pid]:.1f} | "
        f"{' '.join(f'{used.cpu[pid]:.1f}' for pid in engines)} |",
        flush=True,
    )
    return count / seconds, digest


def bench(options: argparse.Namespace, home: Path) -> None:
    """Measure all that is asked for."""
    print(
        "| processes | articles | s | articles/s | peak MB, parent | … engines | CPU s, parent | … engines |"
        "\n|---|---|---|---|---|---|---|---|"
    )
    path = home / "articles.jsonl.gz"
    if options.speed:
        write_articles(path, options.speed, options.statements)
        speeds: dict[int, list[float]] = {1: [], 2: []}
        digests = set()
        for _ in range(options.rounds):
            for processes, found in speeds.items():
                speed, digest = measure(path, options.speed, processes)
                found.append(speed)
                digests.add(digest)
        if len(digests) != 1:
            raise SystemExit("the outputs differ")
        print(f"\ntwo processes give {sum(speeds[2]) / sum(speeds[1]):.2f} times what one gives\n", flush=True)
    for count in options.memory:
        write_articles(path, count, options.statements)
        measure(path, count, 2)


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--speed", type=int, default=3_000)
    parser.add_argument("--memory", type=int, nargs="*", default=[2_000, 20_000])
    parser.add_argument("--statements", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    with tempfile.TemporaryDirectory(prefix="aqwal-extract-") as home:
        bench(parser.parse_args(), Path(home))


if __name__ == "__main__":
    main()
