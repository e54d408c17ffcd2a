"""What was said, as frozen values, and as the text of a file."""
