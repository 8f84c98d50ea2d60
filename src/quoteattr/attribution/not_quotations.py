"""Not quotations: reports that look like speech and are none, or not anybody's."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Container

from quoteattr.attribution.cue_reports import Report, form_of
from quoteattr.attribution.turn_labels import names_somebody
from quoteattr.lexicon.word_lists import marked_words, read_words
from quoteattr.syntax.grammar import (
    ALL_SUBJECTS,
    AUXILIARIES,
    COMMON_NOUN_TAGS,
    MARK_TAGS,
    PROFORM_TAGS,
    SUBJECTS,
)
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.tokens import Parse, paragraph_of, sentence_of, subtree

__all__ = [
    "EXCLUSIONS",
    "exclusion_of",
    "has_modal",
    "is_negated",
    "is_nobody",
    "is_questioned",
    "is_supposed",
]

_MOST_STEPS = 4  # up the tree
_PEOPLE = frozenset({"PERSON", "person", "pronoun"})  # kinds of nouns
_ADDRESSED = frozenset({*_PEOPLE, "ORG", "body"})
_RELATIVE = frozenset({*SUBJECTS, "dobj"})
_WHICH = frozenset({"it", "that", "this", "which"})
_STOPS = frozenset({".", "!", "?"})
_OBJECTS = frozenset({"dobj", "dobj+"})  # where a content comes from
_SUBORDINATE = frozenset({"advcl", "ccomp"})
_OWN = frozenset({"acl", "amod", "compound", "nmod", "poss", "prep"})
_REFLEXIVE = ("self", "selves")
_OF_SPEAKERS = frozenset({"i", "my", "our", "us", "we", "“"})
_TELLING = marked_words("telling")


def exclusion_of(parse: Parse, report: Report) -> str | None:
    """Name the first rule that excludes the report from indirect speech, if one does."""
    for name, excludes in EXCLUSIONS:
        if excludes(parse, report):
            return name
    return None


def _is_state_of_mind(parse: Parse, report: Report) -> bool:
    """He hopes that …; many fear that …, even if taken for a noun; they are worried that …."""
    token = report.cue.token
    complements = (child for child in parse.children[token] if parse.deps[child] == "acomp")
    token = next(complements, token)
    if parse.stems[token] not in read_words("states_of_mind"):
        return False
    ruled = any(parse.deps[child] in SUBJECTS for child in parse.children[token])
    return parse.tags[token][0] in "VJ" or ruled


def _is_told_to_oneself(parse: Parse, report: Report) -> bool:
    """She told herself that …; he said to himself that …: nobody else heard it.

    But: she told the court herself that …; he said himself that ….
    """
    token = report.cue.token
    if parse.stems[token] not in marked_words("saying"):
        return False
    tells = parse.lowers[token] in _TELLING
    hearers = [child for child in parse.children[token] if tells and child == token + 1]
    for child in parse.children[token]:
        if parse.lowers[child] == "to":
            hearers += parse.children[child]
    return any(parse.lowers[hearer].endswith(_REFLEXIVE) for hearer in hearers)


def _is_negated(parse: Parse, report: Report) -> bool:
    """They did not say when …; it neither confirmed nor denied ….

    But: they did not hesitate to say ….
    """
    token, said = report.cue.token, report.content.tokens
    head = parse.heads[token]
    if is_negated(parse, token, said):
        return True
    if parse.deps[token] == "conj":
        return any(parse.lowers[child] == "nor" for child in parse.children[head] if child < token)
    if parse.deps[head] == "acomp":  # was not willing to say
        head = parse.heads[head]
    holds_back = parse.stems[head] in marked_words("avoiding") | marked_words("hesitating")
    return parse.deps[token] == "xcomp" and not holds_back and is_negated(parse, head, said)


def is_negated(parse: Parse, token: int, said: Container[int]) -> bool:
    """Tell whether a verb is negated, as in “did not say”, by a word outside of what is said.

    But not in “did not only say”.
    """
    return any(
        (parse.deps[child] == "neg" or parse.lowers[child] in marked_words("negation"))
        and parse.lowers[child + 1] not in marked_words("not-only")
        for child in parse.children[token]
        if child not in said and child + 1 < len(parse)
    )


def _is_declined(parse: Parse, report: Report) -> bool:
    """She declined to say whether …; he stopped short of saying …, left without saying ….

    But: he did not fail to say …, avoided jail after saying ….
    """
    token = report.cue.token
    if parse.stems[token] in marked_words("avoiding") and parse.tags[token][0] == "V":
        return any(parse.deps[child] in ("xcomp", "prep") for child in parse.children[token])
    above = [token]
    while _hangs_on_verb(parse, above[-1]) and len(above) < _MOST_STEPS:
        above.append(parse.heads[above[-1]])
    said = report.content.tokens
    return any(
        parse.stems[place] in marked_words("avoiding") and not is_negated(parse, place, said)
        for place in above[1:]
    )


def _hangs_on_verb(parse: Parse, token: int) -> bool:
    """Tell whether a token completes a verb: declined to say, stopped short of saying."""
    if parse.deps[token] == "prep":
        return parse.lowers[token] in marked_words("short-of")
    return parse.deps[token] in ("xcomp", "pcomp")


def _is_denied(parse: Parse, report: Report) -> bool:
    """She rejected claims that …: only the denial is told; but: she rejected his claim that …."""
    token, source = report.cue.token, report.source
    own = source is not None and source.head in range(*subtree(parse, token))
    if parse.deps[token] != "dobj" or own:
        return False
    verb = parse.heads[token]
    verb = parse.heads[verb] if parse.deps[verb] == "xcomp" else verb
    return parse.stems[verb] in marked_words("denying") | marked_words("rejecting")


def _is_hypothetical(parse: Parse, report: Report) -> bool:
    """If he says …; it is unclear whether she said …."""
    token = report.cue.token
    first = report.content.ranges[0][0]
    return any(
        parse.deps[child] == "mark" and parse.lowers[child] in marked_words("hypothetical")
        for child in parse.children[token]
    ) or (
        parse.lowers[token] in marked_words("copula")
        and parse.lowers[first] in marked_words("hypothetical")
    )


def _is_questioned(parse: Parse, report: Report) -> bool:
    """Did he say that …?"""
    return is_questioned(parse, report.cue.token)


def is_questioned(parse: Parse, token: int) -> bool:
    """Tell whether a verb is what its sentence asks, also one between marks."""
    sentence = range(*sentence_of(parse, token))
    words = [parse.lowers[place] for place in sentence if parse.tags[place] not in MARK_TAGS]
    asks = words[-1:] == ["?"] and words[0] in marked_words("question-opener")
    return asks and parse.deps[token] == "ROOT"


def _is_nobody(parse: Parse, report: Report) -> bool:
    """Nobody said that …; no witness has claimed that …; anyone who says that …."""
    return report.source is not None and is_nobody(parse, report.cue.token, report.source)


def is_nobody(parse: Parse, cue: int, source: Mention) -> bool:
    """Tell whether the source of a cue is nobody, or whoever may come."""
    if parse.tags[source.head] == "WP" and parse.deps[cue] == "relcl":
        return parse.lowers[parse.heads[cue]] in marked_words("whoever")
    head = source.head
    return parse.lowers[head] in marked_words("nobody") or any(
        _leaves_nobody(parse, child, head) for child in parse.children[head] if child < head
    )


def _leaves_nobody(parse: Parse, token: int, noun: int) -> bool:
    """Tell whether a word denies its noun: no witness, neither side.

    But not: no fewer than ten people, nor what is part of a name: No 10, No Labels.
    """
    if parse.lowers[token] not in marked_words("nobody"):
        return False
    unknown = parse.noun_kinds[noun] == "name" or parse.words[noun].isdigit()
    return not (parse.labels[token] or unknown or "than" in parse.lowers[token + 2 : token + 3])


def _is_unspoken(parse: Parse, report: Report) -> bool:
    """A cynic would say that …, is about to say that …; but not: she would say only that …."""
    token = report.cue.token
    if parse.deps[token] == "xcomp" and parse.tags[token] == "VB":
        return parse.lowers[parse.heads[token]] in marked_words("to-come")
    return is_supposed(parse, token, marked_words("modal"))


def is_supposed(parse: Parse, verb: int, modals: Container[str]) -> bool:
    """Tell whether one of some modals leaves open that something is said: would say, may say.

    But not: would say only, would later say, can confirm.
    """
    if not has_modal(parse, verb, modals):
        return False
    near = {*parse.lowers[verb + 1 : verb + 2], *(parse.lowers[i] for i in parse.children[verb])}
    backwards = (marked_words("future-in-past"), marked_words("looking-back"))
    looks_back = not any(near.isdisjoint(words) for words in backwards)
    discloses = "can" in near and parse.stems[verb] in marked_words("disclosing")
    main = parse.deps[verb] not in _SUBORDINATE
    return "only" not in near and not (main and (looks_back or discloses))


def has_modal(parse: Parse, verb: int, modals: Container[str]) -> bool:
    """Tell whether a verb has one of some modals: she’d say; but not: she’d told, May told."""
    helpers = [child for child in parse.children[verb] if parse.deps[child] in AUXILIARIES]
    return any(
        parse.lowers[helper] in modals and parse.tags[behind] == "VB"
        for helper, behind in itertools.pairwise([*helpers, verb])
    )


def _is_evidence(parse: Parse, report: Report) -> bool:
    """Experience shows that …: there is no speaker; but somebody made official data.

    So did somebody whose figures close the sentence: Rents fell, figures show. Nor does a thing
    speak that shows something: this shows that …; the trip suggests that ….
    """
    source, cue = report.source, report.cue.token
    verb = parse.tags[cue][0] == "V" and parse.lowers[cue] != "according"
    if not verb or source is None or parse.tags[source.head][:3] == "NNP":
        return False
    if parse.stems[cue] in marked_words("showing") and _is_mere_thing(parse, source.head):
        return True
    closes = report.content.ranges[-1][1] <= source.start
    return parse.lowers[source.head] in marked_words("evidence") and not _are_figures(
        parse, source, closing=closes
    )


def _is_mere_thing(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is "this" or "that", or a thing that nobody found out: the trip."""
    word = parse.lowers[noun]
    if parse.tags[noun] == "DT":
        return word in marked_words("pointing")
    known = word in marked_words("figures") | marked_words("findings")
    thing = parse.noun_kinds[noun] == "thing" or word in marked_words("picture")
    return thing and word.isalpha() and not known


