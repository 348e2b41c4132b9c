"""What has been proposed and decided of måltal: a row a step. None is changed; those of years long gone are deleted."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

FORBUDT = "en beslutning om måltal kan ikke ændres"
TABEL = "maaltal_beslutninger"
SQLITE = (f"create trigger {TABEL}_uaendret before update on {TABEL} begin select raise(abort, '{FORBUDT}'); end",)
POSTGRESQL = (
    "create function maaltal_forbudt() returns trigger language plpgsql as "
    f"$$ begin raise exception '{FORBUDT}'; end $$",
    f"create trigger {TABEL}_uaendret before update on {TABEL} for each row execute function maaltal_forbudt()",
)


def upgrade() -> None:
    op.create_table(
        TABEL,
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("svarer_paa", sa.Integer, sa.ForeignKey(f"{TABEL}.id", ondelete="CASCADE"), unique=True),
        sa.Column("enhed_id", sa.Integer, nullable=False),
        sa.Column("aar", sa.Integer, nullable=False),
        sa.Column("foer", sa.Integer),
        sa.Column("maaltal", sa.Integer),
        sa.Column("tilstand", sa.String(12), nullable=False),
        sa.Column("begrundelse", sa.String(200), nullable=False),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
    )
    for saetning in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(saetning)
