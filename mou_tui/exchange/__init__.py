"""Read other people's documents: match an earlier agreement to the checklist, report on it, and export drafts."""