def _are_figures(parse: Parse, source: Mention, *, closing: bool) -> bool:
    """Tell whether a source is figures that somebody has made: data from the bank, new figures."""
    said_of = {parse.deps[child] for child in parse.children[source.head]}
    made = closing or not said_of.isdisjoint(_OWN)
    return made and parse.lowers[source.head] in marked_words("figures")


def _is_standard(parse: Parse, report: Report) -> bool:
    """It went according to plan: what a bare noun names is kept to, and says nothing.

    But: according to documents, according to research.
    """
    source = report.source
    if parse.lowers[report.cue.token] not in marked_words("source-led") or source is None:
        return False
    word, kind = parse.lowers[source.head], parse.noun_kinds[source.head]
    thing = kind == "thing" and word not in marked_words("evidence")
    kept_to = thing or (kind == "document" and parse.tags[source.head] == "NN")
    return kept_to and source.end == source.start + 1


def _is_nobodys_phrase(parse: Parse, report: Report) -> bool:
    """The film was praised; a meeting was called: a mere phrase needs a source."""
    if form_of(parse, report.content) != "phrase":
        return False
    return report.source is None or report.content.origin == "subject"


def _is_tale(parse: Parse, report: Report) -> bool:
    """Survivors tell of their ordeal, say a word about it: what is told of is not told.

    Nor is what somebody talks to another about, or asks another about.
    """
    token, first = report.cue.token, report.content.ranges[0][0]
    if first <= token or not report.content.origin.startswith("prep"):
        return False
    near = {parse.lowers[first], parse.lowers[first - 1]}
    tells = parse.lowers[token] in _TELLING and "of" in near
    tells |= parse.stems[token] in marked_words("saying") and "about" in near
    talks = "about" in near and _has_hearer(parse, token, first)
    return (tells or talks) and form_of(parse, report.content) == "phrase"


