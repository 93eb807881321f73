"""Whom an article does not mean though it writes a name of theirs: London, Ontario; an AP that is an artificial pancreas."""

import re
from functools import cache

from extract.gazetteer import CAPITAL, NAME, Gazetteer, Known, name_forms

_IN_BRACKETS = re.compile(r"\((?P<letters>[A-Z]{2,6})\)")
_LONG_FORM = 120  # code points before the brackets
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to"})


def unmeant(text: str, gazetteer: Gazetteer) -> frozenset[Known]:
    """Return the actors of the gazetteer that an article does not mean by a form of theirs."""
    return frozenset({*_cities_elsewhere(text, gazetteer), *_other_letters(text, gazetteer)})


def _cities_elsewhere(text: str, gazetteer: Gazetteer) -> set[Known]:
    """Return the cities of whose name another is meant: London in "London, Ontario"."""
    found: set[Known] = set()
    for match in _in_state().finditer(text):
        countries = {each.country for each in gazetteer.forms.get(match["state"], ())}
        words = match["city"].split()
        for at in range(len(words)):
            form = " ".join(words[at:])
            for known in gazetteer.forms.get(form.title() if form.isupper() else form, ()):
                city = known.city or known
                named = known.form in {NAME, CAPITAL} and city.kind == "Place"
                if named and countries and city.country not in {None, *countries}:
                    found.add(known)
    return found


def _other_letters(text: str, gazetteer: Gazetteer) -> set[Known]:
    """Return those whose letters the article explains otherwise: "artificial pancreas (AP)"."""
    found: set[Known] = set()
    for match in _IN_BRACKETS.finditer(text):
        letters = match["letters"]
        before = text[max(0, match.start() - _LONG_FORM) : match.start()].split()
        words = [word for word in before if word.lower() not in _SMALL_WORDS]
        long = words[-len(letters) :]
        if "".join(word[0] for word in long).upper() != letters:
            continue
        for known in gazetteer.forms.get(letters, ()):
            same = any(
                each.id == known.id
                for at in range(len(before))
                for each in gazetteer.forms.get(" ".join(before[at:]), ())
            )
            if not same and not {word.lower() for word in long} & set(known.name.lower().split()):
                found.add(known)
    return found


@cache
def _in_state() -> re.Pattern[str]:
    states = "|".join(re.escape(each) for each in sorted(name_forms("states"), key=len, reverse=True))
    return re.compile(rf"\b(?P<city>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){{0,2}}), (?P<state>{states})(?!\w)")
