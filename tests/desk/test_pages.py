import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

pytestmark = pytest.mark.enable_socket


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_the_first_page(client: TestClient, ui: str) -> None:
    told = client.get("/", params={"ui": ui})
    assert told.status_code == 200
    assert f'<html lang="{ui}"' in told.text
    assert "script-src 'self'" in told.headers["content-security-policy"]


def test_every_act_of_the_first_page_leads_to_its_article(client: TestClient) -> None:
    links = set(re.findall(r'href="(/article/[^"#]+)', client.get("/").text))
    assert links
    assert all(client.get(link).status_code == 200 for link in links)


def test_what_is_not_there(client: TestClient) -> None:
    assert client.get("/article/none").status_code == 404
    assert client.get("/nowhere").status_code == 404


def test_the_pictures_in_the_docs_are_there_and_small() -> None:
    docs = Path(__file__).parents[2] / "docs"
    named = re.findall(r"!\[[^]]+\]\((pictures/[^)]+)\)", (docs / "views.md").read_text(encoding="utf-8"))
    assert sorted(docs / name for name in named) == sorted((docs / "pictures").iterdir())
    for name in named:
        made = (docs / name).read_bytes()
        assert made[8:12] == b"WEBP" and len(made) < 60_000, name
