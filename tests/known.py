"""Frame examples that fail today: `python -m tests.known` runs all and writes their ids to known_failures.txt."""

from pathlib import Path

from mahdar.coder import Coder
from mahdar.evaluate.examples import cases, run

FILE = Path(__file__).parent / "known_failures.txt"


def known() -> frozenset[str]:
    """The ids of the examples that are known to fail."""
    return frozenset(FILE.read_text(encoding="utf-8").split("\n")) - {""}


def main() -> None:
    """Run every example and write the ids of those that fail, in the order of the frames."""
    coder = Coder("ar")
    outcomes = [run(coder, case) for case in cases("ar")]
    failed = [o.case.id for o in outcomes if not o.passed]
    FILE.write_text("".join(f"{id}\n" for id in failed), encoding="utf-8")
    print(f"{len(outcomes)} examples, {len(failed)} fail: {FILE}")


if __name__ == "__main__":
    main()
