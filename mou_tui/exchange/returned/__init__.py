"""Read what a draft that went out brings back: edits, comments, and what fits under no clause."""
