"""What a checklist and a session amount to."""
