"""The guards of who is told why a figure changed, each with the text that makes it and the tests that miss it."""

from tests.vagter.vagt import Mutation

FORKLARINGER = "tests/attack/test_forklaringer.py"

FORKLARINGERNES = (
    Mutation(
        "a chef is told no z",
        "sql/60_omfang/signaler.sql",
        "null as z, null as z_enheder",
        "z as z, z_enheder as z_enheder",
        FORKLARINGER,
    ),
    Mutation(
        "a change is of both windows",
        "sql/60_omfang/chef_aendringer.sql",
        "on par.foer_vindue_nr = foer.vindue_nr",
        "on par.vindue_nr = foer.vindue_nr",
        FORKLARINGER,
    ),
    Mutation(
        "parts of one's own",
        "sql/60_omfang/forklaringsdele.sql",
        "and forklaringsdele.enhed_id in (select egne_enheder.enhed_id from egne_enheder)",
        "and (select count(*) from egne_enheder) > 0",
        FORKLARINGER,
    ),
    Mutation(
        "classes of one's own",
        "sql/60_omfang/forklaringsklasser.sql",
        "where forklaringsklasser.enhed_id in (select egne_enheder.enhed_id from egne_enheder)",
        "where (select count(*) from egne_enheder) > 0",
        FORKLARINGER,
    ),
    Mutation(
        "the expected level of others is rounded",
        "sql/60_omfang/forventet.sql",
        "round(forventet.nedre, 1)",
        "round(forventet.nedre, 8)",
        FORKLARINGER,
    ),
)
