"""Parsing: a text as columns of tokens, whose offsets index the text as it was given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.errors import ModelNotFoundError
from quoteattr.syntax.readable_copy import _LONGEST_PIECE, find_pieces, readable_copy
from quoteattr.syntax.spacy_parser import DEFAULT_PIPELINE, load_pipeline, parse_doc, parse_texts
from quoteattr.syntax.tokens import Parse, subtree
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments
from reading import read

if TYPE_CHECKING:
    from spacy.tokens import Doc

COLUMNS = (
    "starts ends words lowers tags deps heads children labels entity sentence paragraph".split()  # noqa: SIM905
)


def words(parse: Parse, start: int, end: int) -> list[str]:
    """Give the text's own spelling of some tokens."""
    return [parse.text[parse.starts[i] : parse.ends[i]] for i in range(start, end)]


def check_bounds(bounds: list[tuple[int, int]], numbers: list[int], length: int) -> None:
    """Check that ranges cover all tokens, one behind the other, and agree with the numbers."""
    assert [i for start, end in bounds for i in range(start, end)] == list(range(length))
    assert numbers == [n for n, (start, end) in enumerate(bounds) for _ in range(start, end)]


def check(parse: Parse) -> None:
    """Check what holds of every Parse."""
    assert {len(getattr(parse, column)) for column in COLUMNS} == {len(parse)}
    behind = 0
    for start, end in zip(parse.starts, parse.ends, strict=True):
        assert behind <= start < end <= len(parse.text)
        assert not parse.text[start:end].isspace()
        behind = end
    for token, head in enumerate(parse.heads):
        assert (token in parse.children[head]) == (head != token)
    assert sorted(i for inner in parse.children for i in inner) == [
        token for token, head in enumerate(parse.heads) if head != token
    ]
    assert all(list(inner) == sorted(inner) for inner in parse.children)
    check_bounds(list(parse.sentences), list(parse.sentence), len(parse))
    check_bounds(list(parse.paragraphs), list(parse.paragraph), len(parse))
    for number, entity in enumerate(parse.entities):
        assert set(parse.entity[entity.start : entity.end]) == {number}
        assert set(parse.labels[entity.start : entity.end]) == {entity.label}


@given(strategies.texts())
@settings(max_examples=40)
def test_columns_agree(text: str) -> None:
    """Every text gives columns of one length, offsets in order, and heads that know their own."""
    check(read(text))


@given(strategies.news_texts())
@settings(max_examples=30)
def test_offsets_slice_back(text: str) -> None:
    """A token's stretch of the text is its word, but for marks, apostrophes and what is masked."""
    parse = read(text)
    marks = {i for s in find_segments(text).segments for i in range(s.start, s.inner_start)}
    marks |= {i for s in find_segments(text).segments for i in range(s.inner_end, s.end)}
    for start, end, word in zip(parse.starts, parse.ends, parse.words, strict=True):
        assert len(word) == end - start
        for place, character in enumerate(word, start):
            assert place in marks or character in (text[place].replace("’", "'"), "\ufffd")


@given(strategies.texts())
@settings(max_examples=30)
def test_a_whole_doc_keeps_the_same_promises(text: str) -> None:
    """A Doc that was parsed elsewhere makes a table as sound as our own."""
    encodable = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "?")
    parse = parse_doc(load_pipeline()(encodable))
    check(parse)
    assert parse.text == encodable


@given(strategies.texts())
def test_masked_text_keeps_its_length(text: str) -> None:
    """What the parser sees is as long as the text, and can be encoded."""
    readable = readable_copy(text, find_segments(text).segments)
    assert len(readable) == len(text)
    readable.encode("utf-8")


@pytest.mark.parametrize("marks", ["''", '""', "‘’", "«»", "„“", "「」"])
def test_every_style_reads_as_double_curly_marks(marks: str) -> None:
    """The parser sees one style of marks, so the style changes no tag and no head."""
    text = f"{marks[0]}We lost it all,{marks[1]} she said."
    curly = read("“We lost it all,” she said.")
    parse = read(text)
    assert parse.words == curly.words
    assert (parse.tags, parse.heads) == (curly.tags, curly.heads)
    assert parse.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Lee left ― as was clear ― and Orr stayed.",
        "Lee left - as was clear - and Orr stayed.",
        "Lee left\N{NO-BREAK SPACE}— as was clear — and Orr stayed.",
    ],
)
def test_unusual_dashes_and_spaces_read_like_usual_ones(text: str) -> None:
    """A dash or space that the pipeline hardly knows changes no tag and no head."""
    usual = read("Lee left — as was clear — and Orr stayed.")
    parse = read(text)
    assert (parse.tags, parse.heads) == (usual.tags, usual.heads)
    assert parse.text == text


