"""Names that need no article to be known: countries, organizations, places, and what people call them."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span

from extract.lexicon import FOLDER, rows
from graph.catalogue import territories
from graph.catalogue.tables import alternatives
from graph.errors import ConfigurationError
from graph.ids import actor_id

# How a form of the gazetteer speaks of its actor; a region is named, but acts for nobody.
NAME, DEMONYM, PEOPLE, CAPITAL, RESIDENCE = "name", "demonym", "people", "capital", "residence"
REGION = "region"


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of the gazetteer under one of its forms."""

    id: str
    kind: str
    name: str
    wikidata: str | None
    country: str | None
    sector: str | None
    form: str
    # Of a capital that stands for its government, and of a state named as its city: the city itself.
    city: "Known | None" = None


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for people or bodies with a role ("troops", "ministry")."""

    noun: str
    kind: str
    meaning: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known forms; those of several words are found by their first."""

    forms: Mapping[str, tuple[Known, ...]]
    first_words: Mapping[str, int]  # word → most words of a form that begins with it
    roles: Mapping[str, Role]
    offices: Mapping[str, str]  # title in lower case → level
    office_words: frozenset[str]
    genders: Mapping[str, str]  # title before a name → m or f
    regions: frozenset[str]
    things: frozenset[str]  # names that are no actors
    thing_endings: frozenset[str]
    organization_endings: frozenset[str]
    titles: frozenset[str]  # nouns that call a person by office or trade: "president", "lawyer"
    demonyms: Mapping[str, str]  # country's ISO code or place's id → its first demonym

    def at(self, doc: Doc, index: int, most: int = 100) -> tuple[Span, tuple[Known, ...]] | None:
        """Return the longest form that begins at a token, of so many tokens at most, and whom it may mean."""
        if index >= len(doc):
            return None
        longest = self.first_words.get(doc[index].text, 0)
        for length in range(min(longest, len(doc) - index, most), 0, -1):
            span = doc[index : index + length]
            known = self.forms.get(span.text.replace("’", "'")) or self.forms.get(span.text)
            if known:
                return span, known
        return None

    def is_title(self, text: str) -> bool:
        """Tell whether the words are an office and nobody's name: "Vice President", "Minority Leader"."""
        words = text.lower().split()
        return " ".join(words) in self.offices or all(word in self.office_words for word in words)


@cache
def load() -> Gazetteer:
    """Return the gazetteer, read from the tables of the lexicon folder."""
    forms: dict[str, list[Known]] = defaultdict(list)
    demonyms: dict[str, str] = {}

    def add(known: Known, *fields: str) -> None:
        for field in fields:
            for form in alternatives(field):
                if known.id not in {each.id for each in forms[form]}:
                    forms[form].append(known)

    for _, row in rows(str(territories.FILE), *territories.COLUMNS):
        fixed = (row["qid"], "Country", row["name"], row["qid"], row["iso2"], "government")
        add(Known(*fixed, NAME), row["name"], row["aliases"])
        add(Known(*fixed, DEMONYM), row["demonyms"])
        add(Known(*fixed, PEOPLE), row["people"])
        capital = row["capital"], row["capital_aliases"]
        if row["capital"]:
            qid = row["capital_qid"] or None
            identity = qid or actor_id("Place", row["capital"])
            city = Known(identity, "Place", row["capital"], qid, row["iso2"], None, NAME)
            add(Known(*fixed, CAPITAL, city), *capital)
        add(Known(*fixed, RESIDENCE), row["residences"])
        demonyms[row["iso2"]] = next(iter(alternatives(row["demonyms"])), row["name"])
    organizations: dict[str, Known] = {}
    for _, row in rows("organizations.csv", "qid", "name", "aliases", "kind", "country", "sector"):
        identity = row["qid"] or actor_id(row["kind"], row["name"])
        known = Known(
            identity,
            row["kind"],
            row["name"],
            row["qid"] or None,
            row["country"] or None,
            row["sector"],
            NAME,
        )
        add(known, row["name"], row["aliases"])
        organizations[identity] = known
    _seat(forms, organizations)
    regions: set[str] = set()
    cities: dict[str, Known] = {}
    for _, row in rows("places.csv", "qid", "name", "aliases", "demonyms", "country", "kind", "stands_for"):
        if row["kind"] == "Region":
            regions.update([row["name"], *alternatives(row["aliases"]), *alternatives(row["demonyms"])])
            region = row["qid"] or actor_id("Place", row["name"])
            add(
                Known(region, "Region", row["name"], row["qid"] or None, None, None, REGION),
                row["name"],
                row["aliases"],
            )
            continue
        identity = row["qid"] or actor_id("Place", row["name"])
        if row["stands_for"]:
            cities[row["stands_for"]] = Known(
                identity, "Place", row["name"], row["qid"] or None, row["country"], None, NAME
            )
        fixed_place = (identity, "Place", row["name"], row["qid"] or None, row["country"] or None, None)
        add(Known(*fixed_place, NAME), row["name"], row["aliases"])
        for form in alternatives(row["demonyms"]):
            add(Known(*fixed_place, PEOPLE if form.endswith("s") else DEMONYM), form)
    return Gazetteer(
        forms={
            form: tuple(replace(each, city=cities.get(each.id, each.city)) for each in known)
            for form, known in forms.items()
        },
        first_words=_first_words(forms),
        roles=_roles(),
        offices=(offices := _offices()),
        office_words=frozenset(word for title in offices for word in title.split()) - {"of", "the", "for", "and", "to", "in"},
        genders={title: row["gender"] for _, row in rows("person_titles.csv", "title", "gender") for title in [row["title"]]},
        regions=frozenset(regions),
        things=name_forms("names"),
        thing_endings=name_forms("things"),
        organization_endings=name_forms("organizations"),
        titles=frozenset(bearer(title) for title in offices),
        demonyms=demonyms,
    )  # fmt: skip


