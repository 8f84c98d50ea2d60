"""Put the word lists in order: ``python -m quoteattr.training.lexicons [--check]``."""

from __future__ import annotations

import argparse
import enum
import itertools
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quoteattr.training.data_folder import DATA

__all__ = ["FORMS", "Form", "find_faults", "put_in_order"]

_TOLD = ("Source:", "Licence:", "Entry:")
_GENDERS = frozenset({"m", "f", "u", ""})


class Form(enum.Enum):
    """What an entry of a list looks like."""

    WORD = "a word or phrase in small letters"
    NAME = "a name as it is written"
    GENDERED = "a word in small letters, with m, f or u behind it where it tells a gender"
    TABLE = "a word in small letters, and what the list says about it"
    GROUP = "words in small letters that belong together"


FORMS: Mapping[str, Form] = {
    "body_kin": Form.GROUP,
    "common_words": Form.WORD,
    "demonyms": Form.TABLE,
    "document_heads": Form.WORD,
    "firm_ends": Form.WORD,
    "firm_roles": Form.WORD,
    "function_words": Form.WORD,
    "given_names": Form.GENDERED,
    "group_heads": Form.WORD,
    "honorifics": Form.GENDERED,
    "known_letters": Form.TABLE,
    "letters_behind": Form.TABLE,
    "marked_words": Form.TABLE,
    "name_links": Form.WORD,
    "name_particles": Form.WORD,
    "naming_words": Form.TABLE,
    "organization_heads": Form.WORD,
    "organization_words": Form.WORD,
    "party_letters": Form.TABLE,
    "person_heads": Form.GENDERED,
    "light_words": Form.WORD,
    "praise_words": Form.WORD,
    "reporting_words": Form.TABLE,
    "role_heads": Form.GENDERED,
    "role_kin": Form.GROUP,
    "places": Form.NAME,
    "seats": Form.NAME,
    "serving_roles": Form.WORD,
    "setting_nouns": Form.TABLE,
    "short_names": Form.TABLE,
    "spelling_variants": Form.TABLE,
    "states_of_mind": Form.WORD,
    "surnames_first": Form.WORD,
    "telling_verbs": Form.WORD,
    "time_words": Form.TABLE,
    "title_words": Form.WORD,
}


def put_in_order(text: str, form: Form) -> str:
    r"""Give a list with its header kept, its entries composed (NFC), sorted, and each there once.

    Examples:
        >>> print(put_in_order("# Licence: MIT\nsurgeon\nActress f\nsurgeon\n", Form.GENDERED))
        # Licence: MIT
        actress f
        surgeon
        <BLANKLINE>
    """
    header, entries = _parts(text)
    spelled = (entry if form is Form.NAME else entry.lower() for entry in entries)
    plain = {" ".join(unicodedata.normalize("NFC", entry).split()) for entry in spelled}
    return "\n".join([*header, *sorted(plain, key=lambda entry: (entry.casefold(), entry))]) + "\n"


def find_faults(text: str, form: Form) -> Iterator[str]:
    r"""Name what is wrong with a list: what its header leaves out, and entries of another form.

    Examples:
        >>> list(find_faults("# Source: x\n# Licence: MIT\n# Entry: y\nnun w\n", Form.GENDERED))
        ["'nun w' tells no gender"]
    """
    header, entries = _parts(text)
    for told in _TOLD:
        if not any(line.startswith(f"# {told} ") for line in header):
            yield f"the header has no line '# {told} …'"
    words = [entry.split(" ")[0] for entry in entries]
    for entry, word in zip(entries, words, strict=True):
        behind = entry[len(word) + 1 :]
        if form is Form.GENDERED and behind not in _GENDERS:
            yield f"{entry!r} tells no gender"
        if form in (Form.TABLE, Form.GROUP) and not behind:
            yield f"{entry!r} says nothing about its word"
    if form in (Form.GENDERED, Form.TABLE):
        yield from (f"{word!r} has two entries" for word in _repeated(words))


def _parts(text: str) -> tuple[Sequence[str], Sequence[str]]:
    """Give the comments at the head of a list, and its entries."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    size = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[:size], lines[size:]


def _repeated(words: Sequence[str]) -> Sequence[str]:
    """Give the words that follow upon themselves, as they do in order."""
    return [word for word, following in itertools.pairwise(words) if word == following]


def main() -> None:
    """Rewrite the word lists in order, or only say which are not."""
    parser = argparse.ArgumentParser(
        prog="python -m quoteattr.training.lexicons", description=__doc__
    )
    parser.add_argument("folder", type=Path, nargs="?", default=DATA, help="where the lists are")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if any would change"
    )
    arguments = parser.parse_args()
    faults = [
        fault
        for name, form in FORMS.items()
        for fault in _settle(arguments.folder / f"{name}.txt", form, write=not arguments.check)
    ]
    sys.exit("\n".join(faults) or None)


def _settle(file: Path, form: Form, *, write: bool) -> Iterator[str]:
    """Put one list in order; give its faults, each behind the file's name."""
    before = file.read_text(encoding="utf-8")
    after = put_in_order(before, form)
    if write and before != after:
        file.write_text(after, encoding="utf-8", newline="\n")
    elif before != after:
        yield f"{file.name}: not in order"
    for fault in find_faults(after, form):
        yield f"{file.name}: {fault}"


if __name__ == "__main__":
    main()