def _has_hearer(parse: Parse, cue: int, end: int) -> bool:
    """Tell whether a verb has somebody talked to or asked before a token: talk to Ann, ask her."""
    to = {
        parse.lowers[child] if parse.deps[child] == "prep" else parse.deps[child]
        for child in parse.children[cue]
        if cue < child < end
    }
    talks, asks = (parse.stems[cue] in marked_words(mark) for mark in ("speaking", "asking"))
    return (talks and not to.isdisjoint(("to", "with"))) or (
        asks and not to.isdisjoint(("dobj", "dative"))
    )


def _is_aside(parse: Parse, report: Report) -> bool:
    """They pose after signing papers: what else was done, and when."""
    root = report.content.root
    led = parse.deps[root] == "pcomp" and report.content.origin.startswith("prep")
    return led and parse.lowers[parse.heads[root]] in marked_words("aside-opener")


def _is_circumstance(parse: Parse, report: Report) -> bool:
    """She wept as the verdict was read; asked not to be named because she was in danger.

    But: she said, as the verdict was read, that it was just.
    """
    cue, (first, end) = report.cue.token, report.content.ranges[0]
    said = parse.stems[cue] in marked_words("saying")  # she said though it rained, she was dry
    alone = len(report.content.ranges) == 1 and not said
    links = (token for token in (first - 1, first) if alone and cue < token)
    verbs = (
        parse.heads[token]
        for token in links
        if parse.deps[token] == "mark" and parse.lowers[token] in marked_words("circumstance")
    )
    return any(parse.deps[verb] == "advcl" and end <= parse.rights[verb] for verb in verbs)


