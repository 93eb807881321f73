"""Which parties tokens name, in the mouth of whoever says them: "we" is the speaker of its quotation."""

from collections.abc import Iterable

from spacy.tokens import Token

from extract.attribution import Said, speakers
from extract.parties import Parties
from extract.party import Party
from extract.reading import Page


class Voices:
    """Resolves tokens of one article, first persons included."""

    def __init__(self, parties: Parties, said: list[Said]) -> None:
        self._parties = parties
        self.traits = parties.traits
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
