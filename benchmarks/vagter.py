"""The guards of the gate and of the pages, each with the text that makes it and the tests that miss it."""

from benchmarks.mutation import Mutation
from benchmarks.vagter_opfoelgning import OPFOELGNINGENS

SQL, OMFANG = "tests/attack/test_sql.py", "tests/pipeline/test_scope.py tests/pipeline/test_scope_property.py"
ADGANG, SESSIONER, LOG = "tests/lager/test_adgang.py", "tests/lager/test_sessioner.py", "tests/lager/test_log.py"
SERVER, SESSION, DISK = "tests/app/test_middleware.py", "tests/app/test_session.py", "tests/attack/test_disk.py"
DASHBOARD, FILER = "tests/app/test_dashboard.py", "tests/app/test_filer.py"
VISNINGER = "tests/pipeline/report/test_visninger.py"
PROEVEN, UDGIVELSEN = "tests/pipeline/proev/test_proev.py", "tests/pipeline/status/test_udgivelse.py"
SAETNINGER = "tests/pipeline/status/test_saetninger.py"
LAASTE, PROEV_PY = "tests/pipeline/status/test_laaste.py", "pipeline/proev/proev.py"
PULJER, NOEGLER = "tests/pipeline/test_diskretion.py", "tests/pipeline/test_noegler.py"