def test_a_mark_of_two_characters_keeps_its_place() -> None:
    """Behind `` the words stand where the text has them, and the marks are one token each."""
    parse = read("``We lost,'' she said.")
    assert parse.words == ["“", "We", "lost", ",", "”", "she", "said", "."]
    assert words(parse, 1, 4) == ["We", "lost", ","]
    assert words(parse, 5, 8) == ["she", "said", "."]


def test_lower_case_has_straight_apostrophes() -> None:
    """Curly and straight apostrophes are one form."""
    assert "n't" in read("They don’t know.").lowers


def test_white_space_is_no_token() -> None:
    """Tokens of white space are left out, and sentences and paragraphs close up over them."""
    parse = build(
        "She/PRP/nsubj/wept wept/VBD/ROOT ././punct/wept", "", "He/PRP/nsubj/left left/VBD/ROOT"
    )
    assert parse.words == ["She", "wept", ".", "He", "left"]
    assert parse.paragraphs == parse.sentences == [(0, 3), (3, 5)]
    check(parse)


def test_a_doc_breaks_into_paragraphs_where_its_text_does() -> None:
    """A single line break inside a Doc ends a paragraph though not a Doc."""
    parse = parse_doc(load_pipeline()("It rained.\nIt poured. It stopped.\n\nWe left."))
    assert [words(parse, *bounds)[0] for bounds in parse.paragraphs] == ["It", "It", "We"]
    assert len(parse.sentences) == 4


def test_names_cover_their_tokens() -> None:
    """Each name has one number, and its tokens its label."""
    [table] = parse_all("Ann Lee met Bo Ek in Paris.")
    assert list(table.entity) == [0, 0, -1, 1, 1, -1, 2, -1]
    assert table.labels == ["PERSON", "PERSON", "", "PERSON", "PERSON", "", "GPE", ""]
    check(table)


def test_only_the_given_ranges_have_tokens() -> None:
    """Paragraphs that nobody asks for are not parsed; the others keep their offsets."""
    text = "It rained.\n\nIt poured.\n\nWe left."
    (parse,) = parse_texts(load_pipeline(), [(text, (), find_paragraphs(text)[1:])])
    assert words(parse, 0, len(parse)) == ["It", "poured", ".", "We", "left", "."]
    assert parse.paragraphs == [(0, 3), (3, 6)]


def test_a_recogniser_does_not_run() -> None:
    """Of somebody's pipeline the tagger and the parser run, whatever else there is in it."""
    import spacy  # noqa: PLC0415

    nlp = spacy.load(DEFAULT_PIPELINE)
    nlp.replace_pipe("ner", "ner")  # not initialised: it would raise
    text = "Ann Lee met Bo Ek in Paris."
    job = (text, (), find_paragraphs(text))
    [(whole,), (bare,)] = (parse_texts(one, [job]) for one in (load_pipeline(), nlp))
    assert (whole.tags, whole.heads, whole.labels) == (bare.tags, bare.heads, bare.labels)


@pytest.mark.parametrize("batch_size", [1, 2, 64])
def test_texts_that_share_batches_do_not_mix(batch_size: int) -> None:
    """Each text gives the table that it gives alone, the empty one an empty table."""
    texts = ["It rained.\n\nIt poured.", "", "“We left,” she said.", "\n"]
    jobs = [(text, find_segments(text).segments, find_paragraphs(text)) for text in texts]
    parses = list(parse_texts(load_pipeline(), jobs, batch_size=batch_size))
    assert [parse.text for parse in parses] == texts
    for parse in parses:
        assert (parse.words, parse.starts) == (read(parse.text).words, read(parse.text).starts)


