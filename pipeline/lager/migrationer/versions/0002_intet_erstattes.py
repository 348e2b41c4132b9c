"""Rows of adgang are never deleted; no row of the log is written over.

SQLite's `insert or replace` takes a row away without asking the triggers that guard against deletion.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

LOG_FORBUDT = "loggen kan ikke ændres"
ADGANG_FORBUDT = "adgang afsluttes og slettes ikke"
SQLITE = (
    *(
        f"create trigger {tabel}_erstattes_ikke before insert on {tabel} "
        f"when exists (select 1 from {tabel} where nr = new.nr) begin select raise(abort, '{LOG_FORBUDT}'); end"
        for tabel in ("log", "loganker")
    ),
    f"create trigger adgang_bliver before delete on adgang begin select raise(abort, '{ADGANG_FORBUDT}'); end",
)
POSTGRESQL = (
    "create function adgang_forbudt() returns trigger language plpgsql as "
    f"$$ begin raise exception '{ADGANG_FORBUDT}'; end $$",
    "create trigger adgang_bliver before delete on adgang for each row execute function adgang_forbudt()",
    "create trigger adgang_toemmes_ikke before truncate on adgang for each statement execute function adgang_forbudt()",
)


def upgrade() -> None:
    for saetning in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(saetning)
