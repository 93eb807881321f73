"""Actors, articles and claims as FollowTheMoney entities, one JSON object a line (followthemoney.tech).

Persons and organizations are those; a country is a PublicBody, since it stands for its government; groups and
places are LegalEntities. A claim is an UnknownLink between two of them, with its article as the proof; what is
not asserted says so in its `status`, and what others coded has no summary.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph import ontology, selection
from graph.selection import Selection
from graph.store import Store

_SCHEMAS = {"Person": "Person", "Organization": "Organization", "Country": "PublicBody"}


def write(store: Store, choice: Selection, path: Path) -> int:
    """Write the entities and return how many there are."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in entities(store, choice):
            file.write(json.dumps(entity, ensure_ascii=False) + "\n")
            count += 1
    return count


def entities(store: Store, choice: Selection) -> Iterator[dict[str, Any]]:
    """Yield claims between two actors with their articles, then the actors that they name."""
    named: set[str] = set()
    articles: set[str] = set()
    for row in selection.claims(store, choice):
        if row["target"] is None:
            continue
        named |= {row["source"], row["target"]}
        if row["article"] not in articles:
            articles.add(row["article"])
            yield _article(row)
        yield _link(row)
    for actor in selection.actors(store):
        if actor["id"] in named:
            yield _actor(actor)


def _actor(actor: Mapping[str, Any]) -> dict[str, Any]:
    country = actor["country"]
    found = {
        "name": [actor["name"]],
        "alias": actor["aliases"],
        "wikidataId": [actor["wikidata"]],
        "country": [country.lower() if country else None],
        "sector": [actor["sector"]],
    }
    return _entity(actor["id"], _SCHEMAS.get(actor["kind"], "LegalEntity"), found)


def _article(row: Mapping[str, Any]) -> dict[str, Any]:
    found = {
        "title": [row["title"] or row["article"]],
        "publisher": [row["publisher"]],
        "publishedAt": [row["published"]],
        "sourceUrl": [row["url"]],
    }
    return _entity(f"article {row['article']}", "Article", found)


def _link(row: Mapping[str, Any]) -> dict[str, Any]:
    found = {
        "subject": [_id(row["source"])],
        "object": [_id(row["target"])],
        "role": [ontology.load().relations[row["relation"]].display],
        "status": [row["status"]],
        "date": [row["date"]],
        "summary": [row["quote"]],
        "description": [row["condition"]],
        "proof": [_id(f"article {row['article']}")],
        "recordId": [row["id"]],
        "publisher": [row["publisher"]],
        "sourceUrl": [row["url"]],
    }
    return _entity(row["id"], "UnknownLink", found)


def _entity(identity: str, schema: str, properties: Mapping[str, list[Any]]) -> dict[str, Any]:
    found = {name: [each for each in values if each] for name, values in properties.items()}
    return {
        "id": _id(identity),
        "schema": schema,
        "properties": {name: values for name, values in found.items() if values},
    }


def _id(identity: str) -> str:
    # Ids there are letters, digits and a few signs; ours may be of any script.
    return f"newsgraph-{hashlib.sha1(identity.encode('utf-8', 'surrogatepass'), usedforsecurity=False).hexdigest()}"
