"""Small made-up releases in the publishers' own layouts, to write to a folder or a zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

ONET_TABLES: Mapping[str, str] = {
    "Read Me.txt": "O*NET 30.1 Database\nDecember 2025 Release\n",
    "Occupation Data.txt": (
        "O*NET-SOC Code\tTitle\tDescription\n"
        '11-3021.00\tComputer and Information Systems Managers\tPlan "computing".\n'
        "15-1232.00\tComputer User Support Specialists\tHelp users.\n"
        "55-1011.00\tAir Crew Officers\tFly.\n"
    ),
    "Skills.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\t"
        "Recommend Suppress\tNot Relevant\tDate\n"
        "11-3021.00\t2.A.1.a\tReading Comprehension\tIM\t4.12\t8\t0.125\tN\tn/a\t08/2023\n"
        "11-3021.00\t2.A.1.a\tReading Comprehension\tLV\t4.62\t8\t0.18\tN\tN\t08/2023\n"
        "11-3021.00\t2.A.1.e\tMathematics\tIM\t3.5\t8\t0.9\tY\tn/a\t08/2023\n"
        "11-3021.00\t2.A.1.e\tMathematics\tLV\t3.0\t8\t0.2\tN\tN\t08/2023\n"
        "15-1232.00\t2.A.1.a\tReading Comprehension\tIM\t3.0\t8\t0.1\tN\tn/a\t08/2023\n"
        "15-1232.00\t2.A.1.a\tReading Comprehension\tLV\t0.5\t8\t0.1\tN\tY\t08/2023\n"
    ),
    "Work Context.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value\n"
        "11-3021.00\t4.C.1.a.2.c\tPublic Speaking\tCX\tn/a\t2.5\n"
        "11-3021.00\t4.C.1.a.2.c\tPublic Speaking\tCXP\t1\t40\n"
    ),
    "Work Styles.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n"
        "11-3021.00\t1.D.1.a\tInnovation\tDR\t7.00\n"
        "11-3021.00\t1.D.1.a\tInnovation\tWI\t-2.30\n"
    ),
    "Job Zones.txt": "O*NET-SOC Code\tJob Zone\n11-3021.00\t4\n15-1232.00\t3\n",
    "Education, Training, and Experience.txt": (
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value\t"
        "Recommend Suppress\n"
        "11-3021.00\t2.D.1\tRequired Level of Education\tRL\t6\t75\tN\n"
        "11-3021.00\t2.D.1\tRequired Level of Education\tRL\t8\t25\tN\n"
        "15-1232.00\t2.D.1\tRequired Level of Education\tRL\t2\t60\tN\n"
        "15-1232.00\t2.D.1\tRequired Level of Education\tRL\t6\t40\tY\n"
    ),
    "Alternate Titles.txt": (
        "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n"
        "11-3021.00\tChief Information Officer\tCIO\t08\n"
        "15-1232.00\tHelp Desk Analyst\tn/a\t08\n"
    ),
    "Sample of Reported Titles.txt": (
        "O*NET-SOC Code\tReported Job Title\tShown in My Next Move\n11-3021.00\tIT Director\tY\n"
    ),
    "Task Statements.txt": (
        "O*NET-SOC Code\tTask ID\tTask\tTask Type\n"
        "11-3021.00\t1\tBuy things.\tSupplemental\n"
        "11-3021.00\t2\tDirect operations.\tCore\n"
    ),
    "Tasks to DWAs.txt": (
        "O*NET-SOC Code\tTask ID\tDWA ID\n"
        "11-3021.00\t2\t4.A.4.b.4.I12.D22\n"
        "11-3021.00\t1\t4.A.4.b.4.I12.D22\n"
        "15-1232.00\t3\t4.A.3.b.1.I01.D01\n"
    ),
    "DWA Reference.txt": (
        "Element ID\tIWA ID\tDWA ID\tDWA Title\n"
        "4.A.4.b.4\t4.A.4.b.4.I12\t4.A.4.b.4.I12.D22\tDirect operational activities.\n"
    ),
    "Related Occupations.txt": (
        "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\n"
        "11-3021.00\t55-1011.00\tPrimary-Short\t2\n"
        "11-3021.00\t15-1232.00\tPrimary-Short\t1\n"
    ),
    "Technology Skills.txt": (
        "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\n"
        "15-1232.00\tTicketing\t1\tSoftware\tN\n"
        "15-1232.00\tPython\t2\tSoftware\tY\n"
    ),
    "Content Model Reference.txt": (
        "Element ID\tElement Name\tDescription\n"
        "2.A.1.a\tReading Comprehension\tUnderstanding written sentences.\n"
    ),
}

PROJECTIONS = (
    '"Occupation Title","Occupation Code","Employment 2024","Employment 2034",'
    '"Employment Change, 2024-2034","Employment Percent Change, 2024-2034",'
    '"Occupational Openings, 2024-2034 Annual Average","Median Annual Wage 2024",'
    '"Typical Entry-Level Education","Education Code",'
    '"Work Experience in a Related Occupation","Workex Code",'
    '"Typical on-the-job Training","trCode"\n'
    '"Accountants and auditors    * CPA* Internal Auditor","=""13-2011""","1,579.8","1,652.6",'
    '"72.8","4.6","124.2","81,680","Bachelor\'s degree","3","None","4","None","6"\n'
    '"Buyers and purchasing agents","=""13-1020""","522.2","552.3","30.1","5.8","52.2","N/A",'
    '"Bachelor\'s degree","3","None","4","Moderate-term on-the-job training","2"\n'
)

_URI = "http://data.europa.eu/esco"
ESCO_TABLES: Mapping[str, str] = {
    "occupations_en.csv": (
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\n"
        f'Occupation,{_URI}/occupation/1,1330,IT director,"head of IT\nchief of computing"\n'
        f"Occupation,{_URI}/occupation/2,3512,help-desk analyst,\n"
        f"Occupation,{_URI}/occupation/3,9999,unheard-of job,\n"
    ),
    "skills_en.csv": (
        "conceptType,conceptUri,preferredLabel\n"
        f"KnowledgeSkillCompetence,{_URI}/skill/1,manage budgets\n"
        f"KnowledgeSkillCompetence,{_URI}/skill/2,lead a team\n"
    ),
    "occupationSkillRelations.csv": (
        "occupationUri,relationType,skillType,skillUri\n"
        f"{_URI}/occupation/1,essential,skill,{_URI}/skill/1\n"
        f"{_URI}/occupation/1,optional,skill,{_URI}/skill/2\n"
        f"{_URI}/occupation/gone,optional,skill,{_URI}/skill/2\n"
    ),
}


def write_tables(folder: Path, tables: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_zip(path: Path, tables: Mapping[str, str | bytes], inside: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in tables.items():
            archive.writestr(inside + name, content)
    return path


def workbook(text: str, delimiter: str = "\t") -> bytes:
    """A minimal .xlsx with one sheet; numbers become numeric cells."""
    rows = "".join(
        f'<row r="{number}">{"".join(map(_cell, line.split(delimiter)))}</row>'
        for number, line in enumerate(text.splitlines(), 1)
    )
    return sheet_bytes(f"<sheetData>{rows}</sheetData>")


def _cell(text: str) -> str:
    try:
        return f"<c><v>{float(text)}</v></c>"
    except ValueError:
        return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def sheet_bytes(data: str) -> bytes:
    """The bytes of a workbook whose only sheet holds ``data``."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relation}"><sheets>'
        '<sheet name="Sheet" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{data}</worksheet>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
