"""The command `sygefravaer`; the only room that prints."""
