"""What of a batch is done: an output folder that a kill at any moment leaves whole.

A shard's records are written beside their place, brought to the disk and moved there; only then the journal says so. A
shard that the journal does not know is coded again, so nothing is lost and nothing doubled.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Final, NamedTuple

from mahdar.errors import InputError
from mahdar.files import write_whole, writing
from mahdar.reading.article import Article, Late, Outcome

_MANIFEST: Final = "batch.json"
_CODED: Final = "coded-[0-9][0-9][0-9][0-9][0-9][0-9]*.jsonl"
_MEND: Final = "Name a new folder, or begin anew with --no-resume."
_ELSEWHERE: Final = "Name a folder that can be written."


class Done(NamedTuple):
    """A shard that is on the disk: what went in and what came out; `skipped`: of its pages, by language."""

    shard: int
    inputs: str
    coded: int
    refused: int
    failed: int
    bytes: int
    skipped: dict[str, int] = {}  # noqa: RUF012 (never changed)


class Journal:
    """The state of one output folder, or of one part of it where several machines share it.

    Raises:
        InputError: the folder cannot be written, is in use, or holds another batch.
    """

    def __init__(self, folder: Path, part: tuple[int, int], settings: dict[str, object], anew: bool = False) -> None:
        self.folder, self.part = folder, part
        name = "journal" if part[1] == 1 else f"journal-{part[0]}-of-{part[1]}"
        with writing(str(folder), _ELSEWHERE):
            folder.mkdir(parents=True, exist_ok=True)
            self.lock: IO[str] = (folder / f".{name}.lock").open("w")
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self.lock.close()
            raise InputError(
                "another batch writes here.", str(folder), "Wait for it, or name another folder."
            ) from error
        self.path = folder / f"{name}.jsonl"
        with writing(str(folder), _ELSEWHERE):
            if anew:
                self._clear()
            for left in folder.glob("*.part"):  # of a run that was killed
                left.unlink(missing_ok=True)
            self._agree(settings)
            self.done: dict[int, Done] = self._read()

    def _agree(self, settings: dict[str, object]) -> None:
        """A folder belongs to one coder and one way of cutting: another would mix two outputs."""
        manifest = self.folder / _MANIFEST
        if not manifest.exists() and any(self.folder.glob(_CODED)):
            self.lock.close()
            raise InputError("the folder holds files of something else.", str(self.folder), "Name a new folder.")
        told = json.dumps(settings, indent=1, sort_keys=True) + "\n"
        if not manifest.exists():
            write_whole(manifest, told.encode())
        elif manifest.read_text(encoding="utf-8") != told:
            self.lock.close()
            raise InputError(
                "the folder holds a batch with other settings or by another coder.",
                str(manifest),
                _MEND,
            )

    def _read(self) -> dict[int, Done]:
        """What was done before; a last line that was cut off is dropped, and its shard coded again."""
        found: dict[int, Done] = {}
        whole = b""
        if self.path.exists():
            lines = self.path.read_bytes().split(b"\n")
            for line in lines[:-1]:
                try:
                    done = Done(**json.loads(line))
                except (ValueError, TypeError):
                    continue
                place = self.place(done.shard)
                if place.exists() and place.stat().st_size == done.bytes:
                    found[done.shard] = done
            whole = b"".join(json.dumps(d._asdict()).encode() + b"\n" for d in found.values())
        write_whole(self.path, whole)
        return found

    def place(self, shard: int) -> Path:
        """The file of a shard's records."""
        return self.folder / f"coded-{shard:06d}.jsonl"

    def failures(self, shard: int) -> Path:
        """The file of what a shard could not code, absent where there is nothing."""
        return self.folder / f"failed-{shard:06d}.jsonl"

    def known(self, shard: int, inputs: str) -> bool:
        """Whether a shard of these inputs is done.

        Raises:
            InputError: the shard was made of other inputs.
        """
        done = self.done.get(shard)
        if done is not None and done.inputs != inputs:
            raise InputError(f"the input of shard {shard} is not what it was.", str(self.place(shard)), _MEND)
        return done is not None

    def ends(self, shards: int) -> None:
        """Note how many shards all parts have together.

        Raises:
            InputError: the folder holds more, of an input that was longer.
        """
        i, of = self.part
        for place in sorted(self.folder.glob(_CODED)):
            n = int(place.stem.rpartition("-")[2])
            if n >= shards and n % of == i:
                raise InputError("the input has fewer articles than it had.", str(place), _MEND)

    def _clear(self) -> None:
        """Take out what a batch left here."""
        if (self.folder / _MANIFEST).exists():
            for left in (*self.folder.glob(_CODED), *self.folder.glob("failed-*.jsonl"), *self.folder.glob("journal*")):
                left.unlink(missing_ok=True)
            (self.folder / _MANIFEST).unlink()  # last: without it the rest would be somebody else's

    def add(self, done: Done) -> None:
        """Note a shard whose files are in their place.

        Raises:
            InputError: there is no room for it; run again, the shard is done anew.
        """
        with writing(str(self.folder), _ELSEWHERE), self.path.open("ab") as out:
            out.write(json.dumps(done._asdict()).encode() + b"\n")
            out.flush()
            os.fsync(out.fileno())
        self.done[done.shard] = done

    def close(self) -> None:
        """Let others write here."""
        self.lock.close()


def made_of(articles: Iterable[Outcome | Late]) -> str:
    """A short name for what a shard is made of."""
    h = hashlib.sha256()
    for a in articles:
        h.update(json.dumps(a if isinstance(a, Article | Late) else str(a)).encode() + b"\n")
    return h.hexdigest()[:24]
