"""The guards of small groups: a rule taken away lets the judge find something, and a piece of the judge lets it miss."""

from tests.vagter.vagt import Mutation

DOM, FOLK = "tests/pipeline/diskretion/test_dom.py", "tests/pipeline/port/test_folk.py"
DOMMER, BYGNING = "tests/pipeline/port/test_dommer.py", "tests/pipeline/port/test_dom_over_adgang.py"
PULJER = "tests/pipeline/diskretion/test_diskretion_property.py"
DOM_PY, FOLK_PY = "pipeline/diskretion/dom.py", "pipeline/port/folk.py"
ELIMINATION, RAEKKEN = "pipeline/diskretion/elimination.py", "tests/pipeline/diskretion/test_raekken.py"
RAEKKEN_PY, VALG_PY = "pipeline/diskretion/raekken.py", "pipeline/diskretion/vinduesvalg.py"
VALG = "tests/pipeline/diskretion/test_vinduesvalg.py"
REGLER_PY, REGLER = "pipeline/diskretion/regler.py", "tests/pipeline/diskretion/test_diskretion.py"

DOMMERENS = (
    Mutation(
        "what is left of a pool is not of two",
        "pipeline/diskretion/regler.py",
        " and not _is_dominated(rest, frozenset())",
        "",
        PULJER,
    ),
    Mutation(
        "quarters that tell together",
        "pipeline/diskretion/deling.py",
        "    if uden is None or not egne.alene.dage:",
        "    if uden is None or egne.alene.dage:",
        DOMMER,
    ),
    Mutation(
        "months of those that stand alone only",
        "sql/60_omfang/chef_maaneder.sql",
        "        and barn_id in (select chef_grupper.gruppe_id from chef_grupper)\n\n    union",
        "        and barn_id in (select chef_grupper.gruppe_id from chef_grupper)\n\n    union all\n\n"
        "    select gruppe_id as enhed_id, 2025 as aar from chef_grupper\n\n    union",
        DOMMER,
    ),
    Mutation("rows are subtracted", ELIMINATION, "fra.get(atom, 0) - gange * tal", "fra.get(atom, 0) + gange * tal", DOM),
    Mutation("elimination goes on", ELIMINATION, "        trappe[pivot] = rest\n", "        trappe.setdefault(0, rest)\n", DOM),
    Mutation("the least it may be", DOM_PY, "> graenser[a] * (1 + LYDHED)]", "> graenser[a] * 9]", DOM),
    Mutation("three times the least", DOM_PY, "< SIKKER_GANGE * mindst", "< 0 * mindst", DOM),
    Mutation("what is exact is taken from the rounded", DOM_PY, "        led.append((celler & ~kendt, gange))", "        led.append((celler, gange))", DOM),
    Mutation("rounded figures", "pipeline/port/dommer.py", "omtrent=omtrent, kendte=egne", "kendte=egne", DOMMER),
    Mutation("differences", "pipeline/port/dommer.py", "(enhed, foer_fra, foer_til, -1)], dage)", "(enhed, foer_fra, foer_til, -1)], dage)[:0]", DOMMER),
    Mutation("ones own parts", "pipeline/port/dommer.py", "omtrent=omtrent, kendte=egne", "omtrent=omtrent", DOMMER),
    Mutation("quarters that are no window", RAEKKEN_PY, "er_bestemt = er_praecise and", "er_bestemt = False and", RAEKKEN),
    Mutation("quarters within a range", RAEKKEN_PY, "er_indkredset = antal in TALTE_KVARTALER and", "er_indkredset = False and", RAEKKEN),
    Mutation("four quarters of two", RAEKKEN_PY, "        return er_praecise and any(", "        return False and any(", RAEKKEN),
    Mutation("what is beside a group", "pipeline/diskretion/soeskende.py", "        return mulige and", "        return False and", "tests/pipeline/diskretion/test_soeskende.py"),
    Mutation("what is read outside", VALG_PY, "return soeskende.tell(kvartaler) or any(", "return soeskende.tell(kvartaler) and any(", VALG),
    Mutation("what is left of a unit", VALG_PY, "for del_ in (gruppe, *_rests(gruppe, organisation)))", "for del_ in (gruppe,))", VALG),
    Mutation("an older one does not stand in its place", VALG_PY, "        if fortalt and not blevne:\n            break\n", "", VALG),
    Mutation("a node tells of its children", REGLER_PY, "graense is not UDE or vindue.nr not in", "graense is not UDE or vindue.nr or", REGLER),
    Mutation("who knows a child", "pipeline/diskretion/udenlinje.py", "    return not is_safe_range(lav, hoej, Fraction(andre.size(vindue), vindue.dage)) and", "    return False and", REGLER),
    Mutation("windows that tell are left out", VALG_PY, "    if not are_told(mulige):", "    if True:", DOMMER),
    Mutation("people, not only their days", FOLK_PY, "for_faa | _are_of_two(*alle", "_are_of_two(*alle", FOLK),
    Mutation("the limit of a year", REGLER_PY, "    if af_aaret > MINDST_I_MAANEDEN:", "    if True:", FOLK),
    Mutation("outside the limit is ten", FOLK_PY, "for graense in (INDE, UDE)", "for graense in (INDE, INDE)", FOLK),
    Mutation("rows that tell are ended", "pipeline/port/dom_over_adgang.py", "        if not antal:", "        if True:", BYGNING),
    Mutation("judged before the swap", "pipeline/byg/warehouse.py", "        foer_ombytning(ny, rapport)\n", "", BYGNING),
)  # fmt: skip
