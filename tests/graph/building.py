"""Small extractions to load, with everything that a test does not care about filled in."""

from dataclasses import replace
from typing import Any

from graph.ids import actor_id, content_id, sha256
from graph.model import Actor, Article, Claim, Extraction, Mention, Quotation, Resolution, Speaker


def actor(name: str, kind: str = "Country", **changes: Any) -> Actor:
    """Return an actor known by its name."""
    made = Actor(actor_id(kind, name), kind, name, (name,), None, None, None, Resolution("name", 0.9))
    return replace(made, **changes)


def article(identity: str, text: str, **changes: Any) -> Article:
    """Return an article with that text."""
    made = Article(
        identity, None, f"Title of {identity}", "Courier", "2026-03-02", "en", text, sha256(text), "test 1"
    )
    return replace(made, **changes)


def claim(text: str, source: Actor, relation: str, target: Actor | None, **changes: Any) -> Claim:
    """Return a claim whose quotation is the whole text."""
    made = Claim(
        id="", relation=relation, mode=None, plover=None, cameo=None, source=source.id,
        target=target.id if target else None, source_text=source.name, target_text=target.name if target else None,
        status="asserted", condition=None, trigger=None, trigger_start=None, trigger_end=None,
        quote=text, start=0, end=len(text), date=None, date_precision=None, date_basis=None, stated_count=None,
        place=None, role=None, role_from=None, role_to=None, said_by=(), denies=None, confidence=0.8, rule="test",
    )  # fmt: skip
    changed = replace(made, **changes)
    identity = content_id("claim", text, changed.source, changed.relation, changed.target, changed.status)
    return replace(changed, id=changed.id or identity)


def extraction(
    made: Article,
    actors: tuple[Actor, ...],
    claims: tuple[Claim, ...],
    quotations: tuple[Quotation, ...] = (),
) -> Extraction:
    """Return the extraction of an article; claims get ids of that article's own."""
    own = {each.id: content_id("claim", made.id, each.id) for each in claims}
    return Extraction(
        made,
        tuple(sorted(actors, key=lambda one: one.id)),
        tuple(Mention(one.id, 0, 1, "test") for one in sorted(actors, key=lambda one: one.id)),
        tuple(replace(each, id=own[each.id], denies=own.get(each.denies or "")) for each in claims),
        quotations,
    )


ARNOR, GONDOR, MORDOR = actor("Arnor"), actor("Gondor"), actor("Mordor")
FARAMIR = actor("Faramir Stewardson", "Person")


def statement(identity: str, source: Actor, relation: str, target: Actor, **changes: Any) -> Extraction:
    """Return an article that makes one claim; `publisher` and `published` are the article's."""
    about = {name: changes.pop(name) for name in ("publisher", "published") if name in changes}
    speakers: tuple[Actor, ...] = tuple(changes.pop("speakers", ()))
    text = f"{source.name} {relation} {target.name}."
    said_by = tuple(Speaker(one.id, "said") for one in speakers)
    made = claim(text, source, relation, target, said_by=said_by, **changes)
    return extraction(article(identity, text, **about), tuple({source, target, *speakers}), (made,))
