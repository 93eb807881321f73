"""Locks between processes, which the operating system gives back when their holder dies."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import LocalServerError

# Longer than a start without downloads takes, so that the sentence comes only when it tells something.
_SAY_AFTER = 10.0


@contextmanager
def locked(
    path: Path,
    *,
    waiting_for: str,
    wait: bool = True,
    announce: Callable[[str], None] | None = None,
) -> Iterator[None]:
    """Hold the lock file; wait for its holder, without end because each of its own steps has one.

    Raises:
        LocalServerError: it is held by another and `wait` is false.

    """
    from filelock import FileLock, Timeout

    # Each call its own: two threads of one process must wait for each other as two processes do.
    lock = FileLock(path, thread_local=False)
    try:
        lock.acquire(timeout=_SAY_AFTER if wait else 0, poll_interval=0.05)
    except Timeout as error:
        if not wait:
            raise LocalServerError(f"not possible beside {waiting_for} ({path}); try again later") from error
        if announce is not None:
            announce(f"waiting for {waiting_for}")
        lock.acquire(poll_interval=0.05)
    try:
        yield
    finally:
        lock.release()
