"""Count the commonest words of news: ``python -m quoteattr.training.common_words``.

The tokenizer is shown them before it reads anything. They are counted in the passages and stories
of the package.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from quoteattr.corpora.passages import read_passages
from quoteattr.corpora.stories import read_stories
from quoteattr.training.data_folder import DATA

__all__ = ["COMMON_WORDS", "common_words", "main", "written"]

COMMON_WORDS = DATA / "common_words.txt"

_LEAST = 6
_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-])")
_HEADER = (
    "# Entry: a word in small letters that is common in news",
    f"# Source: what stands {_LEAST} times or more in the passages and stories of quoteattr",
    "# Licence: MIT, as the library",
)


def common_words(texts: Iterable[str], least: int = _LEAST) -> list[str]:
    """Give the words in small letters that stand `least` times or more, in order.

    A word with an apostrophe, a hyphen or a digit in it is none.

    Examples:
        >>> common_words(["He paid, she paid, the well-paid paid."], least=3)
        ['paid']
    """
    counts = Counter(word for text in texts for word in _WORD.findall(text))
    return sorted(word for word, count in counts.items() if count >= least)


def written() -> str:
    """Give the list as it is committed."""
    texts = (article.text for articles in (read_passages(), read_stories()) for article in articles)
    return "\n".join([*_HEADER, *common_words(texts)]) + "\n"


def main() -> None:
    """Count anew, and write the list."""
    COMMON_WORDS.write_text(written(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
