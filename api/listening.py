"""The port that the API listens on."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import ConfigurationError, InputError


@contextmanager
def checked_socket(host: str, port: int, *, behind_proxy: bool) -> Iterator[socket.socket]:
    """Yield a socket that listens on the address.

    Raises:
        ConfigurationError: the address is not of this machine alone, and nothing guards it.
        InputError: the address cannot be had, mostly because another program listens there.

    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise InputError(f"--host {host}: no address of this machine ({error.strerror or error})") from error
    if not behind_proxy and not ipaddress.ip_address(address[0]).is_loopback:
        raise ConfigurationError(
            f"--host {host} would let everyone on the network read the graph, and there are no keys yet; "
            "stay on 127.0.0.1, or put a guarded proxy before it and say --behind-proxy"
        )
    with socket.socket(family, kind, protocol) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(address)
            # From here on whoever is told the address may come; the server lets them in when it is ready.
            listening.listen(128)
        except OSError as error:
            raise InputError(
                f"port {port} on {host} cannot be had ({error.strerror or error}); choose another with --port"
            ) from error
        yield listening
