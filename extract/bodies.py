"""Which body or group a noun means: "the Israeli army", "the commission", "far-right protesters"."""

from spacy.tokens import Token

from extract import syntax
from extract.gazetteer import Known, Role
from extract.reading import Page, Reading

# Bodies that a state has one of: "the Israeli army" is named so wherever it appears.
_BODIES = {
    "military": "military",
    "weapon": "military",
    "police": "police",
    "legislature": "parliament",
    "intelligence": "intelligence",
    "court": "courts",
}
_STATE = frozenset({"government", "diplomacy"})
_OF = ("of", "from", "for", "in")
# What may repeat any body: "the group"; "the government" or "the court" is only one that is named so.
_ANYTHING = frozenset(
    {"group", "organization", "organisation", "body", "agency", "institution", "company", "firm"}
)
_ANY_BODY = _ANYTHING | {
    "network", "outlet", "paper", "newspaper", "broadcaster", "platform", "bank", "union", "movement", "association",
    "federation", "charity", "institute", "militia", "corporation", "airline", "alliance", "bloc",
}  # fmt: skip
# Sectors whose bodies nobody calls "the group" or "the network".
_NO_GROUPS = frozenset({"government", "court", "legislature"})


class Bodies:
    """Finds the bodies that nouns of one article mean."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._cast = reading.cast
        self._so_far: dict[str, None] = {}
        self._nouns = frozenset(
            noun for noun, role in reading.gazetteer.roles.items() if role.kind == "Organization"
        )

    def saw(self, actor: str) -> None:
        """Take note of a body that the article has named."""
        self._so_far.setdefault(actor)

    def forget(self) -> None:
        """Begin the article again."""
        self._so_far.clear()

    def of_country(self, country: Known, role: Role) -> tuple[str, str] | None:
        """Return the government or the body of a country that a noun with a role means."""
        if role.meaning in _STATE:
            return self._cast.add_known(country, country.name, "government-noun").id, "government-noun"
        if country.kind != "Country" or role.meaning not in _BODIES:
            return None
        demonym = self._reading.gazetteer.demonyms.get(country.country or "", country.name)
        name = f"{demonym} {_BODIES[role.meaning]}"
        sector = "military" if role.meaning == "weapon" else role.meaning
        member = self._cast.add("Organization", name, "body-noun", country=country.country, sector=sector)
        return member.id, "body-noun"

    def named(self, page: Page, token: Token) -> str | None:
        """Return the organization named before in whose name the noun stands: "the commission"."""
        word = token.lemma_.lower()
        for number in range(page.number, -1, -1):
            other = self._reading.pages[number]
            for name in reversed(other.names):
                if number == page.number and name.start >= token.i:
                    continue
                resolved = self._reading.actor_of(other, name)
                member = self._cast.members[resolved[0]] if resolved is not None else None
                if (
                    member is not None
                    and member.kind == "Organization"
                    and word in member.name.lower().split()
                ):
                    return member.id
        return None

    def only(self, token: Token) -> str | None:
        """Return the one organization named so far that "the group" may repeat; of several it may be any."""
        word = token.lemma_.lower()
        if word not in _ANY_BODY:
            return None
        members = [self._cast.members[actor] for actor in self._so_far]
        fitting = [
            each
            for each in members
            if each.sector not in _NO_GROUPS
            and (word in _ANYTHING or self._nouns.isdisjoint(each.name.lower().split()))
        ]
        return fitting[0].id if len(fitting) == 1 else None

    def before(self, page: Page, token: Token) -> str | None:
        """Return the organization before a noun: "Hamas fighters", "the UN mission"."""
        for each in token.children:
            if each.dep_ in {"amod", "compound", "poss", "nmod"}:
                name = page.by_token.get(each.i)
                resolved = self._reading.actor_of(page, name) if name is not None else None
                if resolved is not None and self._cast.members[resolved[0]].kind == "Organization":
                    return resolved[0]
        return None

    def restricted(self, page: Page, token: Token) -> bool:
        """Tell whether a phrase says itself which ones it means: "the officials who…", "the group of …"."""
        governor = token.head.lemma_.lower()
        for each in token.children:
            named = each.dep_ == "amod" and each.i in page.by_token
            if named or each.dep_ in {"relcl", "acl", "poss", "compound", "nmod"}:
                return True
            # "accused the network of …": the phrase is the verb's, wherever a parse hangs it.
            verbal = token.dep_ == "dobj" and (governor, each.lower_) in self._reading.lexicon.complements
            if each.dep_ == "prep" and each.lower_ in {"of", "from"} and not verbal:
                return True
        return False

    def country(self, page: Page, token: Token) -> Known | None:
        """Return the country or place that a noun names beside it: "US officials", "officials from Iran"."""
        for each in token.children:
            if each.dep_ in {"amod", "compound", "poss", "nmod"}:
                name = page.by_token.get(each.i)
                if name is not None and name.known and name.known[0].kind in {"Country", "Place"}:
                    return name.known[0]
        for preposition in _OF:
            for each in syntax.preposition_objects(token, preposition):
                name = page.by_token.get(each.i)
                if (
                    name is not None
                    and name.known
                    and name.known[0].kind == "Country"
                    and preposition == "from"
                ):
                    return name.known[0]
        return None

    def group_name(self, page: Page, token: Token) -> str:
        """Return a noun with what stands right before it: "far-right protesters", "district attorney's office"."""
        # "for supporting separatists": what may be a gerund is no part of a name.
        before = [
            each
            for each in token.lefts
            if each.dep_ in {"amod", "compound"}
            and not (each.tag_ == "VBG" and each.i > 0 and each.nbor(-1).pos_ in {"ADP", "VERB"})
        ]
        allowed = {one.i for each in before for one in each.subtree}
        for owner in syntax.children(token, "poss"):
            if owner.pos_ == "NOUN":
                allowed |= {one.i for one in owner.subtree if one.dep_ != "det"}
        first = token.i
        # A hyphenated modifier may be parsed in pieces: "far-right" begins at "far".
        while first > token.sent.start and (
            first - 1 in allowed
            or (first > 1 and "-" in {page.doc[first - 1].text, page.doc[first - 2].text})
        ):
            first -= 1
        return page.doc[first : token.i + 1].text
