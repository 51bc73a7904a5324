"""Groups of event types, sectors, relations and words that several parts of the coding speak of."""

from typing import Final

# Acts performed by saying so.
VERBAL: Final = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
OWNED: Final = frozenset(("ASSAULT", "COERCE", "SANCTION"))  # acts that hit a thing for its owner
OF_THE_PLACE: Final = frozenset(("CVL", "COP", "EDU", "MED", "BUS", "AGR"))  # unnamed people of the place told
IN_A_PLACE: Final = frozenset(("ASSAULT", "COERCE"))
SHARING: Final = frozenset(("REJECT", "ACCUSE", "THREATEN", "REQUEST"))
PLACES: Final = frozenset(("fi", "dakhil", "bi"))
FIGHTERS: Final = frozenset(("MIL", "COP", "UAF", "PRM", "CRM"))
TWO_SIDED: Final = frozenset(("CONSULT", "AGREE", "COOPERATE"))
MATERIAL: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID"))
UNNAMED: Final = frozenset((None, "UNK"))
# Where violence is only the occasion of other news.
SETTING: Final = frozenset(("qabl", "khilal", "hawl", "laday"))
ANNOUNCING: Final = frozenset(("اعلن", "قرّر"))
NO_ACT: Final = ("",)  # what a judgement is about that nobody did: القلق من الوضع
# Types of what a decision told before may have been: انتقد الحزب القرار.
DECISION: Final = ("AID", "COERCE", "CONCEDE", "MOBILIZE", "RETREAT", "SANCTION")
PARTNERS: Final = ("=",)  # of an act under an agreement told before, which concerns its other parties
BENEFIT: Final = ("+",)  # of a promise of aid to nobody told, which is meant for whoever the article is about
HOLDERS: Final = ("!",)  # of a demand about people held, which is meant for whoever holds them
ANY_ACT: Final = ("*",)  # what a judgement is about whose words do not tell the type of the act: رفض هذا الشرط
DENIALS: Final = frozenset(("نفي", "انكر", "كذّب"))
