"""The triggers a store must have: what keeps rows from being changed or taken away."""

from sqlalchemy import Connection, text

UDGIVNE = {
    "laase": "id = new.id",
    "laaseslut": "laas = new.laas",
    "laasefiler": "laas = new.laas and navn = new.navn",
    "berigtigelser": "id = new.id",
}
"""Tables no row of which is changed or taken away, each with how a row that would take another's place is known."""
FORVENTEDE = {
    "sqlite": {
        "log_uaendret": "before update on log",
        "log_bliver": "before delete on log when old.tid >= strftime('%Y-%m-%dT%H:%M:%f', 'now', '-730 days')",
        "log_erstattes_ikke": "before insert on log when exists (select 1 from log where nr = new.nr)",
        "loganker_uaendret": "before update on loganker",
        "loganker_bliver": "before delete on loganker",
        "loganker_erstattes_ikke": "before insert on loganker when exists (select 1 from loganker where nr = new.nr)",
        "adgang_bliver": "before delete on adgang",
        "noter_uaendret": "before update on noter",
        "indsatser_uaendret": "before update on indsatser",
        "indsatsslut_uaendret": "before update on indsatsslut",
        "maaltal_beslutninger_uaendret": "before update on maaltal_beslutninger",
        "kvartalsgange_uaendret": "before update on kvartalsgange",
        "kvartalstrin_uaendret": "before update on kvartalstrin",
        "kvartalsord_uaendret": "before update on kvartalsord",
        "kvartalsvalg_uaendret": "before update on kvartalsvalg",
        **{f"{tabel}_uaendret": f"before update on {tabel}" for tabel in UDGIVNE},
        **{f"{tabel}_bliver": f"before delete on {tabel}" for tabel in UDGIVNE},
        **{
            f"{tabel}_erstattes_ikke": f"before insert on {tabel} when exists (select 1 from {tabel} where {samme})"
            for tabel, samme in UDGIVNE.items()
        },
    },
    "postgresql": {
        "log_uaendret": "before update on log",
        "log_bliver": "before delete on log",
        "log_toemmes_ikke": "before truncate on log",
        "loganker_uaendret": "before delete or update on loganker",
        "loganker_toemmes_ikke": "before truncate on loganker",
        "adgang_bliver": "before delete on adgang",
        "adgang_toemmes_ikke": "before truncate on adgang",
        "noter_uaendret": "before update on noter",
        "indsatser_uaendret": "before update on indsatser",
        "indsatsslut_uaendret": "before update on indsatsslut",
        "maaltal_beslutninger_uaendret": "before update on maaltal_beslutninger",
        "kvartalsgange_uaendret": "before update on kvartalsgange",
        "kvartalstrin_uaendret": "before update on kvartalstrin",
        "kvartalsord_uaendret": "before update on kvartalsord",
        "kvartalsvalg_uaendret": "before update on kvartalsvalg",
        **{f"{tabel}_uaendret": f"before delete or update on {tabel}" for tabel in UDGIVNE},
        **{f"{tabel}_toemmes_ikke": f"before truncate on {tabel}" for tabel in UDGIVNE},
    },
}
"""When each acts; all of them refuse."""
PG_ALDER = ("WHEN (old.tid", ">= to_char(", "'730 days'::interval")
PG_TRIGGERE = """
    select t.tgname, pg_get_triggerdef(t.oid, true), p.prosrc, t.tgqual is not null
    from pg_trigger as t
    inner join pg_class as c on t.tgrelid = c.oid
    inner join pg_proc as p on t.tgfoid = p.oid
    where c.relnamespace = to_regnamespace(current_schema())::oid and not t.tgisinternal and t.tgenabled in ('O', 'A')
"""


def find_missing(con: Connection) -> list[str]:
    """Names of those that are gone, off, or do not do what they should."""
    dialekt = con.dialect.name
    virker = _read_sqlite(con) if dialekt == "sqlite" else _read_postgresql(con)
    return sorted(navn for navn, naar in FORVENTEDE[dialekt].items() if virker.get(navn) != naar)


def _read_sqlite(con: Connection) -> dict[str, str]:
    """When each acts, of those whose whole body is to refuse."""
    triggere = {}
    for navn, sql in con.execute(text("select name, sql from sqlite_master where type = 'trigger'")):
        hoved, _, krop = " ".join(sql.split()).partition(" begin ")
        if krop.startswith("select raise(abort, ") and krop.count(";") == 1:
            triggere[navn] = hoved.removeprefix(f"create trigger {navn} ").removeprefix(f"CREATE TRIGGER {navn} ")
    return triggere


def _read_postgresql(con: Connection) -> dict[str, str]:
    """When each acts; a condition only log_bliver may have, on the rows' age."""
    triggere = {}
    for navn, definition, funktion, har_betingelse in con.execute(text(PG_TRIGGERE)):
        naar = " ".join(definition.split()).removeprefix(f"CREATE TRIGGER {navn} ").partition(" FOR EACH ")[0].lower()
        paa_alder = navn == "log_bliver" and all(del_ in definition for del_ in PG_ALDER)
        if " ".join(funktion.split()).startswith("begin raise exception") and (paa_alder or not har_betingelse):
            triggere[navn] = naar
    return triggere
