"""Whether a table has the grain its model's header states."""

import re

import duckdb

from pipeline.mapper import shipped_folder

KORN = re.compile(r"\bKorn: (.*?)\.(?: |$)")
EN_RAEKKE = "én række"
FORKLARET = re.compile(r" ?\([^)]*\)")


def stated_grain(mappe: str, navn: str) -> list[str]:
    """The columns after "Korn:", without what is explained in parentheses."""
    (fil,) = (shipped_folder("sql") / mappe).rglob(f"{navn}.sql")
    hoved = re.match(r"(?:--[^\n]*\n)*", fil.read_text(encoding="utf-8"))[0]
    (korn,) = KORN.findall(" ".join(linje.removeprefix("--").strip() for linje in hoved.splitlines()))
    return [kolonne.strip() for kolonne in FORKLARET.sub("", korn).split(",")]


def judge_grain(con: duckdb.DuckDBPyConnection, tabel: str, korn: list[str]) -> str | None:
    """None when it holds. `rowid` is a row of its own, and says nothing that could be wrong."""
    if korn == [EN_RAEKKE]:
        (antal,) = con.execute(f"select count(*) from {tabel}").fetchone()
        return None if antal <= 1 else f"{antal} rows"
    kolonner = {felt[0] for felt in con.execute(f"describe {tabel}").fetchall()} | {"rowid"}
    if ukendte := set(korn) - kolonner:
        return f"no columns: {sorted(ukendte)}"
    navne = ", ".join(korn)
    gentaget = con.execute(f"select {navne} from {tabel} group by {navne} having count(*) > 1 limit 1").fetchone()
    return f"twice: {gentaget}" if gentaget else None
