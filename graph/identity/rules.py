"""Judgements that follow from what articles say of one name: namesakes, and ids that gain a Wikidata item.

Two persons of one name with different countries, with offices in fields that nobody holds both, or of two
generations of a family are different;
an id to which an article gives a Wikidata item is the same as that item. What a rule judges bears the day since
when newsgraph has the rule: the judgement itself comes and goes with the articles that it follows from.
"""

from collections.abc import Collection, Iterator

from graph.identity import traits
from graph.identity.judgement import Judgement, judgement
from graph.identity.references import Reference

_SINCE = "2026-11-25"
_WHY = {
    "country": "articles say that persons of this name are of different countries: {values}",
    "field": "articles give persons of this name offices that nobody holds both: {values}",
    "generation": "articles call persons of this name {values}",
    "wikidata": "articles give this name different Wikidata items: {values}",
}


def judgements(identity: str, parts: Collection[str]) -> Iterator[Judgement]:
    """Yield what the rules judge of an id, from the parts that its occurrences have."""
    for name in traits.DIMENSIONS:
        values = sorted({value for pair in traits.opposed(name, parts) for value in pair})
        for value in values:
            yield judgement(
                "different",
                Reference(identity, traits.written({name: value})),
                Reference(identity),
                reason=_WHY[name].format(values=", ".join(values)),
                by=f"rule:{name}",
                at=_SINCE,
            )
    for item in sorted({found["wikidata"] for found in map(traits.read, parts) if "wikidata" in found}):
        yield judgement(
            "same",
            Reference(identity, traits.written({"wikidata": item})),
            Reference(item),
            reason=f"an article gives this name the Wikidata item {item}",
            by="rule:wikidata",
            at=_SINCE,
        )
