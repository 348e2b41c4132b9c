"""The follow-up: when a notice was first seen, what leaders noted, which messages were sent.

A note is never changed; it is undone by a row of its own. Notes are deleted when their time is up, so deletion is free.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

FORBUDT = "en note kan ikke ændres"
SQLITE = (f"create trigger noter_uaendret before update on noter begin select raise(abort, '{FORBUDT}'); end",)
POSTGRESQL = (
    f"create function noter_forbudt() returns trigger language plpgsql as $$ begin raise exception '{FORBUDT}'; end $$",
    "create trigger noter_uaendret before update on noter for each row execute function noter_forbudt()",
)


def upgrade() -> None:
    op.create_table(
        "varselsbygninger",
        sa.Column("bygning_id", sa.String(16), primary_key=True),
        sa.Column("udtraeksdato", sa.Date, nullable=False),
        sa.Column("set_dag", sa.Date, nullable=False),
        sa.Column("hverdage_imellem", sa.Integer),
    )
    op.create_table(
        "varsler_set",
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("regel", sa.String(30), primary_key=True),
        sa.Column("fra", sa.Date, primary_key=True),
        sa.Column("forfald", sa.Date, nullable=False),
        sa.Column("foerst_set", sa.Date, nullable=False),
        sa.Column("trukket", sa.Date),
    )
    op.create_table(
        "noter",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("regel", sa.String(30), nullable=False),
        sa.Column("fra", sa.Date, nullable=False),
        sa.Column("til", sa.Date, nullable=False),
        sa.Column("dato", sa.Date, nullable=False),
        sa.Column("handling", sa.String(30), nullable=False),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
        sa.Column("fortryder", sa.Integer, sa.ForeignKey("noter.id", ondelete="CASCADE"), unique=True),
    )
    op.create_index("ix_noter_person", "noter", ["person"])
    op.create_table(
        "udsendelser",
        sa.Column("dag", sa.Date, primary_key=True),
        sa.Column("bruger", sa.String(100), primary_key=True),
        sa.Column("besked_id", sa.String(200), nullable=False, unique=True),
        sa.Column("tilstand", sa.String(20), nullable=False),
        sa.Column("forsoeg", sa.Integer, nullable=False),
        sa.Column("skrevet", sa.String(32), nullable=False),
        sa.Column("afsluttet", sa.String(32)),
    )
    for saetning in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(saetning)
