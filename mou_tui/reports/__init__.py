"""Write the documents and lists about the agreement. Pure."""
