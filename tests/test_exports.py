"""Records in the layouts of other programs, read back as their users would: with pandas and DuckDB."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from mahdar.coder import Coder
from mahdar.export import codes, layouts
from mahdar.export.codes import countries, labels
from mahdar.export.dyads import dyads
from mahdar.export.flat import TABLES
from mahdar.export.formats import DYADIC, FILES
from mahdar.export.writers import writer
from mahdar.packs.tables import HOME, rows
from mahdar.record.types import Entity, Names, Record
from mahdar.views.cli import main
from mahdar.views.output import Output
from mahdar.world.coordinates import points

TEXT = """موسكو تستقبل وفدا تركيا وتنفي قصف أوديسا
زار وزير الخارجية التركي هاكان فيدان موسكو يوم الاثنين.
ونفت روسيا أنها قصفت ميناء أوديسا، واتهمت كييف بالكذب.
ومن المقرر أن يلتقي الرئيس الروسي فلاديمير بوتين نظيره المصري عبد الفتاح السيسي في القاهرة يوم الخميس.
وفرضت الولايات المتحدة عقوبات على إيران.
"""
PUBLISHED = "2024-03-05"
Export = Callable[[str], Path]


@pytest.fixture(scope="module")
def record(coder: Coder) -> Record:
    return coder.code(TEXT, id="=1+1", published=PUBLISHED, url="https://example.org/a", publisher="وكالة")


@pytest.fixture
def export(record: Record, tmp_path: Path) -> Export:
    def exported(form: str) -> Path:
        path = tmp_path / f"out.{form}"
        status = tmp_path / "status.tsv"
        with path.open("w", encoding="utf-8", newline="\n") as out, status.open("w", encoding="utf-8") as beside:
            to = writer(form, out, None, beside if form in layouts.LAYOUTS else None)
            to.write(record, TEXT)
            to.close()
        return path

    return exported


def read(path: Path, form: str) -> pd.DataFrame:
    layout = layouts.LAYOUTS[form]
    return pd.read_csv(
        path,
        sep="\t",
        dtype=str,
        keep_default_na=False,
        quoting=csv.QUOTE_NONE,
        header=0 if layout.header else None,
        names=None if layout.header else list(layout.columns),
    )


@pytest.mark.parametrize(("form", "width"), [("gdelt", 61), ("icews", 20), ("polecat", 40), ("cameo", 26)])
def test_columns_are_as_published(export: Export, form: str, width: int) -> None:
    frame = read(export(form), form)
    assert len(layouts.LAYOUTS[form].columns) == width == frame.shape[1]
    assert frame.shape[0] >= 4
    assert list(frame.columns) == list(layouts.LAYOUTS[form].columns)


@pytest.mark.parametrize("form", ["gdelt", "icews", "polecat", "cameo"])
def test_duckdb_reads_the_same_rows(export: Export, form: str) -> None:
    path = export(form)
    told = duckdb.read_csv(str(path), sep="\t", header=layouts.LAYOUTS[form].header, all_varchar=True, quotechar="")
    assert [["" if c is None else c for c in row] for row in told.fetchall()] == read(path, form).values.tolist()


def test_a_visit_is_told_from_both_sides(export: Export) -> None:
    frame = read(export("gdelt"), "gdelt")
    visit = frame[frame.EventCode.isin(["042", "043"])]
    assert set(zip(visit.EventCode, visit.Actor1Code, visit.Actor2Code, strict=True)) == {
        ("042", "TURGOV", "RUSGOV"),
        ("043", "RUSGOV", "TURGOV"),
    }
    assert set(visit.EventRootCode) == {"04"}
    meeting = frame[frame.EventCode == "036"]
    assert set(meeting.ActionGeo_CountryCode) == {"EG"}
    assert set(zip(meeting.Actor1Code, meeting.Actor2Code, strict=True)) == {("RUSGOV", "EGYGOV"), ("EGYGOV", "RUSGOV")}


def test_one_event_of_a_meeting_in_polecat(export: Export) -> None:
    frame = read(export("polecat"), "polecat")
    visit = frame[(frame["Event Mode"] == "visit")]
    columns = ["Actor Country", "Actor COW", "Recipient Country", "Primary Actor Sector"]
    assert visit[columns].values.tolist() == [["TUR", "640", "RUS", "GOV"]] * 2  # the title and the news


def test_what_is_planned_says_so(export: Export) -> None:
    frame = read(export("polecat"), "polecat")
    planned = frame[frame["Contexts"].str.contains("future")]
    assert set(planned["Event Type"]) == {"AGREE"}  # the reduction of a planned meeting
    assert set(planned["Event Date"]) == {"2024-03-07"}


@pytest.mark.parametrize("form", ["gdelt", "icews", "polecat", "cameo"])
def test_no_denied_act_and_its_denial_kept(record: Record, export: Export, form: str) -> None:
    assert any(e.status == "negated" for e in record.events)
    path = export(form)
    status = pd.read_csv(path.with_name("status.tsv"), sep="\t", dtype=str, keep_default_na=False)
    assert "negated" not in set(status.status)
    assert status["row"].tolist() == [str(n) for n in range(len(read(path, form)))]
    key = "Event ID" if form in ("icews", "polecat") else layouts.LAYOUTS[form].columns[0]
    assert status.layout_id.tolist() == read(path, form)[key].tolist()


def test_numbers_are_unique_and_stay(record: Record, coder: Coder) -> None:
    numbers = [d.number for d in dyads(record)]
    assert len(set(numbers)) == len(numbers)
    assert max(numbers) < 2**53
    again = coder.code(TEXT, id="=1+1", published=PUBLISHED, url="https://example.org/a", publisher="وكالة")
    assert [d.number for d in dyads(again)] == numbers


def test_plover_json(record: Record, export: Export) -> None:
    lines = export("plover").read_text(encoding="utf-8").split("\n")[:-1]
    events = [json.loads(line) for line in lines]
    assert len(events) == sum(e.status != "negated" for e in record.events)
    visit = next(e for e in events if e["mode"] == "visit")
    assert [p["code"] for p in visit["actor"]] == ["TUR"]
    assert visit["text"] == TEXT[visit["text_info"]["start"] : visit["text_info"]["end"]]
    assert all({"id", "date", "actor", "event"} <= e.keys() for e in events)


def test_csv_runs_no_formula_and_reads_back(record: Record, export: Export) -> None:
    path = export("csv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [r["event"] for r in rows] == [e.id for e in record.events]
    assert {r["doc"] for r in rows} == {"'=1+1"}
    assert not any(
        str(cell).startswith(("=", "+", "-", "@")) and not _number(cell) for r in rows for cell in r.values()
    )
    frame = pd.read_csv(path)
    assert frame.words.tolist() == [r["words"] for r in rows]


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_parquet_tables(record: Record, tmp_path: Path) -> None:
    to = writer("parquet", None, tmp_path / "tables")
    to.write(record, TEXT)
    to.close()
    assert sorted(p.name for p in (tmp_path / "tables").iterdir()) == sorted(f"{t}.parquet" for t in TABLES)
    events = pd.read_parquet(tmp_path / "tables" / "events.parquet")
    assert events.event.tolist() == [e.id for e in record.events]
    assert [TEXT[a:b] for a, b in zip(events.start, events.end, strict=True)] == events.trigger.tolist()
    with duckdb.connect() as con:
        told = con.execute(f"SELECT count(*), min(published) FROM '{tmp_path}/tables/events.parquet'").fetchall()
    assert [(n, str(day)) for n, day in told] == [(len(record.events), PUBLISHED)]


NASTY = "a\"b\tc;d\r\n=1,\u2028'\\"
"""What breaks careless readers, in an id, a publisher and an address."""


@pytest.fixture(scope="module")
def nasty(coder: Coder) -> list[tuple[Record, str]]:
    texts = [TEXT, f'{TEXT}وقال الوزير: "نعم، ولا"; وهددت روسيا\tأوروبا.', "وكالة الأنباء: طقس معتدل اليوم."]
    return [
        (coder.code(x, id=f"{NASTY}{n}", published=PUBLISHED, url=f"https://x.example/{NASTY}", publisher=NASTY), x)
        for n, x in enumerate(texts)
    ]


@pytest.mark.parametrize("form", [*FILES, "parquet"])
def test_pandas_and_duckdb_agree_on_every_format(form: str, nasty: list[tuple[Record, str]], tmp_path: Path) -> None:
    output = Output(form, str(tmp_path / "out"))
    for record, text in nasty:
        output.write(record, text)
    output.close()
    path = tmp_path / ("out/events.parquet" if form == "parquet" else "out")
    told = [e for r, _ in nasty for e in r.events]
    if form in layouts.LAYOUTS:
        frame = read(path, form)
        with duckdb.connect() as db:
            rows = db.read_csv(
                str(path), sep="\t", header=layouts.LAYOUTS[form].header, all_varchar=True, quotechar=""
            ).fetchall()
        assert [["" if c is None else c for c in row] for row in rows] == frame.values.tolist()
        assert len(rows) == sum(1 for r, _ in nasty for d in dyads(r) if not (form == "polecat" and d.back))
        status = pd.read_csv(tmp_path / "out.status.tsv", sep="\t", dtype=str, keep_default_na=False, quoting=3)
        assert status["row"].tolist() == [str(n) for n in range(len(frame))]
        assert set(status.status) <= {"occurred", "planned", "possible"}
        return
    if form == "plover":
        wanted = [e.id for e in told if e.status != "negated"]
        frame = pd.read_json(path, lines=True, dtype=False)
        with duckdb.connect() as db:
            ids = db.execute("SELECT id, cite_info, link FROM read_json(?, format = 'newline_delimited')", [str(path)])
            rows = ids.fetchall()
        assert [x.rpartition("_")[2] for x in frame.id] == wanted
        assert rows == list(zip(frame.id, frame.cite_info, frame.link, strict=True))
        assert set(frame.cite_info) == {NASTY}
        return
    if form == "csv":
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        with duckdb.connect() as db:
            rows = db.read_csv(str(path), header=True, all_varchar=True, quotechar='"', escapechar='"').fetchall()
        assert [["" if c is None else c for c in row] for row in rows] == frame.values.tolist()
    else:
        frame = pd.read_parquet(path)
        with duckdb.connect() as db:
            rows = db.execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall()
        assert [list(a) for a in frame.actor] == [row[list(frame.columns).index("actor")] for row in rows]
    assert list(frame.columns) == list(TABLES["events"].columns)
    assert frame.event.tolist() == [e.id for e in told] and len(rows) == len(told)
    assert set(frame.doc) == {f"{NASTY}{n}" for n in range(2)}


def test_the_same_bytes_again(export: Export) -> None:
    for form in FILES:
        assert export(form).read_bytes() == export(form).read_bytes()


def test_text_cannot_break_a_row(coder: Coder, tmp_path: Path) -> None:
    text = "زار الرئيس\tالمصري\u2028أنقرة.\nورفضت تركيا المقترح."
    record = coder.code(text, id="a\tb\nc", published=PUBLISHED)
    for form in layouts.LAYOUTS:
        path = tmp_path / form
        with path.open("w", encoding="utf-8", newline="\n") as out:
            writer(form, out, None).write(record, text)
        width = len(layouts.LAYOUTS[form].columns)
        assert {line.count("\t") for line in path.read_text(encoding="utf-8").split("\n")[:-1]} == {width - 1}


@pytest.mark.parametrize("form", FILES)
def test_from_the_command_line(form: str, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert main(["code", str(source), "--published", PUBLISHED, "--format", form, "-o", str(tmp_path / "out")]) == 0
    names = {p.name for p in tmp_path.iterdir()}
    assert names == {"a.txt", "out"} | ({"out.status.tsv"} if form in layouts.LAYOUTS else set())


def test_the_command_line_knows_every_layout() -> None:
    assert set(DYADIC) == set(layouts.LAYOUTS)


def test_parquet_wants_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[Any]) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert main(["code", str(source), "--format", "parquet"]) == 2
    assert "-o FOLDER" in capsys.readouterr().err


def test_every_code_has_a_label_and_every_country_a_name(record: Record) -> None:
    assert all(d.code in labels() for d in dyads(record))
    assert all(c.name for c in countries().values())
    fips = [c.fips for c in countries().values() if c.fips]
    assert len(fips) == len(set(fips)) > 240


# CAMEO 1.1b3, tables 3.1 to 3.4, and GDELT's list of known groups: the bodies of states among them, roles, regions.
CAMEO_GROUPS = frozenset(
    """ABD ACC ADB AEU AFB AMF AMU APE ARL ASN ATD BCA BIS CEM CFA CIS COE CPA CPC CRC CSS CWN EBR ECA EEC EFT FAO GCC
    GOE GOS GSS HCH HCR HIP IAC IAD IAE ICC ICJ ICO IDB IGC ILO IMF IOM IPU IRC ITP KID NAT NEP NON OAS OAU OIC OPC PAP
    PRC SAA SAD SCE SOT UEM UNO WAD WAM WAS WBK WCT WEF WFP WHO WTO""".split()
)
CAMEO_ROLES = frozenset(
    """COP GOV INS JUD MIL OPP REB SEP SPY UAF AGR BUS CRM CVL DEV EDU ELI ENV HLH HRI LAB LEG MED REF MOD RAD PTY
    REL""".split()
)
CAMEO_REGIONS = frozenset(
    "AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST".split()
)


def test_no_code_that_cameo_has_not() -> None:
    assert set(codes.KNOWN_GROUP.values()) <= CAMEO_GROUPS
    assert set(codes.AGENT.values()) <= CAMEO_ROLES
    assert set(codes.REGION.values()) <= CAMEO_REGIONS


def party(code: str, sector: str | None = None, en: str = "") -> Entity:
    return Entity(
        id="e1",
        kind="place",
        name="-",
        names=Names(en=en),
        code=code,
        sector=sector,
        secondary=[],
        office=None,
        identifier=None,
        mentions=[],
    )


@pytest.mark.parametrize(
    ("code", "sector", "cameo"),
    [("AU", None, "OAU"), ("G8", None, "GOE"), ("IMN", None, "IMY"), ("NOA", None, "NMR"), ("IRQ", "PRM", "IRQUAF")],
)
def test_cameo_actors(code: str, sector: str | None, cameo: str) -> None:
    assert codes.cameo_actor(party(code, sector)) == cameo


@pytest.mark.parametrize(
    ("name", "fips"), [("Palestine", "WE"), ("Nablus", "WE"), ("Gaza Strip", "GZ"), ("Rafah crossing", "GZ")]
)
def test_the_two_areas_of_palestine(name: str, fips: str) -> None:
    assert codes.fips(party("PSE", en=name)) == fips


def test_places_of_gaza_are_places_of_palestine() -> None:
    cities = {row[2]: row[4] for _, row in rows(HOME / "world" / "data" / "cities.tsv", 7)}
    assert {cities[name] for _, (name,) in rows(HOME / "export" / "gaza.tsv", 1)} == {"PSE"}


KNOWN = [
    ("IRQ", "Baghdad", 33.3, 44.4), ("IRQ", "Mosul", 36.3, 43.1), ("EGY", "Cairo", 30.0, 31.2),
    ("SYR", "Aleppo", 36.2, 37.2), ("SYR", "Damascus", 33.5, 36.3), ("CHE", "Geneva", 46.2, 6.1),
    ("RUS", "Moscow", 55.75, 37.6), ("TUR", "Istanbul", 41.0, 29.0), ("LBY", "Benghazi", 32.1, 20.1),
    ("YEM", "Aden", 12.8, 45.0), ("PSE", "Gaza City", 31.5, 34.47), ("SAU", "Jeddah", 21.5, 39.2),
    ("EGY", "", 30.0, 31.2), ("USA", "", 38.9, -77.0),
]  # fmt: skip


@pytest.mark.parametrize(("iso", "name", "latitude", "longitude"), KNOWN)
def test_well_known_places_are_where_they_are(iso: str, name: str, latitude: float, longitude: float) -> None:
    point = points()[iso, name]
    assert float(point.latitude) == pytest.approx(latitude, abs=0.3)
    assert float(point.longitude) == pytest.approx(longitude, abs=0.3)


def test_coordinates_of_a_meeting(export: Export) -> None:
    gdelt = read(export("gdelt"), "gdelt")
    cairo = points()["EGY", "Cairo"]
    meeting = gdelt[gdelt.EventCode == "036"]
    told = meeting[["ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID"]].drop_duplicates()
    assert told.values.tolist() == [list(cairo)]
    polecat = read(export("polecat"), "polecat")
    placed = polecat[polecat["City"] == "Cairo"]
    assert {tuple(x) for x in placed[["Latitude", "Longitude", "GeoNames ID"]].values.tolist()} == {tuple(cairo)}
    icews = read(export("icews"), "icews")
    assert {tuple(x) for x in icews[icews["City"] == "Cairo"][["Latitude", "Longitude"]].values} == {tuple(cairo[:2])}
