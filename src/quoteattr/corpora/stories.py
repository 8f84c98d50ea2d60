"""News stories written for quoteattr: invented news of the world with every quotation marked.

A file holds stories as golden cases are written (`quoteattr.corpora.golden_cases`): a title, the
text with its spans marked in place, and a record for each quotation; ``may`` before a record says
that careful readers differ on it, ``|`` stands between answers that are right alike::

    ⟦q1 “We lost,”⟧ ⟦c1 said⟧ ⟦s1 the minister⟧.
    .
    q1 direct speaker="Jane Doe" kind=person title="Minister of Trade"
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from quoteattr.corpora.golden_cases import GoldenCase, GoldenQuotation, read_golden_cases
from quoteattr.corpora.world import AnnotatedArticle, AnnotatedSpeaker, Quotation

__all__ = ["ROLES", "STORIES", "Story", "read_role_stories", "read_stories"]

STORIES = Path(__file__).with_suffix("")
ROLES = STORIES.with_name("roles")


@attrs.frozen(kw_only=True)
class Story(AnnotatedArticle):
    """An invented article, annotated as it was written.

    Attributes:
        of_roles: it is a short one that is dense with roles, of people with names and without.
    """

    of_roles: bool = False


def read_stories(folder: Path = STORIES) -> Iterator[Story]:
    """Read the stories of every text file in a folder, by default those of the package.

    Raises:
        FileNotFoundError: the folder has no stories in it.
        ValueError: a file ends within a story, or a bracket in it is not closed.
    """
    return _read(folder, of_roles=False)


def read_role_stories(folder: Path = ROLES) -> Iterator[Story]:
    """Read the stories of a folder that teach whom a role means; raises as `read_stories`."""
    return _read(folder, of_roles=True)


def _read(folder: Path, *, of_roles: bool) -> Iterator[Story]:
    cases = read_golden_cases(folder)
    first = next(cases, None)
    if first is None:
        raise FileNotFoundError(f"no stories in {folder}")
    return (_story(case, of_roles=of_roles) for case in itertools.chain([first], cases))


def _story(case: GoldenCase, *, of_roles: bool) -> Story:
    speakers = {
        quotation.names: _speaker(quotation.names, case.quotations)
        for quotation in case.quotations
        if quotation.names
    }
    return Story(
        name=case.name,
        text=case.text,
        quotations=tuple(
            Quotation(
                kind=one.kind,
                content=one.content,
                cue=one.cue,
                source=one.source,
                speaker=speakers.get(one.names),
                optional=one.optional,
            )
            for one in case.quotations
        ),
        speakers=tuple(speakers.values()),
        of_roles=of_roles,
    )


def _speaker(names: Sequence[str], quotations: Sequence[GoldenQuotation]) -> AnnotatedSpeaker:
    """Gather what the records of one speaker say: the kind, and every title once."""
    own = [quotation for quotation in quotations if quotation.names == names]
    name, *others = names
    titles = tuple(
        dict.fromkeys(title for one in own if one.title for title in one.title.split("|"))
    )
    return AnnotatedSpeaker(
        id=name,
        name=name,
        alt=tuple(others),
        kind=next((one.speaker_kind for one in own if one.speaker_kind), "person"),
        titles=titles,
        main_title=titles[0] if titles else None,
    )
