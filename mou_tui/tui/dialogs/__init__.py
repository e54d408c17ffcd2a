"""Forms, questions and choices asked over a screen."""
