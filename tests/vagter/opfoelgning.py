"""The guards of the follow-up."""

from tests.vagter.vagt import Mutation

OPFOELGNING, VARSLER = "tests/pipeline/opfoelgning/test_opfoelgning.py", "tests/pipeline/opfoelgning/test_varsler.py"
SEND, NOTER = "tests/pipeline/opfoelgning/test_send.py", "tests/pipeline/lager/test_noter.py"
INDSATS = "tests/pipeline/opfoelgning/test_indsats.py"
MAALTAL = "tests/pipeline/opfoelgning/test_maaltal.py"
ENHEDSARK = "tests/pipeline/opfoelgning/test_enhedsark.py"
OMFANG_60 = "sql/60_omfang"
OMFANG_63 = "sql/63_omfang_opfoelgning"

OPFOELGNINGENS = (
    Mutation(
        "nobody marks herself",
        f"{OMFANG_63}/opfoelgning_egne.sql",
        "not list_contains($selv::integer[], opfoelgning_vurderet.medarbejdernr)\n    and",
        "",
        OPFOELGNING,
    ),
    Mutation(
        "a leder is the next aboves",
        f"{OMFANG_63}/ansvar.sql",
        "and hendes.enhed_id = ledede.enhed_id",
        "and false",
        OPFOELGNING,
    ),
    Mutation(
        "few stand in the total",
        f"{OMFANG_63}/ledergrupper.sql",
        "        and mindres_medarbejdere >= $mindste_leder::integer\n",
        "",
        OPFOELGNING,
    ),
    Mutation(
        "never late before it could be seen",
        f"{OMFANG_63}/opfoelgning_vurderet.sql",
        "greatest(varsler.frist, varsler_kendte.foerst_set)",
        "varsler.frist",
        OPFOELGNING,
    ),
    Mutation(
        "a note keeps to its days",
        f"{OMFANG_63}/opfoelgning_vurderet.sql",
        "and varsler.fra <= noter_laest.til",
        "",
        OPFOELGNING,
    ),
    Mutation("off with old data", "pipeline/port/opfoelgning.py", "max(data_dage, ", "max(0, ", OPFOELGNING),
    Mutation("off with rare data", "pipeline/port/opfoelgning.py", "hverdage_imellem or 0", "0", OPFOELGNING),
    Mutation(
        "open notices alone", "pipeline/opfoelgning/notering.py", ' or aktuel["tilstand"] != "åben"', "", OPFOELGNING
    ),
    Mutation(
        "no day to come",
        "pipeline/opfoelgning/notering.py",
        '<= dato <= scope.rows("opfoelgning_regelliste")["dag"][0]',
        "<= dato",
        OPFOELGNING,
    ),
    Mutation("ones own undo", "pipeline/lager/noter.py", " and note.af == haendelse.hvem", "", OPFOELGNING),
    Mutation(
        "undo for ten minutes", "pipeline/lager/noter.py", "timedelta(minutes=10)", "timedelta(days=1)", OPFOELGNING
    ),
    Mutation(
        "a talk unless she leaves",
        "sql/35_opfoelgning/varsler_fravaersdag.sql",
        "ansat_til > sygeforloeb",
        "ansat_til >= sygeforloeb",
        VARSLER,
    ),
    Mutation(
        "perhaps over",
        "sql/35_opfoelgning/varsler_tilbage.sql",
        "    and not sygeforloeb.er_maaske_afsluttet\n",
        "",
        VARSLER,
    ),
    Mutation(
        "a leder agrees on nothing", f"{OMFANG_60}/indsatsenheder.sql", "coalesce(egne.er_chef, false)", "true", INDSATS
    ),
    Mutation(
        "a chefs own units", f"{OMFANG_60}/indsatsenheder.sql", "or egne.enhed_id is not null", "or true", INDSATS
    ),
    Mutation(
        "hers to agree on",
        "pipeline/opfoelgning/indsats.py",
        '"indsats_enheder").filter("kan_aftales")',
        '"indsats_enheder")',
        INDSATS,
    ),
    Mutation("no employee in a line", "pipeline/opfoelgning/indsats.py", "list_navne(miljoe)", "[]", INDSATS),
    Mutation(
        "hr alone decides", "pipeline/opfoelgning/maaltal.py", "if not scope.rettigheder.er_hr:", "if False:", MAALTAL
    ),
    Mutation(
        "a chefs own maaltal",
        "pipeline/opfoelgning/maaltal.py",
        '"indsats_enheder").filter("kan_aftales")',
        '"indsats_enheder")',
        MAALTAL,
    ),
    Mutation(
        "a history for who may propose",
        f"{OMFANG_60}/maaltal_historik.sql",
        "where indsatsenheder.kan_aftales or",
        "where true or",
        MAALTAL,
    ),
    Mutation("no employee in a reason", "pipeline/opfoelgning/maaltal.py", "list_navne(miljoe)", "[]", MAALTAL),
    Mutation("one unit a page", "pipeline/opfoelgning/enhedsark.py", 'noder[0]["enhed_id"] < 0', "False", ENHEDSARK),
    Mutation(
        "exact or published",
        "pipeline/opfoelgning/enhedsark_med.py",
        "if not scope.rettigheder.er_hr and",
        "if False and",
        ENHEDSARK,
    ),
    Mutation(
        "published figures for med",
        "pipeline/opfoelgning/enhedsark_med.py",
        'decimaltal(gruppe["sygedage"])',
        'decimaltal(gruppe["sygedage"], 2)',
        ENHEDSARK,
    ),
    Mutation("allowed domains", "pipeline/opfoelgning/send.py", "fundet[1].lower() in domaener", "True", SEND),
    Mutation("old days untold", "pipeline/opfoelgning/send.py", "> HOEJEST_ALDER", "> 400", SEND),
    Mutation("same id", "pipeline/lager/udsendelser.py", 'f"{dag} {bruger}"', 'f"{nu} {bruger}"', NOTER),
    Mutation("once a day", "pipeline/lager/udsendelser.py", "if _find(con, dag, bruger) is None:", "if True:", NOTER),
)
