"""Index and ledger kept true to the database: outbox, rebuilding, verification."""
