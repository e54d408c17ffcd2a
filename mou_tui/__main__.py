"""Lets `python -m mou_tui` run the program."""

from mou_tui.cli import main

if __name__ == "__main__":
    main()
