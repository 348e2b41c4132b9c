"""The guards of what a release says: its proof, its locked quarters, and that a unit has one figure everywhere."""

from tests.vagter.vagt import Mutation

PROEVEN, UDGIVELSEN = "tests/pipeline/proev/test_proev.py", "tests/pipeline/status/test_udgivelse.py"
SAETNINGER = "tests/pipeline/status/test_saetninger.py"
LAASTE, PROEV_PY = "tests/pipeline/status/test_laaste.py", "pipeline/proev/spoergsmaal.py"
KVARTALER, KVARTALER_PY = "tests/pipeline/proev/test_kvartaler.py", "pipeline/proev/kvartaler.py"
OVERALT = "tests/pipeline/status/test_samme_tal_overalt.py"

PROEVENS = (
    Mutation("an unsafe range fails", PROEV_PY, "if is_safe(lav, hoej):", "if True:", PROEVEN),
    Mutation("shown groups pass", PROEV_PY, "and boern and fails(boern)", "and False", PROEVEN),
    Mutation("two dominate", "pipeline/proev/viden.py", "or sum(hoejeste) * hele > alle * del_", "", PROEVEN),
    Mutation(
        "users know their own", PROEV_PY, "for noder, kendte in alles\n", "for noder, kendte in alles[:0]\n", PROEVEN
    ),
    Mutation("earlier releases count", PROEV_PY, "gamle.get(periode, ()))\n", "())\n", PROEVEN),
    Mutation("quarters are proven", PROEV_PY, "check_kvartaler(linjer, foer, viden)", "()", PROEVEN),
    Mutation("a quarter held by two", "pipeline/proev/vinduer.py", "and fails(egne):", "and False:", KVARTALER),
    Mutation("changes are statements", KVARTALER_PY, "if aendring is not None:", "if False:", KVARTALER),
    Mutation("corrected since", KVARTALER_PY, "np.minimum(lav * antal, idag)", "lav * antal", KVARTALER),
    Mutation(
        "all locked quarters", "pipeline/kommandolinje/udfoer_status.py", "laaste=laaste, ", "laaste=(), ", LAASTE
    ),
    Mutation("and on the page", "pipeline/status/pakke.py", "laaste=laaste, ", "laaste=(), ", LAASTE),
    Mutation(
        "no published twin",
        "sql/50_visning/udgivelse/sammenlign.sql",
        "coalesce(udgivne_tal.enhed_id, udgivne_tal.gruppe_id)",
        "udgivne_tal.gruppe_id",
        OVERALT,
    ),
    Mutation(
        "no twin among the nodes",
        "sql/50_visning/noegletal/noder.sql",
        "coalesce(enhed_id, gruppe_id) not in",
        "gruppe_id not in",
        OVERALT,
    ),
    Mutation(
        "the rest is not fælles",
        "sql/50_visning/udgivelse/enhedens_boern.sql",
        "case when hele.enhed_id is null then oevrige_navn(enheder.enhedsnavn) else",
        "case when false then '' else",
        OVERALT,
    ),
    Mutation("only known tables vouch", PROEV_PY, "tabel[0][:2] in KENDTE_TABELLER", "tabel[0]", PROEVEN),
    Mutation("impossible figures fail", PROEV_PY, "        if alle is None:", "        if False:", PROEVEN),
    Mutation(
        "a failed proof stops a release", "pipeline/proev/viden.py", "    if udfald.fejl:", "    if False:", UDGIVELSEN
    ),
    Mutation(
        "a figure has a source",
        "pipeline/status/kontrol.py",
        "raise Brugerfejl(tekster_status.UDEN_KILDE",
        "(tekster_status.UDEN_KILDE",
        SAETNINGER,
    ),
    Mutation("never overwritten", "pipeline/status/laaste.py", "if fil.exists() and", "if False and", LAASTE),
    Mutation("corrections from five", "pipeline/status/laaste.py", ">= MINDST_RETTEDE\n", ">= 1\n", LAASTE),
    Mutation("divided anew is left out", "pipeline/status/laaste.py", 'or gammel["deling"] != deling', "", LAASTE),
)
