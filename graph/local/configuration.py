"""What the local server is told: the text of neo4j.conf, sized by the heap and the machine."""

import contextlib
import re
from dataclasses import dataclass
from pathlib import Path

_MEBIBYTE = 1 << 20
# Opened for the page cache and for the second Java that a bulk import starts from neo4j.conf.
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
OPENED_MODULES = tuple(f"--add-opens={module}=ALL-UNNAMED" for module in _OPENED)

_CGROUP_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))

# By default Neo4j waits ten seconds, when stopped, after all is on disk.
_OF_SERIES_5 = {"internal.dbms.bolt.netty_server_shutdown_quiet_period": "0"}
_OF_LATER_SERIES = {
    "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
    # Else it makes itself known to the network around.
    "server.fleet_discovery.enabled": "false",
    "dbms.fleet_manager.enabled": "false",
}


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the server listens on loopback."""

    bolt: int
    http: int


def configuration(ports: Ports, *, version: str, heap: str, memory: int, authentication: bool = True) -> str:
    """Return the text of neo4j.conf.

    Args:
        ports: where to listen.
        version: of the Neo4j that will read it.
        heap: as Java writes it.
        memory: bytes that the machine has.
        authentication: false only while a lost password is replaced.

    """
    heap_size = heap_bytes(heap)
    entries = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": f"127.0.0.1:{ports.bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{ports.bolt}",
        "server.http.enabled": "true",
        "server.http.listen_address": f"127.0.0.1:{ports.http}",
        "server.http.advertised_address": f"127.0.0.1:{ports.http}",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "true" if authentication else "false",
        # Nothing is told to anyone about what analysts do.
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "server.memory.heap.initial_size": heap,
        "server.memory.heap.max_size": heap,
        "server.memory.pagecache.size": _mebibytes(page_cache(heap_size, memory)),
        # A query that collects everything fails, and the server and its other queries live on.
        "dbms.memory.transaction.total.max": _mebibytes(heap_size * 7 // 10),
        "db.memory.transaction.total.max": _mebibytes(heap_size * 7 // 10),
        "db.memory.transaction.max": _mebibytes(heap_size // 2),
        # LOAD CSV is no way to the user's files nor from the user's machine to others.
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
        # Else each of the two databases takes 256 MB of disk before it holds anything.
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "64m",
        "db.tx_log.rotation.retention_policy": "1 days 512m",
    }
    entries |= _OF_SERIES_5 if version.startswith("5.") else _OF_LATER_SERIES
    lines = [f"{name}={value}" for name, value in entries.items()]
    lines += [f"server.jvm.additional={option}" for option in OPENED_MODULES]
    heading = "# Written by newsgraph at every start; change the NEWSGRAPH_ settings instead."
    return "\n".join([heading, *lines, ""])


def ports(text: str) -> Ports:
    """Return where a server listens that was started with this neo4j.conf."""
    found = dict(re.findall(r"^server\.(bolt|http)\.listen_address=.*:(\d+)$", text, flags=re.MULTILINE))
    return Ports(bolt=int(found["bolt"]), http=int(found["http"]))


def java_options(heap: str) -> list[str]:
    """Return the options of the server's Java."""
    return [
        f"-Xms{min(heap_bytes(heap), 256 * _MEBIBYTE) // _MEBIBYTE}m",
        f"-Xmx{heap}",
        # Starts sooner and takes less memory; on heaps above 4 GB its pauses would be felt.
        "-XX:+UseSerialGC" if heap_bytes(heap) <= 4096 * _MEBIBYTE else "-XX:+UseG1GC",
        # A server out of memory answers at random; a dead one is started again by the next command.
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-OmitStackTraceInFastThrow",
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        *OPENED_MODULES,
    ]


def heap_bytes(heap: str) -> int:
    """Return the size of a heap such as 512m or 2g."""
    match = re.fullmatch(r"(\d+)([mg])", heap)
    if match is None:
        raise ValueError(heap)
    return int(match[1]) * _MEBIBYTE * (1024 if match[2] == "g" else 1)


def page_cache(heap: int, memory: int) -> int:
    """Return the bytes of the page cache: a quarter of what the heap leaves, for there may be other servers."""
    return min(max((memory - heap) // 4, 64 * _MEBIBYTE), 16384 * _MEBIBYTE)


def machine_memory() -> int:
    """Return the bytes of memory that this machine or container has."""
    import psutil

    sizes = [int(psutil.virtual_memory().total)]
    for path in _CGROUP_LIMITS:
        # No such file outside Linux; "max" where nothing is limited.
        with contextlib.suppress(OSError, ValueError):
            sizes.append(int(path.read_text(encoding="ascii")))
    return min(sizes)


def _mebibytes(size: int) -> str:
    return f"{size // _MEBIBYTE}m"
