"""A sample person decides from the job, the pay and the currency that their profile has."""

from __future__ import annotations

import datetime as dt

import pytest

from turnpoint.core.decision.check import problems
from turnpoint.core.decision.toml_text import read
from turnpoint.interfaces.samples.amara import AMARA
from turnpoint.interfaces.samples.deciding import FILES, decision_text
from turnpoint.interfaces.samples.decisions import text
from turnpoint.interfaces.samples.maren import MAREN
from turnpoint.interfaces.samples.person import SamplePerson
from turnpoint.interfaces.samples.ruth import RUTH

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("person", [AMARA, MAREN, RUTH], ids=lambda person: person.username)
def test_staying_pays_what_the_present_job_pays(person: SamplePerson) -> None:
    file = read(decision_text(person.username, TODAY)).file
    assert problems(file, today=TODAY) == ()
    assert file.staying is not None
    assert file.staying.money.pay is not None
    assert file.staying.money.pay.likely == person.roles[0]["pay"]
    assert file.currency == person.profile["currency"]


@pytest.mark.parametrize("username", FILES)
def test_every_word_that_is_replaced_stands_in_the_file(username: str) -> None:
    name, words = FILES[username]
    left = text(name)
    for word, other in words.items():
        assert word in left, word
        left = left.replace(word, other)
