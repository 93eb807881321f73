"""What the catalogue knows: entries, and the terms for which they held offices."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor: `id` is its Wikidata id, else `kind:slug`.

    `country` is an ISO 3166-1 alpha-2 code, `gender` is m or f, `surnames` are the words by which a person alone
    may be called. Unknown is None or empty.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """That somebody held an office.

    `office` is a canonical title ("foreign minister") or, where there is none, the given one folded; `of` is an
    ISO alpha-2 code or the folded name of an organization, province or state. `start` and `end` are ISO dates,
    months or years; an `end` of None is unknown or not yet: `known_until` says up to which day the source knows.
    """

    holder: str
    office: str
    of: str
    start: str | None
    end: str | None
    known_until: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What one row of an import brings: an entry, with or without terms."""

    entry: Entry
    terms: tuple[Term, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that could not be used: where, and what to do about it."""

    line: int
    reason: str
