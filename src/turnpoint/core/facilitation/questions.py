"""A bank of open questions, by theme, written for this process.

Each asks what, which, who, when, where or how: none is answered with yes or no, and none
holds an answer. ``purpose`` is the session it suits (``shape.PURPOSES``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """``key`` stays the same when a question is worded better."""

    key: str
    purpose: str
    theme: str
    text: str


_BANK: Mapping[tuple[str, str], str] = {
    ("destination", "the way so far"): """
Which turn in your résumé did you choose, with other doors open?
Which turn happened to you while you were busy?
What did you want to be at twelve, and what of it is still in your week?
Which job would you take again for half the pay?
What were you doing when you last forgot the time?
Who saw something in you before you did, and what was it?
Which success of yours do you never tell, and why?
What did you leave too late?
What did you leave too early?
When did a title last make you happy, and for how long?
What do people come to you for that is not in your job description?
How would you tell your last ten years to a child?
""",
    ("destination", "where to"): """
Where do you want to be in five years, in one sentence?
What would an ordinary Tuesday look like there?
Who is around you on that Tuesday?
What would you no longer do?
What would you be known for?
What would somebody who loves you say you really want?
Which part of it are you shy to say aloud?
What would you do if money were settled for good?
What would you do if nobody ever heard of it?
When you picture having arrived, what is the first thing you feel?
How would you notice, in a year, that you are on the way?
What makes this yours, and not what is expected of you?
""",
    ("energy", "love and drain"): """
Which hours of last month would you gladly have again?
Which hours would you pay somebody to take?
What do you put off, although you are good at it?
What do you do at once, although nobody asked?
Which meeting gives you energy, and what happens in it?
When did you last come home and tell of your day unasked?
What do you love about your job that you would never say in an appraisal?
Which of your strengths tires you?
What would you miss first if you were promoted tomorrow?
What did your last promotion take from you?
How much of your week is spent with the people you took the job for?
What would you do more of if your diary were empty until Thursday?
""",
    ("energy", "values"): """
What would you not do for any pay?
When did you last act against what you hold right, and what did it cost?
Whose working life do you admire, and which part of it exactly?
Whose would you not want for the world?
What do you defend in meetings when nobody else does?
What does “enough” mean to you, in money and in time?
What do you want your children, or someone younger, to see you do?
Which promise to yourself have you moved from year to year?
What are you loyal to, and is it loyal to you?
What makes you envious, and what does that tell you?
Which compromise do you make every week without noticing?
What would you want said at your farewell?
""",
    ("energy", "the role"): """
How do you say your job in one line at a border?
Who are you when you leave the badge at home?
Did you choose this role or grow into it, and which part of it did you choose?
Which tasks make your day that your boss does not know of?
What would your team say your job is?
What would happen if you did only the half you love?
Which activity would you rank lowest, and who would rank it first?
What do you regret again and again on Sunday evening?
Which part of your work would you do as a volunteer?
How hands-on do you want to be in five years, in days a week?
What does leading give you that doing does not?
What does doing give you that leading does not?
""",
    ("futures", "other lives"): """
If this road were closed, what would you do instead?
What is the life you would live if your line of work vanished?
Which future scares you a little and pleases you a lot?
What would the bolder version of this be?
What would the version be that needs nobody’s permission?
Which future keeps most of what you love today?
Which of the futures would your partner choose for you, and why?
What would you do in another country?
What would you begin if you were sure not to fail?
What would still be worth it if it failed?
Which future would you be sorry not to have tried?
What do all of your futures have in common?
""",
    ("futures", "home"): """
Who else moves when you move?
What do the people at home want in five years, in their words?
What have you not asked at home because you fear the answer?
Which dates at home are fixed, whatever you decide?
Who cares for whom in five years?
What would your partner have to give up, and what would they gain?
Where would home be?
What would your weeks at home look like during the change?
How do you decide things together, when it matters?
What would make them say yes gladly?
Which friendship would suffer, and how would you keep it?
What does your body say to the plan?
""",
    ("futures", "how sure"): """
How sure are you, in per cent, that you will still want this in a year?
What would make you ten per cent surer?
What would change your mind?
What do you know about it from having done it, and what from hearsay?
Who does this already, and what do they complain about?
Which sentence of your destination would you bet on, and which not?
What have you overlooked because you want it?
When did you last revise something this large, and what made you?
""",
    ("realities", "skills"): """
Which skill would they miss in you on the first day?
Which skill of yours would surprise them?
Who could tell you honestly how good you are at it?
What evidence would convince a stranger?
Where at your present employer could you learn it?
What can you learn only by leaving?
Which gap can somebody else fill for you?
What did you last learn that was hard, and how did you do it?
How many hours a week do you really have?
What would you have to become worse at?
""",
    ("realities", "difficulty"): """
What is the hardest step on the way?
What stopped others who wanted the same?
What would have to be true for this to work?
Which door opens only with a paper, and how long does the paper take?
How long did comparable changes take people you know?
What would a detour look like that gets you half of it sooner?
What is the smallest version that would still count?
Who could say no, and what would they need to say yes?
What do you have to stop so that this can begin?
What help have you not asked for yet?
""",
    ("realities", "risk and money"): """
What is the worst month of the plan, and what do you live on in it?
How long could you go without a salary before you would lose sleep?
What could you live on, and how do you know?
When is it too late to turn back?
What would turning back look like, and who would know?
What does it cost to stay?
Which risk worries you at night, and which should?
What would you insure against if you could?
Which sign would tell you to stop?
What would you tell a friend with these figures?
How would you speak about money with the people it concerns?
What is the price you are not willing to pay?
""",
    ("experiments", "finding out"): """
What is the cheapest way to find out that you are wrong?
Whom could you watch at it for a day?
What could you try at your present employer next month?
What do you predict will happen, and how likely is it?
What result would surprise you?
Which question, once answered, makes the others easy?
What could you do before Friday?
How will you know that the test was fair?
What will you do if it goes well?
What will you do if it goes badly?
""",
    ("experiments", "people and doors"): """
Who would be glad to help and does not know it yet?
With whom would you like to do this?
Whom should you tell first, and what do you ask of them?
Who must not hear it from somebody else?
What could you offer that nobody asked you for?
Which opportunity could you create, and do not need to wait for?
Which three people do what you want to do?
When do you tell your employer, and what could they gain from it?
Who could step into your place, and how would you make them ready?
What would make a second offer likely?
""",
    ("experiments", "the weeks ahead"): """
What leaves your diary so that this fits in?
Which three things at work and which one at home come first next week?
What will you have done when we meet again?
What could keep you from it, and what will you do then?
Who asks you about it in a month?
How will you notice that you are drifting?
What do you do on the day you lose heart?
When do you look back, and with whom?
What do you want to have learnt in a year, whatever happens?
What do you want to remember from today?
""",
}


def _questions() -> tuple[OpenQuestion, ...]:
    return tuple(
        OpenQuestion(f"{purpose}-{theme.replace(' ', '-')}-{number}", purpose, theme, text)
        for (purpose, theme), texts in _BANK.items()
        for number, text in enumerate(texts.strip().splitlines(), 1)
    )


QUESTIONS = _questions()
BY_KEY = {question.key: question for question in QUESTIONS}
