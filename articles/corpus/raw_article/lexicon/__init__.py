"""The words that pages, outlets, places and people are known by; code is elsewhere."""
