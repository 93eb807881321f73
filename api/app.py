"""The application: routes, errors, the store's life."""

import logging
import sys
import threading
import time
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager
from importlib.metadata import PackageNotFoundError, version

import structlog
from fastapi import FastAPI, Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
    app.add_middleware(EachRequest)
    for routes in (actors, events, claims, articles, judgements, corrections, relations, health):
        app.include_router(routes.router)
    return app


class EachRequest:
    """Gives each request an id, a line in the log, and the headers that every answer has.

    Plain ASGI: Starlette's own base class for this starts a task and two streams for each request.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and whatever goes wrong on the way is a problem and in the log."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = uuid.uuid4().hex[:12]
        scope.setdefault("state", {})["request_id"] = request_id
        status = 0

        async def marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers.update({**_HEADERS, "X-Request-ID": request_id})
            await send(message)

        try:
            await self._app(scope, receive, marked)
        except Exception as error:
            _log.exception("request failed", request_id=request_id, path=scope["path"])
            if status:
                raise  # half of an answer is out
            await problems.unforeseen(Request(scope), error)(scope, receive, marked)
        _log.info("request", request_id=request_id, method=scope["method"], path=scope["path"], status=status)


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
