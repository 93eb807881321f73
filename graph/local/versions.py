"""Which Neo4j made a store, and whether another may open it."""

from pathlib import Path

from graph.errors import LocalServerError


def read(path: Path) -> str | None:
    """Return the version of the Neo4j that last opened the store, None for a new one."""
    try:
        return path.read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None


def write(path: Path, version: str) -> None:
    """Note the version that opens the store from now on."""
    path.write_text(f"{version}\n", encoding="utf-8")


def is_newer(version: str, than: str) -> bool:
    """Return whether the one version came after the other.

    >>> is_newer("2026.09.0", than="5.26.30")
    True
    """
    return _ordered(version) > _ordered(than)


def require_not_newer(made_by: str | None, asked: str, data_dir: Path) -> None:
    """Raise LocalServerError if the store was made by a newer Neo4j than the one asked for."""
    if made_by is None or not is_newer(made_by, than=asked):
        return
    raise LocalServerError(too_new(f"Neo4j {made_by}", asked, data_dir))


def too_new(made_by: str, asked: str, data_dir: Path) -> str:
    """Return what to say of a store that only a newer Neo4j can open."""
    version = made_by.removeprefix("Neo4j ")
    remedy = (
        f"set NEWSGRAPH_NEO4J_VERSION={version} (if this newsgraph does not know that one, install a newer newsgraph)"
        if version != made_by
        else "leave NEWSGRAPH_NEO4J_VERSION unset"
    )
    return (
        f"the graph in {data_dir} was made by {made_by}, and Neo4j {asked} cannot open it: {remedy}, or set"
        " NEWSGRAPH_DATA_DIR to a new folder and load the articles again"
    )


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
