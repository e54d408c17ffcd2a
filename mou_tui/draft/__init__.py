"""Assemble the agreement from a checklist and a session. Pure."""
