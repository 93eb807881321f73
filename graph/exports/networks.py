"""Actors and their connections as GraphML, GEXF and node-link JSON, as networkx writes them.

XML has no control characters: there they are written as the pictures that Unicode has of them (␀ for U+0000), and
what XML has no place for at all as U+FFFD. JSON holds all characters.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx

_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff￾￿]")
_LAST_CONTROL = 0x1F
_PICTURES = 0x2400
_LISTS = ("days",)


def write_graphml(G: nx.MultiDiGraph, path: Path) -> None:  # noqa: N803 - as networkx has it
    """Write GraphML; lists are texts with blanks between."""
    nx.write_graphml_xml(_for_xml(G), path, named_key_ids=True)


def write_gexf(G: nx.MultiDiGraph, path: Path) -> None:  # noqa: N803
    """Write dynamic GEXF 1.2: each edge has a spell for each day of its claims, each actor from its first to its last.

    Gephi's timeline filters by these; what has no date is there at any time.
    """
    made = _for_xml(G)
    for node, label in made.nodes(data="name"):
        made.nodes[node]["label"] = label or node
    ends: dict[str, list[str]] = {}
    for u, v, data in made.edges(data=True):
        data["label"] = data["relation"]
        days = data.pop("days", "").split()
        if not days:
            continue
        data["spells"] = [(day, day) for day in days]
        for node in (u, v):
            ends.setdefault(node, []).extend((days[0], days[-1]))
    for node, days in ends.items():
        made.nodes[node]["start"], made.nodes[node]["end"] = min(days), max(days)
    nx.write_gexf(made, path, version="1.2draft")


def write_node_link(G: nx.MultiDiGraph, path: Path) -> None:  # noqa: N803
    """Write node-link JSON, as D3 and `networkx.node_link_graph` read it, under the key `edges`."""
    data = nx.node_link_data(G, edges="edges")
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _for_xml(G: nx.MultiDiGraph) -> nx.MultiDiGraph:  # noqa: N803
    made = nx.MultiDiGraph(**_plain(G.graph))
    for node, data in G.nodes(data=True):
        made.add_node(xml_text(node), **_plain(data))
    for number, (u, v, data) in enumerate(G.edges(data=True)):
        # XML formats take a key as the edge's id, and an id is one edge's.
        made.add_edge(xml_text(u), xml_text(v), key=str(number), **_plain(data))
    return made


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in data.items():
        if value is None:
            continue
        found[name] = (
            " ".join(value) if name in _LISTS else xml_text(value) if isinstance(value, str) else value
        )
    return found


def xml_text(text: str) -> str:
    """Return a text as XML can hold it."""
    return _NO_XML.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_PICTURES + code) if code <= _LAST_CONTROL else "�"
