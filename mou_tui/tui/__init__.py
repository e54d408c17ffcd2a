"""The full screen."""

import os

# At the library's 60 frames a second the draft follows a key up to a frame later than it could.
os.environ.setdefault("TEXTUAL_FPS", "120")