@pytest.mark.parametrize("unit", ["It rained. ", "it rained and ", "x", "“Ha!” "])
def test_long_ranges_are_cut_without_loss(unit: str) -> None:
    """Pieces fit one parse and cover the range, cut at sentences, else spaces, else anywhere."""
    text = unit * (25_000 // len(unit))
    pieces = find_pieces(text, [(0, len(text)), (3, 8)])
    assert "".join(text[start:end] for start, end, number in pieces if number == 0) == text
    assert pieces[-1] == (3, 8, 1)
    assert max(end - start for start, end, _ in pieces) <= _LONGEST_PIECE
    assert {text[end - 1] for _, end, _ in pieces} == {unit[-1], text[7]}


def test_pieces_without_a_letter_or_digit_are_not_parsed() -> None:
    """Marks and rules have nothing to parse; what stands around them is read as without them."""
    assert find_pieces('"' * 12_000 + " — * _", [(0, 12_006)]) == []
    parse = read("It rained.\n\n* * *\n\n“”\n\nIt poured 2.")
    assert parse.words == read("It rained.\n\nIt poured 2.").words
    check(parse)


def test_a_long_paragraph_stays_one() -> None:
    """Pieces of one paragraph are one paragraph in the table."""
    parse = read("It rained all day and nobody came. " * 400)
    assert len(parse.paragraphs) == 1
    check(parse)


def test_a_missing_pipeline_is_named_with_its_remedy() -> None:
    """What is not installed is refused with the command that installs it."""
    with pytest.raises(ModelNotFoundError, match="python -m spacy download en_core_web_nothing"):
        load_pipeline("en_core_web_nothing")


def test_a_path_without_a_pipeline_is_not_installed_by_name(tmp_path: Path) -> None:
    """At a path there is none, which no download brings."""
    with pytest.raises(ModelNotFoundError, match="there is no spaCy pipeline at"):
        load_pipeline(str(tmp_path))


def test_a_pipeline_is_loaded_once() -> None:
    """The same name gives the same object, without components that nobody needs."""
    assert load_pipeline() is load_pipeline()
    assert "lemmatizer" not in load_pipeline().pipe_names


def test_common_words_are_known_from_the_start() -> None:
    """A pipeline knows the commonest words before it has read any text, and no others."""
    vocab = load_pipeline(str(load_pipeline().path)).vocab
    words = ("the", "The", "minister", "Minister")
    assert [word in vocab for word in words] == [True] * 3 + [False]


@pytest.mark.parametrize("end", ["(Lab):", "(aged 8)", "[Con]:"])
def test_no_bracket_is_half_a_smiley(end: str) -> None:
    """A bracket is a token of its own, whatever stands before or behind it."""
    tokens = [token.text for token in load_pipeline().make_doc(f"Ann Lee {end}")]
    assert not [token for token in tokens if {*token} & {*"()[]"} and len(token) > 1]


def test_no_head_is_white_space() -> None:
    """A word that hangs on white space takes no head outside the table."""
    from spacy.tokens import Doc  # noqa: PLC0415

    doc = Doc(
        load_pipeline().vocab,
        ["We", "\n", "left"],
        tags=["PRP", "_SP", "VBD"],
        deps=["nsubj", "dep", "ROOT"],
        heads=[1, 2, 2],
    )
    parse = parse_doc(doc)
    assert parse.words == ["We", "left"]
    check(parse)


def parse_all(*texts: str, nlp: Any = None) -> list[Parse]:
    """Parse whole texts."""
    work = [(text, find_segments(text).segments, find_paragraphs(text)) for text in texts]
    return list(parse_texts(nlp or load_pipeline(), work))


def doc_of(words: list[str], heads: list[int], deps: list[str]) -> Any:
    """Build a Doc by hand."""
    from spacy.tokens import Doc  # noqa: PLC0415

    tags = ["_SP" if word.isspace() else "NN" for word in words]
    vocab = load_pipeline().vocab
    return Doc(vocab, words=words, heads=heads, deps=deps, tags=tags)


def test_heads_climb_over_white_space() -> None:
    """What hangs on white space hangs on what that hung on."""
    table = parse_doc(doc_of(["one", "\n", "\t", "two"], [0, 0, 1, 2], ["ROOT", "dep", "dep", "x"]))
    assert (list(table.words), list(table.heads)) == (["one", "two"], [0, 0])
    assert list(table.deps) == ["ROOT", "x"]


def test_what_hangs_on_white_space_alone_is_a_root() -> None:
    """A token without a head says so by its label, so that every walk upwards ends."""
    table = parse_doc(doc_of(["\n", "one", "two"], [0, 0, 0], ["ROOT", "nsubj", "dep"]))
    assert (list(table.heads), list(table.deps)) == ([0, 1], ["ROOT", "ROOT"])


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b \u2028", " \t\r\n "])
def test_nothing_to_parse(text: str) -> None:
    """A text without a visible character has a table without words."""
    [table] = parse_all(text)
    assert list(table.words) == []


class Spy:
    """Passes texts on to the pipeline, and notes the size of each batch."""

    def __init__(self) -> None:
        """Start without a batch."""
        self.nlp = load_pipeline()
        self.pipe_names: list[str] = []
        self.pipeline: list[tuple[str, Any]] = []
        self.batches: list[list[int]] = []

    def pipe(self, texts: Any, **options: Any) -> Iterator[Any]:
        """Parse a batch."""
        texts = list(texts)
        self.batches.append([len(doc.text) for doc, _ in texts])
        return self.nlp.pipe(texts, **options)

    def make_doc(self, text: str) -> Doc:
        """Take a text apart."""
        return self.nlp.make_doc(text)


def test_batches_are_bounded_by_characters() -> None:
    """Memory for a batch is bounded, however long the paragraphs are; none is parsed whole."""
    spy = Spy()
    texts = ["It rained. " * 4000, "Short.\n\n" * 150]
    tables = parse_all(*texts, nlp=spy)
    assert all(sum(batch) <= 37_000 and len(batch) <= 128 for batch in spy.batches)
    assert sum(map(sum, spy.batches)) >= 43_000
    assert [len(table.paragraphs) for table in tables] == [1, 150]
    for text, table in zip(texts, tables, strict=True):
        assert "".join(table.words) == "".join(text.split())


def test_equal_words_are_one_object() -> None:
    """A long text holds each of its words once."""
    [table] = parse_all("It rained and it rained.\n\nIt rained again.")
    for column in (table.words, table.tags, table.deps, table.labels):
        assert len(set(map(id, column))) == len(set(column))


def test_every_character_may_stand_anywhere() -> None:
    """Wide characters, lone surrogates and NUL keep their places beside marks of any width."""
    text = "``\U0001f600 we\ud800 lost\0,'' she \u4e2d said. \u2018\u2018No.\u2019\u2019"
    [table] = parse_all(text)
    written = [text[start:end] for start, end in zip(table.starts, table.ends, strict=True)]
    assert written[:2] == ["`", "\U0001f600"]
    assert "".join(written).count("\ud800") == 1
    assert table.words[0] == "\u201c"


@pytest.mark.parametrize(("unit", "times"), [("a(", 3000), ("a\U0001f600", 3000), ("word", 700)])
def test_endless_words_are_cut(unit: str, times: int) -> None:
    """No word is so long that the pipeline takes its length squared; no character is lost."""
    spy = Spy()
    text = f"It rained. {unit * times} It rained {unit * 3}."
    [table] = parse_all(text, nlp=spy)
    assert max(map(max, spy.batches)) <= 240
    assert "".join(table.words) == "".join(text.split())
    assert len(table.paragraphs) == 1


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO — ",
        "PORT ELLEN, Scotland (Reuters) - ",
        "SÃO PAULO, March 4 (Xinhua) -- ",
        "Nairobi (AFP) – ",
        "Lagos – ",
        "Port Ellen, Scotland — ",
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(dateline: str) -> None:
    """What a dateline names is no subject of the sentence behind it, in the same paragraph."""
    parse = read(dateline + "A nurse who left said she was tired.")
    (start, end), *_ = parse.sentences[-1:]
    assert words(parse, start, start + 2) == ["A", "nurse"]
    assert words(parse, end - 1, end) == ["."]
    assert len(parse.paragraphs) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Fishermen — most of them — agreed.",
        "Lagos – but not Abuja – Agreed",
        "Wait - what?",
        "OSLO — ",
    ],
)
def test_other_dashes_end_no_dateline(text: str) -> None:
    """A pair of dashes, one before a small letter, and one at the very end cut nothing off."""
    assert find_pieces(text, [(0, len(text))]) == [(0, len(text), 0)]


