import pytest

from mahdar.coder import Coder
from mahdar.evaluate.examples import Case, agrees, cases, run
from tests.known import known

KNOWN = known()
CASES = list(cases("ar"))


def _parameter(case: Case) -> "pytest.ParameterSet":
    marks = [pytest.mark.xfail(strict=True, reason="known failure")] if case.id in KNOWN else []
    return pytest.param(case, id=case.id, marks=marks)


@pytest.mark.parametrize("case", [_parameter(c) for c in CASES])
def test_example(coder: Coder, case: Case) -> None:
    outcome = run(coder, case)
    assert outcome.passed, f"{case.example.text}\nmissing {outcome.missing}\nextra {outcome.extra}"


def test_ids_are_unique() -> None:
    assert len({c.id for c in CASES}) == len(CASES)


def test_known_failures_are_examples() -> None:
    assert KNOWN - {c.id for c in CASES} == set()


# The runner itself: what an example line leaves out is not checked, all else is.
@pytest.mark.parametrize(
    ("want", "given", "same"),
    [
        ("REQUEST EGY/GOV > SDN occurred", "REQUEST EGY/GOV > SDN/GOV occurred", True),
        ("REQUEST EGY > SDN occurred", "REQUEST/yield EGY/MIL > SDN occurred by EGY", True),
        ("REQUEST EGY+TUR > - occurred", "REQUEST TUR/GOV+EGY/GOV > - occurred", True),
        ("REQUEST UNK > - occurred", "REQUEST - > UNK/CVL occurred", True),
        ("REQUEST/yield EGY > - occurred", "REQUEST/meet EGY > - occurred", False),
        ("REQUEST EGY/GOV > - occurred", "REQUEST EGY/MIL > - occurred", False),
        ("REQUEST EGY > SDN occurred", "REQUEST SDN > EGY occurred", False),
        ("REQUEST EGY > SDN occurred", "REQUEST EGY > SDN planned", False),
        ("REQUEST EGY > SDN occurred", "REJECT EGY > SDN occurred", False),
        ("REQUEST EGY > SDN occurred", "REQUEST EGY+TUR > SDN occurred", False),
        ("REQUEST EGY > SDN occurred by RUS", "REQUEST EGY > SDN occurred by USA", False),
        ("REQUEST EGY > SDN occurred by RUS", "REQUEST EGY > SDN occurred", False),
        ("REQUEST EGY > SDN occurred", "refused: the text is empty.", False),
    ],
)
def test_agrees(want: str, given: str, same: bool) -> None:
    assert agrees(want, given) is same
