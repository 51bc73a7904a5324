"""The doubts in the order in which they are asked: each has a reason, the types of act that it is about, a question."""

from collections.abc import Callable
from typing import Final, NamedTuple

from mahdar.coding.doubts.case import Case
from mahdar.coding.doubts.doers import Doers
from mahdar.coding.doubts.earlier import Earlier
from mahdar.coding.doubts.naming import Naming
from mahdar.coding.doubts.private import Private
from mahdar.coding.doubts.unreal import Unreal
from mahdar.coding.doubts.utterance import Utterance
from mahdar.coding.kinds import IN_A_PLACE, SHARING, TWO_SIDED, VERBAL
from mahdar.coding.scene import Scene

_ANY: Final[frozenset[str]] = frozenset()
_ACCUSE: Final = frozenset(("ACCUSE",))
_AID: Final = frozenset(("AID",))
_ASSAULT: Final = frozenset(("ASSAULT",))
_COERCE: Final = frozenset(("COERCE",))
_CONCEDE: Final = frozenset(("CONCEDE",))
_CONSULT: Final = frozenset(("CONSULT",))
_REJECT: Final = frozenset(("REJECT",))
_REQUEST: Final = frozenset(("REQUEST",))
_RETREAT: Final = frozenset(("RETREAT",))
_THREATEN: Final = frozenset(("THREATEN",))
_FORCE: Final = frozenset(("ASSAULT", "COERCE", "PROTEST"))
_FRIENDLY: Final = frozenset(("AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "SUPPORT"))
_GIVING_WAY: Final = frozenset(("AGREE", "CONCEDE", "SUPPORT"))
_FAILING: Final = _GIVING_WAY | _AID | _RETREAT  # of which nothing may come: فشلها في وقف إطلاق النار
_DEBATED: Final = _FAILING | {"COERCE", "COOPERATE", "MOBILIZE", "SANCTION"}


class Doubt(NamedTuple):
    """Why an act of one of some types (of any, where there are none) may be no event, and the question about it."""

    reason: str
    types: frozenset[str]
    asked: Callable[[Case], bool]


class Doubts:
    """Refuses what is no news of an act."""

    def __init__(self, scene: Scene) -> None:
        doers, private, words = Doers(scene), Private(scene), Utterance(scene)
        unreal, earlier, naming = Unreal(scene), Earlier(scene), Naming(scene)
        self.of_all: Final = [
            Doubt("no party is named", _ANY, doers.nameless),
            Doubt("a habit", IN_A_PLACE, unreal.habit),
            Doubt("whoever does it", _ANY, unreal.whoever),
            Doubt("only asked, or a name", _ANY, unreal.asked),
            Doubt("only asked, or a name", _ANY, naming.called),
            Doubt("only pictured", _ANY, unreal.as_if),
            Doubt("any that there may be", _ACCUSE, unreal.any_object),
            Doubt("insists that it is so, demands nothing", _REQUEST, words.insists_that),
            Doubt("what should have been", _REQUEST, words.should_have_been),
            Doubt("only feared, or nobody foretells it", _THREATEN, words.not_foretold),
            Doubt("said of others", _REJECT, words.thinks_unlikely),
            Doubt("said of others", _THREATEN, words.can_do),
            Doubt("an answer to a paper", _THREATEN, words.replies),
            Doubt("a danger, nobody's words", _THREATEN, words.danger),
            Doubt("what a law provides", _ANY, unreal.provision),
            Doubt("told in a story", _FORCE, unreal.story),
            Doubt("nobody named feels or says so", _ANY, doers.nobody_feels),
            Doubt("done by what was told before", _ANY, doers.a_fact_brings_about),
            Doubt("said of oneself", _ANY, doers.of_oneself),
            Doubt("a visit at home", _ANY, doers.at_home),
            Doubt("private words", SHARING, private.private_words),
            Doubt("nobody is told to do it", _FRIENDLY, private.undone),
            Doubt("an interview", _CONSULT, private.an_interview),
            Doubt("a fact does it", _FRIENDLY, private.a_fact),
            Doubt("a thing of theirs does it", _FRIENDLY, private.a_thing),
            Doubt("a people visits nobody", _FRIENDLY, private.a_people_abroad),
            Doubt("business", _AID, private.business),
            Doubt("only private people do it", _FRIENDLY - _CONCEDE, private.only_private),
            Doubt("a private journey", _CONSULT, private.on_an_errand),
            Doubt("only wanted of others", _GIVING_WAY, words.wanted_of_others),
            Doubt("calls for what it tells of", _REQUEST, words.calls_for),
            Doubt("nobody aids himself", _AID, doers.aids_himself),
            Doubt("the actor is an outlet", _ANY, doers.an_outlet),
            Doubt("one party only where two are needed", _ANY, doers.one_of_two),
            Doubt("victims of a disaster", _ASSAULT, doers.by_disaster),
            Doubt("background to other news", _FORCE, earlier.background),
            Doubt("a body of that name", _ANY, naming.body),
        ]
        self.of_nouns: Final = [  # without a verb that lends itself to them
            Doubt("force in general", IN_A_PLACE, earlier.in_general),
            Doubt("a kind of thing or place, no act", _ANY, naming.of_a_kind),
            Doubt("only why something is done", _ANY, naming.why),
            Doubt("named to be judged, nothing told of it", _ASSAULT, earlier.judged),
            Doubt("only talked of", _DEBATED, unreal.debated),
            Doubt("only talked of", _CONCEDE, unreal.in_return),
            Doubt("only talked of", _ASSAULT, unreal.meant_force),
            Doubt("only talked of", _COERCE | _RETREAT, unreal.to_come),
            Doubt("only talked of", _RETREAT, unreal.retreat_aside),
            Doubt("a reference back to an act told before", _ANY, earlier.back_reference),
            Doubt("what somebody is charged with", _AID | {"COOPERATE"}, naming.charged_with),
            Doubt("a deed long known", _ASSAULT, earlier.known_deed),
            Doubt("a deed long known", _FORCE, earlier.long_ago),
            Doubt("only practised", _FORCE, unreal.practised),
            Doubt("only commented on, or not even that", SHARING, words.no_comment),
            Doubt("another noun says that it ends or fails", _ANY, unreal.stopped),
            Doubt("only talked of", _FRIENDLY, unreal.called_for),
            Doubt("given up", _ANY, unreal.given_up),
            Doubt("sought or aimed at, not had", _FAILING, unreal.failed_in),
            Doubt("sought or aimed at, not had", _AID | {"SUPPORT"}, unreal.sought),
            Doubt("sought or aimed at, not had", _CONCEDE | _RETREAT, unreal.aimed_at),
            Doubt("only talked of", _CONSULT, unreal.way_to_talks),
            Doubt("what something amounts to", SHARING - _ACCUSE | _ASSAULT, words.amounts),
            Doubt("done without warning or demand", _REQUEST | _THREATEN, words.never_uttered),
            Doubt("any that there may be", VERBAL | IN_A_PLACE | TWO_SIDED, unreal.any_such),
            Doubt("on anybody that there may be", _ASSAULT, unreal.on_any),
            Doubt("nobody said so", SHARING, words.unsaid),
            Doubt("the verb is negated, not the act", _ANY, unreal.beside_negation),
        ]

    def refusal(self, case: Case) -> str:
        """Why a frame that fits gives no event; empty where it gives one."""
        reason = _first(self.of_all, case)
        return _first(self.of_nouns, case) if not reason and case.of_noun else reason


def _first(doubts: list[Doubt], case: Case) -> str:
    """The reason of the first doubt that holds; empty where none does."""
    kind = case.frame.type
    for x in doubts:
        if (not x.types or kind in x.types) and x.asked(case):
            return x.reason
    return ""
