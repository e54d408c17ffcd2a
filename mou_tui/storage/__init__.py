"""Store bytes and plain data: files, YAML, schemas. Independent of sessions."""
