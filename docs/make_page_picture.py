"""Make docs/page.png, the picture of a page: `python docs/make_page_picture.py`.

Needs a Chromium that runs without a screen; where there is none, nothing is made.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from quoteattr import extract_quotes
from quoteattr.formats import to_html

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDTH, HEIGHT = 1200, 900

ARTICLE = """\
The Hale Street bridge will stay closed until spring, the council said on Monday.

“The bridge is not safe,” said Ann Lee, the mayor of Springfield. “We have to wait.”

She called the repairs “long overdue” and denied that the money had been spent.

Tom Orr, a baker, disagreed. “It costs us half of our customers,” he said. “Nobody asked us.”

According to the engineers’ union, two of the six piers have moved. Rosa Diaz, its chair, warned
that the work “could take two years”.

“I drove over it every morning,” said Bob Hale, whose grandfather gave the street its name.
"""


def main() -> None:
    """Make the picture, or say why not."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit(f"no picture made: none of {', '.join(BROWSERS)} is installed")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(to_html(ARTICLE, extract_quotes(ARTICLE), title="The bridge"), "utf-8")
        picture = Path(__file__).parent / "page.png"
        command = [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *(f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={picture}", page.as_uri()),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603


if __name__ == "__main__":
    main()
