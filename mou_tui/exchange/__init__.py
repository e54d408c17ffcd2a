"""Other people's documents: an earlier agreement read, matched to the checklist, and reported on."""
