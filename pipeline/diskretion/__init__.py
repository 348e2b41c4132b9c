"""Who may be shown: the rules and the division of a node's children."""
