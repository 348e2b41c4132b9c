"""The quarter's case: from the published figures to documents, and the files they are."""