def _is_object(parse: Parse, report: Report) -> bool:
    """Unions welcomed the ruling; he denies fraud: a thing that a verb of judging is about."""
    token = report.cue.token
    if parse.tags[token][0] != "V" or parse.stems[token] not in marked_words("judging"):
        return False
    return form_of(parse, report.content) == "phrase" and _is_verbless(parse, report)


def _is_verbless(parse: Parse, report: Report) -> bool:
    return all(parse.tags[token][0] != "V" for token in report.content.tokens)


def _is_dateline(parse: Parse, report: Report) -> bool:
    """LIMA: The pass is shut; OSLO – 3 May: …: a place in capitals or a day before a colon."""
    token = report.cue.token
    start = paragraph_of(parse, token)[0]
    if parse.words[token] != ":" or start == token:
        return False
    kind, named = parse.noun_kinds[token - 1], parse.words[start:token]
    shouted = all(word.upper() == word for word in named)
    place = shouted and (kind == "GPE" or _opens_news(parse, report, start))
    return place or kind == "time"


def _opens_news(parse: Parse, report: Report, start: int) -> bool:
    """Tell whether a label stands before the first sentences of a text, once, and says not "I"."""
    words, colon = parse.words, report.cue.token
    first = next(
        (place for place in parse.paragraphs if words[place.end - 1] in _STOPS), parse.paragraphs[0]
    )
    label = parse.text[slice(parse.starts[start], parse.ends[colon])]
    spoken = any(parse.lowers[token] in _OF_SPEAKERS for token in range(colon, first.end))
    return first.start == start and parse.text.count(label) == 1 and not spoken


def _is_heading(parse: Parse, report: Report) -> bool:
    """GOAL: Lund scores: words in capitals before a colon that name nobody, and no talk behind."""
    token = report.cue.token
    start, end = paragraph_of(parse, token)
    if parse.words[token] != ":" or start == token or names_somebody(parse, start, token):
        return False
    talk = any(parse.lowers[place] in _OF_SPEAKERS for place in range(token, end))
    return not talk and all(word.upper() == word for word in parse.words[start:token])


