"""A made-up corpus in the form of PolNeAR: texts, and who says what in them as brat standoff."""

from __future__ import annotations

from pathlib import Path

__all__ = ["NAMES", "write_article", "write_corpus"]

NAMES = ["Ann Lee", "Bob Hale", "Cy Orr", "Di Moss", "Ed Kerr", "Flo Voss", "Gus Roth"]
NAMES += ["Hal Stone", "Ida Ray", "Jo Park"]
_PATTERNS = [
    "⟦C It rained all day⟧, ⟦S {name}⟧ ⟦V said⟧ on Monday.",
    "“⟦C We have to wait⟧,” ⟦V said⟧ ⟦S {name}⟧.",
    "⟦S {name}⟧ ⟦V said⟧ that ⟦C the road was closed⟧.",
    "The bus was late. “⟦C Nobody knows why it stopped⟧,” ⟦V said⟧ ⟦S {name}⟧.",
    "⟦S {name}⟧ ⟦V said⟧ ⟦C the bridge was “rather old”⟧.",
    "A house called “The Nest” stood there. The rain stopped at noon.",
]
_ROLES = {"S": "Source", "V": "Cue", "C": "Content"}


def _strip(line: str, start: int) -> tuple[str, dict[str, tuple[int, int]]]:
    """Take the brackets out of a line; give the offsets of what stood in them, from `start` on."""
    plain, spans = "", {}
    for part in line.split("⟦"):
        inner, _, rest = part.partition("⟧")
        label, _, words = inner.partition(" ") if "⟧" in part else ("", "", inner)
        if label:
            place = start + len(plain)
            spans[label] = (place, place + len(words))
        plain += words + rest
    return plain, spans


def write_article(folder: Path, name: str, lines: list[str]) -> None:
    """Write a text, a paragraph a line; ⟦S ⟧ marks a source in it, ⟦V ⟧ a cue, ⟦C ⟧ a content."""
    for part in ("text", "attributions"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    text, notes, events = "", [], []
    for line in lines:
        plain, spans = _strip(line, len(text))
        ids = {}
        for label, (start, end) in spans.items():
            ids[label] = f"T{len(notes) + 1}"
            words = plain[start - len(text) : end - len(text)]
            notes.append(f"{ids[label]}\t{_ROLES[label]} {start} {end}\t{words}")
        if ids:
            arguments = " ".join(f"{_ROLES[label]}:{number}" for label, number in ids.items())
            events.append(f"E{len(events) + 1}\tAttribution:{ids['V']} {arguments}")
        text += plain + "\n\n"
    (folder / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
    annotation = folder / "attributions" / f"{name}_one.ann"
    annotation.write_text("\n".join([*notes, *events]) + "\n", encoding="utf-8")


def write_corpus(folder: Path) -> Path:
    """Write an article for each name, in which that name and the next say all there is to say."""
    for number, name in enumerate(NAMES):
        other = NAMES[(number + 1) % len(NAMES)]
        lines = [
            pattern.format(name=name if place % 2 else other)
            for place, pattern in enumerate(_PATTERNS * 2)
        ]
        write_article(folder, f"article{number}", lines)
    return folder
