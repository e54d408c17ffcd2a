"""The documents and lists about the agreement. Pure."""
