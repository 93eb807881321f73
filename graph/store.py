"""The store: the only module that talks to the Neo4j driver."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any, Self, TypeVar

import neo4j
from neo4j import exceptions

from graph import queries
from graph.errors import (
    AppError,
    AuthenticationError,
    ConfigurationError,
    QueryError,
    QueryTimeoutError,
    StoreError,
)
from graph.settings import Settings
from graph.values import plain

Row = Mapping[str, Any]
_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_CONNECT_SECONDS, _ACQUIRE_SECONDS = 5.0, 10.0
T = TypeVar("T")


class Transaction:
    """A managed transaction in which several queries of `cypher/` run, all or none of them."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, name: str, /, **parameters: object) -> list[Row]:
        """Run the query of that name and return its rows."""
        query = _matched(name, parameters)
        result = self._transaction.run(query.text, parameters)
        return [record.data() for record in result]


class Store:
    """A graph in one Neo4j database, through one driver."""

    def __init__(self, driver: neo4j.Driver, *, database: str | None, query_timeout: float) -> None:
        self._driver = driver
        self._database = database
        self._query_timeout = query_timeout

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back all connections."""
        self._driver.close()

    def read(self, name: str, /, **parameters: object) -> list[Row]:
        """Run a read query of `cypher/` and return its rows."""
        query = _matched(name, parameters)

        def work(transaction: neo4j.Transaction) -> list[Row]:
            result = transaction.run(query.text, parameters)
            return [record.data() for record in result]

        return self._reading(work)

    def stream(self, name: str, /, **parameters: object) -> Iterator[Row]:
        """Run a read query of `cypher/` and yield its rows as they come, however long that takes."""
        query = _matched(name, parameters)
        with (
            _translated(),
            self._session(neo4j.READ_ACCESS) as session,
            session.begin_transaction() as transaction,
        ):
            for record in transaction.run(query.text, parameters):
                yield record.data()

    def write(self, name: str, /, **parameters: object) -> list[Row]:
        """Run one write query of `cypher/` in a transaction of its own and return its rows."""
        return self.transact(lambda transaction: transaction.run(name, **parameters))

    def transact(self, work: Callable[[Transaction], T], /) -> T:
        """Run the work in one managed transaction, again from the start when the server asks for that."""
        with self._session(neo4j.WRITE_ACCESS) as session, _translated():
            return session.execute_write(lambda transaction: work(Transaction(transaction)))

    def schema(self, name: str, /) -> None:
        """Run one schema statement of `cypher/schema`."""
        query = _matched(name, {})
        with self._session(neo4j.WRITE_ACCESS) as session, _translated():
            # Managed, for of two programs that make one schema at the same time one may be told to try again.
            try:
                session.execute_write(lambda transaction: transaction.run(query.text).consume())
            except exceptions.ClientError as error:
                # Made by the other between this one's look and its own making: a second look sees it.
                if not (error.code or "").endswith("AlreadyExists"):
                    raise
                session.execute_write(lambda transaction: transaction.run(query.text).consume())

    def server(self) -> str:
        """Return what the server says it is: "Neo4j/2026.09.0"."""
        with _translated():
            return str(self._driver.get_server_info().agent)

    def ask(
        self, cypher: str, parameters: dict[str, Any], *, limit: int, ours: bool = False
    ) -> tuple[list[dict[str, Any]], bool]:
        """Run an analyst's own Cypher, reading only.

        Args:
            cypher: one statement.
            parameters: its parameters.
            limit: rows.
            ours: it is one of our query files, of which a test knows that they only read.

        Returns:
            At most `limit` rows as plain values, and whether there were more.

        Raises:
            QueryError: it does more than read, or the server refuses it.

        """

        def work(transaction: neo4j.Transaction) -> tuple[list[dict[str, Any]], bool]:
            # The server tells without running it whether a statement only reads.
            if not ours and transaction.run("EXPLAIN " + cypher, parameters).consume().query_type != "r":
                raise QueryError("the statement does more than read; this command only reads")
            result = transaction.run(cypher, parameters)
            rows = [
                dict(zip(record.keys(), map(plain, record.values()), strict=True))
                for record in islice(result, limit)
            ]
            return rows, result.peek() is not None

        return self._reading(work)

    def _reading(self, work: Callable[[neo4j.Transaction], T]) -> T:
        """Run reading work, once more when the server was restarted since the last.

        The driver's own managed reads try for half a minute; whoever waits for an answer is told sooner.
        """
        with _translated():
            try:
                return self._read_once(work)
            except exceptions.DriverError as error:
                if not error.is_retryable():
                    raise
                return self._read_once(work)

    def _read_once(self, work: Callable[[neo4j.Transaction], T]) -> T:
        with (
            self._session(neo4j.READ_ACCESS) as session,
            session.begin_transaction(timeout=self._query_timeout) as transaction,
        ):
            return work(transaction)

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access)


def _matched(name: str, parameters: Mapping[str, object]) -> queries.Query:
    query = queries.load(name)
    if query.parameters != parameters.keys():
        missing = sorted(query.parameters - parameters.keys())
        unknown = sorted(parameters.keys() - query.parameters)
        raise ConfigurationError(f"cypher/{name}.cypher: missing parameters {missing}, unknown {unknown}")
    return query


def _refused(error: exceptions.ClientError) -> AppError:
    code = error.code or ""
    if "AuthenticationRateLimit" in code:
        return AuthenticationError(
            "the store refuses user or password for some seconds, because they were wrong several times;"
            " check NEO4J_USERNAME and NEO4J_PASSWORD and wait"
        )
    if "TransactionTimedOut" in code:
        return QueryTimeoutError(
            f"the query took too long and was ended; NEWSGRAPH_QUERY_TIMEOUT sets how long it may: {error.message}"
        )
    return QueryError(f"{code}: {error.message}")


@contextmanager
def _translated() -> Iterator[None]:
    """Turn the driver's errors into ours, with what to do."""
    try:
        yield
    except exceptions.AuthError as error:
        raise AuthenticationError(
            "the store refuses user or password; check NEO4J_USERNAME and NEO4J_PASSWORD"
        ) from error
    except exceptions.ClientError as error:
        raise _refused(error) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        raise StoreError(f"the store does not answer: {error}; is it running at that address?") from error
    except exceptions.Neo4jError as error:
        # Of its own making: no memory, no room on the disk, a conflict that all attempts did not solve.
        raise StoreError(f"the store failed: {error.code}: {error.message}") from error
    except exceptions.DriverError as error:
        raise StoreError(f"the store cannot be used: {error}") from error