def test_a_subtree_reaches_over_all_that_a_word_governs() -> None:
    """Children of children count, on both sides."""
    parse = build(
        "She/PRP/nsubj/said said/VBD/ROOT that/IN/mark/rained it/PRP/nsubj/rained "
        "rained/VBD/ccomp/said after/IN/prep/rained noon/NN/pobj/after ././punct/said"
    )
    assert subtree(parse, 4) == (2, 7)
    assert subtree(parse, 1) == (0, len(parse))
    assert subtree(parse, 0) == (0, 1)


def test_marks_part_words_without_spaces() -> None:
    """A mark that touches the word before and the word behind is a token of its own."""
    parse = read("Mr Lee said,“Go.” “Never,”said Ann.")
    assert " ".join(parse.words) == "Mr Lee said , “ Go . ” “ Never , ” said Ann ."


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("“It is full,” said Engr. Musa Danladi on Friday.", 1),
        ("The bishop, Bp. Piotr Nowak, said that it was late.", 1),
        ("“It is full,” said Musa Danladi Esq. It rained.", 2),
        ("“It is full,” said Musa Danladi Sr. It rained.", 2),
    ],
)
def test_the_full_stop_of_a_title(text: str, sentences: int) -> None:
    """That of a title before names ends no sentence; that of letters behind a name may."""
    assert len(read(text).sentences) == sentences
