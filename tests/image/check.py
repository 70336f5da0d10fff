"""`make image-check`: the image and the compose file, tried as far as a machine without a container engine can.

It checks the Dockerfile and docker-compose.yml, builds the image for real on a base made by debootstrap, starts an
Apache Kafka from its jars by the image's own entry point under the compose file's environment, and runs the image's
commands against it as the image's user. Needs Linux, root, and: buildah, debootstrap, docker-compose (Debian's
packages), java and mvn. It keeps its files below `.cache/image`. What it cannot try: `docker compose up` itself.
"""

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from aiokafka import AIOKafkaConsumer, TopicPartition

from streams.children import start_child, stop_child
from streams.embedded import HOST, answers
from streams.kafka.admin import open_admin
from streams.settings import Settings
from tests.brokers.apache_kafka import fetch_jars, free_ports, missing_programs

REPOSITORY = Path(__file__).parents[2]
CACHE = REPOSITORY / ".cache" / "image"
BASE, IMAGE, CONTAINER = "localhost/aqwal-base", "localhost/aqwal:check", "aqwal-check"
SUITE = "bookworm"
SAMPLES = REPOSITORY / "streams" / "samples" / "articles.jsonl"
# What lets pip reach its registry from inside the build, where this machine needs something of its own for that.
MACHINE_FILES = [Path("/etc/pip.conf"), Path("/etc/ssl/certs/ca-certificates.crt")]
PORTS = ("29092", "29093", "9092")
ENVIRONMENT = os.environ | {"BUILDAH_ISOLATION": "chroot", "STORAGE_DRIVER": "vfs"}
BUILDAH = ["buildah", "--root", str(CACHE / "storage"), "--runroot", str(CACHE / "run")]


def main() -> None:
    """Run every step; the first that fails ends the check with its output."""
    programs = [p for p in ("buildah", "debootstrap", "docker-compose") if shutil.which(p) is None]
    if missing := programs + missing_programs():
        sys.exit(f"image-check needs {', '.join(missing)}")
    if os.geteuid() != 0:
        sys.exit("image-check needs root (debootstrap, chroot)")
    CACHE.mkdir(parents=True, exist_ok=True)
    check_files()
    build_image()
    check_image()
    with kafka_as_composed() as servers:
        check_commands(servers)
    run(*BUILDAH, "rm", CONTAINER)
    run(*BUILDAH, "rmi", "--prune")
    say("all that can be tried without a container engine is right; `docker compose up` itself was not run")


def say(line: str) -> None:
    sys.stdout.write(f"image-check: {line}\n")
    sys.stdout.flush()


def run(*command: str | Path, **options: Any) -> str:
    """The standard output of a command that must succeed."""
    result = subprocess.run(
        list(map(str, command)), cwd=REPOSITORY, env=ENVIRONMENT, capture_output=True, text=True, check=False, **options
    )
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{result.stdout}{result.stderr}\nfailed ({result.returncode})")
    return result.stdout


