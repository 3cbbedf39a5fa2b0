"""The sources of facts: who publishes each, under which licence, what it adds, where to get it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from turnpoint.errors import BadFile, NotFound
from turnpoint.labour import tables
from turnpoint.labour.archive import Entry
from turnpoint.labour.facts import Manifest, read_manifest
from turnpoint.labour.progress import Progress
from turnpoint.labour.sources import bls_ep, esco, oews, onet
from turnpoint.labour.sources.reading import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """One publisher's facts.

    ``attribution`` has ``{vintage}`` where the release belongs. ``adds`` says in a sentence what
    becomes possible, ``enables`` the same as a list. ``download`` is the size of the publisher's
    file in words, ``page`` where a person finds it. ``read`` and ``recognise`` are ``None`` for
    facts that come with the package. ``direct`` says whether the publisher has an address that
    needs no form.
    """

    name: str
    title: str
    publisher: str
    licence: str
    attribution: str
    adds: str
    enables: tuple[str, ...]
    download: str
    page: str
    read: Callable[[Sequence[Entry], Progress], Reading] | None = None
    recognise: Callable[[Sequence[Entry]], tuple[int, ...] | None] | None = None
    direct: bool = True

    @property
    def command(self) -> str:
        """The command that adds it; the publisher has a direct address, or a folder is needed."""
        how = "" if self.read is None else " --latest" if self.direct else " FOLDER"
        return f"turnpoint data add {self.name}{how}"


CATALOGUE: tuple[Source, ...] = (
    Source(
        name=oews.NAME,
        title="Occupational Employment and Wage Statistics",
        publisher="U.S. Bureau of Labor Statistics",
        licence="public domain (United States government work)",
        attribution="U.S. Bureau of Labor Statistics, OEWS, {vintage}.",
        adds="Pay by place and how many people work in each occupation.",
        enables=oews.ENABLES,
        download="comes with Turnpoint",
        page="https://www.bls.gov/oes/",
    ),
    Source(
        name=onet.NAME,
        title="O*NET Database",
        publisher="U.S. Department of Labor, Employment and Training Administration",
        licence="CC BY 4.0",
        attribution=(
            "This product includes information from the O*NET {vintage} Database by the U.S. "
            "Department of Labor, Employment and Training Administration (USDOL/ETA). Used under "
            "the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Turnpoint has modified "
            "some of this information. USDOL/ETA has not approved, endorsed, or tested these "
            "modifications."
        ),
        adds="Skills, knowledge, interests, tasks, preparation and some 60,000 job titles.",
        enables=(
            "skills and knowledge you have and would need",
            "how people prepare: job zone, education, experience, training",
            "tasks and technologies of an occupation",
            "finding an occupation by the titles people use",
        ),
        download="about 15 MB",
        page="https://www.onetcenter.org/database.html",
        read=onet.read,
        recognise=onet.recognise,
    ),
    Source(
        name=bls_ep.NAME,
        title="Employment Projections",
        publisher="U.S. Bureau of Labor Statistics",
        licence="public domain (United States government work)",
        attribution="U.S. Bureau of Labor Statistics, Employment Projections, {vintage}.",
        adds="How an occupation is expected to grow, its openings, and what entry asks for.",
        enables=("growth and openings over ten years", "typical education and training at entry"),
        download="about 1 MB",
        page="https://www.bls.gov/emp/data/occupational-data.htm",
        read=bls_ep.read,
        recognise=bls_ep.recognise,
    ),
    Source(
        name=esco.NAME,
        title="European Skills, Competences, Qualifications and Occupations (ESCO)",
        publisher="European Commission",
        licence="free reuse with attribution (Commission Decision 2011/833/EU)",
        attribution="This product uses the ESCO classification of the European Commission, "
        "{vintage}.",
        adds="European titles, and skills in everyday words, essential and optional.",
        enables=("European job titles", "skills in everyday words, essential and optional"),
        download="about 8 MB",
        page="https://esco.ec.europa.eu/en/use-esco/download",
        read=esco.read,
        recognise=esco.recognise,
        direct=False,
    ),
)


@dataclass(frozen=True, slots=True)
class Status:
    """One source as it is here: ``manifest`` where it is loaded, ``problem`` where it is broken."""

    source: Source
    manifest: Manifest | None
    size: int
    problem: str = ""


def source_named(name: str) -> Source:
    """Raises ``NotFound`` with the names there are."""
    for source in CATALOGUE:
        if source.name == name:
            return source
    names = ", ".join(source.name for source in CATALOGUE)
    raise NotFound(f"There is no source “{name}”. There are {names}.")


def status(folder: Path) -> tuple[Status, ...]:
    """Every source and whether its facts are in ``folder``."""
    return tuple(_status(source, folder / f"{source.name}.npz") for source in CATALOGUE)


def _status(source: Source, path: Path) -> Status:
    size = path.stat().st_size if path.exists() else 0
    try:
        return Status(source, read_manifest(path), size)
    except BadFile as error:
        return Status(source, None, size, str(error))


def shipped() -> Manifest:
    """The manifest of the small tables that come with the package."""
    given = tables.manifest()
    return Manifest(
        source=given["source"],
        title=given["title"],
        vintage=given["vintage"],
        licence=given["licence"],
        attribution=given["attribution"],
        sha256="",
        added="",
        enables=("occupations, their titles, and the activities they are made of",),
        tables=tuple(table["file"] for table in given["tables"]),
        rows=sum(table["rows"] for table in given["tables"]),
    )