@contextmanager
def open_store(settings: Settings, *, announce: Callable[[str], None] | None = None) -> Iterator[Store]:
    """Yield the store that the settings name, after starting the local Neo4j if it is that one.

    Args:
        settings: NEO4J_URI set means that server, unset the local one of the data directory.
        announce: called with one sentence when a local server had to be started.

    Raises:
        StoreError: it cannot be reached, or refuses the password.

    """
    uri, username, password, database = _address(settings, announce)
    if uri.partition("://")[0] not in _SCHEMES:
        raise ConfigurationError(
            f"NEO4J_URI {uri!r} is not an address of a Neo4j; it begins with {_SCHEMES[0]}://"
        )
    try:
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=(username, password),
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=_ACQUIRE_SECONDS,
            # An empty graph has no labels yet; the server would warn of each query's every name.
            notifications_min_severity="OFF",
            warn_notification_severity="OFF",
            user_agent="newsgraph",
        )
    except (ValueError, exceptions.ConfigurationError) as error:
        raise ConfigurationError(f"NEO4J_URI {uri!r} is not an address of a Neo4j: {error}") from error
    with Store(driver, database=database, query_timeout=settings.query_timeout) as store:
        with _translated():
            driver.verify_connectivity()
        yield store


def _address(settings: Settings, announce: Callable[[str], None] | None) -> tuple[str, str, str, str | None]:
    if settings.neo4j_uri is not None:
        password = settings.neo4j_password
        if password is None:
            raise ConfigurationError("NEO4J_URI is set but NEO4J_PASSWORD is not")
        return (
            settings.neo4j_uri,
            settings.neo4j_username,
            password.get_secret_value(),
            settings.neo4j_database,
        )
    # Only here, so that a store elsewhere needs nothing of the local one.
    from graph.local.server import LocalServer

    connection = LocalServer(settings).ensure_running(announce=announce)
    return connection.uri, connection.username, connection.password, connection.database
