"""Runs the program for `python -m mou_tui`."""

from mou_tui.cli import main

if __name__ == "__main__":
    main()
