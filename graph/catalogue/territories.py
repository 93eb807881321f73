"""Countries by name, code and Wikidata id."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.catalogue.folding import folded
from graph.catalogue.tables import alternatives, rows

FILE = Path(__file__).with_name("data") / "countries.csv"
COLUMNS = (
    "qid", "iso2", "iso3", "name", "aliases", "demonyms", "people", "capital", "capital_qid", "capital_aliases",
    "residences",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Territories:
    """ISO 3166-1 alpha-2 codes by what countries are called; `names` and `demonyms` are folded."""

    codes: frozenset[str]
    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    qids: Mapping[str, str]
    titles: Mapping[str, str]  # code → the country's usual name

    def code(self, text: str) -> str | None:
        """Return the code of a country given by name, code or Wikidata id, None where it is none."""
        given = text.strip()
        if given.upper() in self.codes:
            return given.upper()
        return self.qids.get(given) or self.names.get(folded(given))


@cache
def load() -> Territories:
    """Return the table of countries."""
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    qids: dict[str, str] = {}
    titles: dict[str, str] = {}
    for _, row in rows(FILE, *COLUMNS):
        code = row["iso2"]
        titles[code] = row["name"]
        qids[row["qid"]] = code
        for name in (row["name"], *alternatives(row["aliases"])):
            names.setdefault(folded(name), code)
        for name in alternatives(row["demonyms"]):
            demonyms.setdefault(folded(name), code)
    return Territories(frozenset(titles), names, demonyms, qids, titles)
