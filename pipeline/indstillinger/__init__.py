"""What HR may change."""
