"""Circles of a map moved apart, so that each can be met."""

from collections.abc import Sequence
from math import cos, pi, sin, sqrt
from typing import Final, NamedTuple

GAP: Final = 1.0  # between two circles
_TRIES: Final = 250  # places about its own that a circle is tried at
_STEP: Final = 7.0  # about from one to its neighbours
_TURN: Final = pi * (3 - sqrt(5))  # of one such place to the next, which fills a disc evenly


class Circle(NamedTuple):
    """A circle of a map, in its units."""

    x: float
    y: float
    radius: float


def spread(circles: Sequence[Circle], width: float, height: float) -> list[Circle]:
    """The same circles, in their order, each where it lies or as near to that as those before it leave room.

    A circle that finds no room within `width` and `height` nearby stays where it is, upon others.
    """
    cell = 2 * max((c.radius for c in circles), default=1.0) + GAP
    taken: dict[tuple[int, int], list[Circle]] = {}

    def free(c: Circle) -> bool:
        if not (c.radius <= c.x <= width - c.radius and c.radius <= c.y <= height - c.radius):
            return False
        column, row = int(c.x // cell), int(c.y // cell)
        return all(
            (c.x - o.x) ** 2 + (c.y - o.y) ** 2 >= (c.radius + o.radius + GAP) ** 2
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for o in taken.get((i, j), ())
        )

    out = []
    tried: dict[tuple[int, int], int] = {}  # where one before it, from about the same place, found room
    for c in circles:
        home = int(c.x // cell), int(c.y // cell)
        placed = c
        if not free(c):
            for n in range(tried.get(home, 0) // 2, _TRIES):
                away = _STEP * sqrt(n)
                placed = c._replace(x=c.x + away * cos(n * _TURN), y=c.y + away * sin(n * _TURN))
                if free(placed):
                    tried[home] = n
                    break
            else:
                tried[home], placed = _TRIES, c
        taken.setdefault((int(placed.x // cell), int(placed.y // cell)), []).append(placed)
        out.append(placed)
    return out
