"""Locked quarters, the locks that were lifted again, and what was corrected after publication: rows are only added."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

FORBUDT = "et udgivet kvartal kan ikke ændres"
TABELLER = {"laase": "id", "laaseslut": "laas", "berigtigelser": "id"}
"""Each with its key: SQLite's `insert or replace` takes a row away without asking the triggers against deletion."""
SQLITE = tuple(
    f"create trigger {tabel}_{navn} before {naar} begin select raise(abort, '{FORBUDT}'); end"
    for tabel, noegle in TABELLER.items()
    for navn, naar in (
        ("uaendret", f"update on {tabel}"),
        ("bliver", f"delete on {tabel}"),
        (
            "erstattes_ikke",
            f"insert on {tabel} when exists (select 1 from {tabel} where {noegle} = new.{noegle})",
        ),
    )
)
POSTGRESQL = (
    f"create function laase_forbudt() returns trigger language plpgsql as $$ begin raise exception '{FORBUDT}'; end $$",
    *(
        f"create trigger {tabel}_{navn} before {naar} on {tabel} for each {hvad} execute function laase_forbudt()"
        for tabel in TABELLER
        for navn, naar, hvad in (("uaendret", "update or delete", "row"), ("toemmes_ikke", "truncate", "statement"))
    ),
)


def upgrade() -> None:
    op.create_table(
        "laase",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kvartal", sa.String(6), nullable=False),
        sa.Column("udgivet", sa.Date, nullable=False),
        sa.Column("moede", sa.Date),
        sa.Column("indhold", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
    )
    op.create_table(
        "laaseslut",
        sa.Column("laas", sa.Integer, sa.ForeignKey("laase.id"), primary_key=True, autoincrement=False),
        sa.Column("grund", sa.String(200), nullable=False),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
    )
    op.create_table(
        "berigtigelser",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kvartal", sa.String(6), nullable=False),
        sa.Column("hvad", sa.Text, nullable=False),
        sa.Column("hvorfor", sa.String(200), nullable=False),
        sa.Column("orienteret", sa.String(200), nullable=False),
        sa.Column("bygning_id", sa.String(16), nullable=False),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
    )
    for saetning in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(saetning)
