from itertools import combinations
from math import dist

from hypothesis import given
from hypothesis import strategies as st

from mahdar.desk.spread import GAP, Circle, spread

CIRCLES = st.lists(
    st.builds(Circle, st.floats(0, 200), st.floats(0, 100), st.sampled_from((7.0, 9.5, 20.0))), max_size=30
)


@given(CIRCLES)
def test_none_covers_another_where_there_is_room(circles: list[Circle]) -> None:
    shifted = [c._replace(x=c.x + 900, y=c.y + 400) for c in circles]
    out = spread(shifted, 2000, 900)
    assert [c.radius for c in out] == [c.radius for c in circles]
    for one, other in combinations(out, 2):
        assert dist(one[:2], other[:2]) >= one.radius + other.radius + GAP - 1e-9


@given(CIRCLES)
def test_who_has_room_stays_where_it_is(circles: list[Circle]) -> None:
    shifted = [c._replace(x=c.x * 8 + 50, y=c.y * 8 + 50) for c in circles]
    out = spread(shifted, 2000, 1000)
    for n, (before, after) in enumerate(zip(shifted, out, strict=True)):
        if all(dist(before[:2], o[:2]) >= before.radius + o.radius + GAP for o in out[:n]):
            assert before == after
    assert spread(shifted, 2000, 1000) == out


def test_what_finds_no_room_stays() -> None:
    circles = [Circle(20, 20, 20)] * 3
    assert spread(circles, 40, 40) == circles
    assert spread([], 40, 40) == []
