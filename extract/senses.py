"""What the gazetteer's forms mean in one article: which Congo, whose Senate, the North of which land."""

from collections import defaultdict
from dataclasses import replace

from extract.gazetteer import CAPITAL, DEMONYM, NAME, PEOPLE, Gazetteer, Known, name_forms
from extract.mentions import Name

_NATIONAL = frozenset({"legislature", "court", "party"})
_OPPOSITE = {"North": "South", "South": "North"}


class Senses:
    """The countries that an article speaks of, and by which forms."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.unmeant: frozenset[Known] = frozenset()  # whom the article does not mean by a form
        self._support: dict[str, set[str]] = defaultdict(set)  # country → forms that speak of it
        self._own: dict[str, set[str]] = defaultdict(set)  # actor → forms seen
        self._media: dict[str, Known] = {}  # papers and broadcasters seen, by their names

    def learn(self, name: Name) -> None:
        """Take note of a name of the gazetteer that means one actor only."""
        if not self.unmeant.isdisjoint(name.known):
            return
        if (country := name.known[0].country) and len({each.id for each in name.known}) == 1:
            self._support[country].add(name.text)
            self._own[name.known[0].id].add(name.text)
        if name.known[0].sector == "media" and len(name.text.split()) > 1:
            self._media[name.known[0].name] = name.known[0]

    def speaking_of(self, country: str | None) -> set[str]:
        """Return the forms by which the article speaks of a country."""
        return self._support.get(country or "", set())

    def settled(self, name: Name, teams: frozenset[str]) -> Name:
        """Return a name of the gazetteer with the one actor that this article means by it, or with none."""
        if not name.known:
            half = self._half(name)
            return name if half is None else replace(name, known=(half,), kind=half.kind)
        if name.team or (name.text in teams and name.argues and not name.locates):
            return replace(name, team=True, known=(), kind="Organization")
        if name.known[0].form in {PEOPLE, DEMONYM} and name.counted and name.argues:
            return replace(name, known=(), kind="Group")  # "most Britons", "some 30 Scots"
        known = self.sense(name.known)
        if known is not None:
            return replace(name, known=(known,), kind=known.kind)
        kind = "Place" if name.known[0].kind in {"Country", "Place"} else name.known[0].kind
        return replace(name, known=(), kind=kind)

    def _half(self, name: Name) -> Known | None:
        """Return the country of a divided land that "the North" or "the South" means in this article."""
        if name.text not in _OPPOSITE:
            return None
        for form in sorted(each for forms in self._support.values() for each in forms):
            first, _, land = form.partition(" ")
            own = self._gazetteer.forms.get(f"{name.text} {land}", ())
            other = self._gazetteer.forms.get(f"{_OPPOSITE[name.text]} {land}", ())
            if first not in _OPPOSITE or not own or not other or not name.after_the:
                continue
            if {own[0].form, other[0].form} == {NAME} and {own[0].kind, other[0].kind} == {"Country"}:
                return own[0]
            if {own[0].form, other[0].form} == {DEMONYM} and own[0].kind == "Country":
                return replace(own[0], form=NAME)  # of the North where only "North Korean" was written
        return None

    def sense(self, known: tuple[Known, ...]) -> Known | None:
        """Return which of several actors of one form the article means, None where nothing decides."""
        known = tuple(each for each in known if each not in self.unmeant)
        if not known:
            return None
        if len({each.id for each in known}) == 1:
            return None if self._is_foreign(known[0]) else self._longer(known[0])
        supported = [each for each in known if self._support.get(each.country or "")]
        countries = {each.country for each in supported}
        if known[0].form == CAPITAL and (body := next((e for e in known if e.kind == "Organization"), None)):
            # "Brussels" is the Union where the article speaks of no Belgians, and either where it speaks of both.
            return body if not supported else None if self._own.get(body.id) else supported[0]
        if len(countries) == 1:
            return supported[0]
        if known[0].kind != "Country" or known[0].form == CAPITAL:
            return None  # nobody speaks of the Seychelles when "Victoria" is all there is
        return known[0] if self._support else None

    def _longer(self, known: Known) -> Known:
        """Return the paper that a short name means where the article has named it: "The Times" of New York."""
        words = known.name.split()
        if known.sector != "media" or len(words) != len(("The", "Times")) or words[0] != "The":
            return known
        longer = [
            each
            for name, each in self._media.items()
            if name.endswith(f" {words[1]}") and each.id != known.id
        ]
        return longer[0] if len(longer) == 1 else known

    def _is_foreign(self, known: Known) -> bool:
        """Tell whether a "Senate" or "Labour Party" is one of a country that the article does not speak of."""
        if known.kind != "Organization" or known.country is None or known.sector not in _NATIONAL:
            return False
        generic = not name_forms("generic").isdisjoint(known.name.split())
        own = self._support.get(known.country, set()) - self._own.get(known.id, set())
        return (
            generic
            and not own
            and any(forms for country, forms in self._support.items() if country != known.country)
        )
