"""Which actor a noun repeats: "the group" that an apposition introduced, "the officials" of before."""

from spacy.tokens import Token

from extract import syntax
from extract.bodies import Bodies
from extract.gazetteer import Role
from extract.reading import Page, Reading

_SIDES = frozenset({"team", "side"})  # of which two are spoken of in turn


class Repeated:
    """What the nouns of one article stood for when they were last read."""

    def __init__(self, reading: Reading, bodies: Bodies) -> None:
        self._reading = reading
        self._bodies = bodies
        self._last: dict[str, str] = {}
        self._described: dict[str, str] = {}

    def forget(self) -> None:
        """Begin the article again; what appositions say of names stays."""
        self._last.clear()

    def remember(self, token: Token, actor: str) -> None:
        """Learn what a noun stands for; "the companies" are not the company, and there are many presidents."""
        office = token.tag_ == "NN" and token.lower_ in self._reading.gazetteer.office_words
        if token.pos_ == "NOUN" and not office:
            self._last[token.lower_] = actor

    def describe(self, page: Page, token: Token) -> None:
        """Learn from "the Alberta Prosperity Project, a fringe separatist group": "the group" is that one."""
        name = page.by_token.get(token.i)
        if name is None or name.head != token.i:
            return
        resolved = self._reading.actor_of(page, name)
        if resolved is None:
            return
        descriptions = syntax.children(token, "appos")
        if token.dep_ == "appos":
            descriptions.append(token.head)
        for each in descriptions:
            if each.pos_ == "NOUN" and page.by_token.get(each.i) is None:
                self._described[each.lemma_.lower()] = resolved[0]
                for modifier in each.children:
                    # "a separatist group" is "the separatists" later on.
                    if (
                        modifier.dep_ in {"compound", "amod"}
                        and modifier.lower_ in self._reading.gazetteer.roles
                    ):
                        self._described[modifier.lemma_.lower()] = resolved[0]

    def meant(self, page: Page, token: Token, role: Role, *, definite: bool) -> str | None:
        """Return the actor that "the group" or the first word of "ministry sources" repeats."""
        speaks = self._reading.lexicon.status.representatives
        alone = token.dep_ == "compound" and token.left_edge == token and token.head.lemma_.lower() in speaks
        if token.lemma_.lower() in _SIDES:
            return None
        if self._bodies.restricted(page, token) or not (definite or alone):
            return None
        one = role.kind == "Organization" and not role.plural
        described = self._described.get(token.lemma_.lower())
        if definite and described is not None and (not role.plural or self._may_be_several(described, role)):
            return described
        if one and (named := self._bodies.named(page, token)) is not None:
            return named
        if definite and token.lower_ in self._last:
            return self._last[token.lower_]
        return self._bodies.only(token) if one and definite else None

    def _may_be_several(self, actor: str, role: Role) -> bool:
        """Tell whether a plural may repeat an actor: "the separatists" a separatist group, "the companies" no company."""
        kind = self._reading.cast.members[actor].kind
        return kind == "Group" or (kind == "Organization" and role.kind == "Group")
