"""What readers take along: tables, references and texts, written as streams."""
