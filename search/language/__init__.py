"""The language of search: Arabic text into terms, a reader's words into a query."""
