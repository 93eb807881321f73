"""Errors as `application/problem+json` (RFC 9457)."""

from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.schemas import Problem
from graph import errors

_log = structlog.get_logger(__name__)
MEDIA = "application/problem+json"
# The most special first; what is not listed is an error of ours.
STATUS: tuple[tuple[type[errors.AppError], HTTPStatus], ...] = (
    (errors.NotFoundError, HTTPStatus.NOT_FOUND),
    (errors.InputError, HTTPStatus.BAD_REQUEST),
    (errors.QueryTimeoutError, HTTPStatus.GATEWAY_TIMEOUT),
    (errors.QueryError, HTTPStatus.BAD_REQUEST),
    (errors.ConfigurationError, HTTPStatus.SERVICE_UNAVAILABLE),
    (errors.StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
)
RESPONSES: dict[int | str, dict[str, Any]] = {
    status.value: {
        "model": Problem,
        "description": status.phrase,
        "content": {
            MEDIA: {
                "example": {
                    "type": "about:blank", "title": status.phrase, "status": status.value,
                    "detail": "what is wrong and what to do", "instance": "/v1/actors", "request_id": "5f1c2a9e",
                }
            }
        },
    }
    for status in (HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT)
}  # fmt: skip
NOT_FOUND: dict[int | str, dict[str, Any]] = {
    404: {**RESPONSES[400], "description": "Not Found"},
}


def handle(app: FastAPI) -> None:
    """Let every error of the application be answered as a problem."""
    app.add_exception_handler(errors.AppError, _of_ours)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(Exception, unforeseen)


def _problem(request: Request, status: int, detail: str, **headers: str) -> JSONResponse:
    body = Problem(
        type="about:blank",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=request.url.path,
        request_id=getattr(request.state, "request_id", ""),
    )
    return JSONResponse(body.model_dump(), status, headers, MEDIA)


def _of_ours(request: Request, error: Exception) -> JSONResponse:
    status = next(
        (status for kind, status in STATUS if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR
    )
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.GATEWAY_TIMEOUT:
        # Where the store is and why it fails is for whoever runs the server, not for whoever asks it.
        _log.error(
            "store unavailable", request_id=getattr(request.state, "request_id", ""), reason=str(error)
        )
        detail = "the graph cannot be reached now; ask again later (the server's log has the reason)"
        return _problem(request, status.value, detail)
    return _problem(request, status.value, str(error))


def _of_http(request: Request, error: Exception) -> JSONResponse:
    status = getattr(error, "status_code", 500)
    headers = getattr(error, "headers", None) or {}
    return _problem(
        request, status, str(getattr(error, "detail", "")) or HTTPStatus(status).phrase, **headers
    )


def _of_validation(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        return unforeseen(request, error)
    faults = [f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in error.errors()]
    return _problem(request, HTTPStatus.UNPROCESSABLE_ENTITY.value, "; ".join(faults))


def unforeseen(request: Request, _: Exception) -> JSONResponse:
    """Return the answer to an error that was not foreseen."""
    # The log has the traceback; the answer has nothing of the inside.
    return _problem(
        request, HTTPStatus.INTERNAL_SERVER_ERROR, "an error of the server; its log has the request id"
    )