MUTATIONER = (
    Mutation("no external access", "pipeline/port/scope.py", '    "set enable_external_access = false",\n', "", SQL),
    Mutation("locked configuration", "pipeline/port/scope.py", '    "set lock_configuration = true",\n', "", SQL),
    Mutation("one SELECT", "pipeline/port/scope.py", "        check_select(sql)\n", "", SQL),
    Mutation(
        "no table functions",
        "pipeline/port/scope.py",
        "not _table_functions(trae) <= TILLADTE",
        "False and TILLADTE",
        SQL,
    ),
    Mutation("source detached", "pipeline/port/scope.py", '        con.execute("detach maal")\n', "", SQL),
    Mutation("a cursor per call", "pipeline/port/scope.py", "self._con.cursor()", "self._con", SQL),
    Mutation(
        "nothing to disk", "pipeline/port/scope.py", "set temp_directory = ''", "set temp_directory = 'spild'", DISK
    ),
    Mutation(
        "log before persons",
        "pipeline/port/scope.py",
        "        write_log(miljoe.lager, _persons",
        "        (_persons",
        OMFANG,
    ),
    Mutation("15 minutes", "pipeline/port/scope.py", "nu - s.aabnet > HOEJSTE_ALDER", "False", OMFANG),
    Mutation("200 answers", "pipeline/port/scope.py", "len(self._laeste) >= HOEJST_LAESTE", "False", OMFANG),
    Mutation("64 scopes", "pipeline/port/scope.py", "len(self._kendte) > HOEJST_ANTAL", "False", OMFANG),
    Mutation("a new build", "pipeline/port/scope.py", "_signature(miljoe.database), indhold,", "indhold,", OMFANG),
    Mutation(
        "rights part of the key",
        "pipeline/port/scope.py",
        "indhold, stand)\n    scope",
        "ledelse, stand)\n    scope",
        OMFANG,
    ),
    Mutation("only hr sees as", "pipeline/port/rettigheder.py", "if not egne.er_hr:", "if False:", OMFANG),
    Mutation("no row, no rights", "pipeline/port/scope.py", "    if rettigheder.er_tomme:", "    if False:", OMFANG),
    Mutation(
        "only rows in force",
        "pipeline/lager/adgang.py",
        'raekke.tilstand == "godkendt" and raekke.g',
        "raekke.g",
        ADGANG,
    ),
    Mutation(
        "dates of a row", "pipeline/lager/adgang.py", "and raekke.gyldig_fra <= dag <= raekke.gyldig_til", "", ADGANG
    ),
    Mutation("nothing reopened", "pipeline/lager/adgang.py", "elif noegle[:3] not in hr_har_afgjort:", "else:", ADGANG),
    Mutation("nothing lengthened", "pipeline/lager/adgang.py", "or til >= kendt.gyldig_til", "", ADGANG),
    Mutation("not to oneself", "pipeline/lager/adgang.py", "if is_same_user(ny.bruger, af):", "if False:", ADGANG),
    Mutation("the last of hr", "pipeline/lager/adgang.py", "and not andre_hr:", "and False:", ADGANG),
    Mutation(
        "pseudonyms",
        "pipeline/lager/lager.py",
        "return keyed_hash(lager.personnoegle",
        "return str(medarbejdernr) or keyed_hash(lager.personnoegle",
        ADGANG,
    ),
    Mutation(
        "ended users signed out",
        "pipeline/lager/adgang.py",
        "        end_sessions_of(con, raekke.bruger)\n",
        "",
        ADGANG,
    ),
    Mutation(
        "own row unseen",
        "sql/61_omfang_personer/persongrundlag.sql",
        "not list_contains($selv::integer[], placerede.medarbejdernr)",
        "list_contains($selv::integer[], -1) is not null",
        OMFANG,
    ),
    Mutation(
        "leaders from above",
        "sql/61_omfang_personer/persongrundlag.sql",
        "enhed_overordnede.trin > 0",
        "enhed_overordnede.trin >= 0",
        OMFANG,
    ),
    Mutation(
        "the nearest superior",
        "sql/61_omfang_personer/persongrundlag.sql",
        "and naermere.trin < chefens.trin",
        "and false",
        OMFANG,
    ),
    Mutation(
        "own subtree",
        "sql/60_omfang/egne_enheder.sql",
        "where list_contains($leder_noder::bigint[], overordnet_id)",
        "where len($leder_noder) > 0",
        OMFANG,
    ),
    Mutation(
        "own published figures",
        "sql/60_omfang/udgivne_tal.sql",
        "list_contains($aggregat_noder::bigint[], enhed_overordnede.overordnet_id)",
        "len($aggregat_noder) > 0",
        OMFANG,
    ),
    Mutation(
        "no months of few",
        "sql/60_omfang/chef_maaneder.sql",
        "tal.gns_medarbejdere >= $mindste_maaned",
        "$mindste_maaned > 0",
        OMFANG,
    ),
    Mutation(
        "size of a group",
        "pipeline/diskretion/regler.py",
        "if tal.ansat_dage < graense.medarbejdere * vindue.dage:",
        "if False:",
        PULJER,
    ),
    Mutation(
        "two highest",
        "pipeline/diskretion/regler.py",
        "return to_hoejeste * hele <= tal.dagsvaerk_e8 * del_",
        "return True",
        PULJER,
    ),
    Mutation(
        "what remains of a pool",
        "pipeline/diskretion/regler.py",
        "return gruppe.size(vindue) - stoerste >= graense.medarbejdere * vindue.dage",
        "return True",
        PULJER,
    ),
    Mutation(
        "one employee once",
        "pipeline/diskretion/regler.py",
        "kendte[nummer] = (foer_e8 + dagsvaerk_e8,",
        "kendte[nummer] = (dagsvaerk_e8,",
        PULJER,
    ),
    Mutation(
        "columns of all",
        "pipeline/diskretion/regler.py",
        "if not all(is_shown(gruppe, vindue, graense) for gruppe in grupper):",
        "if False:",
        PULJER,
    ),
    Mutation(
        "long absence of few",
        "pipeline/diskretion/regler.py",
        "med_langtid >= graense.med_langtid",
        "med_langtid >= 0",
        PULJER,
    ),
    Mutation(
        "either side", "pipeline/diskretion/regler.py", "MINDST_PAA_HVER_SIDE <= tal.friske", "0 <= tal.friske", PULJER
    ),
    Mutation(
        "the log's triggers",
        "pipeline/lager/migrationer/versions/0001_adgang_log_sessioner.py",
        "    for saetning in SQLITE",
        "    for saetning in () and SQLITE",
        LOG,
    ),
    Mutation("the chain", "pipeline/lager/log.py", "if not _follows(raekke, nr, forrige):", "if False:", LOG),
    Mutation(
        "one writer at a time",
        "pipeline/lager/lager.py",
        "            _stand_in_line(con)\n            yield",
        "            yield",
        LOG,
    ),
    Mutation(
        "one moment a reading",
        "pipeline/lager/lager.py",
        'con.exec_driver_sql("begin")\n            else:\n                con.execution_options(isolation_level="REPEATABLE READ")',
        "pass",
        LOG,
    ),
    Mutation(
        "nothing written over",
        "pipeline/lager/migrationer/versions/0002_intet_erstattes.py",
        "    for saetning in SQLITE",
        "    for saetning in () and SQLITE",
        f"{LOG} {ADGANG}",
    ),
    Mutation(
        "hr's own rows",
        "pipeline/lager/adgang.py",
        ' or (raekke.tilstand == "godkendt" and raekke.kilde != "leverance")',
        "",
        ADGANG,
    ),
    Mutation(
        "old sessions forgotten",
        "pipeline/lager/sessioner.py",
        ".values(bruger=GLEMT)",
        ".values(bruger=sessioner.c.bruger)",
        SESSIONER,
    ),
    Mutation("60 minutes", "pipeline/lager/sessioner.py", "or nu - set_ > LEDIG", "", SESSIONER),
    Mutation("8 hours", "pipeline/lager/sessioner.py", "nu - begyndt > I_ALT or", "", SESSIONER),
    Mutation(
        "a sign-in is one",
        "pipeline/lager/sessioner.py",
        "        if con.execute(select(sessioner.c.noegle).where(sessioner.c.noegle == noegle)).first() is not None:\n            return False\n",
        "        con.execute(sessioner.delete().where(sessioner.c.noegle == noegle))\n",
        SESSIONER,
    ),
    Mutation(
        "one account a user",
        "pipeline/lager/identiteter.py",
        "return bruger if (andet.udsteder, andet.vaerdi) == (udsteder, vaerdi) else None",
        "con.execute(identiteter.delete().where(identiteter.c.bruger == bruger))",
        SESSIONER,
    ),
    Mutation("a ticket's session", "pipeline/lager/billetter.py", "billetter.c.session == session,", "", SESSIONER),
    Mutation(
        "a ticket's two minutes",
        "pipeline/lager/billetter.py",
        "or nu - datetime.fromisoformat(raekke.udstedt) > GYLDIG",
        "",
        SESSIONER,
    ),
    Mutation("Streamlit's doors", "app/sikkerhed/middleware.py", "or LUKKEDE.match(request.url.path)", "", SERVER),
    Mutation("own host", "app/sikkerhed/middleware.py", "not self._is_own_host(request) or", "", SERVER),
    Mutation("own pages connect", "app/sikkerhed/middleware.py", "or not oprindelse:", "and False:", SERVER),
    Mutation("secure cookies", "app/sikkerhed/middleware.py", "_secure(vaerdi) if navn", "vaerdi if navn", SERVER),
    Mutation(
        "own pages remembered",
        "app/sikkerhed/middleware.py",
        '    if path not in SIDER | {"/"} or not VALG.match(valg):\n        return None\n',
        "",
        SERVER,
    ),
    Mutation(
        "pages for whom they are",
        "app/main.py",
        "vis if adresse in _visible(side) else show_findes_ikke",
        "vis",
        DASHBOARD,
    ),
    Mutation(
        "a place is looked up in the scope",
        "app/valg.py",
        "    node = noder.get(_full_number(oensket.get(ENHED)))",
        "    node = noder.get(_full_number(oensket.get(ENHED)), next(iter(noder.values())))",
        DASHBOARD,
    ),
    Mutation(
        "every unit at once is hr's",
        "app/sikkerhed/filer.py",
        'KUN_HR = frozenset({"alle_enheder"})',
        "KUN_HR = frozenset()",
        FILER,
    ),
    Mutation(
        "half of the days speaks of three",
        "sql/60_omfang/halvdelen.sql",
        "halvdelen.antal_personer >= 3",
        "halvdelen.antal_personer >= 0",
        VISNINGER,
    ),
    Mutation(
        "LPT169 without oneself",
        "sql/62_omfang_hr/lpt169_forskelle.sql",
        "where not list_contains($selv::integer[], medarbejdernr)",
        "",
        OMFANG,
    ),
    Mutation(
        "issuer, audience, tenant",
        "app/sikkerhed/session.py",
        "or not _is_ours(claims, opsaetning.udbyder)",
        "",
        SESSION,
    ),
    Mutation("fresh sign-in", "app/sikkerhed/session.py", "or not _is_fresh(claims, nu)", "", SESSION),
    Mutation(
        "demo of the samples",
        "app/sikkerhed/session.py",
        "return describe_database(miljoe).er_demo",
        "return True",
        SESSION,
    ),
    Mutation("demo on the machine", "app/sikkerhed/session.py", "or not anmodning.er_lokal", "", SESSION),
    Mutation(
        "demo without a proxy",
        "app/sikkerhed/session.py",
        "if any(navn.lower() in VIDERESENDT",
        "if False and any(navn.lower() in VIDERESENDT",
        SESSION,
    ),
    Mutation(
        "rights of a file", "app/sikkerhed/filer.py", "if not side.ser_adgang:", "if False:", "tests/app/test_filer.py"
    ),
    Mutation(
        "build of a file",
        "app/sikkerhed/filer.py",
        'if scope.bygning_id != billet.parametre.get("bygning"):',
        "if False:",
        "tests/app/test_filer.py",
    ),
    Mutation(
        "a key of the owner's",
        "pipeline/database/noegler.py",
        "rettigheder=EJERENS_ALENE)",
        "rettigheder=None)",
        NOEGLER,
    ),
    Mutation(
        "no new key beside another's",
        "pipeline/kommandoer_noegle.py",
        "    _check_no_other_key(valg.database)\n",
        "",
        NOEGLER,
    ),
    Mutation(
        "nothing spilled under a new key",
        "pipeline/kommandoer_noegle.py",
        """con.execute("set temp_directory = ''")""",
        "pass",
        "tests/pipeline/test_noegle_skift.py",
    ),
    Mutation("keys of some length", "pipeline/database/noegler.py", "len(noegle) < MINDSTE_LAENGDE or", "", NOEGLER),
    Mutation(
        "spill encrypted",
        "pipeline/warehouse.py",
        '        con.execute("set temp_file_encryption = true")\n',
        "",
        NOEGLER,
    ),
    Mutation(
        "another key stops a build", "pipeline/warehouse.py", "    except ForkertNoegle:\n        raise\n", "", NOEGLER
    ),
    Mutation("an unsafe range fails", PROEV_PY, "if is_safe(lav, hoej):", "if True:", PROEVEN),
    Mutation("shown groups pass", PROEV_PY, "and boern and fails(boern)", "and False", PROEVEN),
    Mutation("two dominate", PROEV_PY, "or sum(hoejeste) * hele > alle * del_", "", PROEVEN),
    Mutation(
        "users know their own", PROEV_PY, "for noder, kendte in alles\n", "for noder, kendte in alles[:0]\n", PROEVEN
    ),
    Mutation("earlier releases count", PROEV_PY, "gamle.get(periode, ()))\n", "())\n", PROEVEN),
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
    Mutation(
        "the case is hr's",
        "app/sikkerhed/filer.py",
        'if not side.scope.rettigheder.er_hr or parametre["slags"]',
        'if parametre["slags"]',
        FILER,
    ),
    Mutation(
        "the page is hr's",
        "app/main.py",
        "    if side.scope.rettigheder.er_hr:\n        synlige.add(",
        "    if True:\n        synlige.add(",
        DASHBOARD,
    ),
    *OPFOELGNINGENS,
)