def _is_addressee(parse: Parse, report: Report) -> bool:
    """They accused Ann; he wrote to his boss: whom a verb is about or for, and nothing of them.

    She asked him at the end; but: she accused him of fraud.
    """
    content = report.content
    told = content.origin == "prep:pobj" and parse.lowers[parse.heads[content.root]] == "to"
    about = content.origin == "dobj" or (
        content.origin == "dobj+"
        and parse.tags[content.root] == "PRP"
        and parse.lowers[content.root + 1] != "of"
    )
    if not (told or about) or form_of(parse, content) != "phrase":
        return False
    sorts = _ADDRESSED if told else _PEOPLE
    return _is_verbless(parse, report) and parse.noun_kinds[content.root] in sorts


def _is_performed(parse: Parse, report: Report) -> bool:
    """They said goodbye, said a prayer; he called a meeting: a thing that is done by saying."""
    token, content = report.cue.token, report.content
    if parse.stems[token] not in marked_words("performing") or content.origin not in _OBJECTS:
        return False
    completed = any(parse.deps[child] == "oprd" for child in parse.children[token])
    phrase = form_of(parse, content) == "phrase" and _is_verbless(parse, report)
    return phrase and not completed


def _is_deal(parse: Parse, report: Report) -> bool:
    """They agreed to pay, agreed on a price; she offered them tea: what is settled or given."""
    token, form = report.cue.token, form_of(parse, report.content)
    if parse.stems[token] in marked_words("agreeing"):
        return form != "clause"
    return parse.stems[token] in marked_words("giving") and form == "phrase"


def _is_gloss(parse: Parse, report: Report) -> bool:
    """“He knew,” she said, referring to the mayor: the reporter tells who or what was meant."""
    token = report.cue.token
    glosses = parse.tags[token] == "VBG" and parse.stems[token] in marked_words("referring")
    return glosses and form_of(parse, report.content) == "phrase"


def _is_text_made(parse: Parse, report: Report) -> bool:
    """She wrote a novel, posted a photo: what is written is named, and not told.

    But: he tweeted his plea that it be paid.
    """
    token, content = report.cue.token, report.content
    made = parse.reporting[token] == "write" and parse.stems[token] not in marked_words("quoting")
    return (
        made
        and not parse.reporting[content.root]
        and content.origin in _OBJECTS
        and form_of(parse, content) == "phrase"
    )


def _is_going_on(parse: Parse, report: Report) -> bool:
    """They continued to rise; he began vetting candidates: what is done, and no words."""
    first = report.content.ranges[0][0]
    aspect = parse.stems[report.cue.token] in marked_words("going-on")
    return aspect and parse.tags[first] in ("TO", "VBG")


def _is_anothers_claim(parse: Parse, report: Report) -> bool:
    """She rejected the clerk's claim that it was late: that is what the clerk says."""
    root = report.content.root
    root = parse.heads[root] if parse.deps[root] == "mark" else root
    noun = parse.heads[root] if parse.deps[root] == "acl" else root
    if noun == report.cue.token or parse.tags[noun] not in COMMON_NOUN_TAGS:
        return False
    below = {parse.deps[child]: parse.tags[child] for child in parse.children[noun]}
    owned = below.get("poss", "PRP$") != "PRP$" and "acl" in below
    return owned and parse.reporting[noun] != "" and parse.deps[noun] == "dobj"


def _is_outlook(parse: Parse, report: Report) -> bool:
    """The storm threatens to last; a talk that promises to be long: what seems to come."""
    token, source = report.cue.token, report.source
    if source is None or parse.tags[report.content.ranges[0][0]] != "TO":
        return False
    mute = parse.noun_kinds[source.head] == "thing" or parse.lowers[source.head] in _WHICH
    return parse.reporting[token] == "promise" and mute


def _is_relative(parse: Parse, report: Report) -> bool:
    """A claim that her allies made; plots that fail: what tells of a noun is not said."""
    first, root = report.content.ranges[0][0], report.content.root
    link = next((t for t in (first, first - 1) if parse.lowers[t] == "that"), -1)
    relative = link > report.cue.token and parse.tags[link] == "WDT"
    return relative and parse.deps[link] in _RELATIVE and parse.deps[root] == "relcl"


