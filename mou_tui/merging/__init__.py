"""Two copies of one session made into one again, clause by clause; pure."""
