"""How long the pages of the desk take over a large archive.

python -m benchmarks.desk FILE [--events 1000000] [--articles 100000] [--rounds 5]

Fills FILE, where it is not there yet, with events that are spread as news is: few parties in most of them, days in
order, sentences of some 200 characters that are nearly all different. Nothing in them is news, nothing is coded: rows
go straight into the tables, as `Archive.add` and `Archive.link` leave them. Then it asks each page through the
application itself, one at a time, and prints the first, the median and the slowest answer in milliseconds; before the
first of each page the archive is let go, so that it has to be opened again.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fastapi.testclient import TestClient

from mahdar.archive import Archive
from mahdar.coding.ontology import QUAD, cameo, plover
from mahdar.desk.app import create_app
from mahdar.desk.settings import Settings
from mahdar.language.pack import pack
from mahdar.text.fold import searched

FIRST: Final = "2018-01-01"
DAYS: Final = 2920
_FRAGMENTS: Final = 3_000  # of each third of a sentence
_NAMES: Final = 6  # in a fragment
_SHARES: Final = {  # of the types in thousandths
    "CONSULT": 230, "REQUEST": 140, "ACCUSE": 110, "SUPPORT": 90, "AGREE": 70, "REJECT": 60, "ASSAULT": 50,
    "COOPERATE": 40, "THREATEN": 40, "AID": 30, "SANCTION": 30, "COERCE": 30, "CONCEDE": 20, "RETREAT": 20,
    "PROTEST": 20, "MOBILIZE": 20,
}  # fmt: skip
_OUTLETS: Final = 60
_BATCH: Final = 2_000  # articles that are added at once


def fill(path: Path, events: int, articles: int) -> None:
    """Make an archive of invented rows: `events` events and two fifths as many statements of `articles` texts."""
    chance = random.Random(1)
    world = [e for e in pack("ar").world.entries if e.kind in ("state", "bloc") and e.code]
    codes = list(dict.fromkeys(e.code for e in world))
    names = {e.code: e.ar for e in reversed(world)}
    vocabulary = [e.ar for e in pack("ar").world.entries if e.ar]
    pools = [[" ".join(chance.choices(vocabulary, k=_NAMES)) for _ in range(_FRAGMENTS)] for _ in range(3)]
    words = sorted({w for pool in pools for x in pool for w in searched(x)})
    terms = {w: n for n, w in enumerate(words, start=1)}
    kinds = [t for t, share in _SHARES.items() for _ in range(share)]
    with Archive(path) as archive:
        db = archive.db
        db.execute("INSERT INTO runs VALUES (1, ?, TIMESTAMP '2026-01-01')", [json.dumps({"name": "invented"})])
        lists = {
            "codes": codes,
            "names": [names[c] for c in codes],
            "types": kinds,
            "quads": [QUAD[t] for t in kinds],
            "scales": [plover(t, None, "occurred").scale for t in kinds],
            "goldsteins": [cameo(t, None, "occurred").goldstein for t in kinds],
            **{f"pool{n}": pool for n, pool in enumerate(pools)},
            "words": words,
            **{f"terms{n}": [[terms[w] for w in searched(x)] for x in pool] for n, pool in enumerate(pools)},
        }
        for name, values in lists.items():
            db.execute(f"SET VARIABLE {name} = ?", [values])
        for sql in _fill(events, articles, len(codes), len(kinds)):
            db.execute(sql)
        db.execute("CHECKPOINT")


# Page -> its bound in milliseconds, and its addresses.
PAGES: Final[dict[str, tuple[int, tuple[str, ...]]]] = {
    "first page": (300, ("/", "/?page=3", "/?tab=statements")),
    "filters": (
        500,
        (
            "/?party=DZA", "/?party=DZA,EGY&status=planned", "/?type=ACCUSE,THREATEN&from=2024-01-01",
            "/?says=BHR&conf=0.8", "/?between=BHR|DZA", "/?lang=en&outlet=وكالة 7", "/?place=BHR&days=report",
            "/?words=فلسطيني", "/?words=روسي أوكراني", "/?words=قصر&party=DZA", "/?tab=statements&party=DZA",
            "/?tab=statements&type=THREATEN", "/?tab=statements&words=قصر", "/new?after=999000&party=DZA",
        ),
    ),
    "timeline": (
        1000,
        ("/timeline", *(f"/timeline?by={x}" for x in ("week", "month", "month&party=DZA", "month&words=قصر"))),
    ),
    "network": (
        1000,
        ("/network", *(f"/network?{x}" for x in ("n=60", "who=officials&n=60", "from=2025-01-01", "edge=BHR|DZA"))),
    ),
    "map": (1000, ("/map", "/map?of=party", "/map?state=BHR")),
    "trends": (
        1000,
        ("/trends", *(f"/trends?{x}" for x in ("between=BHR|DZA", "between=BHR|DZA&by=week", "party=DZA"))),
    ),
}  # fmt: skip


def measure(path: Path, rounds: int) -> bool:
    """Print how long each page takes; whether all medians are within their bounds."""
    fine = True
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(path, f"sqlite:///{folder}/desk.sqlite"))
        with TestClient(app, base_url="http://127.0.0.1") as client:
            client.get("/").raise_for_status()
            print(f"{'first':>6} {'median':>6} {'most':>6}  bound  page")
            for name, (bound, addresses) in PAGES.items():
                for address in addresses:
                    times = []
                    app.state.library.close()
                    for _ in range(rounds):
                        start = time.perf_counter()
                        client.get(address).raise_for_status()
                        times.append((time.perf_counter() - start) * 1000)
                    told = (times[0], statistics.median(times), max(times))
                    fine &= told[1] < bound
                    print(" ".join(f"{t:6.0f}" for t in told), f"{bound:6}  {name}: {address}")
    return fine


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, metavar="FILE")
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    if not args.archive.exists():
        start = time.perf_counter()
        fill(args.archive, args.events, args.articles)
        print(f"{args.events:,} events filled in {time.perf_counter() - start:.0f} s")
    sys.exit(not measure(args.archive, args.rounds))


def _pick(name: str, number: str) -> str:
    return f"getvariable('{name}')[1 + ({number})::INTEGER]"


def _fill(events: int, articles: int, codes: int, kinds: int) -> Iterator[str]:
    """The SQL that makes the rows: drawn by hashes of their numbers, so that they are the same each time."""

    def draw(salt: int, of: int) -> str:
        return f"(hash(i, {salt}) % {of})"

    def party(salt: int) -> str:
        return f"floor({codes} * pow((hash(i, {salt}) % 1000000) / 1000000.0, 4))"  # few are in most acts

    fragments = [draw(20 + n, _FRAGMENTS) for n in range(3)]
    sentence = " || ' ' || ".join(_pick(f"pool{n}", at) for n, at in enumerate(fragments))
    terms = ", ".join(_pick(f"terms{n}", at) for n, at in enumerate(fragments))
    per = events // articles
    said = max(1, per * 2 // 5)
    article = "sha256(article::VARCHAR) AS sha256, 'd' || article AS doc, 1 AS run, true AS current"
    day = f"(DATE '{FIRST}' + (article * {DAYS} // {articles})::INTEGER)"
    yield f"""
        INSERT INTO all_articles BY NAME SELECT {article}, {day} AS published,
            CASE WHEN hash(article, 1) % 10 = 0 THEN 'en' ELSE 'ar' END AS lang,
            {_pick("pool0", f"hash(article, 2) % {_FRAGMENTS}")} AS title,
            {_pick("pool1", f"hash(article, 4) % {_FRAGMENTS}")} AS text,
            'https://example.org/' || article AS url, 'وكالة ' || (hash(article, 3) % {_OUTLETS}) AS publisher,
            1500 AS chars
        FROM (SELECT range AS article FROM range({articles}))"""
    yield f"""
        CREATE TEMP TABLE drawn AS SELECT *, {_pick("codes", "a")} AS ac, {_pick("codes", "r")} AS rc,
            {_pick("names", "a")} AS an, {_pick("names", "r")} AS rn,
            CASE WHEN s < 70 THEN 'occurred' WHEN s < 85 THEN 'planned' WHEN s < 93 THEN 'possible' ELSE 'negated' END
                AS status
        FROM (
            SELECT range AS i, range // {per} AS article, {party(1)} AS a, {party(2)} AS r, {draw(3, 100)} AS s,
                {draw(4, kinds)} AS k, {draw(5, 100)} AS d, {draw(6, 100)} AS v, {draw(7, 100)} AS p, {party(8)} AS pl,
                {party(9)} AS says, {draw(10, 10)} > 0 AS two,
                two AND v > 10 AS aimed, i = 0 OR {draw(11, 5)} > 0 AS counted
            FROM range({events}))"""
    yield f"""
        INSERT INTO all_events BY NAME SELECT {article}, i + 1 AS line, counted, status,
            'e' || (1 + i % {per}) AS event, (i % {per})::INTEGER AS sentence,
            {_pick("types", "k")} AS type, {_pick("types", "k")} AS plover, {_pick("quads", "k")} AS quad,
            {_pick("scales", "k")} AS scale, {_pick("goldsteins", "k")} AS goldstein, '010' AS cameo,
            []::VARCHAR[] AS context,
            CASE WHEN two THEN [ac] ELSE list_sort([ac, rc]) END AS actor,
            CASE WHEN two THEN ['GOV'] ELSE ['GOV', 'GOV'] END AS actor_sector,
            CASE WHEN two THEN [an] ELSE [an, rn] END AS actor_name,
            CASE WHEN aimed THEN [rc] ELSE [] END AS recipient,
            CASE WHEN aimed THEN ['GOV'] ELSE [] END AS recipient_sector,
            CASE WHEN aimed THEN [rn] ELSE [] END AS recipient_name,
            CASE WHEN status = 'planned' THEN {day} + (1 + d // 4)::INTEGER
                WHEN d < 70 THEN {day} - (d % 3)::INTEGER END AS date_from,
            date_from AS date_to, {day} AS published,
            CASE WHEN p < 40 THEN {_pick("names", "pl")} END AS place,
            CASE WHEN p < 40 THEN {_pick("codes", "pl")} END AS place_code,
            CASE WHEN v < 45 THEN 's' || (1 + i % {said}) END AS statement,
            CASE WHEN v < 45 THEN {_pick("codes", "says")} END AS by,
            CASE WHEN v < 45 THEN {_pick("names", "says")} END AS by_name,
            round(0.4 + v / 180.0, 2) AS confidence, 'act' AS trigger, 0 AS start, 3 AS "end", {sentence} AS words,
            list_sort(list_distinct(list_concat(actor, recipient))) AS parties,
            CASE WHEN ac = rc OR (two AND NOT aimed) THEN [] ELSE [least(ac, rc) || '|' || greatest(ac, rc)] END
                AS pairs,
            CASE WHEN len(pairs) = 0 OR v % 3 > 0 THEN pairs ELSE [ac || ':' || an || '|' || rc] END AS faces
        FROM drawn ORDER BY i"""
    yield """
        INSERT INTO all_sentences BY NAME SELECT sha256, doc, sentence, 'body' AS kind, 0 AS start, 3 AS "end", words,
            line, 1 AS run, true AS current FROM all_events"""
    yield "INSERT INTO terms SELECT range, getvariable('words')[range] FROM range(1, len(getvariable('words')) + 1)"
    yield f"""
        INSERT INTO found SELECT unnest(list_distinct(flatten([{terms}]))) AS term, i + 1 AS line FROM drawn
        ORDER BY i // {_BATCH * per}, term, line"""
    yield f"""
        INSERT INTO all_statements BY NAME SELECT {article}, i + 1 AS line, {day} AS published,
            's' || (1 + i % {said}) AS statement, (i % {said})::INTEGER AS sentence,
            {_pick("codes", "says")} AS speaker, 'GOV' AS speaker_sector, {_pick("names", "says")} AS speaker_name,
            [] AS relay, [rc] AS addressee, 'indirect' AS form, 'قال' AS cue, 0 AS start, 3 AS "end",
            {sentence} AS words
        FROM drawn WHERE i % {per} < {said} ORDER BY i"""
    yield """
        INSERT INTO all_dyads BY NAME SELECT sha256, event, actor[1] AS source, coalesce(recipient[1], actor[2]) AS
            target, len(recipient) = 0 AS mutual, type, status, coalesce(date_from, published) AS day,
            statement IS NOT NULL AS claimed, quad, scale, goldstein, 1 AS run, true AS current, counted
        FROM all_events WHERE coalesce(recipient[1], actor[2]) IS NOT NULL"""
    # An event that does not count tells the act of the last event before it that does.
    yield """
        INSERT INTO links (sha256, event, occurrence, counted) SELECT sha256, event,
            last_value(CASE WHEN counted THEN sha256[:16] || '-' || event END IGNORE NULLS)
                OVER (ORDER BY line ROWS UNBOUNDED PRECEDING), counted
        FROM all_events"""
    yield "DROP TABLE drawn"


if __name__ == "__main__":
    main()
