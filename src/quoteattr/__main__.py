"""``python -m quoteattr`` is the command line."""

from quoteattr.cli import main

if __name__ == "__main__":
    main()
