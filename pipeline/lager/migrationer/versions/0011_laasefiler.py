"""The files of a published case, kept with the lock of its quarter: rows are only added."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

FORBUDT = "et udgivet kvartal kan ikke ændres"
TABEL = "laasefiler"
SQLITE = tuple(
    f"create trigger {TABEL}_{navn} before {naar} begin select raise(abort, '{FORBUDT}'); end"
    for navn, naar in (
        ("uaendret", f"update on {TABEL}"),
        ("bliver", f"delete on {TABEL}"),
        (
            "erstattes_ikke",
            f"insert on {TABEL} when exists (select 1 from {TABEL} where laas = new.laas and navn = new.navn)",
        ),
    )
)
POSTGRESQL = tuple(
    f"create trigger {TABEL}_{navn} before {naar} on {TABEL} for each {hvad} execute function laase_forbudt()"
    for navn, naar, hvad in (("uaendret", "update or delete", "row"), ("toemmes_ikke", "truncate", "statement"))
)


def upgrade() -> None:
    op.create_table(
        TABEL,
        sa.Column("laas", sa.Integer, sa.ForeignKey("laase.id"), primary_key=True, autoincrement=False),
        sa.Column("navn", sa.String(100), primary_key=True),
        sa.Column("indhold", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
    )
    for saetning in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(saetning)
