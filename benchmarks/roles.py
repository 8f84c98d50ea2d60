"""Titles of invented people in generated sentences: `python benchmarks/roles.py`.

Every role stands with every name in five frames. Prints, by frame and for ordinary people's roles,
the share of quotations whose speaker has the name and the title, and the sentences that fail.
"""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from collections.abc import Iterator

import attrs

from quoteattr import QuoteExtractor

__all__ = ["FRAMES", "NAMES", "OFFICES", "ORDINARY", "Sentence", "run", "sentences"]

NAMES = [
    "Hugo Blom", "Amina Diallo", "Rhys Tudor", "Mei Lin Chua", "Ivana Kovac", "Jorge Salinas",
    "Oluwaseun Adeyemi", "Freya Lindholm", "Tariq Mansour", "Bridget O’Hare", "Sunil Wickrama",
    "Anouk Lefevre", "Pavel Dvorak", "Naledi Khumalo", "Kenji Morita", "Carmen Ibarra",
    "Duncan Muir", "Leyla Aydin", "Arvid Holm", "Chipo Moyo", "Marco Bellini", "Siti Rahmah",
    "Elif Demir", "Gareth Penn", "Yaw Boateng", "Nina Okpik", "Luis Arce", "Petra Novak",
    "Samir Haddad", "Wanda Kruk",
]  # fmt: skip
OFFICES = [
    "mayor", "surgeon", "plumber", "detective", "bishop", "head teacher", "architect", "senator",
    "goalkeeper", "farmer", "nurse", "economist", "drummer", "potter", "lecturer", "shop clerk",
    "fund-raiser", "harbour master",
]  # fmt: skip
ORDINARY = [
    "pensioner", "tenant", "witness", "mother", "shopper", "voter", "neighbour", "villager",
    "cyclist", "customer", "bystander", "spectator",
]  # fmt: skip
FRAMES = [
    "{Role} {name} said: “We were never asked.”",
    "“We were never asked,” said {role} {name}.",
    "“We were never asked,” said {name}, {a} {role}.",
    "{name}, the {role}, said: “We were never asked.”",
    "The {role}, {name}, told reporters: “We were never asked.”",
]


@attrs.frozen
class Sentence:
    """A generated sentence with the speaker's name and title."""

    text: str
    name: str
    title: str
    frame: int
    ordinary: bool


def sentences(names: int = len(NAMES)) -> Iterator[Sentence]:
    """Give every sentence, with the first `names` names."""
    roles = [(role, False) for role in OFFICES] + [(role, True) for role in ORDINARY]
    for (role, ordinary), name in itertools.product(roles, NAMES[:names]):
        article = "an" if role[0] in "aeiou" else "a"
        words = {"role": role, "Role": role.capitalize(), "name": name, "a": article}
        for frame, pattern in enumerate(FRAMES):
            yield Sentence(pattern.format(**words), name, role, frame, ordinary)


def run(names: int = len(NAMES)) -> tuple[Counter[str], Counter[str], list[str]]:
    """Count the sentences, and those that are right, by frame and kind of role; list the others."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    failed: list[str] = []
    made = list(sentences(names))
    found = QuoteExtractor().pipe([sentence.text for sentence in made], batch_size=64)
    for sentence, quotes in zip(made, found, strict=True):
        speaker = quotes[0].speaker if quotes else None
        title = (speaker.title or "").lower() if speaker else ""
        ok = speaker is not None and (speaker.name, title) == (sentence.name, sentence.title)
        for key in (f"frame {sentence.frame}", "ordinary" if sentence.ordinary else "offices"):
            total[key] += 1
            right[key] += ok
        if not ok:
            got = speaker and f"{speaker.name} | {speaker.title}"
            failed.append(f"{sentence.text} -> {got}")
    return total, right, failed


def main() -> None:
    """Print the figures; with an argument, that many names only."""
    total, right, failed = run(int(sys.argv[1]) if sys.argv[1:] else len(NAMES))
    for failure in failed:
        print(failure)
    for key, count in sorted(total.items()):
        print(f"{key}: {right[key]} of {count}")


if __name__ == "__main__":
    main()
