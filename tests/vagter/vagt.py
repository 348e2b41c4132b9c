"""A guard: a text that makes it, and the tests that should miss it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutation:
    """In `fil` the text `fra`, which must stand there, becomes `til`; `proeve` should then fail."""

    navn: str
    fil: str
    fra: str
    til: str
    proeve: str
