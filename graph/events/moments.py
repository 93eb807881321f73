"""Threads and moments: what a claim's happening may be told by from others.

A thread is one relation between the same two in the same direction; all claims of an event are of one thread.
A moment says when a claim's happening was, as far as the claim or its article tells:

    day:2026-03-02      on that day
    month:2026-03       some time in that month
    told:2026-03-02     undated, in an article of that day: then, or shortly before
    denied:2026-03-02   that it did not happen, undated: what was last spoken of
    ahead:2026-03-02    still to come, undated, in an article of that day
    year:2026:0a1b…     some time in that year, as one article means it
    article:0a1b…       undated, in an article without a date
"""

from datetime import date, timedelta

from graph import ontology
from graph.dates import bounds
from graph.ids import sha256
from graph.ties import SEPARATOR, pair

DAY, MONTH, TOLD, DENIED, AHEAD, YEAR, ARTICLE = "day", "month", "told", "denied", "ahead", "year", "article"
_AHEAD = frozenset({"planned", "conditional"})
_DENIED = frozenset({"denied", "negated"})
_LENGTHS = {len("2026-03-02"): DAY, len("2026-03"): MONTH}


def thread(relation: str, source: str, target: str | None) -> str | None:
    """Return of which thread a claim is, the id of the edge that it would make; None where it makes no event."""
    both = pair(source, target)
    known = ontology.load().relations[relation]
    if both is None or target is None or not known.event:
        return None
    ends = sorted((source, target)) if known.symmetric else [source, target]
    return SEPARATOR.join((ends[0], relation, ends[1]))


def moment(*, status: str, date: str | None, published: str | None, article: str) -> str:
    """Return when the happening of a claim was.

    Args:
        status: the claim's.
        date: the claim's, a day, month or year, None where it states none.
        published: the article's day, None where it is not known.
        article: the article's id.

    """
    own = sha256(article)[:16]
    if date is not None and bounds(date)[0] is not None:
        kind = _LENGTHS.get(len(date))
        return f"{kind}:{date}" if kind else f"{YEAR}:{date}:{own}"
    if published is None:
        return f"{ARTICLE}:{own}"
    kind = AHEAD if status in _AHEAD else DENIED if status in _DENIED else TOLD
    return f"{kind}:{published}"


def kind(moment: str) -> str:
    """Return what kind of moment it is."""
    return moment.partition(":")[0]


def days(moment: str) -> tuple[date, date] | None:
    """Return the first and the last day that a moment speaks of, None where it speaks of none."""
    first, last = bounds(moment.split(":")[1])
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def shifted(day: date, by: int) -> date:
    """Return the day that comes some days later, or the first or last that there is."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.min if by < 0 else date.max
