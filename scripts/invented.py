"""Articles that nobody wrote, of claims between actors that are drawn: what benchmarks load, the same for the same number."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from graph.ids import sha256
from graph.model import Actor, Article, Claim, Extraction, Resolution

ACTORS = 2_000
_RELATIONS = ("MET_WITH", "CRITICIZED", "ATTACKED", "SUPPORTED", "WARNED")
_FIRST, _DAYS = date(2024, 1, 1), 3 * 365


def actor(number: int) -> Actor:
    """Return an invented actor."""
    name = f"Actor {number}"
    return Actor(
        f"Q{900_000 + number}", "Organization", name, (name,), None, None, None, Resolution("made", 1.0)
    )


def extraction(number: int, size: int, actor: Callable[[int], Actor] = actor) -> Extraction:
    """Return an invented article of some claims, the first of the two busiest; the same for the same number."""
    draw = random.Random(number)  # noqa: S311 - no secret
    day = _FIRST + timedelta(draw.randrange(_DAYS))
    text = " ".join(f"{draw.choice(_RELATIONS).lower()}{draw.randrange(9999)}" for _ in range(200))
    pairs = [(0, 1)]
    while len(pairs) < size:
        one, other = (int(ACTORS * draw.random() ** 4) for _ in range(2))
        if one != other:
            pairs.append((one, other))
    claims = []
    for position, (source, target) in enumerate(pairs):
        happened = (day - timedelta(draw.randrange(3))).isoformat() if draw.random() < 2 / 3 else None
        claims.append(
            Claim(
                id=f"claim:{number}:{position}", relation=draw.choice(_RELATIONS), mode=None, plover=None, cameo=None,
                source=actor(source).id, target=actor(target).id, source_text=None, target_text=None,
                status=draw.choice(("asserted", "asserted", "asserted", "denied", "planned")), condition=None,
                trigger=None, trigger_start=None, trigger_end=None, quote=text[:80], start=0, end=80, date=happened,
                date_precision="day" if happened else None, date_basis=None, stated_count=None, place=None, role=None,
                role_from=None, role_to=None, said_by=(), denies=None, confidence=0.8, rule="made",
            )
        )  # fmt: skip
    publisher = f"Publisher {draw.randrange(50)}"
    article = Article(
        f"article:{number}", None, None, publisher, day.isoformat(), "en", text, sha256(text), None
    )
    cast = tuple(actor(each) for each in sorted({end for pair in pairs for end in pair}))
    return Extraction(article, cast, (), tuple(claims), ())
