"""The day a build was first seen was kept and never read: what was seen when stands with each notice."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute("alter table varselsbygninger drop column set_dag")
