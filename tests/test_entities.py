"""Entities: one for each party, with its name in English, as others of that name are spelled or letter by letter."""

import pytest

import mahdar
from mahdar.language.pack import pack
from mahdar.world.english import english, spelled

WORLD = pack("ar").world


@pytest.mark.parametrize(
    ("arabic", "in_english"),
    [
        ("محمد", "Mohamed"),  # spelled as most people of that name are
        ("سليمان", "Suleiman"),
        ("بركوني", "Barakuni"),  # nobody known: letters, with the vowels guessed
        ("الزنكلوني", "al-Zanakaluni"),
    ],
)
def test_a_name(arabic: str, in_english: str) -> None:
    assert english(arabic, WORLD.english, **WORLD.letters) == in_english


def test_the_most_frequent_spelling_counts() -> None:
    names = [("علي حسن", "Ali Hassan"), ("علي كريم", "Ali Karim"), ("علي", "Aly"), ("حسن نصر الله", "Hassan Nasrallah")]
    assert spelled(names) == {"علي": "Ali", "حسن": "Hassan", "كريم": "Karim"}


def test_entities_have_their_names_in_english() -> None:
    text = "قال وزير الدفاع السوداني نعيم الزنكلوني إن مصر ترفض الهدنة، وذلك خلال مؤتمر في جنيف."
    names = {e.name: e.names.en for e in mahdar.code(text, published="2024-02-15").entities}
    assert names["نعيم الزنكلوني"] == "Naim al-Zanakaluni"
    assert names["جنيف"] == "Geneva"
    assert names["مصر"] == "Egypt"


def test_a_country_that_is_somebodys_is_the_government() -> None:
    text = "قالت وزيرة الخارجية الفنلندية تويفا كوسكينن إن بلادها تدعم أوكرانيا. وأضافت أن فنلندا سترسل أسلحة."
    finland = [e for e in mahdar.code(text, published="2024-02-15").entities if e.names.en == "Finland"]
    assert [(e.kind, e.code, [text[m.start : m.end] for m in e.mentions]) for e in finland] == [
        ("government", "FIN", ["بلادها", "فنلندا"])
    ]


def test_a_place_is_one_entity_whether_named_or_where_it_happened() -> None:
    text = "التقى وزير الدفاع الكوري الجنوبي نظيره المصري في جنيف."
    record = mahdar.code(text, published="2024-02-15")
    geneva = [e for e in record.entities if e.kind == "place"]
    assert [(e.name, len(e.mentions)) for e in geneva] == [("جنيف", 1)]
    assert record.events[0].place == geneva[0].id


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("ونفى المتحدث باسم الحوثيين محمد عبد السلام أن تكون جماعته رفضت المشاركة.", "محمد عبد السلام", ("YEM", "REB")),
        ("قال قائد قوات الدعم السريع محمد حمدان دقلو إن قواته سيطرت على المدينة.", "قوات", ("SDN", "REB")),
        ("قال رئيس الوزراء العراقي محمد شياع السوداني إن قواته سيطرت على المدينة.", "قوات", ("IRQ", "MIL")),
    ],
)
def test_who_belongs_to_a_movement_is_none_of_the_government(text: str, name: str, expected: tuple[str, str]) -> None:
    found = [(e.code, e.sector) for e in mahdar.code(text, published="2024-02-15").entities if e.name == name]
    assert found == [expected]
