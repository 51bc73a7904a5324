"""The closed word lists of a pack: what sets who says so and whether it happened."""

from typing import Any, NamedTuple

from mahdar.packs.ar.entries import verb_lemma
from mahdar.text.fold import plain

Folded = frozenset[str]


class Relations(NamedTuple):
    """Prepositions by their folded words: first word -> [(further words, ASCII name)], longest first."""

    table: dict[str, list[tuple[tuple[str, ...], str]]]

    @classmethod
    def from_raw(cls, raw: dict[str, list[str]]) -> "Relations":
        """The table of `relations.toml`."""
        table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, phrases in raw.items():
            for phrase in phrases:
                first, *rest = plain(phrase).split()
                table.setdefault(first, []).append((tuple(rest), name))
        for slot in table.values():
            slot.sort(key=lambda x: -len(x[0]))
        return cls(table)

    def single(self, lemma: str) -> str:
        """The name of a one-word preposition; the word itself where it has none."""
        for rest, name in self.table.get(lemma, ()):
            if not rest:
                return name
        return lemma


class Cues:
    """The lists of `cues.toml`, folded; verbs keep the shadda that tells their form.

    Raises:
        KeyError: a list is missing.
    """

    _VERBS = (
        "report",
        "speech_act",
        "report_noun",
        "words_follow",
        "voice_verb",
        "show_feeling",
        "stress_verb",
        "assumed_verb",
        "auxiliary",
        "present_auxiliary",
        "aspect",
        "own_act_verb",
        "stop_verb",
        "give_up_verb",
        "await_verb",
        "carry_words_verb",
        "postpone_verb",
        "be",
        "be_not",
        "almost_verb",
        "show_verb",
        "hold_verb",
        "cancel_verb",
        "react_verb",
        "rule_out_verb",
        "go_on_verb",
        "hasten_verb",
        "use_verb",
        "heed_verb",
        "judge_verb",
        "by_which",
        "shelve_verb",
        "ending_verb",
        "negative_verb",
        "denial",
        "planned_verb",
        "expect_verb",
        "possible_verb",
        "able_verb",
        "want_verb",
        "allow_verb",
        "issue_verb",
        "issued_by",
        "stipulate_verb",
        "catch_verb",
        "do_verb",
        "controlled_verb",
        "table_verb",
        "name_noun",
        "naming",
        "keeping_verb",
        "of_every_report",
        "report_paper",
        "still_verb",
        "lead_verb",
        "debate_verb",
        "arouse_verb",
        "adopt_verb",
        "done_verb",
        "hide_verb",
        "coming_verb",
        "chair_verb",
        "attend_verb",
        "personal_verb",
        "implore_verb",
        "held_as",
        "diary_verb",
        "order_verb",
        "seek_verb",
        "gain_verb",
        "goal_verb",
        "fail_verb",
        "objectless",
        "reason_verb",
        "send_verb",
        "meeting_verb",
        "come_verb",
        "document_verb",
        "need",
        "amounts_verb",
        "called_verb",
        "editorial_verb",
        "inform_verb",
        "affirm_verb",
        "fault_verb",
        "show_only",
        "opinion_verb",
        "blame_verb",
        "impersonal",
        "supposing",
        "resolving",
        "talk_verb",
        "find_verb",
        "ask_verb",
        "belong_verb",
        "accuse_verb",
        "handled_verb",
        "person_verb",
        "giving_verb",
        "gather_verb",
        "comprise_verb",
        "member_verb",
        "lasting_verb",
        "push_verb",
        "result_verb",
        "outcome_verb",
        "perceive_verb",
        "claim_verb",
        "strike_verb",
        "attribute_verb",
        "foil_verb",
        "calling_verb",
        "practice_verb",
        "insist_verb",
        "cease_verb",
        "undergo_verb",
        "suffer_verb",
        "story_verb",
        "copula",
        "learn_verb",
        "weigh_verb",
        "consent_verb",
    )
    _WORDS = (
        "report_noun_head",
        "told_noun",
        "part_noun",
        "stand_verb",
        "behind",
        "document",
        "genus",
        "source_adverb",
        "remark",
        "outlet_noun",
        "also_grow",
        "source_noun",
        "voice",
        "bare_saying",
        "we",
        "leadership",
        "force",
        "unit",
        "merchant",
        "wielding",
        "traffic",
        "close_to",
        "chief_of",
        "which",
        "saying_noun",
        "note_well",
        "no_noun",
        "any_of",
        "at_bidding",
        "regret",
        "but_for",
        "until_then",
        "about_to",
        "anyone",
        "every",
        "affront",
        "concord",
        "as_soon",
        "planned_adjective",
        "assembly",
        "failure",
        "lag",
        "expected",
        "planned_noun",
        "resolve_verb",
        "possible_noun",
        "ability",
        "must",
        "impossible",
        "means",
        "draft",
        "guess",
        "event_of",
        "afterwards",
        "readiness",
        "save",
        "only",
        "merely",
        "rather",
        "shown_noun",
        "cope_noun",
        "occasion",
        "deed_noun",
        "danger",
        "whatever",
        "whoever",
        "possible_particle",
        "perhaps",
        "negation",
        "no",
        "will_not",
        "never_did",
        "no_wish",
        "other_than",
        "will",
        "either",
        "possible_adverb",
        "condition",
        "contrast",
        "adversative",
        "likewise",
        "especially",
        "extent",
        "numbering",
        "direction",
        "time_relation",
        "mutual",
        "adverbial",
        "purpose",
        "comparison",
        "itself",
        "rank",
        "gunfire",
        "two",
        "one",
        "ten",
        "teller",
        "situation",
        "namely",
        "run_on",
        "ministry",
        "abroad",
        "quantifier",
        "either_gender",
        "chief",
        "one_of",
        "obliging",
        "existing",
        "sort",
        "counting",
        "crowd",
        "some_of",
        "defendant",
        "numbered",
        "amount",
        "force_genus",
        "sure_town",
        "sure_group",
        "sure_person",
        "governmental",
        "stance",
        "shy_adjective",
        "national_noun",
        "ordinal",
        "press",
        "settlement",
        "epithet",
        "kin_noun",
        "delegation",
        "future_time",
        "diary_time",
        "past_time",
        "where",
        "until",
        "fresh_time",
        "next_day",
        "paper",
        "summing",
        "measure",
        "laden",
        "held_at",
        "taking_sides",
        "system",
        "kind_of_system",
        "field_of_work",
        "harmer",
        "branch",
        "belonging",
        "compliance",
        "effort",
        "amid",
        "involved",
        "answerable",
        "resolve",
        "aim_verb",
        "remove_verb",
        "visit",
        "encounter",
        "belonging_form",
        "origin_form",
        "flying_form",
        "flag",
        "embassy",
        "alef_ended",
        "posted_at",
        "seat_of",
        "share",
        "leader",
        "joint",
        "own_death",
        "bare_doer",
        "arm",
        "site",
        "honorific",
        "royal",
        "counterpart",
        "object_pronoun",
        "foreign",
        "former",
        "currency",
        "own",
        "behalf",
        "pair",
        "partner",
        "group_back",
        "alliance",
        "leading",
        "mission",
        "secretariat",
        "blame_noun",
        "turning",
        "turning_to",
        "undergoing",
        "pointed_country",
        "undertaking",
        "elative",
        "decision",
        "movement",
        "post",
        "contender",
        "foe",
        "latter",
        "under_way",
        "calm",
        "opposite",
        "enemy",
        "of_states",
        "envoys",
        "members",
        "mediation",
        "line",
        "struck_noun",
        "strike_noun",
        "fact",
        "mediator",
        "common_noun_of_place",
        "phone",
        "mixed_gender_masculine",
        "delegate",
        "juncture",
        "opening",
        "eve",
        "series",
        "rise",
        "act_head",
        "consequence",
        "befalling",
        "harm",
        "relief",
        "stop_noun",
        "charge",
        "grievance",
        "errand",
        "local_source",
        "foreign_source",
        "world_outlet",
        "mankind",
        "observer",
        "improper",
        "possessed",
        "feminine_name",
        "host_city",
        "sport",
        "history",
        "disaster",
        "year_word",
        "sent_to",
        "name_head",
        "kind_with_li",
        "company",
        "described",
        "known_deed",
        "loss",
        "lapse",
        "fiction",
        "documentary",
        "law",
        "question",
        "aim",
        "called_form",
        "weighed",
        "kind_head",
        "accord",
        "under",
        "in_return",
        "named_body",
        "claim_noun",
        "public_deed",
        "hostile",
        "name_second",
        "descent",
        "kinship",
        "clan",
        "regnal",
        "name_title",
    )

    report: Folded
    speech_act: Folded
    report_noun: Folded
    words_follow: Folded
    voice_verb: Folded
    show_feeling: Folded
    stress_verb: Folded
    saying_noun: Folded
    which: Folded
    assumed_verb: Folded
    auxiliary: Folded
    present_auxiliary: Folded
    aspect: Folded
    own_act_verb: Folded
    stop_verb: Folded
    give_up_verb: Folded
    await_verb: Folded
    carry_words_verb: Folded
    postpone_verb: Folded
    show_verb: Folded
    hold_verb: Folded
    cancel_verb: Folded
    react_verb: Folded
    rule_out_verb: Folded
    go_on_verb: Folded
    hasten_verb: Folded
    use_verb: Folded
    heed_verb: Folded
    judge_verb: Folded
    by_which: Folded
    shelve_verb: Folded
    ending_verb: Folded
    future_time: Folded
    until: Folded
    fresh_time: Folded
    next_day: Folded
    negative_verb: Folded
    denial: Folded
    planned_verb: Folded
    possible_verb: Folded
    controlled_verb: Folded
    table_verb: Folded
    name_noun: Folded
    naming: Folded
    keeping_verb: Folded
    of_every_report: Folded
    report_paper: Folded
    still_verb: Folded
    debate_verb: Folded
    arouse_verb: Folded
    done_verb: Folded
    hide_verb: Folded
    coming_verb: Folded
    chair_verb: Folded
    attend_verb: Folded
    personal_verb: Folded
    implore_verb: Folded
    held_as: Folded
    diary_verb: Folded
    order_verb: Folded
    seek_verb: Folded
    gain_verb: Folded
    goal_verb: Folded
    adopt_verb: Folded
    assembly: Folded
    failure: Folded
    lag: Folded
    fail_verb: Folded
    expect_verb: Folded
    expected: Folded
    diary_time: Folded
    past_time: Folded
    where: Folded
    objectless: Folded
    reason_verb: Folded
    send_verb: Folded
    meeting_verb: Folded
    come_verb: Folded
    document_verb: Folded
    need: Folded
    amounts_verb: Folded
    called_verb: Folded
    editorial_verb: Folded
    inform_verb: Folded
    affirm_verb: Folded
    fault_verb: Folded
    show_only: Folded
    opinion_verb: Folded
    blame_verb: Folded
    impersonal: Folded
    supposing: Folded
    resolving: Folded
    talk_verb: Folded
    find_verb: Folded
    ask_verb: Folded
    belong_verb: Folded
    accuse_verb: Folded
    handled_verb: Folded
    person_verb: Folded
    giving_verb: Folded
    gather_verb: Folded
    comprise_verb: Folded
    member_verb: Folded
    lasting_verb: Folded
    compliance: Folded
    effort: Folded
    amid: Folded
    involved: Folded
    answerable: Folded
    resolve: Folded
    aim_verb: Folded
    remove_verb: Folded
    visit: Folded
    encounter: Folded
    push_verb: Folded
    result_verb: Folded
    outcome_verb: Folded
    perceive_verb: Folded
    claim_verb: Folded
    strike_verb: Folded
    attribute_verb: Folded
    foil_verb: Folded
    calling_verb: Folded
    practice_verb: Folded
    insist_verb: Folded
    cease_verb: Folded
    undergo_verb: Folded
    suffer_verb: Folded
    story_verb: Folded
    copula: Folded
    learn_verb: Folded
    weigh_verb: Folded
    consent_verb: Folded
    report_noun_head: Folded
    told_noun: Folded
    part_noun: Folded
    stand_verb: Folded
    behind: Folded
    document: Folded
    genus: Folded
    source_adverb: Folded
    remark: Folded
    outlet_noun: Folded
    also_grow: Folded
    source_noun: Folded
    voice: Folded
    bare_saying: Folded
    we: Folded
    leadership: Folded
    force: Folded
    unit: Folded
    merchant: Folded
    wielding: Folded
    traffic: Folded
    close_to: Folded
    chief_of: Folded
    note_well: Folded
    no_noun: Folded
    any_of: Folded
    at_bidding: Folded
    regret: Folded
    but_for: Folded
    until_then: Folded
    about_to: Folded
    anyone: Folded
    every: Folded
    affront: Folded
    concord: Folded
    as_soon: Folded
    planned_adjective: Folded
    planned_noun: Folded
    resolve_verb: Folded
    possible_noun: Folded
    able_verb: Folded
    want_verb: Folded
    allow_verb: Folded
    ability: Folded
    must: Folded
    impossible: Folded
    means: Folded
    draft: Folded
    guess: Folded
    event_of: Folded
    afterwards: Folded
    readiness: Folded
    save: Folded
    only: Folded
    merely: Folded
    rather: Folded
    shown_noun: Folded
    cope_noun: Folded
    occasion: Folded
    deed_noun: Folded
    danger: Folded
    whatever: Folded
    whoever: Folded
    possible_particle: Folded
    perhaps: Folded
    negation: Folded
    no: Folded
    will_not: Folded
    never_did: Folded
    no_wish: Folded
    other_than: Folded
    will: Folded
    either: Folded
    be: Folded
    be_not: Folded
    almost_verb: Folded
    possible_adverb: Folded
    condition: Folded
    contrast: Folded
    adversative: Folded
    likewise: Folded
    especially: Folded
    extent: Folded
    numbering: Folded
    direction: Folded
    time_relation: Folded
    mutual: Folded
    adverbial: Folded
    purpose: Folded
    comparison: Folded
    itself: Folded
    rank: Folded
    gunfire: Folded
    two: Folded
    one: Folded
    ten: Folded
    teller: Folded
    situation: Folded
    namely: Folded
    run_on: Folded
    ministry: Folded
    abroad: Folded
    quantifier: Folded
    either_gender: Folded
    chief: Folded
    one_of: Folded
    obliging: Folded
    existing: Folded
    sort: Folded
    counting: Folded
    crowd: Folded
    some_of: Folded
    defendant: Folded
    numbered: Folded
    amount: Folded
    force_genus: Folded
    sure_town: Folded
    sure_group: Folded
    sure_person: Folded
    governmental: Folded
    stance: Folded
    shy_adjective: Folded
    national_noun: Folded
    ordinal: Folded
    press: Folded
    settlement: Folded
    epithet: Folded
    kin_noun: Folded
    delegation: Folded
    paper: Folded
    summing: Folded
    measure: Folded
    laden: Folded
    held_at: Folded
    taking_sides: Folded
    system: Folded
    kind_of_system: Folded
    field_of_work: Folded
    harmer: Folded
    branch: Folded
    belonging: Folded
    belonging_form: Folded
    origin_form: Folded
    flying_form: Folded
    flag: Folded
    embassy: Folded
    alef_ended: Folded
    posted_at: Folded
    seat_of: Folded
    share: Folded
    leader: Folded
    joint: Folded
    own_death: Folded
    bare_doer: Folded
    arm: Folded
    site: Folded
    honorific: Folded
    royal: Folded
    counterpart: Folded
    object_pronoun: Folded
    foreign: Folded
    former: Folded
    currency: Folded
    own: Folded
    behalf: Folded
    pair: Folded
    partner: Folded
    group_back: Folded
    alliance: Folded
    leading: Folded
    mission: Folded
    secretariat: Folded
    blame_noun: Folded
    turning: Folded
    turning_to: Folded
    undergoing: Folded
    pointed_country: Folded
    undertaking: Folded
    elative: Folded
    decision: Folded
    lead_verb: Folded
    movement: Folded
    post: Folded
    contender: Folded
    foe: Folded
    latter: Folded
    under_way: Folded
    calm: Folded
    opposite: Folded
    enemy: Folded
    of_states: Folded
    envoys: Folded
    members: Folded
    mediation: Folded
    line: Folded
    struck_noun: Folded
    strike_noun: Folded
    fact: Folded
    mediator: Folded
    common_noun_of_place: Folded
    phone: Folded
    mixed_gender_masculine: Folded
    delegate: Folded
    juncture: Folded
    catch_verb: Folded
    do_verb: Folded
    opening: Folded
    eve: Folded
    series: Folded
    rise: Folded
    act_head: Folded
    consequence: Folded
    befalling: Folded
    harm: Folded
    relief: Folded
    stop_noun: Folded
    charge: Folded
    issue_verb: Folded
    grievance: Folded
    errand: Folded
    issued_by: Folded
    stipulate_verb: Folded
    local_source: Folded
    foreign_source: Folded
    world_outlet: Folded
    mankind: Folded
    observer: Folded
    improper: Folded
    possessed: Folded
    feminine_name: Folded
    host_city: Folded
    sport: Folded
    history: Folded
    disaster: Folded
    year_word: Folded
    sent_to: Folded
    name_head: Folded
    kind_with_li: Folded
    company: Folded
    described: Folded
    known_deed: Folded
    loss: Folded
    lapse: Folded
    fiction: Folded
    documentary: Folded
    law: Folded
    question: Folded
    aim: Folded
    called_form: Folded
    weighed: Folded
    kind_head: Folded
    accord: Folded
    under: Folded
    in_return: Folded
    named_body: Folded
    claim_noun: Folded
    public_deed: Folded
    hostile: Folded
    name_second: Folded
    descent: Folded
    kinship: Folded
    clan: Folded
    regnal: Folded
    name_title: Folded
    country_noun: dict[str, tuple[str, ...]]
    alliance_at: dict[str, str]
    fought_by: dict[str, tuple[str, ...]]
    half: dict[str, str]
    style_of: dict[str, tuple[str, ...]]
    agency: dict[str, str]
    said_with: dict[str, tuple[str, ...]]
    own_sector: dict[str, str]
    shape: dict[str, str]
    number: dict[str, int]
    sided: dict[str, int]
    twin: dict[str, tuple[str, ...]]
    contraction: dict[str, list[str]]

    def __init__(self, raw: dict[str, Any], relations: dict[str, list[str]]) -> None:
        for key in self._VERBS:
            setattr(self, key, frozenset(verb_lemma(x) for x in raw[key]))
        for key in self._WORDS:
            setattr(self, key, frozenset(plain(x) for x in raw[key]))
        self.country_noun = {plain(k): tuple(v) for k, v in raw["country_noun"].items()}
        self.alliance_at = dict(raw["alliance_at"])
        self.fought_by = {k: tuple(v) for k, v in raw["fought_by"].items()}
        self.half = {plain(k): v for k, v in raw["half"].items()}
        self.style_of = {plain(k): tuple(v) for k, v in raw["style_of"].items()}
        self.agency = {plain(k): v for k, v in raw["agency"].items()}
        self.said_with = {verb_lemma(k): tuple(v) for k, v in raw["said_with"].items()}
        self.twin = {plain(k): tuple(v) for k, v in raw["twin"].items()}
        self.contraction = {k: [plain(x) for x in v] for k, v in raw["contraction"].items()}
        self.number = {plain(k): v for k, v in raw["number"].items()}
        self.sided = {plain(k): v for k, v in raw["sided"].items()}
        self.shape = {plain(k): v for k, v in raw["shape"].items()}
        self.own_sector = {plain(k): v for k, v in raw["own_sector"].items()}
        self.opens_amount = frozenset(x.partition(" ")[0] for x in self.amount)
        self.relations = Relations.from_raw(relations)