def _is_around_modifier(parse: Parse, report: Report) -> bool:
    """The plan, opposed by unions, failed: the clause around a passive is not what it reports."""
    token = report.cue.token
    passive = parse.tags[token] == "VBN" and parse.deps[token] in ("acl", "relcl")
    agent = any(parse.deps[child] == "agent" for child in parse.children[token])
    noun = parse.heads[token]
    return passive and agent and noun in report.content.tokens


def _is_attributive(parse: Parse, report: Report) -> bool:
    """Most reported cases are mild: a participle before its noun reports nothing."""
    token = report.cue.token
    return parse.deps[token] == "amod" and report.content.ranges[0][0] > token


def _is_open_question(parse: Parse, report: Report) -> bool:
    """The question is whether it rains; asked whether it rains, she laughed: no asker is named."""
    token = report.cue.token
    if report.source is not None:
        return False
    if parse.tags[token] == "VBN" and parse.deps[token] == "advcl":
        return parse.stems[token] in marked_words("asking")
    noun = parse.tags[token] in COMMON_NOUN_TAGS
    return noun and parse.stems[token] in marked_words("question-noun")


def _is_linking(parse: Parse, report: Report) -> bool:
    """That said, …; all told, …: words that lead from one sentence to the next."""
    token = report.cue.token
    opens = sentence_of(parse, token).start == token - 1
    linked = parse.lowers[token - 1 : token + 2]
    return opens and linked[0] in marked_words("linking") and linked[-1] == ","


def _is_own_remark(parse: Parse, report: Report) -> bool:
    """It is worth mentioning that …, is safe to say that …: the reporter's own remark."""
    token = report.cue.token
    above = parse.heads[token]
    if parse.lowers[above] == "worth":
        return True
    if parse.deps[token] != "xcomp":
        return False
    verb = parse.heads[above] if parse.deps[above] == "acomp" else above
    frame = {(parse.deps[child], parse.lowers[child]) for child in parse.children[verb]}
    judged = any(dep == "acomp" for dep, _ in frame)
    return judged and any(dep in ALL_SUBJECTS and word == "it" for dep, word in frame)


def _is_empty(parse: Parse, report: Report) -> bool:
    """What readers say; which he announced; told me so himself: a pronoun says nothing."""
    tokens, root = report.content.tokens, report.content.root
    if parse.lowers[root].endswith(_REFLEXIVE):
        return form_of(parse, report.content) == "phrase"
    if report.content.origin == "dobj" and parse.tags[root] in PROFORM_TAGS and root == tokens[0]:
        return form_of(parse, report.content) == "phrase"
    return all(
        parse.tags[token] in PROFORM_TAGS or not parse.words[token][0].isalnum() for token in tokens
    )


EXCLUSIONS: tuple[tuple[str, Callable[[Parse, Report], bool]], ...] = (
    ("state of mind", _is_state_of_mind),
    ("told to oneself", _is_told_to_oneself),
    ("negated", _is_negated),
    ("nobody", _is_nobody),
    ("unspoken", _is_unspoken),
    ("evidence", _is_evidence),
    ("standard", _is_standard),
    ("declined", _is_declined),
    ("denied", _is_denied),
    ("hypothetical", _is_hypothetical),
    ("questioned", _is_questioned),
    ("nobody's phrase", _is_nobodys_phrase),
    ("tale", _is_tale),
    ("aside", _is_aside),
    ("circumstance", _is_circumstance),
    ("object", _is_object),
    ("dateline", _is_dateline),
    ("heading", _is_heading),
    ("addressee", _is_addressee),
    ("performed", _is_performed),
    ("deal", _is_deal),
    ("gloss", _is_gloss),
    ("text made", _is_text_made),
    ("going on", _is_going_on),
    ("another's claim", _is_anothers_claim),
    ("outlook", _is_outlook),
    ("relative", _is_relative),
    ("around modifier", _is_around_modifier),
    ("attributive", _is_attributive),
    ("open question", _is_open_question),
    ("linking", _is_linking),
    ("own remark", _is_own_remark),
    ("empty", _is_empty),
)
