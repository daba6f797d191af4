"""How the archive says things to readers: counts, dates and figures in Arabic words."""
