"""What guards the routes that write: only programs and pages of this very service may call them."""

from http import HTTPStatus
from ipaddress import ip_address
from typing import Annotated

from fastapi import Depends, Header, HTTPException, Request

_SAME = frozenset({"same-origin", "none"})


def require_own(
    request: Request,
    origin: Annotated[str | None, Header(include_in_schema=False)] = None,
    sec_fetch_site: Annotated[str | None, Header(include_in_schema=False)] = None,
) -> None:
    """Refuse what a browser sends for a page of another site, and for a name that somebody made point here.

    Raises:
        HTTPException: 403 for another site's request, 415 for a body that is not JSON.

    """
    if sec_fetch_site is not None and sec_fetch_site not in _SAME:
        raise _forbidden("a page of another site sent this request; only pages of this service may write")
    host = request.url.netloc
    if origin is not None and origin.partition("://")[2] != host:
        raise _forbidden(f"origin {origin!r} is not this service; only pages of this service may write")
    if not getattr(request.app.state, "behind_proxy", False) and not _is_loopback(request.url.hostname):
        raise _forbidden(f"host {host!r} is not this machine; use 127.0.0.1 or localhost")
    # A browser sends JSON to another site only after asking, and this service never allows it.
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and media != "application/json":
        raise HTTPException(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send the body as JSON, with Content-Type: application/json"
        )


def _is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False


def _forbidden(detail: str) -> HTTPException:
    return HTTPException(HTTPStatus.FORBIDDEN, detail)


OwnOnly = Depends(require_own)
