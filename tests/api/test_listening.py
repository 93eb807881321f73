"""Where the API may listen."""

import socket

import pytest

from api.listening import checked_socket
from graph.errors import ConfigurationError, InputError

EVERYWHERE = "0.0.0.0"  # noqa: S104 - refused, or closed at once


def test_loopback_is_free_to_all() -> None:
    with checked_socket("127.0.0.1", 0, behind_proxy=False) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"
        socket.create_connection(listening.getsockname(), timeout=5).close()


def test_the_network_is_refused_unless_guarded() -> None:
    with (
        pytest.raises(ConfigurationError, match="--behind-proxy"),
        checked_socket(EVERYWHERE, 0, behind_proxy=False),
    ):
        pass
    with checked_socket(EVERYWHERE, 0, behind_proxy=True) as listening:
        assert listening.getsockname()[1] > 0


def test_a_taken_port_is_said() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with (
            pytest.raises(InputError, match=f"port {port}"),
            checked_socket("127.0.0.1", port, behind_proxy=False),
        ):
            pass


def test_an_unknown_host_is_said() -> None:
    with (
        pytest.raises(InputError, match="no address"),
        checked_socket("nowhere.invalid", 1, behind_proxy=False),
    ):
        pass
