"""What hr has set for every quarter, a row each time it is set; and which meeting a locked quarter went to.

The newest row of a kind is in force. None is changed; older ones are deleted when their time is up.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

FORBUDT = "et trin i et kvartal kan ikke ændres"
SQLITE = (
    f"create trigger kvartalsvalg_uaendret before update on kvartalsvalg begin select raise(abort, '{FORBUDT}'); end"
)
POSTGRESQL = (
    "create trigger kvartalsvalg_uaendret before update on kvartalsvalg "
    "for each row execute function kvartaler_forbudt()"
)


def upgrade() -> None:
    op.add_column("laase", sa.Column("moedenavn", sa.String(200)))
    op.create_table(
        "kvartalsvalg",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("hvad", sa.String(20), nullable=False),
        sa.Column("vaerdi", sa.Text, nullable=False),
        sa.Column("af", sa.String(100), nullable=False),
        sa.Column("tid", sa.String(32), nullable=False),
    )
    op.execute(SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL)
