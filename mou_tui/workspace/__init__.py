"""Every change to a session, for both front ends."""
