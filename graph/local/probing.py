"""Ask the local server over HTTP, without the driver: is it there, and to change the password."""

import base64
import http.client
import json
import socket

_HOST = "127.0.0.1"


class RefusedError(Exception):
    """The server refuses user and password."""


def answers(port: int) -> bool:
    """Return whether something accepts connections on that port of loopback."""
    try:
        with socket.create_connection((_HOST, port), timeout=2):
            return True
    except OSError:
        return False


def is_free(port: int) -> bool:
    """Return whether a server could listen on that port of loopback."""
    if answers(port):
        return False
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        # As Java does it: connections of an earlier server that are timing out do not hold the port.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((_HOST, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """Return a port that the system says is free."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind((_HOST, 0))
        return int(listener.getsockname()[1])


def run(
    port: int,
    statement: str,
    *,
    credentials: tuple[str, str] | None,
    database: str,
    parameters: dict[str, str] | None = None,
) -> bool:
    """Run one statement and return whether it succeeded; False too while the database is not there yet.

    Raises:
        RefusedError: user or password are wrong.

    """
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if credentials is not None:
        headers["Authorization"] = "Basic " + base64.b64encode(":".join(credentials).encode()).decode()
    body = json.dumps({"statement": statement, "parameters": parameters or {}})
    # Not httpx: that takes proxies from the environment, and is slow to import for a command's start.
    connection = http.client.HTTPConnection(_HOST, port, timeout=30)
    try:
        connection.request("POST", f"/db/{database}/query/v2", body=body, headers=headers)
        response = connection.getresponse()
        response.read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    if response.status == http.client.UNAUTHORIZED:
        raise RefusedError
    return response.status in (http.client.OK, http.client.ACCEPTED)
