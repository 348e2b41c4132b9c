"""The one error a user meets: a Danish sentence, never a person, a path or a traceback."""


class Brugerfejl(Exception):
    """Stops the command with exit code 1; its text is the sentence shown (from `pipeline.tekster`)."""
