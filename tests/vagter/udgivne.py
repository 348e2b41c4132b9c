"""The guards of what has been published."""

from tests.vagter.vagt import Mutation

LAASE, BERIGTIGELSER, SIDEN = (
    "tests/pipeline/lager/test_laase.py",
    "tests/pipeline/status/test_berigtigelser.py",
    "tests/app/test_laaste.py",
)
LAASE_PY, BERIGTIGELSER_PY = "pipeline/lager/laase.py", "pipeline/status/berigtigelser.py"

UDGIVNES = (
    Mutation("a quarter is locked once", LAASE_PY, "    if laast is not None:", "        if False:", LAASE),
    Mutation("a lock as it was written", LAASE_PY, "if _hash(laas.indhold) != laas.sha256:", "if False:", LAASE),
    Mutation("a lifted lock counts no more", LAASE_PY, ".where(laaseslut.c.laas.is_(None))", "", LAASE),
    Mutation(
        "the store and a file agree",
        "pipeline/status/arkiv.py",
        "if laaste.get(kvartal, fil) != fil",
        "if False",
        BERIGTIGELSER,
    ),
    Mutation("no number in a reason", BERIGTIGELSER_PY, "    check_uden_tal(linje)\n", "", BERIGTIGELSER),
    Mutation(
        "no employee in a correction",
        BERIGTIGELSER_PY,
        "check_personer(linje, list_navne(miljoe))",
        "None",
        BERIGTIGELSER,
    ),
    Mutation(
        "only what is published is corrected",
        BERIGTIGELSER_PY,
        "if kvartal not in arkiv.laaste:",
        "if False:",
        BERIGTIGELSER,
    ),
    Mutation(
        "the package is of one archive",
        "pipeline/kvartal/pakke.py",
        "egne, arkiv.kendetegn)",
        "egne)",
        BERIGTIGELSER,
    ),
    Mutation(
        "the locked files are hrs",
        "app/hent.py",
        "    if not side.scope.rettigheder.er_hr:\n        return None\n    laas = ",
        "    laas = ",
        SIDEN,
    ),
    Mutation(
        "the bridges file is hrs",
        "app/hent.py",
        'if not side.scope.rettigheder.er_hr or parametre["format"] not in tekster_afstemning',
        'if parametre["format"] not in tekster_afstemning',
        "tests/app/test_afstem.py",
    ),
)
