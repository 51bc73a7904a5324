import pytest
from hypothesis import HealthCheck, settings

from mahdar.coder import Coder

# The suite gives the same verdict on every run; `--hypothesis-profile=fuzz` looks further.
settings.register_profile(
    "suite", deadline=None, derandomize=True, max_examples=150, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("fuzz", deadline=None, max_examples=5000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder("ar")
