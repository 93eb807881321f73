"""Who is whose wife or son: "his father Hassan Amin" is "his father" wherever the article says so again."""

from spacy.tokens import Token

from extract import syntax
from extract.gazetteer import name_forms
from extract.plurals import Resolver
from extract.pronouns import Antecedents
from extract.reading import Page


class Kin:
    """The named relatives of the persons of one article."""

    def __init__(self, antecedents: Antecedents) -> None:
        self._antecedents = antecedents
        self._known: dict[tuple[str, str], str | None] = {}

    def learn(self, page: Page, noun: Token, relative: str, resolve: Resolver) -> None:
        """Learn the name of a relative; of two sons neither is "his son"."""
        whose = self._whose(page, noun, resolve)
        if whose is not None and whose != relative:
            place = whose, noun.lemma_.lower()
            self._known[place] = relative if self._known.get(place, relative) == relative else None

    def of(self, page: Page, noun: Token, resolve: Resolver) -> str | None:
        """Return the relative that a noun with its owner means: "Keller's wife"."""
        if (
            not self._known
            or noun.tag_ == "NNS"
            or noun.lemma_.lower() not in {kin for _, kin in self._known}
        ):
            return None
        whose = self._whose(page, noun, resolve)
        return self._known.get((whose, noun.lemma_.lower())) if whose is not None else None

    def _whose(self, page: Page, noun: Token, resolve: Resolver) -> str | None:
        owner = syntax.child(noun, "poss")
        if owner is None or noun.lemma_.lower() not in name_forms("persons"):
            return None
        if owner.tag_ == "PRP$":
            return self._antecedents.of(page, owner, None, resolve)
        return resolve(page, owner)
