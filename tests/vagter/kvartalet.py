"""The guards of the quarter's work: who enters, what is sent, what is put in use, who writes over whom."""

from tests.vagter.vagt import Mutation

GANG, INDLEVER, DRAEBT = (
    "tests/pipeline/kvartal/test_gang.py",
    "tests/app/test_indlever.py",
    "tests/pipeline/kvartal/test_draebt.py",
)
TRIN, MODTAG = "pipeline/kvartal/trin.py", "pipeline/kvartal/modtag.py"

KVARTALETS = (
    Mutation("the quarter is hr's", TRIN, "not open_scope(bruger, miljoe=miljoe).rettigheder.er_hr", "False", GANG),
    Mutation("the quarter is nobody's as another", TRIN, "if bruger.som is not None or", "if", GANG),
    Mutation("the build hr saw", TRIN, "stand.bygning_id != bygning_id or stand.er_i_brug", "stand.er_i_brug", GANG),
    Mutation("the figures it was held against", TRIN, "if nu_i_brug != stand.mod:", "if False:", GANG),
    Mutation("a name is no path", MODTAG, "er_sti = any(tegn in navn for tegn in STIER)", "er_sti = False", INDLEVER),
    Mutation("how much is sent", MODTAG, "if self._bytes > self.hoejst:", "if False:", INDLEVER),
    Mutation("how many are sent", MODTAG, "if len(self._filer) >=", "if False and len(self._filer) >=", INDLEVER),
    Mutation("how many are in one", MODTAG, 'if slags == "zip":', "if False:", INDLEVER),
    Mutation(
        "a design is tried",
        "pipeline/kvartal/skabeloner.py",
        "        _try(stier[slags], slags, open_scope(hr.bruger, miljoe=hr.miljoe))",
        "        pass",
        INDLEVER,
    ),
    Mutation(
        "other figures end no round",
        "pipeline/lager/kvartaler.py",
        "        if laast is None or laast.indhold != ny.indhold:",
        "        if laast is None:",
        "tests/pipeline/lager/test_kvartalsvalg.py",
    ),
    Mutation("half a delivery", "app/sikkerhed/indlever.py", "if not dele.er_hele:", "if False:", INDLEVER),
    Mutation(
        "what a build leaves",
        "pipeline/kvartal/koersel.py",
        "    remove_leverancer(miljoe.database)\n    data =",
        "    data =",
        GANG,
    ),
    Mutation(
        "a version is written on once",
        "pipeline/lager/kvartaler.py",
        "if nyeste.version != laest:",
        "if False:",
        GANG,
    ),
    Mutation(
        "one round at a time",
        "pipeline/lager/kvartaler.py",
        "if seneste is not None and not seneste.er_slut:",
        "if False:",
        GANG,
    ),
    Mutation(
        "what waits is bound to its place",
        "pipeline/kvartal/lukket.py",
        'return b"sidst" if er_sidst else b"midt"',
        'return b""',
        "tests/pipeline/kvartal/test_lukket.py",
    ),
    Mutation(
        "a killed swap is finished", TRIN, "if nu_i_brug != bygning_id or kandidat.is_file():", "if True:", DRAEBT
    ),
)
