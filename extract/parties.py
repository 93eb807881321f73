"""Which actor a noun phrase or pronoun is: names, nouns with a role, whose representative, who "he" is."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from extract import syntax, titles
from extract.authors import authors, modifiers
from extract.bodies import Bodies
from extract.cast import CONFIDENCE
from extract.couples import couple, is_couple
from extract.gazetteer import CAPITAL, Role, name_forms
from extract.kin import Kin
from extract.mentions import Name
from extract.officials import Officials
from extract.party import Party
from extract.pronouns import RELATIVE, Antecedents
from extract.reading import Page, Reading
from extract.repeated import Repeated
from extract.traits import Traits

if TYPE_CHECKING:
    from extract.roles import Office
    from graph.catalogue.lookup import Catalogue

# Who serves in a place without speaking for it.
_OF_THE_LAW = frozenset(
    {"attorney", "prosecutor", "lawyer", "judge", "magistrate", "officer", "policeman", "detective"}
)
# What there are many of: "union leaders" are no union's; "police officials" are the police's.
_ANYONES = frozenset(
    {"civil", "business", "organization", "media", "party", "criminal", "opposition", "armed"}
)
_TASKS = frozenset(
    {"mission", "command", "force", "forces", "authority"}
)  # what a person has, and is not spoken for by
_LANDS = frozenset(
    {
        "country",
        "nation",
        "state",
        "land",
        "neighbor",
        "neighbour",
        "ally",
        "rival",
        "power",
        "member",
        "republic",
    }
)
_STILL = frozenset({"current", "new", "embattled", "outgoing", "incumbent"})  # said of who holds an office
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


class Parties:
    """Resolves tokens of one article's pages; each answer is worked out once."""

    def __init__(self, reading: Reading, catalogue: "Catalogue | None" = None) -> None:
        self._reading = reading
        self._cast = reading.cast
        self._antecedents = Antecedents(reading)
        self._officials = Officials(reading, catalogue) if catalogue is not None else None
        self._known: dict[tuple[int, int], tuple[str, str] | None] = {}
        self._offices: dict[str, Party] = {}
        self.bodies = Bodies(reading)
        self._repeated = Repeated(reading, self.bodies)
        self.kin = Kin(self._antecedents)
        self.traits = Traits(reading)
        for page in reading.pages:
            for token in page.doc:
                self._repeated.describe(page, token)

    def prepare(self) -> None:
        """Resolve the nouns of the whole article anew, in reading order, since later ones rest on earlier."""
        self._known.clear()
        self._repeated.forget()
        self.bodies.forget()
        for page in self._reading.pages:
            for token in page.doc:
                if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "amod"}:
                    self._resolve(page, token)

    def learn(self, held: "list[Office]") -> None:
        """Learn who holds which office, then resolve the article's nouns."""
        if self._officials is not None:
            self._officials.learn(held)
        for office in held:
            if office.of is not None:
                self._offices.setdefault(office.person.actor, office.of)
            member = self._cast.members[office.person.actor]
            # Where only the rest of the article suggests of what country an office is, or where it is a company's, it
            # does not tell who somebody is: the same name with another country would be taken for another person.
            if office.of is not None and member.country is None and "+country" not in office.rule:
                state = self._cast.members[office.of.actor]
                member.country = state.country if state.kind == "Country" else None
            if office.until is None:
                self._antecedents.holds(office.person.actor, office.title.lower())
        self.prepare()

    def office_of(self, actor: str) -> Party | None:
        """Return the body or country of which the article says that a person holds an office."""
        return self._offices.get(actor)

    def of(self, page: Page, token: Token, speaker: str | None = None) -> Party | None:
        """Return the party that a token is the head of; `speaker` is who says the words, for "we"."""
        if token.pos_ == "PRON" or (token.dep_ == "poss" and token.tag_ == "PRP$"):
            actor = self._antecedents.of(page, token, speaker, self._person_speaking)
            if actor is None:
                return None
            start, end = page.span(token.i, token.i + 1)
            rule = "speaker" if token.lower_ in {"i", "we", "us", "me", "our", "my", "ours"} else "pronoun"
            return Party(actor, rule, CONFIDENCE[rule], start, end, token.text, token)
        resolved = self._resolve(page, token)
        if resolved is None:
            return None
        actor, rule = resolved
        first, last = syntax.phrase(token)
        name = page.by_token.get(token.i)
        if name is not None:
            start, end = page.span(name.start, name.end)
        else:
            start, end = page.span(min(first, token.i), token.i + 1)
        phrase_start, phrase_end = page.span(first, last)
        text = self._reading.text(phrase_start, phrase_end)
        return Party(actor, rule, CONFIDENCE[rule], start, end, text, token)

    def referring(self, page: Page, speaker_at: Callable[[Token], str | None]) -> Iterator[Party]:
        """Yield the pronouns and nouns of a page that refer to an actor named elsewhere in the article."""
        for token in page.doc:
            if token.i in page.by_token:
                continue
            if token.pos_ == "PRON" and token.lower_ not in RELATIVE:
                party = self.of(page, token, speaker_at(token))
            elif token.pos_ == "NOUN" and self._counted(token) is None:
                party = self.of(page, token)
            else:
                continue
            if party is not None and party.rule != "group-noun":
                yield party

    def behind(self, page: Page, token: Token, speaker: str | None = None) -> list[Party]:
        """Return the parties behind a thing: "Iran's offer", "a Supreme Court decision", "the decision of X"."""
        if token.lemma_.lower() in self._reading.lexicon.status.kin_nouns:
            return []  # "X's husband" is another than X
        found = [
            party
            for each in authors(token, self._reading.lexicon)
            if (party := self.modifier(page, each, speaker))
        ]
        return found[:1] if found and not self._coordinated(found) else found

    def _coordinated(self, found: list[Party]) -> bool:
        return len(found) > 1 and all(party.token.dep_ == "conj" for party in found[1:])

    def modifier(self, page: Page, token: Token, speaker: str | None = None) -> Party | None:
        """Return the party of a word before a noun: "Iran's", "US", "Canadian"."""
        name = page.by_token.get(token.i)
        if name is not None and name.is_modifier:
            start, end = page.span(name.start, name.end)
            member = self._cast.add_known(name.known[0], name.text, "government-noun")
            return Party(
                member.id, "government-noun", CONFIDENCE["government-noun"], start, end, name.text, token
            )
        before = token.dep_ in {"compound", "amod", "nmod"}
        if before and name is not None and token.pos_ == "ADJ" and not name.known and name.kind == "Group":
            return None  # "Christian ethics"
        if before and (self._only_qualifies(token) if name is None else self._names_a_treaty(name, token)):
            return None
        party = self.of(page, token, speaker)
        if party is not None or before:
            return party
        nested = self.behind(page, token, speaker) if token.pos_ == "NOUN" else []
        return nested[0] if nested else None

    def _only_qualifies(self, token: Token) -> bool:
        """Tell whether a word before a noun says of what kind it is: "campaign promise", "military aid"."""
        role = self._reading.gazetteer.roles.get(token.lower_)
        anyone = role is not None and (
            role.kind == "Person" or role.meaning in {"people", "business", "civil"}
        )
        words = self._reading.lexicon.status.representatives
        return token.pos_ == "ADJ" or anyone or token.lemma_.lower() in words

    def _names_a_treaty(self, name: Name, token: Token) -> bool:
        """Tell whether a place only tells which one is meant: "the Louvre accord", "the Paris agreement"."""
        country = bool(name.known) and name.known[0].kind == "Country" and name.known[0].form != CAPITAL
        treaty = token.head.lemma_.lower() in self._reading.lexicon.status.treaty_nouns
        return token.dep_ == "compound" and treaty and name.kind != "Person" and not country

    def _resolve(self, page: Page, token: Token) -> tuple[str, str] | None:
        place = (page.number, token.i)
        if place not in self._known:
            self._known[place] = None  # a phrase that contains itself, in a broken parse, ends here
            resolved = self._work_out(page, token)
            self._known[place] = resolved
            # Headlines and captions name and parse too loosely for "the officials" to rest on them.
            if resolved is not None and page.kind == "prose":
                self._remember(page, token, resolved)
        return self._known[place]

    def _remember(self, page: Page, token: Token, resolved: tuple[str, str]) -> None:
        actor = resolved[0]
        holder = page.by_token.get(token.head.head.i) if token.dep_ == "pobj" else None
        if holder is not None and holder.kind == "Person":
            return  # "Carlo Dade of the foundation": only where he comes from, and not "the group" later on
        self._repeated.remember(token, actor)
        if self._cast.members[actor].kind == "Organization" and token.pos_ == "PROPN":
            self.bodies.saw(actor)

    def _work_out(self, page: Page, token: Token) -> tuple[str, str] | None:
        name = page.by_token.get(token.i)
        if name is not None:
            noun = self._reading.gazetteer.roles.get(page.doc[name.end - 1].lower_)
            if name.head == token.i or token.i == name.end - 1:
                return self._reading.actor_of(page, name) or self._from_demonym(page, token, noun)
            return None
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
            return None
        role = self._reading.gazetteer.roles.get(token.lower_)
        if token.dep_ == "appos" and (named := page.by_token.get(token.head.i)) is not None:
            return self._apposed(page, named, token)
        lemma = token.lemma_.lower()
        if (named_or_in_office := self._apposed_name(page, token) or self._official(page, token)) is not None:
            return named_or_in_office
        if (counted := self._counted(token)) is not None:
            return next((whom for each in counted if (whom := self._resolve(page, each)) is not None), None)
        if lemma in self._reading.lexicon.status.naming_nouns:
            # "the island nation of Nauru"
            for each in syntax.preposition_objects(token, "of"):
                if each.i in page.by_token and (same := self._resolve(page, each)) is not None:
                    return same
        acts_for = {lemma, token.lower_} & self._reading.lexicon.status.representatives
        if acts_for and (principal := self._principal(page, token)) is not None:
            return principal
        if role is not None and (
            role.meaning != "teller" or syntax.tells(token, self._reading.lexicon.reports)
        ):
            return self._with_role(page, token, role)
        if lemma in self._reading.gazetteer.office_words:
            return self._office_holder(page, token)
        return None

    def _counted(self, token: Token) -> list[Token] | None:
        """Return what a noun counts: "protesters" of "dozens of protesters"; None where it counts nothing."""
        if token.lemma_.lower() in self._reading.lexicon.status.transparent_nouns or token.pos_ == "NUM":
            return syntax.preposition_objects(token, "of") or None
        return None

    def _from_demonym(self, page: Page, token: Token, noun: Role | None) -> tuple[str, str] | None:
        """Return whom an adjective used as a noun means: "the British", "the Dutch"."""
        name = page.by_token[token.i]
        argument = token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "agent"} or (
            token.dep_ == "conj" and token.pos_ in {"NOUN", "PROPN"}
        )
        if noun is None and name.is_modifier and argument:
            return self._cast.add_known(name.known[0], name.text, "people").id, "people"
        return None

    def _apposed_name(self, page: Page, token: Token) -> tuple[str, str] | None:
        """Return whom the name in apposition means, or the relative that the article has named."""
        for each in token.children:
            if each.dep_ == "appos" and (name := page.by_token.get(each.i)) is not None:
                apposed = self._apposed(page, name, token)
                if apposed is not None:
                    self.kin.learn(page, token, apposed[0], self._person_speaking)
                return apposed
        after = page.by_token.get(token.i + 1)
        if (
            after is not None
            and after.kind == "Person"
            and token.lemma_.lower() in self._reading.gazetteer.titles
        ):
            resolved = self._reading.actor_of(
                page, after
            )  # "Obama's adviser James Jones", however it is parsed
            if resolved is not None and token.tag_ == "NN":
                return resolved[0], "described"
        relative = self.kin.of(page, token, self._person_speaking)
        return None if relative is None else (relative, "described")

    def _apposed(self, page: Page, name: Name, noun: Token) -> tuple[str, str] | None:
        """Return the actor of a name in apposition with a noun; "a fire near California, United States" is no state."""
        resolved = self._reading.actor_of(page, name)
        if resolved is None:
            return None
        place = self._cast.members[resolved[0]].kind in {"Country", "Place"}
        fitting = name_forms("settlements") | self._reading.lexicon.status.naming_nouns | _LANDS
        if place and noun.lemma_.lower() not in fitting and noun.lower_ not in self._reading.gazetteer.roles:
            return None
        return resolved[0], "apposition"

    def _principal(self, page: Page, token: Token) -> tuple[str, str] | None:
        """Return for whom somebody acts: "Smith's office", "a White House spokesperson"."""
        lemma = token.lemma_.lower()
        if self._out_of_office(token):
            return None  # "a retired British ambassador"
        for each in modifiers(token):
            name = page.by_token.get(each.i)
            if name is not None and name.is_modifier:
                if lemma == "chief":
                    return None  # "Scottish chiefs", of athletics
                return self._cast.add_known(name.known[0], name.text, "government-noun").id, "government-noun"
            if each.pos_ == "PRON" or each.tag_ == "PRP$":
                party = self.of(page, each)
                if party is not None:
                    return party.actor, "representative"
                continue
            if name is None and each.pos_ == "ADJ" and self._is_of_people(each):
                continue  # "national security staff", "public office"
            resolved = self._resolve(page, each)
            if resolved is not None and self._is_any(page, token, each, resolved[1]):
                return None
            if resolved is not None:
                member = self._cast.members[resolved[0]]
                if member.kind == "Place" and lemma in _OF_THE_LAW:
                    return None  # "a Milwaukee police officer" is not Milwaukee
                if member.kind == "Person" and lemma in _TASKS:
                    return None  # "Howe's main mission"
                if member.kind == "Person" and lemma in {"government", "administration", "cabinet", "regime"}:
                    made = self._cast.add("Organization", f"{member.name} {lemma}", "government-noun")
                    for short in member.names:
                        made.names.append(f"{short} {lemma}")
                    return made.id, "government-noun"
                return resolved[0], "representative"
        return None

    def _is_any(self, page: Page, token: Token, owner: Token, rule: str) -> bool:
        """Tell whether an owner only says of what kind somebody is: "union leaders", "a team from X and Y"."""
        if token.tag_ == "NN" and owner.conjuncts and owner.dep_ in {"pobj", "conj"}:
            return True
        if rule != "group-noun" or owner.dep_ not in {"compound", "nmod"} or owner.i in page.by_token:
            return False
        role = self._reading.gazetteer.roles.get(owner.lower_)
        return role is not None and role.meaning in _ANYONES

    def _is_of_people(self, token: Token) -> bool:
        role = self._reading.gazetteer.roles.get(token.lower_)
        return role is not None and role.meaning == "people"

    def _of_another_kind(self, page: Page, token: Token) -> bool:
        """Tell whether a word between says that no state speaks: "French union leaders"."""
        roles = self._reading.gazetteer.roles
        return any(
            each.i not in page.by_token and each.lower_ in roles and roles[each.lower_].meaning in _ANYONES
            for each in syntax.children(token, "compound", "nmod")
        )

    def _with_role(self, page: Page, token: Token, role: Role) -> tuple[str, str] | None:
        """Return who a noun with a role is: "US officials", "Israeli troops", "the group"."""
        body = self.bodies.before(page, token)
        # One Republican is not the party; Republican lawmakers are.
        alone = role.kind == "Person" and not role.plural
        speaks = token.lemma_.lower() in self._reading.lexicon.status.representatives
        if body is not None and (speaks or not alone):
            return body, "representative"
        country = self.bodies.country(page, token)
        if country is not None and not self._out_of_office(token) and not self._of_another_kind(page, token):
            acting = self.bodies.of_country(country, role)
            if acting is not None:
                return acting
        definite = any(each.lower_ in _DEFINITE for each in token.children if each.dep_ == "det")
        known = self._repeated.meant(page, token, role, definite=definite) if country is None else None
        if known is not None:
            return known, "definite-noun"
        if role.kind == "Person" and not role.plural and definite:
            holder = self._office_holder(page, token)
            if holder is not None or (country is None and not self.bodies.restricted(page, token)):
                return holder
        if token.lower_ == "members" and token.left_edge == token and token.right_edge == token:
            return None  # of what is not said
        # An article's own: "a Kyrgyz journalist", "the court", "protesters".
        kind = "Group" if role.plural else role.kind
        name = self.bodies.group_name(page, token)
        member = self._cast.add(
            kind,
            name,
            "group-noun",
            local=True,
            country=country.country if country else None,
            sector=role.meaning,
        )
        return member.id, "group-noun"

    def each(self, page: Page, token: Token, speaker: str | None = None) -> list[Party]:
        """Return the parties of a noun, several where names share it: "Turkish and Syrian forces"."""
        if is_couple(token, self._reading.lexicon.status) and (two := couple(self._reading, page, token)):
            start, end = page.span(token.left_edge.i, token.i + 1)
            text = self._reading.text(start, end)
            return [Party(each, "couple", CONFIDENCE["couple"], start, end, text, token) for each in two]
        first = self.of(page, token, speaker)
        role = self._reading.gazetteer.roles.get(token.lower_)
        sharing = [
            page.by_token[one.i].known[0]
            for before in syntax.children(token, "amod", "compound", "nmod")
            for one in [before, *syntax.children(before, "conj")]
            if one.i in page.by_token and page.by_token[one.i].known
        ]
        sharing = sharing or [
            page.by_token[one.i].known[0]  # "the armies of Brazil and Argentina"
            for each in syntax.preposition_objects(token, "of")
            for one in syntax.with_conjuncts(each)
            if one.i in page.by_token and page.by_token[one.i].known
        ]
        if first is None or role is None or token.tag_ != "NNS" or len(sharing) <= 1:
            return [first] if first is not None else []
        found: list[Party] = []
        for known in sharing:
            if known.kind == "Country" and (acting := self.bodies.of_country(known, role)) is not None:
                actor, rule = acting
            elif known.kind == "Organization":
                actor, rule = self._cast.add_known(known, known.name, "representative").id, "representative"
            else:
                return [first]
            found.append(replace(first, actor=actor, rule=rule, confidence=CONFIDENCE[rule]))
        return found

    def _official(self, page: Page, token: Token) -> tuple[str, str] | None:
        """Return whom an office without a name means by the catalogue: "the US president"."""
        if self._officials is None or token.lemma_.lower() not in self._reading.gazetteer.office_words:
            return None
        return self._officials.holder(page, token)

    def _out_of_office(self, token: Token) -> bool:
        """Tell whether a noun names somebody who speaks for no state: "a former US president", "the next premier"."""
        office = token.lemma_.lower() in self._reading.gazetteer.office_words
        return office and any(titles.parsed(each.text).when != titles.NOW for each in token.lefts)

    def _office_holder(self, page: Page, token: Token) -> tuple[str, str] | None:
        """Return who the article says holds an office: "the US president", "the premier"."""
        if token.tag_ in {"NNS", "NNPS"} or not any(
            each.lower_ in {"the", "his", "her", "their", "its"} or each.dep_ == "poss"
            for each in token.children
        ):
            return None
        country = self.bodies.country(page, token)
        before = syntax.children(token, "amod", "compound", "nmod")
        more = {each.lower_ for each in before if each.i not in page.by_token} - _STILL
        holder = self._antecedents.office_holder(token.lemma_.lower(), country, more)
        return None if holder is None else (holder, "office-holder")

    def _person_speaking(self, page: Page, token: Token) -> str | None:
        resolved = self._resolve(page, token)
        return resolved[0] if resolved else None
