"""Sources made at run time: pages, feeds, web archives."""

import gzip

TITLE = "لافروف يرفض مقترحات الغرب"
BODY = (
    "قال وزير الخارجية الروسي سيرغي لافروف في موسكو إن بلاده ترفض مقترحات الغرب بشأن أوكرانيا.",
    "وأضاف لافروف في مؤتمر صحافي عقب محادثات مع نظيره الإيراني أن موسكو مستعدة للحوار مع واشنطن.",
    "في المقابل، أعلنت وزارة الخارجية الأميركية أنها سترد على المقترحات الروسية الأسبوع المقبل.",
)
TEXT = "رفضت مصر المقترح الإسرائيلي."
ENGLISH = "Egypt rejected the Israeli proposal, the foreign minister said on Monday in Cairo."
PERSIAN = "وزیر امور خارجه ایران گفت که این کشور پیشنهاد آمریکا را نمی‌پذیرد و به گفتگو ادامه می‌دهد."
OUTSIDE = ("هددت", "قصفت", "اعتقلت", "اغتيال", "قتل")
"""Words of events that stand in a page outside its article."""


def page(head: str = "", body: str = "", lang: str = "ar") -> str:
    """A news page with menus, a cookie banner, related news, comments, and text that browsers do not show."""
    paragraphs = "".join(f"<p>{x}</p>\n" for x in BODY)
    return f"""<!DOCTYPE html><html lang="{lang}" dir="rtl"><head><title>{TITLE} | الخبر</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="الخبر">{head}
<script>var x = "قتل الجيش عشرة";</script></head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li></ul></nav>
<div class="cookie-consent">
<p>نستخدم ملفات تعريف الارتباط. هددت الشركة بمقاضاة من يرفضها. <button>موافق</button></p></div>
<main><article><h1>{TITLE}</h1>{body}
{paragraphs}
<noscript><p>قصفت إسرائيل غزة أمس.</p></noscript><template><p>اغتيال رئيس الوزراء اليوم.</p></template>
</article><aside class="related-posts">
<h3>أخبار ذات صلة</h3><ul><li><a href="/1">قصفت إسرائيل بلدة في جنوب لبنان</a></li>
<li><a href="/2">اعتقلت الشرطة التركية عشرين متظاهرا</a></li></ul></aside>
<section id="comments" class="comments">
<div class="comment"><p>أحمد: هددت روسيا أوروبا وقصفت كييف</p></div></section></main>
<footer><p>جميع الحقوق محفوظة 2024</p></footer></body></html>"""


def feed(*items: str, opening: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    """An RSS feed of items given as the content of their elements."""
    inside = "".join(f"<item>{x}</item>" for x in items)
    return f"""{opening}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>الخبر</title><language>ar</language>{inside}</channel></rss>"""


def item(n: int, text: str = TEXT) -> str:
    """An item with its own address, title and date."""
    return (
        f"<title>الخبر رقم {n}</title><link>http://news.example/{n}</link><guid>g{n}</guid>"
        f"<pubDate>Thu, 15 Feb 2024 10:00:00 +0200</pubDate><description>{text}</description>"
    )


def record(
    url: str, body: bytes, media: str = "text/html; charset=utf-8", kind: str = "response", headers: str = ""
) -> bytes:
    """A WARC record as CC-NEWS has them, not compressed."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body
    opening = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-02-16T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:{url}>\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return opening.encode() + http + b"\r\n\r\n"


def zipped(records: list[bytes]) -> bytes:
    """Records each compressed by itself, one after the other."""
    return b"".join(map(gzip.compress, records))
