"""Fetch locked jars into a folder: twelve at a time, resumed where interrupted, verified by sha256."""

import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path

import httpx

from graph.errors import FetchError
from graph.local.disk import require_room
from graph.local.lock import LockedJar

PARALLEL = 12
_TRIES = 3
_CHUNK = 1 << 17
# What of a partial file can be resumed; anything else is started from its beginning.
_OK, _PARTIAL, _RANGE_NOT_SATISFIABLE = 200, 206, 416
_RECORD = "verified.json"


def default_repository() -> str:
    """Return the address of Maven Central, which the package jgo keeps."""
    from jgo.constants import MAVEN_CENTRAL_URL

    return str(MAVEN_CENTRAL_URL)


def missing(jars: Sequence[LockedJar], folder: Path) -> list[LockedJar]:
    """Return the jars that are not in the folder as they were when their sha256 was last verified."""
    record = _read_record(folder)
    return [jar for jar in jars if record.get(jar.name, []) != _fingerprint(folder / jar.name, jar)]


def fetch(jars: Sequence[LockedJar], folder: Path, *, repository: str | None = None) -> None:
    """Bring every jar that is missing into the folder.

    Args:
        jars: what a lock file holds.
        folder: where the files go, made if needed; the caller keeps others out of it meanwhile.
        repository: address of a Maven repository; None means Maven Central.

    Raises:
        FetchError: a file cannot be downloaded or is not the one that was locked.

    """
    wanted = missing(jars, folder)
    if not wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    to_fetch = [jar for jar in wanted if not _is_locked_file(folder / jar.name, jar)]
    if to_fetch:
        require_room(folder, sum(jar.size for jar in to_fetch), what="the jars of Neo4j")
        _fetch_all(to_fetch, folder, (repository or default_repository()).rstrip("/"))
    record = {jar.name: _fingerprint(folder / jar.name, jar) for jar in jars}
    (folder / _RECORD).write_text(json.dumps(record), encoding="utf-8")


def _fetch_all(jars: Sequence[LockedJar], folder: Path, repository: str) -> None:
    stopped = threading.Event()
    limits = httpx.Limits(max_connections=PARALLEL)
    timeout = httpx.Timeout(30, connect=10, pool=None)
    with (
        _progress(sum(jar.size for jar in jars)) as advance,
        httpx.Client(limits=limits, timeout=timeout, follow_redirects=True) as client,
        ThreadPoolExecutor(PARALLEL) as pool,
    ):
        # The largest first, or the last one to start would be waited for alone.
        ordered = sorted(jars, key=_size, reverse=True)
        download = _Download(client, repository, folder, advance, stopped)
        futures = [pool.submit(download.run, jar) for jar in ordered]
        try:
            done, _ = wait(futures, return_when=FIRST_EXCEPTION)
        finally:
            # Also after Ctrl-C: what is under way ends at its next chunk, and its part is kept.
            stopped.set() if any(not future.done() for future in futures) else None
            pool.shutdown(wait=False, cancel_futures=True)
        for future in done:
            future.result()


class _Download:
    """What all downloads of one fetch share."""

    def __init__(
        self,
        client: httpx.Client,
        repository: str,
        folder: Path,
        advance: Callable[[int], None],
        stopped: threading.Event,
    ) -> None:
        self._client = client
        self._repository = repository
        self._folder = folder
        self._advance = advance
        self._stopped = stopped

    def run(self, jar: LockedJar) -> None:
        """Fetch one jar; try again after a break, going on where it broke off."""
        part = self._folder / f"{jar.name}.part"
        for attempt in range(1, _TRIES + 1):
            resumed = part.exists() and part.stat().st_size > 0
            try:
                self._transfer(jar, part)
            except httpx.InvalidURL as error:
                raise FetchError(
                    f"{self._repository!r} is no address of a Maven repository ({error}): mend or unset"
                    " NEWSGRAPH_MAVEN_URL"
                ) from error
            except httpx.HTTPError as error:
                if attempt == _TRIES or not _may_pass(error):
                    raise FetchError(self._unreachable(jar, error)) from error
                self._stopped.wait(0.5 * attempt)
                continue
            except OSError as error:
                raise FetchError(
                    f"{part} cannot be written: {error.strerror or error}; make room there"
                ) from error
            if self._stopped.is_set():
                return
            found = _sha256(part)
            if found == jar.sha256:
                part.replace(self._folder / jar.name)
                return
            part.unlink()
            # A part left by an earlier run may be what is wrong; a whole download may not.
            if not resumed:
                raise FetchError(self._wrong(jar, found))
        raise FetchError(self._wrong(jar, found))

    def _transfer(self, jar: LockedJar, part: Path) -> None:
        offset = part.stat().st_size if part.exists() else 0
        if offset >= jar.size:
            self._advance(jar.size)
            return
        # Not compressed on the way: a range is of the file's own bytes.
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={offset}-"} if offset else {})
        with self._client.stream("GET", f"{self._repository}/{jar.path}", headers=headers) as response:
            if response.status_code == _RANGE_NOT_SATISFIABLE:
                part.unlink()
                raise httpx.ReadError("the part was longer than the file")
            response.raise_for_status()
            going_on = offset > 0 and response.status_code == _PARTIAL
            if going_on:
                self._advance(offset)
            with part.open("ab" if going_on else "wb") as file:
                for chunk in response.iter_bytes(_CHUNK):
                    if self._stopped.is_set():
                        return
                    file.write(chunk)
                    self._advance(len(chunk))
                    if file.tell() > jar.size:
                        # Endless or foreign content must not fill the disk; its hash tells the rest.
                        return

    def _unreachable(self, jar: LockedJar, error: httpx.HTTPError) -> str:
        reason = str(error) or type(error).__name__
        if isinstance(error, httpx.HTTPStatusError):
            reason = f"status {error.response.status_code}"
        return (
            f"{jar.name} cannot be downloaded from {self._repository}: {reason}. Is there a network, and does"
            " HTTPS_PROXY name the proxy if there is one? Run the command again when there is: what was"
            " fetched is kept. Without a network, set NEWSGRAPH_MAVEN_URL to a mirror of Maven Central, copy"
            f" {self._folder.parent} from a machine that has it, or set NEO4J_URI to a Neo4j elsewhere"
        )

    def _wrong(self, jar: LockedJar, found: str) -> str:
        return (
            f"{jar.name} from {self._repository} is not the file that was locked: expected sha256"
            f" {jar.sha256}, found {found}. It was thrown away. Run the command again; if it stays so, a proxy"
            " or mirror (NEWSGRAPH_MAVEN_URL) hands out other files: use another network or mirror"
        )


def _may_pass(error: httpx.HTTPError) -> bool:
    """Return whether trying again may help: after a break or the server's own fault."""
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR
    return True


def _size(jar: LockedJar) -> int:
    return jar.size


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_locked_file(path: Path, jar: LockedJar) -> bool:
    return path.is_file() and path.stat().st_size == jar.size and _sha256(path) == jar.sha256


def _fingerprint(path: Path, jar: LockedJar) -> list[object] | None:
    """Return what tells that a verified file was not touched since; hashing all at every start takes longer."""
    try:
        found = path.stat()
    except OSError:
        return None
    return [jar.sha256, found.st_size, found.st_mtime_ns]


def _read_record(folder: Path) -> dict[str, list[object]]:
    try:
        record = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """Yield a function that advances a bar on stderr by bytes; there is no bar when that is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Fetching Neo4j", total=total)
        yield lambda count: bar.advance(task, count)
