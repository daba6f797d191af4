"""What is kept of an article as it was read: its fields, figures and names."""
