"""What one can do on each screen: actions, their keys, the palette."""
