"""What each delivery saw of the months: dagsværk down to afdeling, so that late registration can be measured."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "aargange",
        sa.Column("udtraeksdato", sa.Date, primary_key=True),
        sa.Column("bygning_id", sa.String(16), nullable=False),
        sa.Column("opgoerelse_id", sa.String(16), nullable=False),
    )
    op.create_table(
        "aargangstal",
        sa.Column("udtraeksdato", sa.Date, primary_key=True),
        sa.Column("niveau", sa.String(10), primary_key=True),
        sa.Column("enhed_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("maaned_nr", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("dagsvaerk_e8", sa.BigInteger),
    )
