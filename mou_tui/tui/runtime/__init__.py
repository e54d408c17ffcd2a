"""How the program runs on the toolkit: keys, signals, errors, workarounds."""
