"""ESCO's classification and relations, and how they reach O*NET's occupations."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.labour.releases import ESCO_TABLES, ONET_TABLES, write_tables, write_zip

from turnpoint.labour.install import install
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import TitleKind

CROSSWALK = (
    "id,esco_occupation,isco_code,onet_code,concept_uri\n"
    "1,it,1330,11-1021.00,http://data.europa.eu/esco/occupation/1\n"
    "2,gone,1330,11-1021.00,http://data.europa.eu/esco/occupation/gone\n"
)


def market_with(tables: dict[str, str], folder: Path) -> LabourMarket:
    install("onet", write_tables(folder / "onet", ONET_TABLES), folder / "facts")
    install("esco", write_tables(folder / "esco-v9.8", tables), folder / "facts")
    return LabourMarket.load(folder / "facts")


def test_reaches_occupations_by_their_titles(tmp_path: Path) -> None:
    market = market_with(dict(ESCO_TABLES), tmp_path)
    manager = market.occupation("11-3021")
    assert market.competences.of(manager) == (("manage budgets", True), ("lead a team", False))
    support = market.occupation("15-1232")
    kinds = {
        (text, int(number)): kind
        for text, number, kind in zip(
            market.titles.texts, market.titles.occupation, market.titles.kind, strict=True
        )
    }
    assert kinds["head of IT", manager] == TitleKind.ESCO_ALTERNATE
    assert kinds["help-desk analyst", support] == TitleKind.ESCO
    assert "unheard-of job" not in market.titles.texts


def test_a_crosswalk_decides_where_it_speaks(tmp_path: Path) -> None:
    market = market_with(dict(ESCO_TABLES) | {"esco_onet_crosswalk.csv": CROSSWALK}, tmp_path)
    assert market.competences.of(market.occupation("11-3021")) == ()
    assert len(market.competences.of(market.occupation("11-1021"))) == 2
    assert any("1 rows are of no occupation" in note for note in market.manifests["esco"].notes)


def test_finds_the_columns_below_a_preamble(tmp_path: Path) -> None:
    official = (
        "Crosswalk between O*NET and ESCO,,\nversion 1,,\n"
        "O*NET Id,O*NET Title,ESCO or ISCO URI\n"
        "11-1021.00,Managers,http://data.europa.eu/esco/occupation/1\n"
    )
    market = market_with(dict(ESCO_TABLES) | {"ONET_Occupations_0.csv": official}, tmp_path)
    assert len(market.competences.of(market.occupation("11-1021"))) == 2


def test_translates_older_codes_where_the_translation_is_beside(tmp_path: Path) -> None:
    outdated = CROSSWALK.replace("11-1021.00", "15-1151.00")
    tables = dict(ESCO_TABLES) | {"esco_onet_crosswalk.csv": outdated}
    market = market_with(tables, tmp_path / "without")
    assert any("no longer uses" in note for note in market.manifests["esco"].notes)
    tables["2010_to_2019_soc_crosswalk.csv"] = (
        "O*NET-SOC 2010 Code,O*NET-SOC 2010 Title,O*NET-SOC 2019 Code\n"
        "15-1151.00,Computer User Support Specialists,15-1232.00\n"
    )
    market = market_with(tables, tmp_path / "with")
    assert len(market.competences.of(market.occupation("15-1232"))) == 2


def test_counts_the_relations_of_occupations_that_are_not_there(tmp_path: Path) -> None:
    market = market_with(dict(ESCO_TABLES), tmp_path)
    assert any("1 occupations or skills" in note for note in market.manifests["esco"].notes)


def test_reads_two_zips_in_one_folder(tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    names = list(ESCO_TABLES)
    write_zip(folder / "ESCO dataset - v1.2.0.zip", {each: ESCO_TABLES[each] for each in names[:2]})
    write_zip(folder / "esco_relations.zip", {names[2]: ESCO_TABLES[names[2]]})
    done = install("esco", folder, tmp_path / "facts")
    assert done.manifest.vintage == "v1.2.0"
    assert done.manifest.missing == ("crosswalk from ESCO to O*NET",)


@pytest.mark.shared
def test_reads_the_publishers_release(full_market: LabourMarket) -> None:
    manifest = full_market.manifests["esco"]
    assert manifest.vintage == "v1.1.1"
    assert manifest.rows == 3_007 + 13_896 + 123_855
    assert any("of 1 occupations" in note for note in manifest.notes)
    reached = set(full_market.competences.occupation.tolist())
    assert len(reached) > 400
