"""What has been agreed for units, and when it was ended. No row is changed; those long over are deleted."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

FORBUDT = "en indsats kan ikke ændres"
TABELLER = ("indsatser", "indsatsslut")
SQLITE = tuple(
    f"create trigger {tabel}_uaendret before update on {tabel} begin select raise(abort, '{FORBUDT}'); end"
    for tabel in TABELLER
)
POSTGRESQL = (
    "create function indsatser_forbudt() returns trigger language plpgsql as "
    f"$$ begin raise exception '{FORBUDT}'; end $$",
    *(
        f"create trigger {tabel}_uaendret before update on {tabel} for each row execute function indsatser_forbudt()"
        for tabel in TABELLER
    ),
)


def upgrade() -> None:
    op.create_table(
        "indsatser",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("enhed_id", sa.Integer, nullable=False),
        sa.Column("kategori", sa.String(60), nullable=False),
        sa.Column("fra", sa.Date, nullable=False),
        sa.Column("til", sa.Date),
        sa.Column("ejer", sa.String(60), nullable=False),
        sa.Column("tekst", sa.String(120), nullable=False),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
    )
    op.create_table(
        "indsatsslut",
        sa.Column("indsats", sa.Integer, sa.ForeignKey("indsatser.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("dato", sa.Date, nullable=False),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
    )
    for saetning in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(saetning)
