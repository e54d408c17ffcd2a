"""Line by line, for screen readers, braille displays, dumb terminals and pipes."""
