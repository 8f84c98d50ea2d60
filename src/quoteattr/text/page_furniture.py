"""Page furniture: what a page puts around and between the paragraphs of an article.

Captions with their credits, links to other pieces, advertisements, bylines, share buttons, contact
and licence lines are no part of the report: nobody speaks there, and a speech runs on past them.
A line is told by its shape: how short it is, the words that such lines begin with, and the name,
address or number that ends it. A sentence of news may begin alike, so a line stays where it holds
marks or tells what somebody said; one that ends with a full stop goes only where its words can be
nothing else, as those of a notice. Of a line that heads or lists something, only the sign in front
goes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quoteattr.text.dash_speeches import is_dash_speech
from quoteattr.text.edits import Edit, apart
from quoteattr.text.patterns import CAPITAL, LINE_BREAKS, NAME, words_of

__all__ = ["find_page_furniture", "is_furniture"]

_LONGEST_LINE = 400
_LINE = re.compile(rf"[^{LINE_BREAKS}]+")
_NAMES = rf"{NAME}(?:[ ,]{{1,2}}(?:{NAME}|and|&|de|van|von|der|for|of|the|in|at)){{0,9}}"
_MARKED = re.compile(r"[“”\"«»]|(?<!\w)[‘'](?=\w).*?(?<=[\w.,!?…])[’'](?!\w)")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")
_FULL_STOP = re.compile(r"(?<![A-Z.])\.[\"'”’)\]]*$")  # but not: U.S., Port shuts...
_TELLS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?)|according to|th(?:inks?|ought)|f(?:ound|inds?|elt)"
    r"|(?:feels?|wr(?:ites?|ote)|swears|swore|sees|saw|knows?|knew|hopes?|means?|meant)"
    r"|(?:add|answer|ask|warn|claim|explain|insist|recall|comment|confess|contend|boast|respond"
    r"|predict|suggest|report|accept|reject|repeat|remark|complain|confirm|appeal|inform|learn"
    r"|mention|protest|reveal|shout|stress|show|tweet|demand|fear|hint|laugh|call|hear|doubt)"
    r"(?:s|ed)"
    r"|(?:stat|argu|not|announc|believ|acknowledg|conced|conclud|declar|describ|disclos"
    r"|emphasi[sz]|estimat|indicat|observ|promis|propos|urg|joke?|advis|alleg|accus|prais|decid)"
    r"e[sd]|(?:repl|den|testif|cr)(?:ies|ied)|admit(?:s|ted)|quip(?:s|ped))\b",
    re.IGNORECASE,
)
_SOMEBODY = rf"(?:he|she|they|the \w+|{NAME}(?: {NAME}){{0,3}})"
_ENDS_TOLD = re.compile(  # , Ann Lee sighed. ? wondered the mayor.
    rf"(?:, {_SOMEBODY} [a-z]+(?:ed|s)|[,?!…] [a-z]+ed {_SOMEBODY})\b[^,;:]{{0,40}}[.!?]$"
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|led|made|did)\b")

_ALONE = re.compile(
    r"(?:(?=.*[a-z])(?:advert(?:isement)?s?|ads?|sponsored(?: content)?|promoted(?: content)?"
    r"|paid post|(?:story|article) continues|(?:(?:the |this |your )?(?:story|article|report) )?"
    r"continues? (?:below|after)(?: (?:the |this )?(?:advert(?:isement)?|ad|promotion)| this)?"
    r"|scroll (?:down )?(?:to continue|for more)(?: reading| with content)?|skip (?:past )?"
    r"(?:this )?(?:advert(?:isement)?|ad|(?:newsletter )?promotion)|[\s|·•:–—-])+|loading\W*"
    r"|continue reading(?: below)?"
    r"|most (?:read|popular|viewed)|trending(?: now)?|recommended(?: (?:for you|stories|videos?))?"
    r"|you (?:may|might) (?:also )?like(?: this)?|(?:related|more) (?:stories|articles|news|topics"
    r"|coverage|links|content)|related|latest news|top stories|editors?['’]? picks?|newsletter"
    r"|(?:\d+ |leave a |post a |add |view |all )?comments?|share(?: this(?: article| story)?)?"
    r"|(?:share (?:on|via|with) |tweet|follow us|facebook|twitter|whatsapp|linkedin|pinterest"
    r"|e-?mail(?: this)?|print(?: this)?|copy link|reddit|telegram|instagram|youtube|save|x"
    r"|[\s,|·•/])+"
    r"|(?:watch|play)(?: the)? video|(?:photo )?gallery|back to top|sign (?:in|up)"
    r"|skip to (?:the )?(?:(?:main|site) )?(?:content|navigation|search|footer|menu|article|end)"
    r"|log in|subscribe(?: now)?|next|previous|menu|search|close|home|play|pause|mute|\d+ shares?"
    r"|\d+ mins? read|(?:listen(?: (?:now|here|to this (?:article|story)))?|read time)\W*[\d:]*"
    r"(?: ?(?:min|minute|sec|second)s?)?)[.:!>»→]*",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:(?:read|see|watch|listen|view|hear|explore|check out|find out|learn|discover)(?: the)?"
    r"(?: more| also| next| now| here| this| full story| too)+|more (?:on|from|about|in) "
    r"[^:|.]{1,60}|related(?: (?:story|article|stories|articles|news|coverage|reading|video|link))?"
    r"|also (?:read|see|watch|on [\w ]+)|further reading|more|see also|read|editors?['’] picks?"
    r"|don['’]t miss|recommended|up next|in (?:pictures|photos|case you missed it)|just in"
    r"|from (?:the|our) archives?|topics?|tags?|filed under|categor(?:y|ies)|keywords?)"
    r"[ ]?(?:[:|>»→►▶]|[—–-]{1,2}[ ])",
    re.IGNORECASE,
)
# Such a word may be a name, or begin a sentence: More: Is it safe?
_LONE_LEAD = re.compile(r"(?:more|read|recommended|just in|topics?|tags?) ?[:—–-]", re.IGNORECASE)
_CREDIT_WORD = (
    r"(?i:(?:file |stock |press |handout |screen)?(?:photo(?:graph)?|picture|image|pic|video"
    r"|illustration|graphic|cartoon|infographic|grab|shot)s?(?: (?:credit|courtesy|source))?"
    r"|(?:photo )?credits?|photographer|camera|courtesy)"
)
_CREDIT = re.compile(
    rf"[\s(\[|/–—-]*\b{_CREDIT_WORD}(?: (?:by|of|from))?[ ]?"
    r"(?:[:/|©]|(?<=by)|(?<=of)|(?<=from))[ ]?"
    rf"(?:{_NAMES}|@\w+)(?: ?[/|,•·©(] ?(?:{_NAMES}|@\w+)\)?){{0,4}}[\s.)\]]*$"
)
_CREDIT_ROOTS = (
    *("photo", "pic", "image", "video", "illustration", "graphic", "cartoon", "grab", "shot"),
    *("credit", "camera", "courtesy", "via", "getty", "file", "©", "(c)", "copyright"),
)
_COPYRIGHT = re.compile(  # © Ann Lee; (c) 2024; but not: 501(c)(3); (c) a ban on boats
    r"[\s(\[]*(?:©|copyright\b(?=\W*(?:©|\(c\)|\d{4}|(?-i:[A-Z])|$))|(?<!\w)\(c\)(?= ?\d{4})"
    rf"|(?:^|(?<=[.!?…|])\s)\(c\)(?-i:(?= ?{_NAMES}(?:/{_NAMES})*[\s.)\]]*$)))"
    r"[^.!?\n]{0,80}\.?[\s)\]]*$",
    re.IGNORECASE,
)
_BEFORE_CREDIT = ("", *".!?…)]|")
_BEFORE_PICTURE = frozenset({"a", "an", "the", "this"})
_WITHIN_SENTENCE = re.compile(  # a picture of Bo Ek; (via Ayton).
    r"\s*(?!copyright\W*[\d©]|\(c\))(?:[^\W_][^:|/©]*"
    r"|[(\[](?![^)\]]*\b(?-i:Photo|Image|Picture|Getty|File))[^:|/©]*\.)$",
    re.IGNORECASE,
)
_BRACKETED_CREDIT = re.compile(
    r"[\s]*[(\[][^()\[\]\n]{0,60}\b(?:photo|image|picture|via|getty|file)\b[^()\[\]\n]{0,60}[)\]][\s.]*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?i:(?:(?:story|words|text|report|written|posted|reported|compiled|photos?) )?by:?|from:"
    rf"|author:|reporter:|words:|editor:|additional reporting by)(?: |(?<=:)){_NAMES}"
    r"(?:[ ]?[|,/·•—–-][ ]?[^.!?:\n]{0,60})?$"
)
_DESK = re.compile(
    r"[(\[]?(?:(?:additional )?(?:reporting|writing|editing|compiled|translated|edited) by"
    r"|(?:with )?(?:additional )?reporting (?:by|from)) (?P<names>[^\n]{2,160})$",
    re.IGNORECASE,
)
_DESK_WORD = (
    rf"(?:{NAME}|and|&|at|by|for|from|in|of|the|with|additional|reporting|writing|editing"
    r"|compiled|translated|edited|bureaus?|newsroom|staff)"
)
_DESK_NAMES = re.compile(rf"{_DESK_WORD}(?:[,;]? {_DESK_WORD})*\.?$")
_PAGE_OR_BOX = (
    r"(?:[^\s@]+@[^\s@]+\.\w+|@\w+|(?:https?://|www\.)\S+|(?:[\w-]+\.)+(?-i:[a-z]){2,}(?:/\S*)?)"
)
_NUMBER = r"(?:(?!\d{4}[–-]\d{4}\b)[+(]?\d[\d ()./–-]{5,18}\d)"
_CONTACT = re.compile(
    r"(?:(?:e-?mails?|contacts?|tel(?:ephone)?|phone|call|fax|mobile|website|web|twitter|facebook"
    r"|instagram|follow|whatsapp|address)\b"
    r"(?:\W{0,3}:$"
    r"|(?: (?:us|me|details|numbers?|address(?:es)?|page|site|at))?:[^\n]{1,60}(?<![.!?…:])$"
    rf"|[^.!?:\n]{{0,20}}:\W{{0,3}}(?:{_PAGE_OR_BOX}|{_NUMBER})"
    rf"|[^.!?\n]{{0,40}}(?<!\w){_PAGE_OR_BOX}|(?:\W{{0,3}}|[^.!?\n]{{0,40}}\bon ){_NUMBER})"
    rf"|(?!@\w+\.$){_PAGE_OR_BOX}|{_NUMBER})"
    rf"(?:(?:,? (?:or|and|at|on)|[,;]| [/|·])* (?:{_PAGE_OR_BOX}|{_NUMBER})| on \w+)*[.)]*$",
    re.IGNORECASE,
)
# What a page offers its readers, and the words with which it turns to them.
_SERVICE = (
    r"(?:newsletters?|inbox|(?:push )?notifications|(?:e-?mail|news|mobile|text) alerts"
    r"|our (?:\w+ ){0,3}(?:apps?|podcasts?|channels?)|app store|google play"
    r"|(?:whatsapp|telegram|youtube|instagram|facebook) (?:channel|group|page)|subscribe"
    r"|subscriptions?|subscribers? only|free trial|membership|ad-?block(?:er)?s?"
    r"|unlimited (?:digital )?access|(?:link|share|button)s? below)"
)
_OFFER = re.compile(
    r"(?:get|receive|want|sign up|subscribe|register|join|download|install|enter|enjoy"
    r"|never miss|don['’]t miss|stay|keep up|become|start|try|claim|unlock|choose|select|click|tap"
    r"|turn on|switch on|allow|already|not (?:yet )?a|like what|support|share|follow|listen to"
    rf"|watch|check out|browse|explore|discover|more from)\b(?!-)[^\n]*\b{_SERVICE}\b",
    re.IGNORECASE,
)
_TO_READERS = re.compile(r"\b(?:you|your|our|(?-i:us)|sign up|subscribe)\b", re.IGNORECASE)
_NOTICE = re.compile(
    r"(?:we use cookies|this (?:web)?site uses cookies|by (?:continuing|using|clicking|signing)\b"
    r"[^\n]*\b(?:you|I) (?:\w+ )?(?:agree|accept|consent)|accept (?:all|cookies)"
    r"|(?:please )?(?:enable|turn on) javascript|sign up (?:for|to|here|now)"
    r"|subscribe (?:to|for|now|today)|click here|tap here"
    r"|download (?:the|our)|(?:like|follow|join|find) us on"
    r"|follow (?:\S+ on\b|(?:\S+ ){1,4}on (?:twitter|facebook|instagram|x)\b|@\w+)"
    r"|all rights reserved"
    r"|to (?:read|continue reading) (?:the full|this) (?:article|story|report|piece|interview)"
    r"|already a (?:subscriber|member)"
    r"|support (?:our|independent|local|quality) (?:\w+ )?journalism|this (?:advertisement|ad) has"
    r" not loaded|this (?:material|article|story|content) (?:may not|was (?:first|originally)"
    r" published)|(?:do you )?have (?:a|you got a) (?:story|news tip)"
    r"(?:\?|$| (?:for us|idea|you|to))"
    r"|the views expressed (?:here|above|(?:by|in|on) (?:(?:all|our|the|this|these) )?"
    r"(?:articles?|authors?|blogs?|columns?|columnists|contributors?|pieces?|readers|writers?))\b"
    r"|your (?:e-?mail (?:address|will)|browser (?:is"
    r"|does|has|must|settings))|thank you for (?:reading|subscribing)(?:[.!,]|$| our\b))",
    re.IGNORECASE,
)
_STAMP_WORD = (
    r"(?:published|updated|posted|last (?:updated|modified)|first published|on|at|am|pm|a\.m"
    r"|p\.m|gmt|utc|bst|est|edt|cet|wat|eat|ist|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|thu|sat|page|h|min"
    r"|hours?|ago|days?|minutes?|read|st|nd|rd|th)(?![a-z])"
)
_STAMP = re.compile(rf"(?=[^\n]*\d)(?:{_STAMP_WORD}|[\W\d_])+$", re.IGNORECASE)
_FOLIO = re.compile(r"(?=[^\n]*\d)[^|.!?\n]{1,60}(?: \| [^|.!?\n]{1,60}){1,5}$")
_AGENCY = re.compile(r"(?:[—–-]{1,2}[ ]?|\()[A-Z]{2,6}(?:/[A-Z]{2,6})*\)?\.?$")

_SHORT = 12
_LONGEST_HEADING = 7
_MIDDLING = 28


def find_page_furniture(text: str) -> list[Edit]:
    r"""Find the lines that are no part of the report, and the signs in front of others.

    Where a line parts a sentence, its two halves are joined again.

    Examples:
        >>> find_page_furniture("Advertisement\n\nIt rained.")
        [Edit(start=0, end=13, replacement='')]
    """
    lines = [match.span() for match in _LINE.finditer(text) if not match.group().isspace()]
    stripped = [text[start:end].strip() for start, end in lines]
    spoken = _opened_by_speakers(stripped)
    edits: list[Edit] = []
    run: list[int] = []
    for number, (start, end) in enumerate(lines):
        left_out = is_furniture(stripped[number]) or _heads_speech(stripped, number)
        if number not in spoken and left_out:
            run.append(number)
            continue
        edits += _left_out(text, lines, run)
        run = []
        if number not in spoken:
            edits += _signs(text, (start, end), stripped[max(0, number - 1) : number + 2])
    return apart([*edits, *_left_out(text, lines, run)])


def _heads_speech(lines: Sequence[str], number: int) -> bool:
    """Tell whether a few words without a stop part a speech that the next line opens anew."""
    if not 0 < number < len(lines) - 1 or lines[number + 1][:1] not in ("“", '"'):
        return False
    line, before = lines[number], lines[number - 1]
    open_still = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    few = len(line) <= _LONGEST_LINE and len(line.split()) <= _LONGEST_HEADING
    return open_still and few and line[-1].isalnum() and not _MARKED.search(line)


def is_furniture(line: str) -> bool:
    """Tell whether a line, without white space around it, is no part of the report.

    Examples:
        >>> is_furniture("Photograph: Jonas Lie/NordPix"), is_furniture("Photographs were taken.")
        (True, False)
    """
    words = len(line.split()) if len(line) <= _LONGEST_LINE else _LONGEST_LINE
    return any(words <= most and test(line) for most, test in _TESTS)


def _tells(line: str) -> bool:
    """Tell whether somebody may be speaking in a line: it has marks, or a verb of saying."""
    return any(sign.search(line) for sign in (_MARKED, _TELLS, _ENDS_TOLD))


def _is_alone(line: str) -> bool:
    return bool(_ALONE.fullmatch(line))


def _is_link(line: str) -> bool:
    """Read more: Port shuts; but what stands in marks is a pull quote."""
    if not _LINK.match(line) or line[:1] in "“\"‘'":
        return False
    doubtful = _LONE_LEAD.match(line) or _tells(line)
    return not _FULL_STOP.search(line) and not (doubtful and _ENDS_SENTENCE.search(line))


def _is_caption(line: str) -> bool:
    """The pier on Monday. Photograph: Bo Ek."""
    lower = line.lower()
    if not any(root in lower for root in _CREDIT_ROOTS):
        return False
    credit = _CREDIT.search(line) or _BRACKETED_CREDIT.search(line) or _COPYRIGHT.search(line)
    return credit is not None and _closes_caption(line[: credit.start()].rstrip(), credit.group())


def _closes_caption(caption: str, credit: str) -> bool:
    """Tell whether a credit is none of a sentence's words: She had a picture of Bo Ek."""
    if _MARKED.search(caption) or _TELLS.search(credit):
        return False
    if caption[-1:] in _BEFORE_CREDIT or caption.lower() in _BEFORE_PICTURE:
        return not (_FULL_STOP.search(credit) and _FINITE.search(credit))
    if _WITHIN_SENTENCE.match(credit):
        return False
    return not (_TELLS.search(caption) and _ENDS_SENTENCE.search(credit))


