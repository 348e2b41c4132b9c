"""Opfølgning: who is due for a leder's attention, what she did, and the messages about it."""
