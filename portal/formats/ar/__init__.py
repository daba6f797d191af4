"""Arabic: figures for months, whose names differ from country to country."""
