"""The frame that made an event, as the pack describes it: its words and its examples."""

from functools import lru_cache

from mahdar.coding.frames import Frame, read_frames
from mahdar.packs.tables import HOME


def frame(because: str, language: str = "ar") -> Frame | None:
    """The frame that an event names, with its examples; None for an act that no frame of the pack tells."""
    id = because.partition("@")[0]
    return _frames(language, id.partition(".")[0]).get(id)


@lru_cache(maxsize=64)
def _frames(language: str, kind: str) -> dict[str, Frame]:
    """The frames of one type, by id."""
    path = HOME / "packs" / language / "frames" / f"{kind}.toml"
    if not kind.isalpha() or not path.is_file():
        return {}
    file = read_frames(path.read_text(encoding="utf-8"), path.name)
    return {f.id: f for f in file.frame}
