"""Name finder: token tables to names."""

from __future__ import annotations

import concurrent.futures
import itertools

import pytest
from hypothesis import given

from quoteattr.syntax import name_finder
from quoteattr.syntax.name_finder import NAME_LABELS, find_names, name_column, spans_of
from quoteattr.syntax.spacy_parser import load_pipeline, parse_texts
from quoteattr.syntax.tokens import LabelledRange, Parse
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments
from strategies import texts


def read(text: str) -> Parse:
    """Parse a text as the extractor does."""
    given_text = (text, find_segments(text).segments, find_paragraphs(text))
    return next(parse_texts(load_pipeline(), [given_text]))


def named(text: str) -> list[tuple[str, str]]:
    """Give the names in a text with their labels."""
    parse = read(text)
    return [
        (text[parse.starts[name.start] : parse.ends[name.end - 1]], name.label)
        for name in find_names(parse)
    ]


@given(texts())
def test_names_stand_in_order_and_apart(text: str) -> None:
    """In any text, names lie within the table and behind one another, with known labels."""
    parse = read(text)
    names = find_names(parse)
    assert all(0 <= name.start < name.end <= len(parse) for name in names)
    assert all(one.end <= two.start for one, two in itertools.pairwise(names))
    assert {name.label for name in names} <= set(NAME_LABELS)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The talks went well, minister B.Ganzorig told reporters.", "B.Ganzorig"),
        ("“We will go on,” said K R Nambiar, a farmer.", "K R Nambiar"),
        ("President Moon Tae-suk said on Monday that the law would change.", "Moon Tae-suk"),
        ("“It is late,” said Datuk Faisal bin Rahman.", "Faisal bin Rahman"),
        ("Alhaji Sani Danjuma said the road was closed.", "Sani Danjuma"),
        ("Anna van der Velde, 34, said she had seen nothing.", "Anna van der Velde"),
        ("“We lost,” said coach Maria Ortiz-Lopez after the match.", "Maria Ortiz-Lopez"),
        ("Prof Jane Okello said the results were new.", "Jane Okello"),
        ("Dries van der Meer paints. “It is late,” Van der Meer said.", "Dries van der Meer"),
        ("Jan van der Meer paints. “It is late,” Van der Meer said.", "Jan van der Meer"),
        ("K Chandran Rao said on Friday that the road would reopen.", "K Chandran Rao"),
        ("The minister of trade, H E Ali Al Mannai, said it was late.", "Ali Al Mannai"),
        ("HE Ali Al Mannai, the minister of trade, said it was late.", "Ali Al Mannai"),
        ("Luis Prado Jr. runs the gym. “It is old,” Prado said.", "Luis Prado Jr."),
        ("The coach, Chun Hae-sung, told reporters so.", "Chun Hae-sung"),
        ("“We lost,” said Luis Prado III on Monday.", "Luis Prado III"),
        ("“We lost,” said Mrs Oti Church on Monday.", "Oti Church"),
        ("“We lost,” said Mr Steel on Monday.", "Steel"),
        ("“We lost,” said Luca di Marco.", "Luca di Marco"),
        ("“We lost,” said Anna de Boer, a nurse.\n\nDe Boer said no.", "De Boer"),
        ("Officer-in-Charge Bo Karim said the boiler exploded.", "Bo Karim"),
        ("“It is late,” Will Parker said.", "Will Parker"),
        ("Comfort Mensah said people were afraid.", "Comfort Mensah"),
    ],
)
def test_persons_of_the_world(text: str, name: str) -> None:
    """A person is found by the whole name, without title and honorific."""
    assert (name, "PER") in named(text)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The plant in Nairobi was closed on Friday.", "Nairobi", "LOC"),
        ("The Ministry of Health said that the plan had changed.", "Ministry of Health", "ORG"),
        (
            "The Miss Planet Organization said that the show would go on.",
            "Miss Planet Organization",
            "ORG",
        ),
        ("Workers at 5M Corp. said on Friday that they would strike.", "5M Corp.", "ORG"),
        ("Most Kenyans said that they would vote.", "Kenyans", "NORP"),
    ],
)
def test_what_is_no_person(text: str, name: str, label: str) -> None:
    """Places, organisations and peoples have labels of their own."""
    assert (name, label) in named(text)


def test_a_particle_stays_in_its_paragraph() -> None:
    """The last word of the paragraph before is no part of a name."""
    assert named("He rode in a van\n\nAnn Lee said no.") == [("Ann Lee", "PER")]


@pytest.mark.parametrize("event", ["World War II", "Ice Bowl III"])
def test_a_number_makes_no_person(event: str) -> None:
    """What has a number but no given name is no person for its number."""
    assert (event, "PER") not in named(f"The players spoke of {event} on Monday.")


def test_lower_case_holds_no_names() -> None:
    """A text without capitals has no names."""
    assert named("the plan was made by the people who live here.") == []


def test_columns() -> None:
    """Each token of a name has its label, and the others none."""
    names = [
        LabelledRange(start=0, end=1, label="LOC"),
        LabelledRange(start=2, end=4, label="PER"),
    ]
    assert name_column(names, 5) == ["B-LOC", "O", "B-PER", "I-PER", "O"]
    assert list(spans_of(name_column(names, 5))) == names
    assert name_column([], 2) == ["O", "O"]


def test_names_do_not_depend_on_what_was_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are the same for one who has read nothing, and for one who keeps few clues."""
    text = "Ann Lee of the Harbour Board met Bo Ek, mayor of Springfield, on Friday."
    known = named(text)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        assert pool.submit(named, text).result() == known
    monkeypatch.setattr(name_finder, "_MOST_CLUES", 4)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        assert [pool.submit(named, text).result() for _ in range(2)] == [known, known]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mika Virtanen won the race. The Finn said he was tired.", "NORP"),
        ("“I slept,” the 31-year-old Finn said.", "NORP"),
        ("The Finn family was tired.", "PERSON"),
        ("Ann Finn was tired. Finn slept.", "PERSON"),
    ],
)
def test_the_finn_is_one_of_a_people(text: str, label: str) -> None:
    """A person's name alone behind an article is none, unless it goes with another noun."""
    parse = read(text)
    finn = max(token for token, word in enumerate(parse.words) if word == "Finn")
    assert parse.labels[finn] == label
