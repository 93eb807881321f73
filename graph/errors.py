"""All errors that newsgraph raises on purpose.

    AppError
    ├── ConfigurationError      a setting, the ontology, a lexicon or a query file is wrong
    │   └── ExtraMissingError   an optional part is not installed
    ├── InputError              something given by the user cannot be read
    │   ├── ArticleError        one article cannot be used; the rest of a batch goes on
    │   └── LineError           one line of an extraction file breaks the format
    ├── NotFoundError           nothing has that id or key
    ├── QueryError              Cypher that the server refuses
    │   └── QueryTimeoutError   a query took longer than it may
    └── StoreError              the graph cannot be reached or does not answer
        ├── AuthenticationError the store refuses user or password
        ├── SchemaError         the graph was made by another version of newsgraph
        └── LocalServerError    the Neo4j of one's own cannot be fetched, started or stopped
            └── FetchError      a file of it cannot be downloaded or has the wrong sha256

Each message names what is wrong, where, and what to do. None of them knows of HTTP or exit codes.
"""


class AppError(Exception):
    """Any error that is reported to the user as one message without a traceback."""


class ConfigurationError(AppError):
    """A setting or a data file of the program is wrong."""


class ExtraMissingError(ConfigurationError):
    """A command needs an optional part that is not installed."""


class InputError(AppError):
    """Something given by the user cannot be read."""


class ArticleError(InputError):
    """One article cannot be used."""


class LineError(InputError):
    """One line of an extraction file breaks the format."""


class NotFoundError(AppError):
    """Nothing in the graph has that id or key."""


class QueryError(AppError):
    """The server refuses a Cypher statement."""


class QueryTimeoutError(QueryError):
    """A query took longer than it may."""


class StoreError(AppError):
    """The graph cannot be reached or does not answer."""


class AuthenticationError(StoreError):
    """The store refuses user or password."""


class SchemaError(StoreError):
    """The graph was made by another version of newsgraph."""


class LocalServerError(StoreError):
    """The local Neo4j cannot be fetched, started or stopped."""


class FetchError(LocalServerError):
    """A file of the local Neo4j cannot be downloaded, or is not the file that was locked."""