def _seat(forms: dict[str, list[Known]], organizations: Mapping[str, Known]) -> None:
    """Let the seat of a body stand for it, too: "Brussels" is the European Union as well as Belgium."""
    for line, row in rows("seats.csv", "city", "organization"):
        body = organizations.get(row["organization"])
        if body is None:
            raise ConfigurationError(
                f"seats.csv, line {line}: {row['organization']!r} is no qid of organizations.csv; add it there"
            )
        capital = next((each for each in forms[row["city"]] if each.form == CAPITAL), None)
        if capital is None:
            raise ConfigurationError(
                f"seats.csv, line {line}: {row['city']!r} is no capital of countries.csv"
            )
        forms[row["city"]].append(replace(body, form=CAPITAL, city=capital.city))


def bearer(title: str) -> str:
    """Return the noun of a title that calls its holder: "secretary" of "secretary of state"."""
    words = title.split()
    inner = next(
        (at for at, word in enumerate(words) if at and word in {"of", "for", "to", "in", "without"}),
        len(words),
    )
    return words[inner - 1]


@cache
def name_forms(side: str) -> frozenset[str]:
    """Return the names or endings of names that `name_forms.toml` has under that key.

    Raises:
        ConfigurationError: the file is missing or broken.

    """
    path = FOLDER / "name_forms.toml"
    try:
        return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))[side])
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise ConfigurationError(f"{path.name}: {error}; install newsgraph anew") from error


def _first_words(forms: Mapping[str, object]) -> dict[str, int]:
    longest: dict[str, int] = defaultdict(int)
    for form in forms:
        # A generous bound: hyphens, dots and apostrophes may be tokens of their own.
        length = len(form.split()) + sum(form.count(mark) for mark in "-.'’,()&/") * 2
        first = form.split()[0]
        for beginning in {first, first.split("-")[0], first.split("'")[0], first.split("’")[0]}:
            longest[beginning] = max(longest[beginning], length)
    return dict(longest)


def _roles() -> dict[str, Role]:
    found: dict[str, Role] = {}
    for _, row in rows("role_nouns.csv", "noun", "plural", "kind", "meaning"):
        found[row["noun"]] = Role(row["noun"], row["kind"], row["meaning"], plural=False)
        if row["plural"] and row["plural"] != row["noun"]:
            found[row["plural"]] = Role(row["noun"], row["kind"], row["meaning"], plural=True)
    return found


def _offices() -> dict[str, str]:
    return {row["title"].lower(): row["level"] for _, row in rows("offices.csv", "title", "kind_of_holder", "sector", "level")}  # fmt: skip
