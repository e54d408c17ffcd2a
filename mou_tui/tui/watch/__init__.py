"""The program behind `mou-tui watch`, which follows a session open elsewhere."""
