"""Captures: what each says today, what changed between them, and how they travel."""
