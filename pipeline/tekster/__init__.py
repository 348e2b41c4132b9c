"""Every Danish word a user reads, and the one rounding."""
