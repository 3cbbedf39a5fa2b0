from __future__ import annotations

import re

from turnpoint.core.facilitation.questions import QUESTIONS
from turnpoint.core.facilitation.shape import PURPOSES


def test_the_bank_is_large_enough_and_nothing_stands_twice() -> None:
    assert len(QUESTIONS) >= 120
    assert len({question.text for question in QUESTIONS}) == len(QUESTIONS)
    assert len({question.key for question in QUESTIONS}) == len(QUESTIONS)


def test_every_session_has_questions_of_several_themes() -> None:
    for purpose in PURPOSES:
        mine = [question for question in QUESTIONS if question.purpose == purpose.key]
        assert len(mine) >= 20
        assert len({question.theme for question in mine}) >= 2


def test_every_question_is_open() -> None:
    asks = re.compile(r"\b(what|which|who|whom|whose|when|where|how)\b", re.IGNORECASE)
    for question in QUESTIONS:
        assert question.text.endswith("?")
        assert asks.search(question.text), question.text
        assert len(question.text) < 160
