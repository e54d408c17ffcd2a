"""What people write, apart from any agreement: plain text, lists of names, dates, and when something is due."""
