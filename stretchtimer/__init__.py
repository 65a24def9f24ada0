"""A stretching timer for the desktop: drawn, counted and spoken."""

__version__ = "0.1.0"
