"""A Maven repository on loopback that tests can make slow, broken or wrong."""

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from graph.local.lock import LockedJar

_BLOCK = 1 << 16


@dataclass
class Repository:
    """What it hands out, and what was asked of it."""

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    pause: float = 0.0
    breaks_after: int | None = None
    failures: int = 0
    ignores_ranges: bool = False
    ranges: list[str | None] = field(default_factory=list)
    most_at_once: int = 0
    gathers: int = 0
    _now: int = 0
    _lock: threading.Condition = field(default_factory=threading.Condition)

    def add(self, name: str, content: bytes) -> LockedJar:
        """Put a file there and return how a lock names it."""
        sha256 = hashlib.sha256(content).hexdigest()
        jar = LockedJar("org.example", name, "1.0", None, sha256, len(content))
        self.files[f"/{jar.path}"] = content
        return jar

    def entered(self, steps: int) -> None:
        """Count requests under way; keep them until there were as many at once as are to gather."""
        with self._lock:
            self._now += steps
            self.most_at_once = max(self.most_at_once, self._now)
            self._lock.notify_all()
            self._lock.wait_for(lambda: self.most_at_once >= self.gathers, timeout=20)

    def fails_now(self) -> bool:
        """Return whether this request is one of those that fail."""
        with self._lock:
            self.failures -= 1
            return self.failures >= 0


@contextmanager
def serve() -> Iterator[Repository]:
    """Yield a repository that answers on a free port of loopback."""
    repository = Repository()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            repository.entered(1)
            try:
                self._answer()
            finally:
                repository.entered(-1)

        def _answer(self) -> None:
            asked = self.headers.get("Range")
            repository.ranges.append(asked)
            content = repository.files.get(self.path)
            if repository.fails_now():
                self.send_error(503)
                return
            if content is None:
                self.send_error(404)
                return
            offset = 0
            if asked is not None and not repository.ignores_ranges:
                offset = int(asked.removeprefix("bytes=").removesuffix("-"))
            self.send_response(206 if offset else 200)
            self.send_header("Content-Length", str(len(content) - offset))
            self.end_headers()
            end = len(content)
            if repository.breaks_after is not None:
                end, repository.breaks_after = offset + repository.breaks_after, None
            for start in range(offset, end, _BLOCK):
                time.sleep(repository.pause)
                self.wfile.write(content[start : min(start + _BLOCK, end)])
            self.close_connection = end < len(content)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Say nothing: a client that goes away in the middle is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    repository.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield repository
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
