"""The whole graph as the files of `neo4j-admin database import`, with the arguments that import them.

Whatever newsgraph keeps is written, by label and by type, with the types that the properties have in the store.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graph import ontology
from graph.bulk import tables
from graph.bulk.tables import Table
from graph.store import Row, Store

ARGUMENTS = "import.args"
LABELS = (
    "Article", "Claim", "Actor", "Quotation", "Event", "Tally", "Judgement", "Withdrawn", "Correction", "Publisher", "Graph",
)  # fmt: skip
_TYPES = {
    "STRING": "string",
    "INTEGER": "long",
    "FLOAT": "double",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "ZONED DATETIME": "datetime",
}
_LIST = re.compile(r"LIST<(.+)>")


def write(store: Store, folder: Path) -> dict[str, int]:
    """Write the files and their arguments; return how many rows each file has.

    `newsgraph import FOLDER` reads them, and so does `neo4j-admin database import full neo4j @import.args`, run in
    the folder.

    Args:
        store: the graph; nobody should write to it meanwhile.
        folder: made if it is not there.

    """
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, int] = {}
    nodes: dict[Path, tuple[str, ...]] = {}
    relationships: dict[Path, str] = {}

    def attempt(delimiter: str) -> None:
        for kept in (found, nodes, relationships):
            kept.clear()
        for label in LABELS:
            columns = _columns(store.read("export/node_properties", label=label))
            name = Path(f"{label.lower()}_nodes.csv")
            if columns:
                found[name.name] = _write_nodes(store, folder / name, label, columns, delimiter)
                nodes[name] = (label,)
        for type_ in [row["type"] for row in store.read("export/relationship_types")]:
            columns = _columns(store.read("export/relationship_properties", type=type_, labels=LABELS))
            name = Path(f"{type_.lower()}_relationships.csv")
            with Table(folder / name, [":START_ID", ":END_ID"], columns, delimiter) as table:
                for row in store.stream("export/relationships", type=type_, labels=LABELS):
                    table.write([row["source"], row["target"]], _native(row["properties"]))
            if table.rows:
                found[name.name] = table.rows
                relationships[name] = type_
            else:
                table.path.unlink()

    delimiter = tables.with_free_delimiter(attempt)
    arguments = tables.arguments(nodes, relationships, delimiter=delimiter)
    (folder / ARGUMENTS).write_text("\n".join([*arguments, ""]), encoding="utf-8")
    return found


def arguments(folder: Path) -> list[str]:
    """Return the arguments that `write` left in a folder, with the paths of its files."""
    lines = (folder / ARGUMENTS).read_text(encoding="utf-8").splitlines()
    return [_located(line, folder) for line in lines]


def _located(argument: str, folder: Path) -> str:
    option, _, value = argument.partition("=")
    if option not in {"--nodes", "--relationships"}:
        return argument
    kind, _, name = value.rpartition("=")
    return f"{option}={kind}={folder.resolve() / name}"


def _write_nodes(store: Store, path: Path, label: str, columns: Mapping[str, str], delimiter: str) -> int:
    kinds = ontology.load().kinds
    labelled = label == "Actor"
    with Table(path, [":ID", *([":LABEL"] if labelled else [])], columns, delimiter) as table:
        for row in store.stream("export/nodes", label=label):
            more = [delimiter.join(sorted({*row["labels"]} & kinds.keys()))] if labelled else []
            table.write([row["id"], *more], _native(row["properties"]))
    return table.rows


def _columns(rows: Iterable[Row]) -> dict[str, str]:
    """Return the types of properties as neo4j-admin names them; a list without parts takes the type of others."""
    found: dict[str, str] = {}
    for row in rows:
        text = row["type"].removesuffix(" NOT NULL")
        inside = _LIST.fullmatch(text)
        if inside is not None:
            part = inside[1].removesuffix(" NOT NULL")
            if part in _TYPES:
                found[row["name"]] = f"{_TYPES[part]}[]"
            else:
                found.setdefault(row["name"], "string[]")
        else:
            found[row["name"]] = _TYPES[text]
    return dict(sorted(found.items()))


def _native(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.iso_format() if hasattr(value, "iso_format") else value
        for name, value in properties.items()
    }
