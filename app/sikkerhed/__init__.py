"""Who is at the other end, and what the server lets through: everything before a page is drawn."""