def _is_byline(line: str) -> bool:
    return bool(_BYLINE.match(line)) and not _ENDS_SENTENCE.search(line)


def _is_desk_line(line: str) -> bool:
    """(Reporting by Ann Lee; editing by Bo Ek); but not: Editing by hand takes years."""
    desk = _DESK.match(line)
    if desk is None or _tells(line):
        return False
    sentence = line[0] not in "([" and _ENDS_SENTENCE.search(line)
    return not sentence or bool(_DESK_NAMES.match(desk["names"]))


def _is_contact(line: str) -> bool:
    return bool(_CONTACT.match(line)) and not _tells(line)


def _is_notice(line: str) -> bool:
    """Sign up for our newsletter. A sentence offers nothing where it does not turn to readers."""
    sentence = _ENDS_SENTENCE.search(line) or _FINITE.search(line)
    offers = _OFFER.match(line) and (not sentence or _TO_READERS.search(line))
    return bool(_NOTICE.match(line) or offers) and not _tells(line)


def _is_stamp(line: str) -> bool:
    return bool(_STAMP.match(line) or _FOLIO.match(line))


def _is_agency(line: str) -> bool:
    return bool(_AGENCY.match(line))


# How many words a line has at most, and what else must hold.
_TESTS: tuple[tuple[int, Callable[[str], bool]], ...] = (
    (_SHORT, _is_alone),
    (_MIDDLING, _is_link),
    (60, _is_caption),
    (_SHORT, _is_byline),
    (_MIDDLING, _is_desk_line),
    (_SHORT, _is_contact),
    (40, _is_notice),
    (_SHORT, _is_stamp),
    (_SHORT, _is_agency),
)


