"""What a person writes in the ledger of a destination."""
