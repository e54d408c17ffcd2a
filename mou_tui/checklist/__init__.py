"""Define what is asked, and the law that goes with it."""
