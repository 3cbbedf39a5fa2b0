"""What can be found or done from anywhere: the command palette's own entries."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the palette: ``kind`` heads its group, ``hint`` says why it is here."""

    kind: str
    name: str
    address: str
    hint: str = ""


COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("Today", "plans:today", "home start day list three things focus gravy carry over"),
    ("My role", "roles:role", "job activities present"),
    ("My destination", "destinations:list", "hypothesis five years reality check"),
    ("Write a destination", "destinations:write", "new dream hypothesis goal"),
    ("Futures side by side", "destinations:beside", "compare destinations choose active"),
    ("Transitions", "transitions:list", "decision offer move deadline"),
    ("Open a transition", "transitions:open", "new decision offer job move"),
    ("Past transitions", "transitions:past", "earlier hard decisions review"),
    ("Bring in a decision file", "transitions:bring-in", "import toml upload"),
    ("Plan", "plans:plan", "skills learn"),
    ("Goals of this quarter", "plans:goals", "plan aims quarter reached"),
    ("The first ninety days", "plans:first-days", "new role job early start onboarding plan"),
    ("Look back on the week", "plans:week", "weekly review plan next few things"),
    ("Calendar feed", "plans:calendar", "settings ics subscribe dates address"),
    ("Set a goal", "plans:add-goal", "new quarter plan"),
    ("Skills", "skills:skills", "targets levels learn gaps assess"),
    (
        "Development opportunities",
        "skills:opportunities",
        "course project mentoring rotation learn",
    ),
    ("Development plan", "skills:plan", "schedule hours budget months opportunities"),
    ("Want a skill", "skills:new", "new target learn"),
    ("My profile", "profiles:profile", "roles education skills languages cv résumé resume"),
    ("Import a résumé or a LinkedIn export", "profiles:import", "json resume cv upload linkedin"),
    ("Find an occupation", "occupations:search", "jobs titles search"),
    ("Compare occupations", "occupations:compare", "side by side"),
    ("Sharing", "sharing:index", "grant permission share withdraw comments questions"),
    ("Share a part", "sharing:share", "grant invite let read friend facilitator"),
    ("Who read what", "sharing:record", "access log receipts privacy"),
    ("Settings", "accounts:settings", "time zone clock country language calendar preferences"),
    (
        "Your data",
        "archive:your-data",
        "export archive backup copy restore import erase delete trash",
    ),
    ("Facts about work", "occupations:facts", "data sources onet esco wages add settings"),
)


def commands(text: str) -> tuple[Found, ...]:
    """The commands whose name or words contain every word of ``text``."""
    wanted = text.casefold().split()
    return tuple(
        Found("Go to", name, reverse(view))
        for name, view, words in COMMANDS
        if all(word in f"{name} {words}".casefold() for word in wanted)
    )
