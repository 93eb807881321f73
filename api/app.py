"""The application: routes, errors, the store's life."""

import logging
import sys
import threading
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager
from importlib.metadata import PackageNotFoundError, version

import structlog
from fastapi import FastAPI, Request, Response

from api import problems
from api.routes import actors, articles, claims, corrections, events, health, judgements, relations
from graph import schema
from graph.errors import AppError
from graph.settings import Settings
from graph.store import Store, open_store

Opener = Callable[[], AbstractContextManager[Store]]
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
_log = structlog.get_logger(__name__)


class Connected:
    """The store, opened when first needed and again after it was away."""

    def __init__(self, opener: Opener) -> None:
        self._opener = opener
        self._stack = ExitStack()
        self._store: Store | None = None
        self._lock = threading.Lock()
        self._failed: tuple[float, AppError] | None = None

    def __call__(self) -> Store:
        """Return the open store.

        Raises:
            StoreError: it cannot be reached.

        """
        asked = time.monotonic()
        with self._lock:
            if self._store is None:
                if self._failed is not None and self._failed[0] >= asked:
                    # Tried while this one waited: else a crowd would try one after the other.
                    raise self._failed[1]
                try:
                    store = self._stack.enter_context(self._opener())
                    schema.prepare(store)
                except AppError as error:
                    self._failed = (time.monotonic(), error)
                    self._stack.close()
                    raise
                self._store = store
            return self._store

    def close(self) -> None:
        """Give the connections back."""
        self._stack.close()


def create_app(settings: Settings, *, opener: Opener | None = None, behind_proxy: bool = False) -> FastAPI:
    """Return the application on the store that the settings name.

    Args:
        settings: which store.
        opener: opens another one.
        behind_proxy: something in front guards it, and names it as it likes.

    """
    connected = Connected(opener or (lambda: open_store(settings)))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        try:
            yield
        finally:
            connected.close()

    app = FastAPI(
        title="newsgraph",
        summary="Who did what to whom, by the news, with the sentence behind every edge.",
        version=_version(),
        lifespan=lifespan,
        # Their pages load scripts from elsewhere; the document itself is at /openapi.json.
        docs_url=None,
        redoc_url=None,
        responses=problems.RESPONSES,
    )
    app.state.store = connected
    app.state.behind_proxy = behind_proxy
    problems.handle(app)
    app.middleware("http")(_each_request)
    for routes in (actors, events, claims, articles, judgements, corrections, relations, health):
        app.include_router(routes.router)
    return app


async def _each_request(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Give each request an id, a line in the log, and the headers that every answer has."""
    request.state.request_id = uuid.uuid4().hex[:12]
    try:
        response = await call_next(request)
    except Exception as error:  # noqa: BLE001 - whatever it is, the answer is a problem and the log has it
        _log.exception("request failed", request_id=request.state.request_id, path=request.url.path)
        response = problems.unforeseen(request, error)
    response.headers.update(_HEADERS)
    response.headers["X-Request-ID"] = request.state.request_id
    _log.info(
        "request",
        request_id=request.state.request_id,
        method=request.method,
        path=request.url.path,
        status=response.status_code,
    )
    return response


def _version() -> str:
    try:
        return version("newsgraph")
    except PackageNotFoundError:
        return "0"


def log_to_stderr(*, level: int = logging.INFO) -> None:
    """Write the log to stderr, from this level on."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
