import re

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
