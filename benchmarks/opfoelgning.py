"""The notices of the demo's kommune found anew, a year of them, in a process of its own: seconds, employees, notices.

Run alone: `python -m benchmarks.opfoelgning DATABASE`.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

import duckdb

from pipeline.database.kryptering import attach_database
from pipeline.database.modeller import run_folder, run_macros
from pipeline.database.noegler import read_noegle
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.port.opfoelgning import load_candidate_rules

GANGE = 5


def measure(database: Path) -> dict[str, float]:
    with duckdb.connect(":memory:", config={"threads": "2"}) as con:
        run_macros(con)
        attach_database(con, database, alias="maal", noegle=read_noegle("noegle", database))
        parametre = load_candidate_rules(con, load_indstillinger().opfoelgning, aar=1)
        ((ansatte,),) = con.execute(
            "select count(distinct medarbejdernr) from bygning, ansaettelser where udtraeksdato between fra and til"
        ).fetchall()
        tider = []
        for _ in range(GANGE):
            begyndt = perf_counter()
            for _ in run_folder(con, "35_opfoelgning", parametre):
                pass
            tider.append(perf_counter() - begyndt)
        ((varsler,),) = con.execute("select count(*) from varsler").fetchall()
    return {"sekunder": sorted(tider)[GANGE // 2], "ansatte": ansatte, "varsler": varsler}


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
