"""Which parties tokens name, in the mouth of whoever says them: "we" is the speaker of its quotation."""

from collections.abc import Iterable

from spacy.tokens import Token

from extract.attribution import Said, speakers
from extract.parties import Parties, Party
from extract.reading import Page


class Voices:
    """Resolves tokens of one article, first persons included."""

    def __init__(self, parties: Parties, said: list[Said]) -> None:
        self._parties = parties
        self._said = said

    def party(self, page: Page, token: Token) -> Party | None:
        """Return the party a token is the head of."""
        return self._parties.of(page, token, self.speaker(page, token))

    def speaker(self, page: Page, token: Token) -> str | None:
        """Return who is quoted with the words a token stands in."""
        around = speakers(page, token, self._said)
        return next((one.speaker.actor for one in around if one.quotes(token) and one.speaker), None)

    def reporter(self, page: Page, token: Token) -> tuple[Token, Party] | None:
        """Return the verb that reports the words a token stands in, in its own sentence, and who reports."""
        said = next(iter(speakers(page, token, self._said)), None)
        if said is None or said.verb is None or said.speaker is None:
            return None
        report = page.doc[said.verb]
        return (report, said.speaker) if report.pos_ == "VERB" and report.sent == token.sent else None

    def all(self, page: Page, tokens: Iterable[Token]) -> list[Party]:
        """Return the parties of those of the tokens that are any, each once."""
        found: dict[str, Party] = {}
        for each in tokens:
            for party in self._parties.each(page, each, self.speaker(page, each)):
                found.setdefault(party.actor, party)
        return list(found.values())

    def behind(self, page: Page, tokens: Iterable[Token]) -> list[Party]:
        """Return the parties behind things: "Iran" of "Iran's offer"."""
        found: dict[str, Party] = {}
        for each in tokens:
            for party in self._parties.behind(page, each):
                found.setdefault(party.actor, party)
        return list(found.values())

    def either(self, page: Page, tokens: list[Token]) -> list[Party]:
        """Return the parties of the tokens or, where none is a party, those behind them."""
        return self.all(page, tokens) or self.behind(page, tokens)

    def modifier(self, page: Page, token: Token) -> Party | None:
        """Return the party of a word before a noun."""
        return self._parties.modifier(page, token)

    def office_of(self, party: Party) -> Party | None:
        """Return of what a person holds an office."""
        return self._parties.office_of(party.actor)

    def is_named_person(self, party: Party) -> bool:
        """Tell whether a party is a person whose name the article gives."""
        return self._parties.is_named_person(party)

    def is_named(self, party: Party) -> bool:
        """Tell whether a party has a name, and is not "protesters"."""
        return self._parties.is_named(party)

    def is_rival(self, party: Party) -> bool:
        """Tell whether a party fights with words: a named person, a political party, a newspaper."""
        return self._parties.is_rival(party)

    def is_armed(self, party: Party) -> bool:
        """Tell whether a party is a state, a military or another armed body."""
        return self._parties.is_armed(party)

    def is_weapon(self, token: Token) -> bool:
        """Tell whether a noun is what somebody else fights with: "drone"."""
        return self._parties.is_weapon(token)

    def is_armed_body(self, party: Party) -> bool:
        """Tell whether a party is troops, fighters or the like, and no state."""
        return self._parties.is_armed_body(party)

    def is_somewhere(self, party: Party) -> bool:
        """Tell whether a party is a country, city or other place one can go to."""
        return self._parties.is_somewhere(party)

    def is_people(self, party: Party) -> bool:
        """Tell whether a party is a person or several."""
        return self._parties.is_people(party)

    def is_place(self, party: Party) -> bool:
        """Tell whether a party is a province, city or other place."""
        return self._parties.is_place(party)
