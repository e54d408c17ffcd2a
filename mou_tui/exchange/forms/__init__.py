"""Forms for feedback that came back filled in."""
