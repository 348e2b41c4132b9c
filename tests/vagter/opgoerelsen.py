"""The guards of the figures: readers, models and charts, each at the limit that decides."""

from tests.vagter.vagt import Mutation

AARGANGE, FORSINKELSE = "tests/pipeline/lager/test_aargange.py", "tests/pipeline/lager/test_forsinkelse.py"
MODELLER, XML = "tests/noegletal/test_modeller.py", "tests/pipeline/byg/test_xml_serie.py"
LANGTID, DAEKNING = "tests/noegletal/test_haandregnede_langtid.py", "tests/noegletal/test_haandregnede_daekning.py"
BW, TAL = "tests/pipeline/readers/test_bw_rapport.py", "tests/pipeline/readers/test_tal.py"
FIGURER, VISNINGER = "tests/pipeline/report/test_figurer.py", "tests/pipeline/report/test_visninger.py"
KORN = "tests/noegletal/test_korn.py"
BROEN = "tests/pipeline/afstemning/test_broen.py"
KRONER = "tests/pipeline/afstemning/test_kroner.py"
SYGEFRAVAER = "sql/30_noegletal/sygefravaer.sql"

OPGOERELSENS = (
    Mutation(
        "a grain is what it says", "sql/20_mellem/tilhoer.sql", "Korn: enhed_id, placering_id", "Korn: enhed_id", KORN
    ),
    Mutation("a cell over three rows", "pipeline/readers/html_tabeller.py", "if igen > 1:", "if igen > 2:", BW),
    Mutation(
        "the last dump of a day",
        "sql/20_mellem/spaend_fra_personale.sql",
        "max_by(fil_id, fil)",
        "min_by(fil_id, fil)",
        XML,
    ),
    Mutation(
        "thirty days are long", "sql/20_mellem/sygeposter.sql", "+ 1 >= $langtid_dage", "+ 1 > $langtid_dage", LANGTID
    ),
    Mutation(
        "the next working day goes on",
        "sql/20_mellem/sygeposter.sql",
        "foerste_dag > seneste_naeste_arbejdsdag",
        "foerste_dag >= seneste_naeste_arbejdsdag",
        LANGTID,
    ),
    Mutation(
        "14 days after its end", "sql/20_mellem/perioder.sql", "< $foreloebig_dage", "<= $foreloebig_dage", DAEKNING
    ),
    Mutation("95 per cent is enough", "pipeline/lager/forsinkelse.py", "< graense]", "<= graense]", FORSINKELSE),
    Mutation(
        "a delivery is measured by those before it",
        "pipeline/lager/aargange.py",
        ".where(aargange.c.udtraeksdato < til)",
        ".where(aargange.c.udtraeksdato <= til)",
        AARGANGE,
    ),
    Mutation(
        "long a month later",
        SYGEFRAVAER,
        "when 1 then enhed_maaned.lang_efter_1_e8",
        "when 1 then enhed_maaned.lang_efter_2_e8",
        MODELLER,
    ),
    Mutation(
        "one medarbejder",
        SYGEFRAVAER,
        "ansat_dage >= $mindste_medarbejdere",
        "ansat_dage > $mindste_medarbejdere",
        DAEKNING,
    ),
    Mutation(
        "six staffed months",
        SYGEFRAVAER,
        "bemandede_maaneder >= $mindste_bemandede_maaneder",
        "bemandede_maaneder > $mindste_bemandede_maaneder",
        DAEKNING,
    ),
    Mutation(
        "less than the limit",
        "sql/30_noegletal/medarbejder_under_graensen.sql",
        "< $langtidsfrisk_e6::bigint",
        "<= $langtidsfrisk_e6::bigint",
        MODELLER,
    ),
    Mutation(
        "and in the year before", "sql/30_noegletal/medarbejder_frisk.sql", ", aaret_foer.fra_maaned + 12", "", LANGTID
    ),
    Mutation(
        "half is half",
        "sql/30_noegletal/halvdelen.sql",
        "dagsvaerk_hidtil_e8 >= opsummerede",
        "dagsvaerk_hidtil_e8 > opsummerede",
        MODELLER,
    ),
    Mutation("five quarters", "sql/30_noegletal/naere_vinduer.sql", "then 15 else", "then 12 else", MODELLER),
    Mutation(
        "the newest LPT169",
        "sql/30_noegletal/lpt169_medarbejdere.sql",
        "max(nyeste.udtraeksdato)",
        "min(nyeste.udtraeksdato)",
        MODELLER,
    ),
    Mutation(
        "ten behind a line of those left out",
        "sql/30_noegletal/afstemning_population.sql",
        "coalesce(rest.antal, $mindst_bag_linje) >= $mindst_bag_linje",
        "true",
        MODELLER,
    ),
    Mutation(
        "ten left out in all",
        "sql/30_noegletal/afstemning_population.sql",
        "having count(distinct afstemning_personer.medarbejdernr) >= $mindst_bag_linje",
        "",
        MODELLER,
    ),
    Mutation(
        "ten behind the arter of a source",
        "sql/30_noegletal/afstemning_arter.sql",
        "having count(distinct celler.medarbejdernr) >= $mindst_bag_linje",
        "",
        MODELLER,
    ),
    Mutation(
        "the arter of the kommune alone",
        "pipeline/afstemning/statistik.py",
        'if not tal["er_kommunen"]:',
        "if False:",
        BROEN,
    ),
    Mutation(
        "no løn under sygdom unless it is switched on",
        "sql/40_udgivelse/personalegruppe_dagsvaerk.sql",
        "where $kroner and not",
        "where not",
        KRONER,
    ),
    Mutation(
        "a line with a missing wage has no kroner",
        "pipeline/afstemning/kroner.py",
        "return all(gruppe.loen for gruppe in self.grupper)",
        "return any(gruppe.loen for gruppe in self.grupper)",
        KRONER,
    ),
    Mutation(
        "five with long absence",
        "sql/40_udgivelse/barn_uafklarede.sql",
        "($mindst_med_langtid - 1)",
        "($mindst_med_langtid - 4)",
        MODELLER,
    ),
    Mutation(
        "the top is a rate",
        "sql/40_udgivelse/udgivne_forskelle.sql",
        "(dagsvaerk_e8 / naevner_e8, sidste",
        "(dagsvaerk_e8, sidste",
        MODELLER,
    ),
    Mutation(
        "a foreløbig quarter is no top",
        "sql/40_udgivelse/udgivne_forskelle.sql",
        "where not er_foreloebig and",
        "where",
        MODELLER,
    ),
    Mutation(
        "to the nearest ten",
        "sql/60_omfang/datagrundlag_population.sql",
        "10 * round(sum(antal_medarbejdere) / 10)",
        "sum(antal_medarbejdere)",
        MODELLER,
    ),
    Mutation(
        "to the thousandth", "sql/60_omfang/datagrundlag_afstemning.sql", ", 3)::double", ", 8)::double", MODELLER
    ),
    Mutation(
        "on the limit may be chance",
        "sql/40_udgivelse/forventet.sql",
        "when niveautal.niveau > niveaugraenser.oevre then 1",
        "when niveautal.niveau >= niveaugraenser.oevre then 1",
        "tests/noegletal/test_forventet.py",
    ),
    Mutation("the top is named", "pipeline/report/figurer.py", 'tekster.HOEJEST if raekke["er_top"] else', "", FIGURER),
    Mutation("a foreløbig quarter is lighter", "pipeline/report/figurer.py", "alt.value(LYS)", "alt.value(1)", FIGURER),
)
