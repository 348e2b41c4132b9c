"""Adgang, identities, the log with its triggers, sessions and download tickets."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

FORBUDT = "loggen kan ikke ændres"
SQLITE = (
    f"create trigger log_uaendret before update on log begin select raise(abort, '{FORBUDT}'); end",
    f"create trigger loganker_uaendret before update on loganker begin select raise(abort, '{FORBUDT}'); end",
    f"create trigger loganker_bliver before delete on loganker begin select raise(abort, '{FORBUDT}'); end",
    "create trigger log_bliver before delete on log "
    "when old.tid >= strftime('%Y-%m-%dT%H:%M:%f', 'now', '-730 days') "
    f"begin select raise(abort, '{FORBUDT}'); end",
)
POSTGRESQL = (
    f"create function log_forbudt() returns trigger language plpgsql as $$ begin raise exception '{FORBUDT}'; end $$",
    "create trigger log_uaendret before update on log for each row execute function log_forbudt()",
    "create trigger loganker_uaendret before update or delete on loganker for each row execute function log_forbudt()",
    "create trigger log_bliver before delete on log for each row when (old.tid >= to_char("
    "now() at time zone 'utc' - interval '730 days', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')) "
    "execute function log_forbudt()",
    "create trigger log_toemmes_ikke before truncate on log for each statement execute function log_forbudt()",
    "create trigger loganker_toemmes_ikke before truncate on loganker "
    "for each statement execute function log_forbudt()",
)


def upgrade() -> None:
    create_adgang()
    create_log()
    create_sessioner()
    for saetning in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(saetning)


def create_adgang() -> None:
    op.create_table(
        "adgang",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("bruger", sa.String(100), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("person", sa.String(64)),
        sa.Column("rolle", sa.String(10), nullable=False),
        sa.Column("enhedsnr", sa.Integer, nullable=False),
        sa.Column("gyldig_fra", sa.Date, nullable=False),
        sa.Column("gyldig_til", sa.Date, nullable=False),
        sa.Column("tildelt_af", sa.String(100), nullable=False),
        sa.Column("begrundelse", sa.Text, nullable=False),
        sa.Column("stedfortraeder_for", sa.String(100)),
        sa.Column("kilde", sa.String(10), nullable=False),
        sa.Column("tilstand", sa.String(10), nullable=False),
    )
    op.create_index("ix_adgang_bruger", "adgang", ["bruger"])
    op.create_table(
        "identiteter",
        sa.Column("bruger", sa.String(100), primary_key=True),
        sa.Column("udsteder", sa.String(300), nullable=False),
        sa.Column("vaerdi", sa.String(300), nullable=False),
        sa.Column("bundet", sa.String(32), nullable=False),
        sa.UniqueConstraint("udsteder", "vaerdi"),
    )


def create_log() -> None:
    op.create_table(
        "log",
        sa.Column("nr", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("tid", sa.String(32), nullable=False),
        sa.Column("hvem", sa.String(100), nullable=False),
        sa.Column("som", sa.String(100)),
        sa.Column("hvad", sa.String(30), nullable=False),
        sa.Column("hvor", sa.String(100), nullable=False),
        sa.Column("noder", sa.Text, nullable=False),
        sa.Column("bygning_id", sa.String(16)),
        sa.Column("antal_personer", sa.Integer),
        sa.Column("forrige", sa.String(64), nullable=False),
        sa.Column("kontrol", sa.String(64), nullable=False),
    )
    op.create_table(
        "loganker",
        sa.Column("nr", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kontrol", sa.String(64), nullable=False),
    )


def create_sessioner() -> None:
    op.create_table(
        "sessioner",
        sa.Column("noegle", sa.String(64), primary_key=True),
        sa.Column("bruger", sa.String(100), nullable=False),
        sa.Column("begyndt", sa.String(32), nullable=False),
        sa.Column("sidst_set", sa.String(32), nullable=False),
        sa.Column("afsluttet", sa.String(32)),
    )
    op.create_index("ix_sessioner_bruger", "sessioner", ["bruger"])
    op.create_table(
        "billetter",
        sa.Column("billet", sa.String(64), primary_key=True),
        sa.Column("session", sa.String(64), sa.ForeignKey("sessioner.noegle"), nullable=False),
        sa.Column("bruger", sa.String(100), nullable=False),
        sa.Column("fil", sa.String(50), nullable=False),
        sa.Column("parametre", sa.Text, nullable=False),
        sa.Column("udstedt", sa.String(32), nullable=False),
    )