def check_files() -> None:
    tools = CACHE / "tools"
    locked = Path(__file__).with_name("requirements.txt")
    run(sys.executable, "-m", "venv", tools)
    run(tools / "bin" / "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r", locked)
    run(tools / "bin" / "hadolint", "Dockerfile")
    say("hadolint has nothing against the Dockerfile")
    run(tools / "bin" / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml")
    run("docker-compose", "--file", "docker-compose.yml", "config", "--quiet")
    say("docker-compose.yml follows the compose specification, and docker-compose reads it")


def build_image() -> None:
    if BASE not in run(*BUILDAH, "images", "--format", "{{.Name}}"):
        rootfs = CACHE / "base"
        shutil.rmtree(rootfs, ignore_errors=True)
        # The mirror that this machine's apt uses, where it is one of the suite; else debootstrap's own.
        targets = [
            line.split() for line in run("apt-get", "indextargets", "--format", "$(CODENAME) $(REPO_URI)").splitlines()
        ]
        mirror = [address for codename, address in targets if codename == SUITE][:1]
        include = "--include=python3,python3-venv,ca-certificates"
        run("debootstrap", "--variant=minbase", include, SUITE, rootfs, *mirror)
        container = run(*BUILDAH, "from", "scratch").strip()
        run(*BUILDAH, "copy", "--quiet", container, rootfs, "/")
        run(*BUILDAH, "commit", "--quiet", "--rm", container, BASE)
        shutil.rmtree(rootfs)
        say(f"made a base of Debian {SUITE} with its Python")
    mounts = [f"--volume={path}:{path}:ro" for path in MACHINE_FILES if path.exists()]
    run(*BUILDAH, "build", *mounts, f"--build-arg=BASE_IMAGE={BASE}", f"--tag={IMAGE}", ".")
    size = run(*BUILDAH, "images", "--format", "{{.Size}}", IMAGE).strip()
    say(f"built the image ({size} with its base)")


def check_image() -> None:
    config = json.loads(run(*BUILDAH, "inspect", "--type", "image", IMAGE))["OCIv1"]["config"]
    assert config["User"] == "10001:10001", config
    assert (config["Entrypoint"], config["Cmd"]) == (["aqwal"], ["worker"]), config
    subprocess.run([*BUILDAH, "rm", CONTAINER], env=ENVIRONMENT, capture_output=True, check=False)
    run(*BUILDAH, "from", "--name", CONTAINER, IMAGE)
    assert run(*inside("id", "-u")).strip() == "10001"
    say(f"the image runs as a user without rights: {run(*inside('aqwal', '--version')).strip()}")


def inside(*command: str, **environment: str) -> list[str]:
    """A command line that runs `command` in the image as the image's user."""
    variables = [f"--env={name}={value}" for name, value in environment.items()]
    return [*BUILDAH, "run", *variables, CONTAINER, "--", *command]


def composed(service: str) -> dict[str, Any]:
    """A service of the compose file, its defaults filled in."""
    services: dict[str, Any] = yaml.safe_load(run("docker-compose", "--file", "docker-compose.yml", "config"))[
        "services"
    ]
    return services[service]


@contextmanager
def kafka_as_composed() -> Iterator[str]:
    """An Apache Kafka of the compose file's version and environment, on free ports of this machine."""
    service = composed("kafka")
    home = CACHE / "kafka"
    shutil.rmtree(home, ignore_errors=True)
    for name in ("default", "mounted", "final"):
        (home / name).mkdir(parents=True)
    for name in ("server.properties", "log4j2.yaml", "tools-log4j2.yaml"):
        (home / "default" / name).touch()
    free = dict(zip(PORTS, free_ports(len(PORTS)), strict=True))
    environment = {"PATH": os.environ["PATH"], "CLUSTER_ID": "AqwalImageCheck0000000"}
    for name, value in service["environment"].items():
        local = re.sub(r"\bkafka:|(?<=//):", f"{HOST}:", str(value))
        environment[name] = re.sub(r"(?<=:)(\d{4,5})\b", lambda port: str(free[port[1]]), local)
    environment["KAFKA_LOG_DIRS"] = str(home / "data")
    jars = fetch_jars(service["image"].split(":")[1])
    java = ["java", "-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", f"{jars}{os.sep}*"]
    # What the entry point of apache/kafka does: the properties from the environment, then the storage's format.
    wrapper = [part for name in ("default", "mounted", "final") for part in (f"--{name}-configs-dir", str(home / name))]
    setup = [*java, "kafka.docker.KafkaDockerWrapper", "setup", *wrapper]
    subprocess.run(setup, env=environment, check=True, capture_output=True)
    with (home / "broker.log").open("wb") as log:
        broker = start_child([*java, "kafka.Kafka", str(home / "final" / "server.properties")], output=log)
        try:
            wait_until(lambda: answers(HOST, free["9092"]), 60, f"the broker, see {log.name}")
            say(f"{service['image']} starts with the compose file's environment (from its jars)")
            yield f"{HOST}:{free['9092']}"
        finally:
            stop_child(broker, grace=20)


def check_commands(servers: str) -> None:
    """The composed services' commands in their order: topics, twice; then a worker that is given the samples."""
    topics, worker_service = composed("topics"), composed("worker")
    reachable = {"AQWAL_BOOTSTRAP_SERVERS": servers, "AQWAL_WEB_PORT": str(free_ports(1)[0])}
    for _ in range(2):
        run(*inside("aqwal", *topics["command"], **topics["environment"] | reachable))
    say("aqwal topics creates them, and does nothing the second time")
    here = [sys.executable, "-c", "from streams.cli import main; main()"]
    environment = ENVIRONMENT | {"AQWAL_BOOTSTRAP_SERVERS": servers}
    subprocess.run([*here, "publish", str(SAMPLES)], env=environment, check=True, capture_output=True)
    # Of the image too, by its standard input: what is compared is the way, not the version of the code.
    expected = run(*inside("aqwal", "extract", "-"), input=SAMPLES.read_text("utf-8")).splitlines()
    articles = SAMPLES.read_text("utf-8").count("\n")
    with (CACHE / "worker.log").open("wb") as log:
        command = inside("aqwal", *worker_service["command"], **worker_service["environment"] | reachable)
        worker = start_child(command, output=log, environment=ENVIRONMENT)
        try:
            wait_until(
                lambda: (
                    worker.poll() is not None or len(asyncio.run(values(servers, "articles.processed"))) >= articles
                ),
                90,
                f"the markers, see {log.name}",
            )
            assert worker.poll() is None, f"the worker ended, see {log.name}"
            quotes = asyncio.run(values(servers, "quotes.attributed"))
            assert sorted(quotes) == sorted(expected), "the events are not those of aqwal extract"
            say(f"the worker processed {articles} articles into {len(quotes)} events, those of aqwal extract")
            # Last, since it must still be well after its work; the port is a free one of this machine.
            probe = [
                str(part).replace("9464", reachable["AQWAL_WEB_PORT"]) for part in worker_service["healthcheck"]["test"]
            ]
            run(*inside(*probe[1:]))
            say("the compose file's health check finds it well")
            os.kill(innermost(worker.pid), signal.SIGTERM)
            assert worker.wait(40) == 0, f"the worker did not stop in order, see {log.name}"
            say("it stops in order on SIGTERM")
        finally:
            stop_child(worker, grace=5)


async def values(servers: str, topic: str) -> list[str]:
    """Every value of a topic."""
    consumer = AIOKafkaConsumer(bootstrap_servers=servers, auto_offset_reset="none", enable_auto_commit=False)
    await consumer.start()
    try:
        async with open_admin(Settings(bootstrap_servers=servers)) as admin:
            count = (await admin.partition_counts([topic]))[topic]
        partitions = [TopicPartition(topic, number) for number in range(count)]
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        for partition in partitions:
            consumer.seek(partition, 0)
        found: list[str] = []
        while any([await consumer.position(p) < ends[p] for p in partitions]):
            batches = await consumer.getmany(*partitions, timeout_ms=500)
            found += [record.value.decode() for records in batches.values() for record in records]
        return found
    finally:
        await consumer.stop()


def innermost(pid: int) -> int:
    """The last of a process's only children's children: the command that buildah runs."""
    while children := [
        c for task in Path(f"/proc/{pid}/task").iterdir() for c in (task / "children").read_text().split()
    ]:
        pid = int(children[0])
    return pid


def wait_until(reached: Any, seconds: float, what: str) -> None:
    deadline = time.monotonic() + seconds
    while not reached():
        if time.monotonic() > deadline:
            sys.exit(f"image-check: waited {seconds:g} s in vain for {what}")
        time.sleep(0.2)


if __name__ == "__main__":
    main()
