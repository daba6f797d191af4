"""Searches that readers save, and the letters that tell them what is new."""
