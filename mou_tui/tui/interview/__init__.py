"""The interview screen and its controllers."""