def _left_out(text: str, lines: Sequence[tuple[int, int]], run: Sequence[int]) -> Iterator[Edit]:
    """Leave a run of lines out; join what stands on both sides where it is one sentence."""
    if not run:
        return
    first, last = lines[run[0]][0], lines[run[-1]][1]
    if run[0] and run[-1] + 1 < len(lines):
        before, behind = lines[run[0] - 1], lines[run[-1] + 1]
        halves = text[slice(*before)].rstrip(), text[slice(*behind)].lstrip()
        if halves[1][:1].islower() and (halves[0][-1].isalnum() or halves[0].endswith(",")):
            yield Edit(before[0] + len(halves[0]), behind[1] - len(halves[1]), " ")
            return
    yield Edit(first, last, "")


_BULLET = re.compile(
    r"\s*(?:[•·▪●○◦‣∙■□►▶➤✓–—*-]|\d{1,3}[/).]|\(\d{1,3}\))[ \t\u00a0]+(?=[\w“\"‘'«])"
)
_NUMBERED = re.compile(r"(?P<number>\d{1,3})\.\s")
_OPENERS = frozenset("“\"‘'«")

_CLOCK = re.compile(  # 18:20 Ann Lee: … [6.20pm BST] – Ann Lee: … 7pm: Ann Lee …
    r"\s*[*_\[(]{0,3}(?:(?:[01]?\d|2[0-3])(?::[0-5]\d){1,2}(?: ?[ap]\.?m\b\.?)?"
    r"|(?:1[0-2]|0?[1-9])(?:\.[0-5]\d ?[ap]\.?m\b\.?| ?[ap]\.?m\b\.?(?=[*_\])]{0,3} ?[:|–—-])))"
    r"(?: (?:GMT|UTC|BST|IST|[CEMPW][ADS]?E?T))?[*_\])]{0,3} ?[:|–—-]{0,2}\s+"
    rf"(?=[*_]{{0,3}}[“\"‘'«(\[]?{CAPITAL})"
)


