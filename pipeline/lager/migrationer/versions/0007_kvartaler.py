"""The quarter's work: each round, what was done in it and by whom, and hr's own words, version by version.

No row is changed; a round is deleted whole when its time is up.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

FORBUDT = "et trin i et kvartal kan ikke ændres"
TABELLER = ("kvartalsgange", "kvartalstrin", "kvartalsord")
SQLITE = tuple(
    f"create trigger {tabel}_uaendret before update on {tabel} begin select raise(abort, '{FORBUDT}'); end"
    for tabel in TABELLER
)
POSTGRESQL = (
    "create function kvartaler_forbudt() returns trigger language plpgsql as "
    f"$$ begin raise exception '{FORBUDT}'; end $$",
    *(
        f"create trigger {tabel}_uaendret before update on {tabel} for each row execute function kvartaler_forbudt()"
        for tabel in TABELLER
    ),
)


def _gang() -> sa.ForeignKey:
    return sa.ForeignKey("kvartalsgange.id", ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "kvartalsgange",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
    )
    op.create_table(
        "kvartalstrin",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("gang", sa.Integer, _gang(), nullable=False, index=True),
        sa.Column("hvad", sa.String(20), nullable=False),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_table(
        "kvartalsord",
        sa.Column("gang", sa.Integer, _gang(), primary_key=True, autoincrement=False),
        sa.Column("felt", sa.String(20), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("tekst", sa.Text, nullable=False),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
    )
    for saetning in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(saetning)
