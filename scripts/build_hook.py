"""Build hook of the wheel: compiles the language packs, and the coder and the dossier where a C compiler is at hand.

`MAHDAR_PURE=1` leaves them as Python. So does an editable install, whose modules must work as soon as they are
edited, and any fault of the compiler: the wheel is then pure Python, and the log says so.
"""

import os
import platform
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Pinned: another version may compile other code, or none.
COMPILER = ("mypy==2.4.1", "setuptools==80.9.0")
# What stays Python: types that are decoded and encoded must be seen as they are written, and what only reads tables or
# prints gains nothing.
INTERPRETED = (
    "analysis/calendar.py",
    "analysis/dates.py",
    "analysis/time_forms.py",
    "archive",
    "batch",
    "coding/frames.py",
    "coding/ontology.py",
    "desk",
    "dossier/language.py",
    "dossier/types.py",
    "errors.py",
    "evaluate",
    "export",
    "files.py",
    "packs/ar/conjugate.py",
    "packs/ar/entries.py",
    "packs/compile.py",
    "packs/shape.py",
    "packs/tables.py",
    "reading",
    "record/schema.py",
    "record/types.py",
    "record/write.py",
    "views",
    "world/coordinates.py",
)
_SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

extensions = mypycify(["--ignore-missing-imports", *sys.argv[1:]], opt_level="2", debug_level="0", group_name="mahdar")
sys.argv = ["setup.py", "-q", "build_ext", "--inplace"]
setup(name="mahdar", packages=[], ext_modules=extensions)
"""


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc]
    """See the module."""

    def dependencies(self) -> list[str]:
        """What is needed to build beside `build-system.requires`."""
        return list(COMPILER) if not unwanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the packs, and the compiled modules, to the wheel."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from mahdar.packs.compile import write_pack

        write_pack("ar")
        if version == "editable":
            return
        reason = unwanted()
        if not reason:
            self._folder = tempfile.TemporaryDirectory()
            reason = compiled(root / "src", Path(self._folder.name))
        if reason:
            self.app.display_warning(f"mahdar: a pure Python wheel, about half as fast: {reason}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        folder = Path(self._folder.name)
        for pattern in ("*.so", "*.pyd"):
            for path in folder.rglob(pattern):
                build_data["force_include"][str(path)] = str(path.relative_to(folder))


def unwanted() -> str:
    """Why nothing is to be compiled; empty where it is."""
    if os.environ.get("MAHDAR_PURE", "0") not in ("", "0"):
        return "MAHDAR_PURE is set."
    if platform.python_implementation() != "CPython":
        return f"{platform.python_implementation()} takes no compiled modules."
    if os.name == "posix":
        command = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
        if shutil.which(command) is None:
            return f"there is no C compiler ({command})."
    return ""


def environment() -> dict[str, str]:
    """The environment of the compiler; where it is like gcc, functions of the coder are called directly, not looked up
    as those of a library that another may replace: a twentieth faster.
    """
    out = dict(os.environ)
    if os.name == "posix":
        out["CFLAGS"] = f"{out.get('CFLAGS', '')} -fno-semantic-interposition -fvisibility=hidden".strip()
    return out


def modules(package: Path) -> list[str]:
    """The modules that are compiled, by their path from the folder that holds the package."""
    paths = (p.relative_to(package) for p in sorted(package.rglob("*.py")))
    return [
        f"{package.name}/{p.as_posix()}"
        for p in paths
        if p.name != "__init__.py" and not any(p.as_posix() == x or x in map(str, p.parents) for x in INTERPRETED)
    ]


def compiled(source: Path, folder: Path) -> str:
    """Compile the package in `source` into `folder`, which gets nothing but compiled modules; why not, if it fails."""
    with tempfile.TemporaryDirectory() as work:
        shutil.copytree(source, work, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd"))
        command = [sys.executable, "-c", _SETUP, *modules(Path(work) / "mahdar")]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False, env=environment())
        if done.returncode:
            return f"the compiler failed.\n{(done.stdout + done.stderr)[-2000:]}"
        for built in (*Path(work).rglob("*.so"), *Path(work).rglob("*.pyd")):
            path = built.relative_to(work)
            if path.parts[0] != "build":
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(built, folder / path)
    return ""
