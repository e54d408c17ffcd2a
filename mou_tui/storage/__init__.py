"""Bytes and plain data: files, YAML, schemas. Knows no session."""
