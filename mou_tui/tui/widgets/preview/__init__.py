"""The draft as it is shown while one types."""
