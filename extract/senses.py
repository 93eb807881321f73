"""What the gazetteer's forms mean in one article: which Congo, whose Senate, the North of which land."""

from collections import defaultdict
from dataclasses import replace

from extract.gazetteer import CAPITAL, PEOPLE, Gazetteer, Known, name_forms
from extract.mentions import Name

_NATIONAL = frozenset({"legislature", "court", "party"})
_OPPOSITE = {"North": "South", "South": "North"}


class Senses:
    """The countries that an article speaks of, and by which forms."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.elsewhere: frozenset[Known] = frozenset()  # cities that the article does not mean
        self._support: dict[str, set[str]] = defaultdict(set)  # country → forms that speak of it
        self._own: dict[str, set[str]] = defaultdict(set)  # actor → forms seen

    def learn(self, name: Name) -> None:
        """Take note of a name of the gazetteer that means one actor only."""
        if not self.elsewhere.isdisjoint(name.known):
            return
        if (country := name.known[0].country) and len({each.id for each in name.known}) == 1:
            self._support[country].add(name.text)
            self._own[name.known[0].id].add(name.text)

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
        if name.known[0].form == PEOPLE and name.counted:
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
        for form in [each for forms in self._support.values() for each in forms]:
            first, _, land = form.partition(" ")
            if first in _OPPOSITE and (other := self._gazetteer.forms.get(f"{_OPPOSITE[first]} {land}")):
                own = self._gazetteer.forms.get(f"{name.text} {land}", other)[0]
                if own.kind == "Country" and other[0].kind == "Country" and name.after_the:
                    return own
        return None

    def sense(self, known: tuple[Known, ...]) -> Known | None:
        """Return which of several actors of one form the article means, None where nothing decides."""
        known = tuple(each for each in known if each not in self.elsewhere)
        if not known:
            return None
        if len({each.id for each in known}) == 1:
            return None if self._is_foreign(known[0]) else known[0]
        supported = [each for each in known if self._support.get(each.country or "")]
        countries = {each.country for each in supported}
        if len(countries) == 1:
            return supported[0]
        if known[0].kind != "Country" or known[0].form == CAPITAL:
            return None  # nobody speaks of the Seychelles when "Victoria" is all there is
        return known[0] if self._support else None

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
