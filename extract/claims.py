"""Candidates to claims: status, speakers, date, ids; and what follows from a claim by its meaning."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Span, Token

from extract import attribution, dates, places, status, syntax, teams
from extract.attribution import Said
from extract.candidates import Candidate
from extract.party import Party
from extract.reading import Page, Reading
from extract.roles import Office
from extract.status import Judged
from extract.statuses import ASSERTED, ENDED, PLANNED, POSSIBLE, compose
from extract.surroundings import Surroundings
from graph import ontology
from graph.ids import content_id
from graph.model import Claim, Speaker

_COUNT_WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


_TO_MEDIA = frozenset(
    {"speak", "talk", "discuss", "chat", "interview", "conversation", "discussion", "brief", "phone"}
)
_CONFLICT = frozenset({3, 4})
_MATERIAL_CONFLICT = 4
_ARMED = frozenset({"armed", "military", "police"})
_LONGEST_COUNT = 5  # digits


class ClaimMaker:
    """Makes the claims of one article."""

    def __init__(self, reading: Reading, said: list[Said]) -> None:
        self._reading = reading
        self._said = said
        self._surroundings = Surroundings(reading, said)
        self._ontology = ontology.load()
        published = reading.article.published
        self._published = (
            date.fromisoformat(published)
            if published and re.fullmatch(r"\d{4}-\d\d-\d\d", published)
            else None
        )

    def claim(self, page: Page, sentence: Span, candidate: Candidate) -> Claim | None:
        """Return the claim of a candidate, None where the sentence only tells of its end or it cannot be."""
        relation = self._ontology.relations[candidate.relation]
        if (
            self._only_locates(page, candidate.source)
            or not self._can_be(candidate)
            or (not relation.speech and self._is_another(candidate.source))
        ):
            return None
        if candidate.target is not None and self._is_another(candidate.target):
            if relation.symmetric or relation.speech:
                return None
            candidate = replace(candidate, target=None)
        said_by = attribution.chain(page, candidate.trigger, self._said)
        judged = status.judge(
            candidate.trigger,
            self._reading.lexicon,
            speech_act=relation.speech,
            attributed=bool(attribution.speakers(page, candidate.trigger, self._said)),
            own_act=candidate.source.actor in {speaker.actor for speaker in said_by},
        )
        if candidate.status != ASSERTED:
            governed = compose(candidate.status, judged.status)
            judged = replace(
                judged, status=governed, steps=(*judged.steps, f"{candidate.rule}: {candidate.status}")
            )
        if attribution.is_unknown(
            page, candidate.trigger, self._said, self._reading.lexicon.status.knowing_verbs
        ):
            held = compose(POSSIBLE, judged.status)
            judged = replace(
                judged, status=held, steps=(*judged.steps, "said by nobody knows whom: possible")
            )
        around, why = self._surroundings.of(page, candidate.trigger, speech_act=relation.speech)
        if around != ASSERTED:
            held = compose(around, judged.status)
            judged = replace(judged, status=held, steps=(*judged.steps, f"{why}: {around}"))
        if judged.status == ENDED:
            return None
        when = dates.when(
            candidate.trigger, self._published, future=judged.status in {"planned", "conditional"}
        )
        judged, when = self._in_time(candidate.trigger, judged, when)
        start, end = self._sentence(page, sentence)
        condition = None
        if judged.condition is not None:
            condition = self._reading.text(
                *page.span(judged.condition[0].i, judged.condition[1].i + 1)
            ).strip(' ,.;/”"')
        trigger_start, trigger_end = page.span(candidate.trigger.i, candidate.trigger.i + 1)
        target = candidate.target.actor if candidate.target else None
        identity = self._id(candidate.relation, candidate.source.actor, target, judged.status, trigger_start)
        self._reading.steps[identity] = judged.steps
        return Claim(
            id=identity,
            relation=candidate.relation,
            mode=candidate.mode,
            plover=relation.plover_code(judged.status, candidate.mode),
            cameo=relation.cameo or None,
            source=candidate.source.actor,
            target=target,
            source_text=candidate.source.text,
            target_text=candidate.target_text,
            status=judged.status,
            condition=condition,
            trigger=self._reading.text(trigger_start, trigger_end),
            trigger_start=trigger_start,
            trigger_end=trigger_end,
            quote=self._reading.text(start, end),
            start=start,
            end=end,
            date=when.date if when else None,
            date_precision=when.precision if when else None,
            date_basis=when.basis if when else None,
            stated_count=self._count(candidate),
            place=places.of(page, candidate.trigger, self._reading, {candidate.source.actor, target}),
            role=None,
            role_from=None,
            role_to=None,
            said_by=said_by,
            denies=None,
            confidence=candidate.confidence,
            rule=candidate.rule,
        )

    def _is_at_home(self, candidate: Candidate) -> bool:
        """Tell whether who visits a residence is of that country: a president returns to the White House."""
        if (
            candidate.relation != "VISITED"
            or candidate.target is None
            or candidate.target.rule != "residence"
        ):
            return False
        members = self._reading.cast.members
        return members[candidate.source.actor].country in {None, members[candidate.target.actor].country}

    def _is_played(self, candidate: Candidate) -> bool:
        """Tell whether the parties only fight in a game: none of them is armed or unnamed."""
        quad = self._ontology.relations[candidate.relation].quad
        if quad not in _CONFLICT or not teams.is_contest(candidate.trigger, article=self._reading.sport):
            return False
        members = [
            self._reading.cast.members[each.actor] for each in (candidate.source, candidate.target) if each
        ]
        return not any(each.sector in _ARMED or each.rule == "group-noun" for each in members)

    def _only_locates(self, page: Page, party: Party) -> bool:
        """Tell whether a place only says where it was, whatever a parse makes it do."""
        name = page.by_token.get(party.token.i)
        return name is not None and name.locates and self._reading.cast.members[party.actor].kind == "Place"

    def _is_another(self, party: Party) -> bool:
        """Tell whether somebody only speaks for a person: whoever jails X's lawyer has not jailed X."""
        if party.rule != "representative" or self._reading.cast.members[party.actor].kind != "Person":
            return False
        role = self._reading.gazetteer.roles.get(party.token.lower_)
        return role is None or role.kind == "Person"

    def _in_time(
        self, trigger: Token, judged: Judged, when: dates.When | None
    ) -> tuple[Judged, dates.When | None]:
        """Return judgement and date as they can both be: what lies in the future has not happened yet."""
        if judged.status != ASSERTED or self._published is None or when is None:
            return judged, when
        if when.date <= self._published.isoformat()[: len(when.date)]:
            return judged, when
        if syntax.is_past(trigger):
            return judged, None  # "met before Friday's summit": the date is of something else
        steps = (*judged.steps, f"{when.date}, after publication: planned")
        return replace(judged, status=PLANNED, steps=steps), when

    def _can_be(self, candidate: Candidate) -> bool:
        """Tell whether the relation can be had with such a target: only people are appointed."""
        if self._is_at_home(candidate) or self._is_played(candidate):
            return False
        if candidate.relation == "MET_WITH" and candidate.trigger.lemma_.lower() in _TO_MEDIA:
            # Who speaks to the press has met nobody: the reporter is no party.
            parties = (candidate.source, candidate.target)
            members = [self._reading.cast.members[each.actor] for each in parties if each is not None]
            if any(each.sector == "media" for each in members):
                return False
        kinds = self._ontology.relations[candidate.relation].target_kinds
        if not kinds or candidate.target is None:
            return True
        word = candidate.target.token.lower_
        role = self._reading.gazetteer.roles.get(word)
        if role is not None and role.plural and role.kind not in kinds:
            return False  # "suspended their campaigns"
        return self._reading.cast.members[candidate.target.actor].kind in kinds

    def role(self, office: Office) -> Claim | None:
        """Return the claim that a person holds an office, None where the text does not say of what."""
        if office.of is None or office.of.actor == office.person.actor:
            return None
        page = office.page
        relation = "HOLDS_ROLE" if office.title else "AFFILIATED_WITH"
        trigger_start, trigger_end = page.span(office.first, office.last)
        start, end = self._sentence(page, page.doc[office.first].sent)
        return Claim(
            id=self._id(relation, office.person.actor, office.of.actor, "asserted", trigger_start),
            relation=relation, mode=None, plover=None, cameo=None,
            source=office.person.actor, target=office.of.actor,
            source_text=office.person.text, target_text=office.of.text,
            status="asserted", condition=None,
            trigger=self._reading.text(trigger_start, trigger_end),
            trigger_start=trigger_start, trigger_end=trigger_end,
            quote=self._reading.text(start, end), start=start, end=end,
            date=None, date_precision=None, date_basis=None, stated_count=None, place=None,
            role=office.title or None, role_from=office.since, role_to=office.until,
            said_by=attribution.chain(page, page.doc[office.first], self._said), denies=None,
            confidence=round(0.95 * min(office.person.confidence, office.of.confidence), 3), rule=office.rule,
        )  # fmt: skip

    def consequences(self, candidate: Candidate, claim: Claim) -> Iterator[Claim]:
        """Yield what a claim means besides: "we are being targeted by X", quoted, accuses X."""
        relation = self._ontology.relations[claim.relation]
        first_person = candidate.target is not None and candidate.target.rule == "speaker"
        if (
            relation.quad == _MATERIAL_CONFLICT
            and first_person
            and claim.status == "asserted"
            and claim.target is not None
        ):
            accuses = self._ontology.relations["ACCUSED"]
            yield replace(
                claim,
                id=self._id("ACCUSED", claim.target, claim.source, "asserted", claim.trigger_start or 0),
                relation="ACCUSED", mode="allege", plover=accuses.plover, cameo=accuses.cameo,
                source=claim.target, target=claim.source, source_text=claim.target_text, target_text=claim.source_text,
                said_by=(), rule=f"{claim.rule}+quoted-victim",
            )  # fmt: skip

    def _id(self, relation: str, source: str, target: str | None, judged: str, trigger_start: int) -> str:
        article = self._reading.article
        return content_id(
            "claim", article.id, article.sha256, relation, source, target, judged, trigger_start
        )

    def _sentence(self, page: Page, sentence: Span) -> tuple[int, int]:
        start, end = page.start + sentence.start_char, page.start + sentence.end_char
        text = self._reading.text(start, end)
        return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))

    def _count(self, candidate: Candidate) -> int | None:
        for each in candidate.trigger.children:
            if each.dep_ == "nummod" and candidate.trigger.pos_ == "NOUN":
                word = each.lower_
                return int(word) if word.isdigit() and len(word) <= _LONGEST_COUNT else _COUNT_WORDS.get(word)
        return None


