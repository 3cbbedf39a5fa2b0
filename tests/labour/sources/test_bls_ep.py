"""Employment projections, as their page hands them out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.labour.releases import PROJECTIONS

from turnpoint.labour.install import install
from turnpoint.labour.market import LabourMarket


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> LabourMarket:
    folder = tmp_path_factory.mktemp("projections")
    (folder / "Employment Projections.csv").write_text(PROJECTIONS, encoding="utf-8-sig")
    install("bls-ep", folder / "Employment Projections.csv", folder / "facts")
    return LabourMarket.load(folder / "facts")


def test_turns_thousands_into_jobs(market: LabourMarket) -> None:
    outlook = market.outlook["13-2011"]
    assert (outlook.employment_start, outlook.employment_end) == (1_579_800, 1_652_600)
    assert (outlook.change, outlook.annual_openings) == (4.6, 124_200)
    assert outlook.period == "2024–34"


def test_none_is_an_answer_and_not_a_gap(market: LabourMarket) -> None:
    assert market.outlook["13-2011"].related_experience == "None"
    assert market.outlook["13-2011"].training == "None"
    assert market.outlook["13-2011"].entry_education == "Bachelor's degree"


def test_a_detailed_occupation_takes_the_figures_of_the_merged_one(market: LabourMarket) -> None:
    assert market.outlook["13-1021"].soc == "13-1020"
    assert "29-1141" not in market.outlook


def test_alternate_titles_lead_to_the_occupation(market: LabourMarket) -> None:
    number = market.titles.texts.index("Internal Auditor")
    assert market.occupations[market.titles.occupation[number]].code == "13-2011.00"


@pytest.mark.shared
def test_reads_all_projections_of_the_publisher(full_market: LabourMarket) -> None:
    assert full_market.manifests["bls-ep"].rows == 832
    assert full_market.manifests["bls-ep"].vintage == "2024–34"
    without = {
        known.soc
        for known in full_market.occupations
        if known.soc not in full_market.outlook and known.major_group != "55"
    }
    assert without == set()


@pytest.mark.shared
def test_reads_the_workbook_as_well(mirror: Path, tmp_path: Path) -> None:
    install("bls-ep", mirror / "bls-ep" / "occupation_2023_final.xlsx", tmp_path)
    market = LabourMarket.load(tmp_path)
    assert market.manifests["bls-ep"].rows == 832
    assert market.outlook["11-1011"].period == "2022–32"
    assert market.outlook["11-1011"].employment_start == 280_000
