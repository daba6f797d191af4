"""What is known of an outlet's pages: rules of editors, lines learned of them."""
