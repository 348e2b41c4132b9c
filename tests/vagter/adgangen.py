"""The guards of many rows of adgang at once, and of which units want a leder."""

from tests.vagter.vagt import Mutation

SIDEN, FLERE, LEDERDAEKNING = (
    "tests/app/test_adgang.py",
    "tests/pipeline/lager/test_adgang_flere.py",
    "tests/pipeline/port/test_lederdaekning.py",
)

ADGANGENS = (
    Mutation(
        "the judge over what is ticked",
        "app/sider/adgang_flere.py",
        "        _judge(side, valgte)\n        approve_raekker",
        "        approve_raekker",
        SIDEN,
    ),
    Mutation(
        "adgangs names are hrs",
        "app/sider/adgang_flere.py",
        "    if not side.kan_aendre:\n        return {}\n",
        "",
        SIDEN,
    ),
    Mutation(
        "extended by another",
        "pipeline/lager/adgang.py",
        "                raise Brugerfejl(tekster_lager.EGEN_ADGANG)\n            if raekke.gyldig_til < dag:",
        "                pass\n            if raekke.gyldig_til < dag:",
        FLERE,
    ),
    Mutation(
        "a unit with employees of its own",
        "sql/63_omfang_opfoelgning/lederdaekning.sql",
        "where under.enhed_id in",
        "where true or under.enhed_id in",
        LEDERDAEKNING,
    ),
    Mutation(
        "another chef is no leder",
        "sql/63_omfang_opfoelgning/lederdaekning.sql",
        "ledelse.rolle = 'leder'\n",
        "true\n",
        LEDERDAEKNING,
    ),
)
