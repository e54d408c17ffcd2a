"""`mou-tui watch`: follows a session that is open elsewhere."""
