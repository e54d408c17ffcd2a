"""A guided interview that turns the SRO MOU checklist into a finished draft agreement."""

__version__ = "0.3.0"
