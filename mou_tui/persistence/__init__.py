"""One open session: its file, autosave, recovery copies, backups, lock."""
