"""What a party is like: armed, named, a place; what relations ask of their parties."""

from spacy.tokens import Token

from extract.party import Party
from extract.reading import Reading

_ARMED = frozenset({"armed", "military", "weapon"})
# Who is attacked with words, mostly, by politicians.
_UNARMED = frozenset({"party", "media", "legislature", "court", "ngo", "company", "igo", "central_bank"})
_OFFICIAL = frozenset({"government", "diplomacy", "religious"})
_VIOLENT = frozenset({"police", "criminal", "people"})


class Traits:
    """Tells what the parties of one article are."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._cast = reading.cast

    def is_named_person(self, party: Party) -> bool:
        """Tell whether a party is a person whose name the article gives."""
        member = self._cast.members[party.actor]
        return member.kind == "Person" and member.rule not in {"group-noun", "overlooked"}

    def is_single(self, party: Party) -> bool:
        """Tell whether a party is one person with a name, whatever told so."""
        member = self._cast.members[party.actor]
        return member.kind == "Person" and member.rule != "group-noun"

    def is_named(self, party: Party) -> bool:
        """Tell whether a party has a name, and is not "protesters"."""
        return self._cast.members[party.actor].rule not in {"group-noun", "overlooked"}

    def is_rival(self, party: Party) -> bool:
        """Tell whether a party fights with words: a named person, a political party, a newspaper, a court."""
        member = self._cast.members[party.actor]
        spoken = _UNARMED if member.kind in {"Organization", "Group"} else _UNARMED | _OFFICIAL
        return self.is_named_person(party) or (
            member.kind in {"Organization", "Group", "Person"} and member.sector in spoken
        )

    def is_violent(self, party: Party) -> bool:
        """Tell whether a party fights with its hands: armed people, the police, criminals, just anybody."""
        member = self._cast.members[party.actor]
        unknown = member.sector is None and member.kind != "Person"
        return self.is_armed(party) or member.sector in _VIOLENT or unknown

    def is_armed(self, party: Party) -> bool:
        """Tell whether a party is a state, a military or another armed body."""
        member = self._cast.members[party.actor]
        return member.kind == "Country" or member.sector in _ARMED

    def is_weapon(self, token: Token) -> bool:
        """Tell whether a noun is what somebody else fights with: "drone"."""
        role = self._reading.gazetteer.roles.get(token.lower_)
        return role is not None and role.meaning == "weapon"

    def is_armed_body(self, party: Party) -> bool:
        """Tell whether a party is troops, fighters or the like, and no state."""
        member = self._cast.members[party.actor]
        return member.kind != "Country" and member.sector in _ARMED

    def is_somewhere(self, party: Party) -> bool:
        """Tell whether a party is a country, city or other place one can go to."""
        return self._cast.members[party.actor].kind in {"Country", "Place"}

    def is_people(self, party: Party) -> bool:
        """Tell whether a party is a person or several."""
        return self._cast.members[party.actor].kind in {"Person", "Group"}

    def is_place(self, party: Party) -> bool:
        """Tell whether a party is a province, city or other place."""
        return self._cast.members[party.actor].kind == "Place"
