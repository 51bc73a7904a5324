"""The article as a page: text right to left with mentions, statements and events marked, events beside it."""

from html import escape

from mahdar.record.types import Record
from mahdar.views.rows import label
from mahdar.views.shown import cut, shown
from mahdar.views.wording import Wording, in_html

_STYLE = """
:root{--ink:#1d2733;--paper:#fdfcf9;--line:#d9d4c7;--dim:#6b7280;--occurred:#1b7f4d;--planned:#1f5fbf;--possible:#a86a00;--negated:#b3261e;--said:#f3eddc}
@media (prefers-color-scheme:dark){:root{--ink:#e7e4dc;--paper:#16191d;--line:#3a3f47;--dim:#9aa1ab;
--occurred:#5ad19a;--planned:#7fb2ff;--possible:#f0b95a;--negated:#ff8a80;--said:#262b2f}}
.mahdar{font:18px/2 'Noto Naskh Arabic','Amiri','Traditional Arabic','Times New Roman',serif;
color:var(--ink);background:var(--paper);max-width:78rem;margin:0 auto;padding:1rem 1.5rem}
.mahdar h1{font-size:1.5rem;line-height:1.6;margin:.2rem 0}
.mahdar .meta{color:var(--dim);font:14px/1.6 system-ui,sans-serif}
.mahdar .cols{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}
@media (max-width:60rem){.mahdar .cols{grid-template-columns:1fr}}
.mahdar p{margin:.35rem 0}.mahdar .title{font-weight:700}
.mahdar .boilerplate,.mahdar .dateline,.mahdar .caption{color:var(--dim);font-size:.85em}
.mahdar .s{background:var(--said)}.mahdar .m{border-bottom:1px dotted var(--dim)}
.mahdar .t{border-bottom:1px dashed var(--planned)}
.mahdar .e{font-weight:700;border-bottom:3px solid currentColor}
.mahdar .occurred{color:var(--occurred)}.mahdar .planned{color:var(--planned)}
.mahdar .possible{color:var(--possible)}.mahdar .negated{color:var(--negated);text-decoration:line-through}
.mahdar table{border-collapse:collapse;width:100%;font:14px/1.7 system-ui,'Noto Naskh Arabic',sans-serif}
.mahdar td,.mahdar th{border-bottom:1px solid var(--line);padding:.3rem .4rem;text-align:start;vertical-align:top}
.mahdar .d bdi{white-space:nowrap}.mahdar td a{text-decoration-thickness:1px}
.mahdar sup a{font:11px system-ui,sans-serif;text-decoration:none;color:inherit;padding:0 .15em}
.mahdar :target{outline:2px solid var(--planned)}
"""


def body(record: Record, text: str) -> str:
    """The marked article as one HTML element with its style; needs no network and no script."""
    entities = {e.id: e for e in record.entities}
    statements = {s.id: s for s in record.statements}
    starts = _marks(record)
    say = Wording("ar", in_html).say
    parts = [f'<style>{_STYLE}</style><article class="mahdar" lang="ar" dir="rtl">']
    meta = " · ".join(escape(x) for x in (record.doc.publisher, record.doc.published, record.doc.id) if x)
    parts.append(f'<div class="meta"><bdi>{meta}</bdi></div><div class="cols"><div>')
    for s in record.sentences:
        parts.append(f'<p class="{s.kind}" id="n{s.n}">{_marked(text, s.start, s.end, starts)}</p>')
    parts.append(
        "</div><div><table><thead><tr><th></th><th>من</th><th>الفعل</th><th>إلى</th><th>متى</th><th>الحال</th><th>القائل</th></tr></thead><tbody>"
    )
    for e in record.events:
        said = statements.get(e.statement or "")
        speaker = entities[said.speaker].name if said and said.speaker else ""
        who = "، ".join(
            f"<bdi>{escape(entities[i].name)}</bdi> <small><bdi>{escape(label(entities[i]))}</bdi></small>"
            for i in e.actor
        )
        whom = "، ".join(
            f"<bdi>{escape(entities[i].name)}</bdi> <small><bdi>{escape(label(entities[i]))}</bdi></small>"
            for i in e.recipient
        )
        days = [] if e.date is None else dict.fromkeys((e.date.from_, e.date.to))
        when = " – ".join(f"<bdi>{day}</bdi>" for day in days)
        code = f"{e.type}/{e.mode}" if e.mode else e.type
        act = f'<a href="#{e.id}m" class="{e.status}">{say("type", e.type)}</a><br><small><bdi>{code}</bdi></small>'
        parts.append(
            f'<tr id="{e.id}"><td><a href="#{e.id}m" class="{e.status}"><bdi>{e.id[1:]}</bdi></a></td>'
            f'<td>{who}</td><td>{act}</td><td>{whom}</td><td class="d">{when}</td>'
            f"<td>{say('status', e.status)}</td><td><bdi>{escape(speaker)}</bdi></td></tr>"
        )
    parts.append("</tbody></table></div></div></article>")
    return "".join(parts)


def page(record: Record, text: str) -> str:
    """A self-contained HTML document."""
    title = escape(record.doc.title or record.doc.id)
    return (
        '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<title>{title}</title></head><body style="margin:0">{body(record, text)}</body></html>\n'
    )


Mark = tuple[int, int, str, str]


def _marks(record: Record) -> list[Mark]:
    marks: list[Mark] = [(s.content.start, s.content.end, "s", "") for s in record.statements]
    marks += [(m.start, m.end, "m", "") for e in record.entities for m in e.mentions if m.end > m.start]
    marks += [(t.start, t.end, "t", "") for t in record.times]
    marks += [(e.trigger.start, e.trigger.end, f"e {e.status}", e.id) for e in record.events]
    return marks


def _marked(text: str, start: int, end: int, marks: list[Mark]) -> str:
    """A stretch of text cut at every edge of a mark, each piece in one span."""
    out = []
    for a, b, over in cut(start, end, marks):
        piece = escape(shown(text[a:b]))
        if over:
            classes = " ".join(dict.fromkeys(m[2] for m in over))
            events = [m[3] for m in over if m[3]]
            anchor = f' id="{events[0]}m"' if events and any(m[3] == events[0] and m[0] == a for m in over) else ""
            piece = f'<span class="{classes}"{anchor}>{piece}</span>'
            if events and any(m[3] and m[1] == b for m in over):
                piece += f'<sup><a href="#{events[0]}"><bdi>{events[0][1:]}</bdi></a></sup>'
        out.append(piece)
    return "".join(out)