_KICKER = re.compile(
    r"\s*[*_\[(]{0,3}(?P<words>[A-Z][A-Z'’/ -]{2,30})[*_\])]{0,3} ?:[*_]{0,3}(?=\s)"
)
_KICKERS = words_of(
    """
    alert analysis attendance audio background blog booking breaking bulletin caption clarification
    column comment contact context correction cost coverage cricket date details developing
    disclaimer editorial entry exclusive explained explainer factbox facts feature film finance
    fixtures flashback focus football full-time fulltime gallery graphic half-time halftime headline
    headlines health highlights history how image info information insight interactive interview
    investigation just key latest letter letters link listen live location lottery map markets match
    more news newsflash note notice obituary opinion opening part photo photos pic pics picture
    pictures place podcast poll preview price profile programme quiz quote read recap recipe referee
    registration report result results revealed review score scorecard scorers scores sidebar
    snapshot source special spoiler sport stats story studio subs summary tickets time timeline tip
    top topic traffic transcript trending update updated updates venue verdict video view viewpoint
    warning watch weather what when where why world
    """
)
_IN_KICKERS = _KICKERS | words_of(
    """
    a about after all and are at before behind by check cup day do does editor from full glance
    guide in is it league minute new numbers of on our reader's readers season stories the this
    to today today's tomorrow tonight up week week's weekend what's year you your
    """
)
_LABEL = re.compile(
    rf"[*_\[(]{{0,3}}(?P<words>{NAME}(?: {NAME}){{0,3}})(?: ?\([^()\n]{{1,40}}\))?"
    r"[*_\])]{0,3} ?:"
)


