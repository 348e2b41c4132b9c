"""The guards of the doors and of the log's head."""

from tests.vagter.vagt import Mutation

LOG = "tests/pipeline/lager/test_log.py"
HOVED, DOERE, TRAAD = "tests/pipeline/lager/test_hoved.py", "tests/app/test_doere.py", "tests/app/test_traad.py"
SERVER, SESSION, SKABELON = (
    "tests/app/test_middleware.py",
    "tests/app/test_session.py",
    ("tests/pipeline/status/test_skabelon.py"),
)
VIS, FILER, DRIFT = "tests/app/test_vis.py", "tests/app/test_filer.py", "tests/attack/test_drift.py"
MIDDLEWARE, TRAAD_PY, SKABELON_PY = (
    "app/sikkerhed/middleware.py",
    "app/sikkerhed/traad.py",
    "pipeline/status/skabelon.py",
)
SKRIVNING = "pipeline/lager/skrivning.py"

DOERENES = (
    Mutation("the chain", "pipeline/lager/kontrol.py", "if not _follows(raekke, nr, forrige):", "if False:", LOG),
    Mutation("the head's row", SKRIVNING, ".scalar() == hoved.kontrol", ".scalar() is not None", HOVED),
    Mutation("the head's anchor", SKRIVNING, "if read_anker(con) != hoved.anker:", "if False:", HOVED),
    Mutation(
        "the head is signed",
        "pipeline/lager/hoved.py",
        '    if not hmac.compare_digest(pack(par, noegle)["underskrift"].encode(), underskrift.encode()):',
        "    if False:",
        HOVED,
    ),
    Mutation("no head made up", SKRIVNING, "return TOMT if foerste == 1 else None", "return TOMT", HOVED),
    Mutation(
        "a head that does not fit stays",
        SKRIVNING,
        "next((hoved for hoved in par.kandidater if fits(con, hoved)), None)",
        "par.hoved",
        HOVED,
    ),
    Mutation(
        "shortening is announced",
        SKRIVNING,
        "    fil.place(Hovedpar(foer, naeste))\n",
        "",
        HOVED,
    ),
    Mutation(
        "a first head before the first row",
        SKRIVNING,
        "            fil.place(Hovedpar(TOMT))\n",
        "            pass\n",
        HOVED,
    ),
    Mutation(
        "missing triggers",
        "pipeline/lager/triggere.py",
        "if virker.get(navn) != naar)",
        "if False)",
        HOVED,
    ),
    Mutation(
        "triggers that do nothing",
        "pipeline/lager/triggere.py",
        '.startswith("select raise(abort, ")',
        '.startswith("select ")',
        HOVED,
    ),
    Mutation(
        "a copy's head",
        "pipeline/lager/kopi.py",
        "if not fits(con, par.hoved) or par.hoved.nr != read_newest(con)[0]:",
        "if False:",
        HOVED,
    ),
    Mutation(
        "no core dump", "app/sikkerhed/start.py", "    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n", "", HOVED
    ),
    Mutation("no core dump by the unit", "drift/sygefravaer.service", "LimitCORE=0\n", "", DRIFT),
    Mutation("Streamlit's doors", MIDDLEWARE, "or not AABNE.match(path)", "", DOERE),
    Mutation(
        "no picture signs out", MIDDLEWARE, 'request.headers.get("sec-fetch-site") == "cross-site"', "False", DOERE
    ),
    Mutation("a limit before sign-in", MIDDLEWARE, "and not self._is_within_limits(request)", "and False", DOERE),
    Mutation(
        "a false cookie counts",
        MIDDLEWARE,
        "if session.bruger is None and not self.graenser.take_address(",
        "if False and not self.graenser.take_address(",
        DOERE,
    ),
    Mutation("proxies of ours", "app/sikkerhed/graenser.py", "if adresse in proxyer:", "if True:", TRAAD),
    Mutation("nobody names herself", "app/sikkerhed/graenser.py", "if port == OMSKREVET:", "if False:", TRAAD),
    Mutation("no websocket before sign-in", MIDDLEWARE, "        if bruger is None:", "        if False:", SERVER),
    Mutation("a closed list of messages", TRAAD_PY, 'renset.WhichOneof("type") in TILLADTE', "True", TRAAD),
    Mutation("known fields of a run", TRAAD_PY, "if felt.name not in FELTER:", "if False:", TRAAD),
    Mutation("a connection's budget", TRAAD_PY, "self._spand.take(self._graenser.ur()) and", "", TRAAD),
    Mutation("a user's budget", TRAAD_PY, "and self._graenser.take_user(self._bruger)", "", TRAAD),
    Mutation(
        "two runs at once",
        TRAAD_PY,
        "                    await self._stand_in_line()\n",
        "                    pass\n",
        TRAAD,
    ),
    Mutation("the server's path", TRAAD_PY, "besked.new_session.main_script_path = HOVEDSCRIPT", "pass", TRAAD),
    Mutation("not too big", TRAAD_PY, 'if len(besked["bytes"]) > HOEJST_BYTES:', "if False:", TRAAD),
    Mutation(
        "vouched for",
        "app/sikkerhed/session.py",
        'str(claims.get("email") or "") if _is_vouched_for(claims, udbyder) else ""',
        'str(claims.get("email") or "")',
        SESSION,
    ),
    Mutation(
        "which account", "app/sikkerhed/session.py", "return til_os and har_konto and", "return til_os and", SESSION
    ),
    Mutation(
        "bound by another",
        "pipeline/lager/identiteter.py",
        "    if bruger not in {raekke",
        "    if False and bruger not in {raekke",
        SESSION,
    ),
    Mutation("a template's nodes", SKABELON_PY, "if not isinstance(node, TILLADTE):", "if False:", SKABELON),
    Mutation("a template's fields", SKABELON_PY, "and node.name not in felter:", "and False:", SKABELON),
    Mutation(
        "no loop in a loop", SKABELON_PY, "if not er_enkel or any(", "if not er_enkel or False and any(", SKABELON
    ),
    Mutation("no macro", SKABELON_PY, "if FREMMEDE_DELE.search(navn)]", "if False]", SKABELON),
    Mutation("nothing fetched", SKABELON_PY, 'if b"External" in relation and', "if False and", SKABELON),
    Mutation(
        "a heading runs no formula", "pipeline/report/formler.py", "if re.match(FORMEL, navn)}", "if False}", FILER
    ),
    Mutation("no address is a link", "app/vis.py", "SAMMEN.sub(ORDSAMMENBINDER, ", "str(", VIS),
    Mutation(
        "a heading is text", "app/vis.py", "st.title(plain(tekst), anchor=False)", "st.title(tekst, anchor=False)", VIS
    ),
)
