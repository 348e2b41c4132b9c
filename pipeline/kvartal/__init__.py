"""The quarter from the export to the meeting, step by step: the same functions for the page and the command line."""
