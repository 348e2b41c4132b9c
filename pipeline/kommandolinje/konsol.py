"""The terminal: one width, one look of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

BREDDE = 132  # columns when nobody's window decides


def make_konsol(*, stderr: bool = False) -> Console:
    """Wide when the output goes to a file or a pipe, so that no figure is cut."""
    from rich.console import Console  # loaded when something is to be shown

    konsol = Console(stderr=stderr, highlight=False, markup=False)
    return konsol if konsol.is_terminal else Console(stderr=stderr, highlight=False, markup=False, width=BREDDE)


def make_tabel(*kolonner: str, tal: int, fold: tuple[int, ...] = ()) -> Table:
    """A plain table whose last `tal` columns are numbers; only the columns in `fold` break over lines."""
    from rich.table import Table

    tabel = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0), show_header=any(kolonner))
    for nummer, kolonne in enumerate(kolonner):
        er_tal = nummer >= len(kolonner) - tal
        tabel.add_column(kolonne, justify="right" if er_tal else "left", no_wrap=nummer not in fold, overflow="fold")
    return tabel
