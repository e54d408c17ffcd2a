"""The commands of the line-by-line mode."""
