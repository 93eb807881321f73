"""Values of the driver as plain ones that print and serialise."""

import math
from typing import Any

from neo4j import time
from neo4j.graph import Node, Path, Relationship


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever Cypher can return
    """Return a value of the driver as text, number, list or dict."""
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **{key: plain(each) for key, each in value.items()}}
    if isinstance(value, Relationship):
        return {"type": value.type, **{key: plain(each) for key, each in value.items()}}
    if isinstance(value, Path):
        return [
            plain(each) for pair in zip(value.nodes, value.relationships, strict=False) for each in pair
        ] + [plain(value.nodes[-1])]
    if isinstance(value, time.Date | time.DateTime | time.Time):
        return value.iso_format()
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # JSON has no such numbers
    return value if isinstance(value, str | int | float | bool | None) else str(value)