def _signs(text: str, line: tuple[int, int], around: Sequence[str]) -> Iterator[Edit]:
    """Give the bullet, number, time or kicker that a line begins with, one of those around."""
    start, end = line
    bullet = _CLOCK.match(text, start, end) or _BULLET.match(text, start, end)
    if bullet and _lists(text[start:end].strip(), around):
        yield Edit(start, bullet.end(), "\n")
        start = bullet.end()
    kicker = _KICKER.match(text, start, end)
    if kicker and _heads(kicker["words"]):
        yield Edit(start, kicker.end(), "")


def _lists(line: str, around: Sequence[str]) -> bool:
    """Tell whether the sign in front of a line lists it, as a dash or a number may not."""
    if line[0] in "–—-":
        return _lists_by_dash(line, around)
    return not _NUMBERED.match(line) or _lists_by_number(line, around)


def _lists_by_dash(line: str, around: Sequence[str]) -> bool:
    """Tell whether a line beside begins with the same dash, and behind none stands a signature.

    Nor does a dash list what it opens in place of a mark.
    """
    return not is_dash_speech(line) and sum(near.startswith(line[0]) for near in around) > 1


def _lists_by_number(line: str, around: Sequence[str]) -> bool:
    """Tell whether marks open behind a number and a stop, or a line beside goes on counting."""
    number, *beside = [
        int(found["number"]) for found in map(_NUMBERED.match, (line, *around)) if found
    ]
    opens = line.partition(" ")[2].lstrip()[:1] in _OPENERS
    return opens or any(abs(near - number) == 1 for near in beside)


