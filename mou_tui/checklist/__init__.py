"""What is asked, and the law beside it."""
