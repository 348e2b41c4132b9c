"""After a build: when its notices could first be seen, what is withdrawn, and which notes have had their time."""

from datetime import datetime, timedelta

from pipeline.byg.byggerapport import Byggerapport
from pipeline.indstillinger.helligdage import working_days_between
from pipeline.indstillinger.opfoelgning import Opfoelgning
from pipeline.lager.adgang import BYGNING, LEVERANCE
from pipeline.lager.indsatser import prune_indsatser
from pipeline.lager.kvartaler import prune_kvartaler
from pipeline.lager.lager import Lager, as_text, pseudonym
from pipeline.lager.log import DANSK_TID, Haendelse
from pipeline.lager.maaltal import follow_leverance, prune_maaltal
from pipeline.lager.noter import prune_noter, seed_noter
from pipeline.lager.varsler import Kendt, add_bygning, find_previous_udtraek, register_varsler
from pipeline.opfoelgning.demonoter import make_demo_noter
from pipeline.port.opfoelgning import followup_day, is_on


def register_bygning(lager: Lager, rapport: Byggerapport, *, opfoelgning: Opfoelgning, nu: datetime) -> int:
    """How many notes were deleted: of who left longer ago than the configuration says, or older than data is kept."""
    bygning = rapport.bygning
    udtraeksdato, er_demo = bygning["udtraeksdato"], bool(bygning["er_demo"])
    dag = followup_day(nu.astimezone(DANSK_TID).date(), udtraeksdato=udtraeksdato, er_demo=er_demo)
    personer = {nummer: pseudonym(lager, nummer) for nummer in rapport.ansat_til["medarbejdernr"]}
    varsler = {
        (personer[linje["medarbejdernr"]], linje["regel"], linje["fra"]): linje
        for linje in rapport.varsler.iter_rows(named=True)
    }
    afvigende = rapport.maaltal_afvigende.iter_rows()
    follow_leverance(lager, afvigende, bygning_id=bygning["bygning_id"], nu=nu)
    with lager.write() as con:
        forrige = find_previous_udtraek(con, udtraeksdato)
        imellem = None if forrige is None or er_demo else working_days_between(forrige, udtraeksdato)
        add_bygning(con, bygning["bygning_id"], udtraeksdato=udtraeksdato, hverdage_imellem=imellem)
        til = {
            regel.id
            for regel in opfoelgning.regler
            if is_on(regel.kraever_data_dage, (dag - udtraeksdato).days, imellem)
        }
        nye = {
            noegle: Kendt(linje["forfald"], linje["forfald"] + timedelta(days=1) if er_demo else dag)
            for noegle, linje in varsler.items()
            if linje["regel"] in til
        }
        register_varsler(con, nye, varsler, dag=dag, fra=bygning["varsler_fra"])
        if er_demo:
            seed_noter(con, make_demo_noter(varsler, dag), af="demo", tid=as_text(nu - timedelta(hours=1)))
        opbevaring_fra, bygning_id = bygning["opbevaring_fra"], bygning["bygning_id"]
        gamle = Haendelse(BYGNING, "indsatser slettet", LEVERANCE, bygning_id=bygning_id)
        prune_indsatser(con, gamle, foer=opbevaring_fra)
        gamle = Haendelse(BYGNING, "måltal slettet", LEVERANCE, bygning_id=bygning_id)
        prune_maaltal(con, gamle, foer_aar=opbevaring_fra.year)
        kvartaler = Haendelse(BYGNING, "kvartaler slettet", LEVERANCE, bygning_id=bygning_id)
        prune_kvartaler(con, kvartaler, foer=opbevaring_fra)
        return prune_noter(
            con,
            Haendelse(BYGNING, "noter slettet", LEVERANCE, bygning_id=bygning_id),
            fratraadte=frozenset(_left(rapport, personer, opfoelgning)),
            foer=opbevaring_fra,
        )


def _left(rapport: Byggerapport, personer: dict[int, str], opfoelgning: Opfoelgning) -> list[str]:
    import polars as pl  # by now the report is read with it

    maaneder, udtraeksdato = opfoelgning.noter.slettes_efter_fratraedelse_maaneder, rapport.bygning["udtraeksdato"]
    fratraadte = rapport.ansat_til.filter(pl.col("ansat_til") < udtraeksdato).filter(
        pl.col("ansat_til").dt.offset_by(f"{maaneder}mo") < udtraeksdato
    )
    return [personer[nummer] for nummer in fratraadte["medarbejdernr"]]
