"""An O*NET release, as text, as Excel, in a folder or a zip, complete or not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.labour.releases import ONET_TABLES, workbook, write_tables, write_zip

from turnpoint.errors import BadFile
from turnpoint.labour.install import install
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import TitleKind


def market_from(release: Path, facts: Path) -> LabourMarket:
    install("onet", release, facts)
    return LabourMarket.load(facts)


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> LabourMarket:
    folder = tmp_path_factory.mktemp("onet")
    return market_from(write_tables(folder / "text", ONET_TABLES), folder / "facts")


def test_adds_its_occupations_to_the_shipped_ones(market: LabourMarket) -> None:
    assert len(market.occupations) == 924
    assert market.occupations[market.occupation("55-1011")].title == "Air Crew Officers"
    assert market.occupations[market.occupation("11-3021")].description == 'Plan "computing".'


def test_knows_the_release_by_its_read_me(market: LabourMarket) -> None:
    assert market.manifests["onet"].vintage == "30.1, December 2025"
    assert "O*NET 30.1 Database" in market.manifests["onet"].attribution
    assert "knowledge" in market.manifests["onet"].missing


def test_keeps_importance_level_raters_and_standard_error(market: LabourMarket) -> None:
    skills = market.ratings["skills"]
    row = market.occupation("11-3021")
    assert skills.elements[0].description == "Understanding written sentences."
    assert skills.importance[row, 0] == pytest.approx(4.12)
    assert skills.level[row, 0] == pytest.approx(4.62)
    assert (skills.n[row, 0], skills.standard_error[row, 0]) == (8, 0.125)


def test_leaves_out_what_is_suppressed_or_not_relevant(market: LabourMarket) -> None:
    skills = market.ratings["skills"]
    manager, support = market.occupation("11-3021"), market.occupation("15-1232")
    assert np.isnan(skills.importance[manager, 1])
    assert skills.level[manager, 1] == 3
    assert np.isnan(skills.level[support, 0])
    assert skills.not_relevant[support, 0]
    assert not skills.not_relevant[manager, 0]
    assert "Skills: 1 ratings left out, as O*NET recommends." in market.manifests["onet"].notes


def test_takes_mean_ratings_only(market: LabourMarket) -> None:
    row = market.occupation("11-3021")
    assert market.ratings["work_context"].importance[row].tolist() == [2.5]
    assert market.ratings["work_styles"].importance[row, 0] == pytest.approx(-2.3)
    assert market.ratings["work_styles"].scale == (-3, 3)


def test_a_distribution_with_a_suppressed_share_is_unknown(market: LabourMarket) -> None:
    education = market.preparation.education
    assert (
        education[market.occupation("11-3021")].tolist() == [0, 0, 0, 0, 0, 0.75, 0, 0.25] + [0] * 4
    )
    assert np.isnan(education[market.occupation("15-1232")]).all()
    assert market.preparation.job_zone[market.occupation("15-1232")] == 3
    assert market.preparation.job_zone[market.occupation("29-1141")] == 0


def test_titles_carry_their_kind(market: LabourMarket) -> None:
    kinds = dict(zip(market.titles.texts, market.titles.kind.tolist(), strict=True))
    assert kinds["IT Director"] == TitleKind.REPORTED
    assert kinds["Chief Information Officer"] == TitleKind.ALTERNATE
    assert kinds["CIO"] == TitleKind.ABBREVIATION
    assert "n/a" not in kinds


def test_its_activities_replace_the_shipped_ones(market: LabourMarket) -> None:
    manager = market.occupation("11-3021")
    assert market.activities.of(manager) == ("4.A.4.b.4.I12.D22",)
    assert market.activities.names["4.A.4.b.4.I12.D22"] == "Direct operational activities."
    assert len(market.activities.occupation) == 2


def test_core_tasks_and_hot_technologies_come_first(market: LabourMarket) -> None:
    assert market.tasks.of(market.occupation("11-3021")) == (
        ("Direct operations.", True),
        ("Buy things.", False),
    )
    assert market.technologies.of(market.occupation("15-1232"))[0] == ("Python", True)


def test_related_occupations_keep_the_publishers_order(market: LabourMarket) -> None:
    manager = market.occupation("11-3021")
    assert market.related.tolist() == [
        [manager, market.occupation("15-1232")],
        [manager, market.occupation("55-1011")],
    ]


@pytest.mark.parametrize("packing", ["excel folder", "text zip", "excel zip"])
def test_reads_the_same_from_every_packing(
    packing: str, market: LabourMarket, tmp_path: Path
) -> None:
    tables: dict[str, str | bytes] = dict(ONET_TABLES)
    if "excel" in packing:
        tables = {
            name if name.startswith("Read") else name.replace(".txt", ".xlsx"): (
                text if name.startswith("Read") else workbook(text)
            )
            for name, text in ONET_TABLES.items()
        }
    path = write_zip(tmp_path / "db_30_1.zip", tables, inside="db_30_1/")
    if "folder" in packing:
        path = tmp_path / "folder"
        path.mkdir()
        for name, content in tables.items():
            raw = content if isinstance(content, bytes) else content.encode()
            (path / name).write_bytes(raw)
    again = market_from(path, tmp_path / "facts")
    np.testing.assert_array_equal(
        again.ratings["skills"].importance, market.ratings["skills"].importance
    )
    assert again.titles.texts == market.titles.texts
    assert again.related.tolist() == market.related.tolist()
    np.testing.assert_array_equal(again.preparation.education, market.preparation.education)


@pytest.mark.parametrize("table", [name for name in ONET_TABLES if name != "Read Me.txt"])
def test_every_table_is_optional(table: str, tmp_path: Path) -> None:
    tables = {name: text for name, text in ONET_TABLES.items() if name != table}
    market = market_from(write_tables(tmp_path / "some", tables), tmp_path / "facts")
    assert table.removesuffix(".txt").lower() in market.manifests["onet"].missing
    assert len(market.occupations) >= 923


def test_shipped_activities_stay_where_the_release_has_none(tmp_path: Path) -> None:
    tables = {name: text for name, text in ONET_TABLES.items() if "DWA" not in name}
    market = market_from(write_tables(tmp_path / "some", tables), tmp_path / "facts")
    assert len(market.activities.occupation) == 17_902


def test_refuses_a_release_of_the_older_taxonomy(tmp_path: Path) -> None:
    tables = dict(ONET_TABLES) | {"Read Me.txt": "O*NET 24.3 Database\nMay 2020 Release\n"}
    with pytest.raises(BadFile, match=r"25\.1 or a newer"):
        install("onet", write_tables(tmp_path / "old", tables), tmp_path / "facts")


def test_tolerates_columns_named_another_way(tmp_path: Path) -> None:
    text = "onetsoc_code\tjob_zone\textra\n11-3021.00\t4\tx\n"
    tables = {"Job_Zones.txt": text}
    market = market_from(write_tables(tmp_path / "sql", tables), tmp_path / "facts")
    assert market.preparation.job_zone[market.occupation("11-3021")] == 4


@pytest.mark.shared
class TestOfficialReleases:
    """The publisher's own files: 29.3 as an Excel folder, 30.1 as a text folder."""

    def test_rates_as_many_occupations_as_the_release_does(self, full_market: LabourMarket) -> None:
        assert len(full_market.occupations) == 1016
        assert int(full_market.ratings["skills"].rated().sum()) == 879
        assert len(full_market.ratings["skills"].elements) == 35
        assert len(full_market.ratings["knowledge"].elements) == 33
        assert full_market.manifests["onet"].vintage == "29.3, May 2025"

    def test_leaves_out_what_onet_recommends(self, full_market: LabourMarket) -> None:
        knowledge = full_market.ratings["knowledge"]
        rated = knowledge.rated()
        assert int(np.isnan(knowledge.importance[rated]).sum()) == 19
        assert 0.05 < np.isnan(knowledge.level[rated]).mean() < 0.5
        assert knowledge.not_relevant.any()
        known = np.isfinite(full_market.preparation.education).all(axis=1)
        np.testing.assert_allclose(
            full_market.preparation.education[known].sum(axis=1), 1, rtol=1e-5
        )

    def test_shares_and_zones_agree(self, full_market: LabourMarket) -> None:
        preparation = full_market.preparation
        bachelor_or_more = preparation.education[:, 5:].sum(axis=1)
        zones = [
            np.nanmean(bachelor_or_more[preparation.job_zone == zone]) for zone in (2, 3, 4, 5)
        ]
        assert zones == sorted(zones)

    def test_reads_the_text_release_with_the_newer_work_styles(
        self, mirror: Path, tmp_path: Path
    ) -> None:
        market = market_from(mirror / "onet-30.1-text", tmp_path)
        assert market.manifests["onet"].vintage == "30.1, December 2025"
        assert len(market.ratings["work_styles"].elements) == 21
        assert market.ratings["work_styles"].scale == (-3, 3)
        assert "skills" in market.manifests["onet"].missing
