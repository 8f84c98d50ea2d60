"""Stories: invented news as articles with speakers, those of the package and of the benchmark."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoteattr.corpora.golden_cases import read_golden_cases
from quoteattr.corpora.stories import STORIES, read_role_stories, read_stories

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "stories"
STORY = """A title
.
⟦q1 “No,”⟧ ⟦s1 the mayor⟧ ⟦c1 said⟧. ⟦q2 “Yes,”⟧ ⟦s2 Ann Lee⟧ ⟦c2 said⟧. ⟦q3 “So,”⟧ they sang.
.
q1 direct speaker="Ann Lee|Lee" kind=person title="mayor of Oxley|mayor"
q2 direct speaker="Ann Lee|Lee" kind=person
may q3 direct speaker=none
.
"""


def test_a_speaker_has_all_that_the_records_tell(tmp_path: Path) -> None:
    """Answers that are right alike are other names; the first title told is the main one."""
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (story,) = read_stories(tmp_path)
    (speaker,) = story.speakers
    assert (speaker.name, speaker.alt, speaker.kind) == ("Ann Lee", ("Lee",), "person")
    assert (speaker.titles, speaker.main_title) == (("mayor of Oxley", "mayor"), "mayor of Oxley")
    assert [one.speaker for one in story.quotations] == [speaker, speaker, None]
    assert [one.optional for one in story.quotations] == [False, False, True]


def test_stories_of_roles_say_so(tmp_path: Path) -> None:
    """They are read as the others are, and told from them by a field."""
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (story,), (of_roles,) = read_stories(tmp_path), read_role_stories(tmp_path)
    assert (story.of_roles, of_roles.of_roles) == (False, True)
    assert of_roles.quotations == story.quotations


def test_a_folder_without_stories(tmp_path: Path) -> None:
    """A folder that holds none is named."""
    with pytest.raises(FileNotFoundError, match=tmp_path.name):
        next(read_stories(tmp_path))


@pytest.mark.parametrize("folder", [STORIES, BENCHMARK])
def test_what_stories_tell_stands_in_them(folder: Path) -> None:
    """Names and kinds are told of every speaker, and some form of the name is in the text."""
    stories = list(read_stories(folder))
    assert len({story.name for story in stories}) == len(stories)
    for story in stories:
        text = " ".join(story.text.split()).lower()
        for speaker in story.speakers:
            assert any(name.lower() in text for name in (speaker.name, *speaker.alt)), speaker


def test_nothing_is_learned_from_the_benchmark() -> None:
    """No story of the benchmark is among those of the package, nor is a speaker of one."""
    learned, measured = (
        {
            quotation.names
            for case in read_golden_cases(folder)
            for quotation in case.quotations
            if quotation.speaker_kind == "person"
        }
        for folder in (STORIES, BENCHMARK)
    )
    assert learned
    assert measured
    assert not learned & measured - {None}
