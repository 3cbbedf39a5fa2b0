"""The labour market at one vintage: every fact that is loaded, as the models receive it.

Frozen and NumPy-backed; the same object serves pages, command line and notebooks, and needs no
database. Occupations are numbered ``0 … n−1``; every array's occupation axis uses that number.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from turnpoint.errors import FactsMissing, NotFound
from turnpoint.labour import composition, esco_link
from turnpoint.labour.activity import Activities
from turnpoint.labour.competence import NO_COMPETENCES, Competences
from turnpoint.labour.facts import SOURCES, FactFile, Manifest, read_facts
from turnpoint.labour.occupation import Occupation, Titles
from turnpoint.labour.outlook import Outlook
from turnpoint.labour.pay import pay_at
from turnpoint.labour.preparation import Preparation
from turnpoint.labour.skill import Ratings
from turnpoint.labour.task import Statements
from turnpoint.labour.wage import NATIONAL, WageCell, Wages, unpack_wages


@dataclass(frozen=True, slots=True)
class LabourMarket:
    """All facts about work that are loaded.

    ``ratings`` maps a domain (``skills``, ``knowledge``, ``abilities``, ``work_activities``,
    ``work_context``, ``interests``, ``work_values``, ``work_styles``) to its ratings, without the
    domains no loaded source has. ``related``: ``(pairs, 2)`` occupation, related occupation, in
    the publisher's order. ``outlook`` is by six-digit SOC. ``wages`` is ``None`` only in a market
    loaded without OEWS.
    """

    occupations: tuple[Occupation, ...]
    index: Mapping[str, int]
    titles: Titles
    activities: Activities
    ratings: Mapping[str, Ratings]
    preparation: Preparation
    related: NDArray[np.int32]
    tasks: Statements
    technologies: Statements
    competences: Competences
    wages: Wages | None
    outlook: Mapping[str, Outlook]
    manifests: Mapping[str, Manifest]

    @classmethod
    def load(cls, folder: Path) -> LabourMarket:
        """Compose the market from the embedded tables and the fact files in ``folder``.

        Raises ``BadFile`` where a fact file is there and cannot be read.
        """
        files = {
            source: file
            for source in SOURCES
            if (file := read_facts(folder / f"{source}.npz")) is not None
        }
        onet, projections = files.get("onet"), files.get("bls-ep")
        known = composition.occupations(onet)
        index = {each.code: number for number, each in enumerate(known)}
        places = np.zeros(0, np.int32) if onet is None else composition.places_of(onet, index)
        titles, competences = _titles_and_competences(files, known, index, places)
        return cls(
            occupations=known,
            index=index,
            titles=titles,
            activities=composition.activities(index, onet, places),
            ratings={} if onet is None else composition.ratings(onet, places, len(known)),
            preparation=composition.preparation(onet, places, len(known)),
            related=composition.related(onet, places),
            tasks=composition.statements(onet, "tasks", places),
            technologies=composition.statements(onet, "technologies", places),
            competences=competences,
            wages=unpack_wages(files["oews"]) if "oews" in files else None,
            outlook=composition.outlook(projections, known),
            manifests={source: file.manifest for source, file in files.items()},
        )

    def occupation(self, code: str) -> int:
        """The number of an O*NET-SOC code (``11-3021.00`` or ``11-3021``).

        A six-digit code stands for the occupation that ends in ``.00``, or for the first of its
        parts where there is none. Raises ``NotFound`` with the nearest codes named.
        """
        wanted = code.strip()
        place = bisect.bisect_left(self.occupations, wanted, key=lambda known: known.code)
        if place < len(self.occupations):
            found = self.occupations[place].code
            if found == wanted or (len(wanted) == 7 and found.startswith(wanted)):
                return place
        near = self.occupations[max(0, place - 1) : place + 2]
        names = ", ".join(f"{known.code} ({known.title})" for known in near)
        raise NotFound(f"There is no occupation with the code “{wanted}”. The nearest are {names}.")

    def pay(self, occupation: int, area: str = NATIONAL) -> WageCell | None:
        """Pay and employment of an occupation at a place.

        Falls back from metro area to state to nation, and from a detailed to the broad occupation,
        and says so in ``fallback``. ``None`` where BLS publishes nothing for it anywhere. Raises
        ``FactsMissing`` where wages are not loaded, ``NotFound`` for an unknown area.
        """
        if self.wages is None:
            raise FactsMissing(
                "Pay needs the wages of BLS. Add them with “turnpoint data add oews”."
            )
        return pay_at(self.wages, self.occupations[occupation].soc, area)


def _titles_and_competences(
    files: Mapping[str, FactFile],
    known: Sequence[Occupation],
    index: Mapping[str, int],
    places: NDArray[np.int32],
) -> tuple[Titles, Competences]:
    """Titles of every source, and the skills of the ESCO occupations these titles lead to."""
    parts = [composition.own_titles(known)]
    if "onet" in files:
        parts.append(composition.onet_titles(files["onet"], places))
    if "bls-ep" in files:
        parts.append(composition.projection_titles(files["bls-ep"], known))
    competences = NO_COMPETENCES
    if "esco" in files:
        pairs = esco_link.linked(files["esco"], index, parts)
        competences = esco_link.competences(files["esco"], pairs)
        parts.append(esco_link.titles(files["esco"], pairs))
    return composition.joined(parts), competences
