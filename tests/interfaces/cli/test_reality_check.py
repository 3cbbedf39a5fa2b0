"""``turnpoint reality-check`` says what it understood, and refuses in sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from turnpoint.interfaces.cli.main import main


@pytest.fixture
def ask(wage_facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("TURNPOINT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("TURNPOINT_FACTS_DIR", str(wage_facts))
    return _ask


def _ask(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["reality-check", *arguments])


@pytest.mark.usefixtures("ask")
class TestRealityCheck:
    def test_answers_in_sentences_and_figures(self) -> None:
        result = _ask("--from", "IT director", "--to", "chief executive", "--pay", "190k")
        assert result.exit_code == 0, result.output
        for words in (
            "Computer and Information Systems Managers (11-3021.00)",
            "Commonness",
            "Fit, popularity aside",
            "Months to be ready",
            "What would have to be true",
            "turnpoint data add onet --latest",
        ):
            assert words in result.output

    def test_json_has_every_figure_with_its_source(self) -> None:
        result = _ask("--from", "11-3021.00", "--to", "37-1012", "--floor", "60,000", "--json")
        assert result.exit_code == 0, result.output
        answer = json.loads(result.stdout)
        assert answer["understood"]["to"]["occupation"]["code"] == "37-1012.00"
        figures = {each["key"]: each for each in answer["reality_check"]["figures"]}
        assert {"commonness", "fit", "ready", "first_year", "five_years"} <= figures.keys()
        assert figures["first_year"]["derivation"]["source"].startswith("OEWS")
        assert answer["reality_check"]["constraints"][0]["answer"] == "not met"

    def test_assumes_what_it_is_told_and_says_so(self) -> None:
        move = ("--from", "11-3021.00", "--to", "37-1012", "--json")
        plain, varied = (
            json.loads(_ask(*move, *more).stdout)
            for more in ((), ("--assume", "search_close=9", "--assume", "climb=5%"))
        )
        assert varied["reality_check"]["assumptions"]["climb"] == 0.05
        months = [each["reality_check"]["readiness"]["total"]["low"] for each in (plain, varied)]
        assert months[0] < months[1]
        said = _ask(*move[:4], "--assume", "climb=5%").output
        assert "climb in a year after landing: 5%, stated 3%" in said

    def test_says_what_moves_the_answer_most(self) -> None:
        move = ("--from", "11-3021.00", "--to", "37-1012")
        varied = json.loads(_ask(*move, "--json").stdout)["sensitivity"]
        swings = varied["months"]["swings"]
        widths = [abs(each["at_high"] - each["at_low"]) for each in swings]
        assert widths == sorted(widths, reverse=True)
        assert widths[0] > 0
        assert swings[0]["assumption"]["name"] in _ask(*move).output
        assert varied["five_years"]["unit"] == "US dollars"

    @pytest.mark.parametrize(
        ("assumed", "sentence"),
        [
            ("rho=1", "There is no assumption called “rho”. There are: study_certificate"),
            ("climb=90%", "cannot be 0.9: give 0 to 0.1"),
            ("climb=much", "“much” is not a number"),
            ("climb", "Write it as climb=0.05"),
        ],
    )
    def test_refuses_what_cannot_be_assumed(self, assumed: str, sentence: str) -> None:
        result = _ask("--from", "11-3021.00", "--to", "37-1012", "--assume", assumed)
        assert result.exit_code == 2
        assert sentence in result.output

    def test_compares_another_currency_at_a_stated_rate_only(self) -> None:
        pay = ("--from", "11-3021.00", "--to", "37-1012", "--pay", "100k", "--currency", "eur")
        assert "so your pay is left out of this" in " ".join(_ask(*pay).output.split())
        stated = " ".join(_ask(*pay, "--rate", "1.1").output.split())
        assert "Your pay of 100,000 EUR counts as $110,000" in stated
        refused = _ask("--from", "11-3021.00", "--to", "37-1012", "--rate", "1.1")
        assert refused.exit_code == 2
        assert "US dollars need no exchange rate" in refused.output

    def test_an_unknown_title_is_a_sentence_and_exit_code_1(self) -> None:
        result = _ask("--from", "zzqxv", "--to", "chief executive")
        assert result.exit_code == 1
        assert "No occupation is called anything like “zzqxv”" in result.output

    def test_an_unclear_title_names_what_it_may_be_and_is_exit_code_1(self) -> None:
        result = _ask("--from", "chief executive", "--to", "engineer")
        assert result.exit_code == 1
        assert "may be several occupations" in result.output
        assert "17-2071.00" in result.output

    def test_an_unknown_code_is_exit_code_1(self) -> None:
        result = _ask("--from", "99-9999.00", "--to", "chief executive")
        assert result.exit_code == 1
        assert "There is no occupation with the code “99-9999.00”" in result.output

    @pytest.mark.parametrize("pay", ["-5", "much", "0", "nan", "inf"])
    def test_pay_that_is_no_amount_is_exit_code_2(self, pay: str) -> None:
        result = _ask("--from", "11-3021", "--to", "11-1011", f"--pay={pay}")
        assert result.exit_code == 2
        assert "no yearly amount" in result.output

    def test_an_unknown_place_is_exit_code_2(self) -> None:
        result = _ask("--from", "11-3021", "--to", "11-1011", "--area", "Atlantis")
        assert result.exit_code == 2
        assert "no pay published for a place called “Atlantis”" in " ".join(result.output.split())

    def test_a_place_with_several_meanings_names_them(self) -> None:
        result = _ask("--from", "11-3021", "--to", "11-1011", "--area", "Portland")
        assert result.exit_code == 2
        assert "Several places are called “Portland”" in result.output

    def test_a_place_is_found_by_name(self) -> None:
        result = _ask("--from", "11-3021", "--to", "11-1011", "--area", "washington", "--json")
        assert result.exit_code == 0, result.output
        pay = json.loads(result.stdout)["reality_check"]["pay"]
        assert pay["destination"]["area"]["name"] == "Washington"

    def test_pay_in_another_currency_is_left_out_and_said(self) -> None:
        result = _ask("--from", "11-3021", "--to", "11-1011", "--pay", "96k", "--currency", "eur")
        assert result.exit_code == 0, result.output
        assert "does not" in result.output
        assert "EUR" in result.output
