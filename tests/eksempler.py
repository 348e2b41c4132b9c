"""How many examples a property test draws: few every day, and as many as SYGEFRAVAER_EKSEMPLER says in `make bench`."""

import os


def examples(dagligt: int, *, del_af: int = 1) -> int:
    """`dagligt`, or one in `del_af` of those asked for."""
    oensket = os.environ.get("SYGEFRAVAER_EKSEMPLER")
    return max(1, int(oensket) // del_af) if oensket else dagligt


def step(dagligt: int) -> int:
    """Each how many of all there are is tried every day; each one when more examples are asked for."""
    return 1 if os.environ.get("SYGEFRAVAER_EKSEMPLER") else dagligt
