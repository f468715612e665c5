"""Duidu: read a Chinese article in both scripts, word by word."""

__version__ = "0.1.0"