def _heads(words: str) -> bool:
    """Tell whether a label in capitals says what follows, and not who speaks."""
    parts = [part.strip("'’") for part in words.lower().replace("/", " ").split()]
    return not _KICKERS.isdisjoint(parts) and all(part in _IN_KICKERS for part in parts)


class _Label(NamedTuple):
    """What stands before a line's colon: whom it could name, and whether it could head the line."""

    number: int
    bearer: tuple[str, bool]
    heads: bool


def _opened_by_speakers(lines: Sequence[str]) -> frozenset[int]:
    """Number the lines whose label is a word that could head them, but takes turns with others."""
    labels = list(_labels(lines))
    spoken = (*_recurring(lines, labels), *_asked_and_answered(lines, labels))
    return frozenset(number for number in spoken if not _is_caption(lines[number]))


def _labels(lines: Sequence[str]) -> Iterator[_Label]:
    for number, label in enumerate(map(_LABEL.match, lines)):
        heads = label is not None and _heads(label["words"])
        if label is not None and not (heads and " " in label["words"]):
            bearer = label["words"].split()[-1].lower(), label["words"].isupper()
            yield _Label(number, bearer, heads)


def _recurring(lines: Sequence[str], labels: Sequence[_Label]) -> Iterator[int]:
    """Number the lines of labels between which another stands that heads nothing.

    One of them opens a sentence: KEY: It is late. LEE: Is it? KEY: Yes.
    """
    others = [one.number for one in labels if not one.heads and not is_furniture(lines[one.number])]
    places: dict[tuple[str, bool], list[int]] = {}
    for label in labels:
        places.setdefault(label.bearer, []).append(label.number)
    for numbers in places.values():
        parted = bisect_right(others, numbers[0]) < bisect_left(others, numbers[-1])
        if parted and any(_ENDS_SENTENCE.search(lines[number]) for number in numbers):
            yield from numbers


def _asked_and_answered(lines: Sequence[str], labels: Sequence[_Label]) -> Iterator[int]:
    """Number a question and its answer, the label of one of which heads nothing."""
    for asks, answers in pairwise(labels):
        question = lines[asks.number].endswith("?") and asks.heads != answers.heads
        if question and _ENDS_SENTENCE.search(lines[answers.number]):
            yield from (asks.number, answers.number)
