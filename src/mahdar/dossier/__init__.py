"""The dossier: over many articles, what each party wants and said, where they met, and where the reports part."""

from mahdar.dossier.make import Joined, dossier
from mahdar.dossier.types import Dossier

__all__ = ["Dossier", "Joined", "dossier"]