def with_denials(claims: list[Claim]) -> list[Claim]:
    """Return the claims, each DENIED one pointing to the denied claim of its sentence."""
    linked: list[Claim] = []
    for claim in claims:
        if claim.relation == "DENIED" and claim.status == "asserted":
            denied = [
                each for each in claims
                if each.status == "denied" and each.start == claim.start and each.relation != "DENIED"
                and (each.trigger_start or 0) > (claim.trigger_start or 0)
            ]  # fmt: skip
            if denied:
                linked.append(replace(claim, denies=denied[0].id))
                continue
        linked.append(claim)
    return linked


def coded_once(claims: list[Claim], embedded: dict[str, str]) -> list[Claim]:
    """Return the claims with PLOVER's code only where PLOVER codes an event.

    "Threatened to attack X" is one event to PLOVER, the threat; ours has the planned attack as well. `embedded`
    gives for the id of a claim that of the claim whose complement it stands in.
    """
    by_id = {claim.id: claim for claim in claims}
    coded: list[Claim] = []
    for claim in claims:
        outer = by_id.get(embedded.get(claim.id, ""))
        once = outer is not None and {outer.source, outer.target} == {claim.source, claim.target}
        coded.append(replace(claim, plover=None) if once and claim.status != "asserted" else claim)
    return coded


def without_repetition(claims: list[Claim]) -> list[Claim]:
    """Return one claim for each triple and status of a sentence, the surest; ids are unique afterwards."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.relation, claim.source, claim.target, claim.target_text if claim.target is None else None,
               claim.status, claim.start, claim.role)  # fmt: skip
        if key not in best or best[key].confidence < claim.confidence:
            best[key] = claim
    unique = {claim.id: claim for claim in best.values()}
    return sorted(unique.values(), key=lambda claim: (claim.trigger_start or 0, claim.relation, claim.id))


def speakers_of(claims: list[Claim]) -> set[str]:
    """Return the actors that report any of the claims."""
    return {speaker.actor for claim in claims for speaker in claim.said_by if isinstance(speaker, Speaker)}
