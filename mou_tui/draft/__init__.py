"""The agreement: what a checklist and a session amount to. Pure."""
