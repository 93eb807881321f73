"""What one article says of an actor that tells it from another of the same name.

The traits of an occurrence are its country, the field of its offices ("sport", "court"), which of a family it is
("jr", "iii") and its Wikidata item; all occurrences of an id with the same traits are one part of it. A part is written as the traits it has, in a
fixed order, joined by `@`: "country:gb@field:sport"; the part of an occurrence that has none is "".
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from graph.errors import ConfigurationError
from graph.ids import slug

DIMENSIONS = ("country", "field", "generation", "wikidata")
NONE = "none"  # how a reference names the occurrences that do not have the trait
_FIELDS = Path(__file__).with_name("fields.toml")
_QID = re.compile(r"Q[1-9]\d*")
# They stand after a given name and a surname; a pope or a king has none.
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_LOCAL = re.compile(r"@[0-9a-f]{8}$")

Traits = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fields:
    """In which field an office lies, by a word of its title, and which two fields nobody holds offices in.

    `lasting` gives for a state of the past as whose people its people count.
    """

    of_word: Mapping[str, str]
    apart: frozenset[frozenset[str]]
    lasting: Mapping[str, str]

    def of(self, roles: Iterable[str]) -> str | None:
        """Return the one field in which all these offices lie; None where they lie in none or several."""
        found = {self.of_word[word] for role in roles for word in _words(role) if word in self.of_word}
        return found.pop() if len(found) == 1 else None


@cache
def fields() -> Fields:
    """Return the fields of offices of `fields.toml`.

    Raises:
        ConfigurationError: the file is wrong.

    """
    try:
        data = tomllib.loads(_FIELDS.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{_FIELDS.name}: cannot be read ({error})") from error
    words: dict[str, str] = {}
    for field, titles in data.get("field", {}).items():
        if slug(field) != field:
            raise ConfigurationError(
                f"{_FIELDS.name}: field {field!r}: write its name in small letters and hyphens"
            )
        for title in titles:
            if title != title.lower() or len(_words(title)) != 1:
                raise ConfigurationError(
                    f"{_FIELDS.name}: field {field}: {title!r} is not one word in small letters"
                )
            if title in words:
                raise ConfigurationError(
                    f"{_FIELDS.name}: {title!r} stands in {words[title]} and in {field}; take it out of one"
                )
            words[title] = field
    apart = set()
    for group in data.get("apart", []):
        for field in group:
            if field not in data["field"]:
                raise ConfigurationError(
                    f"{_FIELDS.name}: apart names {field!r}, which is no field of this file"
                )
        apart |= {frozenset(pair) for pair in combinations(group, 2)}
    return Fields(words, frozenset(apart), data.get("lasting", {}))


def part(
    identity: str,
    kind: str,
    *,
    country: str | None,
    wikidata: str | None,
    names: Iterable[str],
    roles: Iterable[str],
) -> str:
    """Return the part of an id that an occurrence belongs to.

    Only a name can be that of two: an id that is a Wikidata item, or that of one article alone, has no parts.

    Args:
        identity: the actor's id as extracted.
        kind: its kind; all but the item tell only persons apart.
        country: ISO 3166-1 alpha-2, as the article has it.
        wikidata: the QID that the article gives it.
        names: what the article calls it.
        roles: the offices that the article says it holds.

    """
    if is_item(identity) or is_local(identity):
        return ""
    found: dict[str, str] = {}
    if kind == "Person":
        if country and (lasting := fields().lasting.get(slug(country), slug(country))):
            found["country"] = lasting
        if field := fields().of(roles):
            found["field"] = field
        if generation := _generation(names):
            found["generation"] = generation
    if wikidata and is_item(wikidata):
        found["wikidata"] = wikidata
    return written(found)


def written(traits: Traits) -> str:
    """Return traits as they stand in an id: "country:gb@field:sport"."""
    return "@".join(f"{name}:{traits[name]}" for name in DIMENSIONS if name in traits)


def read(text: str) -> dict[str, str]:
    """Return the traits that `written` wrote."""
    return dict(each.split(":", 1) for each in text.split("@") if each)


def telling(parts: Collection[str]) -> tuple[str, ...]:
    """Return the dimensions in which these parts of one id cannot all be one actor."""
    return tuple(name for name in DIMENSIONS if any(opposed(name, parts)))


def opposed(dimension: str, parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of values of a dimension, among those of the parts, that no one actor has both of."""
    values = sorted({traits[dimension] for traits in map(read, parts) if dimension in traits})
    for one, other in combinations(values, 2):
        if dimension != "field" or frozenset((one, other)) in fields().apart:
            yield one, other


def is_item(identity: str) -> bool:
    """Return whether an id is that of a Wikidata item."""
    return _QID.fullmatch(identity) is not None


def is_local(identity: str) -> bool:
    """Return whether an id is of an actor that only one article can identify."""
    return _LOCAL.search(identity) is not None


def _generation(names: Iterable[str]) -> str | None:
    """Return which of a family the names say that a person is; None where they say nothing or several things."""
    found = {_GENERATIONS.get(word) for name in names for word in _words(name)[2:]} - {None}
    return found.pop() if len(found) == 1 else None


def _words(role: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", role.lower())
