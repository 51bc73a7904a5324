"""Equal Earth (Šavrič, Patterson and Jenny, 2018), the projection of the map."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)
_M: Final = sqrt(3) / 2


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """A place in degrees on the plane, x to the east and y to the south."""
    t = asin(_M * sin(radians(latitude)))
    slope = 9 * _A[3] * t**8 + 7 * _A[2] * t**6 + 3 * _A[1] * t**2 + _A[0]
    x = radians(longitude) * cos(t) / (_M * slope)
    y = _A[3] * t**9 + _A[2] * t**7 + _A[1] * t**3 + _A[0] * t
    return x, -y
