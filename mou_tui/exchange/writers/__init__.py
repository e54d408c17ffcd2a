"""Write documents as Word, web pages and PDF, from the same parts."""
