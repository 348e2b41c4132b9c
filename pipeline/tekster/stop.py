"""The Danish sentences of a delivery's account: what stops a build, and what it notices and goes on from."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.tekster.dansk import dato, decimaltal, heltal, periode_med_ord

# What stops a build. The names are those of the files in the stop folders of sql/, the placeholders their columns.
STOP = {
    "for_mange_afviste": (
        "Filen {fil} har {antal_afvist} afviste rækker af {antal_laest}; oftest ({antal_grund}, første gang "
        "i linje {linje}) fordi: {grund}. {kur}"
    ),
    "overskrifter_midt_i": (
        "Filen {fil} har i linje {linje} nye overskrifter, og kolonnerne under dem er ikke de samme: to lister er sat "
        "sammen. Læg hver liste i mappen som sin egen fil."
    ),
    "ukendt_fravaersart": (
        "Fraværet har koder, som listen over fraværsarter ikke kender (med antal rækker): {arter}.{forklaring} "
        "Skriv dem i fravaersarter.csv med ja eller nej til sygefravær."
    ),
    "dage_er_flere_end_kalenderdage": (
        "{antal_over_kalenderdage} af {antal} fraværsrækker har ingen timer og flere dage, end perioden har "
        "kalenderdage. Kolonnen Dage rummer nok timer: hent fraværslisten igen med timerne i kolonnen Timer."
    ),
    "dage_er_kalenderdage": (
        "{antal_flere_dage} af {antal} fraværsrækker har ingen timer og flere dage, end perioden har arbejdsdage. "
        'Kolonnen Dage tæller nok kalenderdage: sæt dage_er = "kalenderdage" i indstillingerne.'
    ),
    "organisation_i_ring": (
        "Organisationen går i ring: {enheder} er overordnet sig selv. Ret kolonnen Overordnet, og hent filen igen."
    ),
    "organisation_tom": "Organisationen er tom. Hent listen over enheder igen.",
    "dage_og_timer_modsiger": (
        "Kolonnerne Dage og Timer modsiger hinanden i {antal_modsiger} af {antal} sygefraværsrækker: der er færre "
        "timer pr. dag, end nogen arbejder, eller flere, end døgnet har. Se efter, om de er byttet om, eller om Timer "
        "rummer dage, og hent fraværslisten igen med timer i Timer."
    ),
    "timer_er_nul": (
        "Kolonnen Timer er 0 i {antal_nul} af {antal} lukkede sygefraværsrækker, og de har ingen dage. Kolonnen er nok "
        "ikke udfyldt: hent fraværslisten igen med timer eller med kolonnen Dage."
    ),
    "timer_er_dage": (
        "Kolonnen Timer har i {antal_for_faa} af {antal} lukkede sygefraværsrækker uden dage færre timer pr. "
        "arbejdsdag, end nogen arbejder. Den rummer nok dage: hent fraværslisten igen med timer, eller kald den Dage."
    ),
    "tunge_raekker_afvist": (
        "I filen {fil} er kun {antal_afvist} af {antal_laest} rækker afvist, men de er {afviste_dage} af filens {dage} "
        "fraværsdage; oftest fordi: {grund}. Uden dem bliver sygefraværet for lavt. {kur}"
    ),
    "uden_for_filens_periode": (
        "Filen {fil} siger Periode: {periode_fra} - {periode_til}, men {antal_uden_for} af {antal} rækker ligger helt "
        "uden for den. Filen er nok to filer sat sammen, eller linjen er forkert: hent listen igen, eller ret linjen."
    ),
    "samme_liste_men_uens": (
        "Filerne {foerste_fil} og {fil} er den samme liste ({antal_ens} rækker er ens), men {antal_uens} rækker for de "
        "samme fravær er forskellige. Behold den rigtige, og fjern den anden fra mappen."
    ),
    "grad_kan_ikke_vaere_rigtig": (
        "Tæller delt med Nævner kan ikke være beskæftigelsesgraden i {antal_umulige} af {antal} ansættelser. Er Tæller "
        "allerede graden, så hent ansættelseslisten uden kolonnen Nævner; ellers hent den med begge i timer."
    ),
    "ansforhold_ukendt": (
        "{antal_ukendt} af {antal} medarbejdere ville falde ud, fordi programmet ikke kender deres Ansforhold (kode og "
        "antal): {koder}. Hent ansættelseslisten med Ansforhold som to cifre, eller skriv koderne i indstillingerne "
        "under [population], i maanedsloennede eller oevrige_ansforhold."
    ),
    "population_tom": (
        "Ingen af medarbejderne i ansættelseslisten tæller med; de fleste ({antal_aarsag}) fordi: {aarsag}. Se efter, "
        "om kolonnerne Ansforhold, Tæller og Stilling er de rigtige, eller ret [population] i indstillingerne."
    ),
    "en_liste_to_gange": (
        "{antal_overlap} af {antal} sygefraværsrækker overlapper en anden af samme medarbejder, så fraværet tælles to "
        "gange. Se efter, om en liste ligger to gange i mappen, eller om rækkerne står to gange i den, og fjern den "
        "ene."
    ),
    "afvigelse_fra_betroet": (
        "{maal} er {nu} mod {foer} i den seneste bygning, programmet stoler på (udtrukket {udtraeksdato}, bygning "
        "{bygning_id}); det må være {laveste} til {hoejeste}. I alt afviger {antal_afvigelser} af de {antal} "
        "resultater, der sammenlignes (hver måned for sig); se de største med sygefravaer tjek "
        "--database. {raad}Er leverancen rigtig, og er det den bygning, der er forkert eller fra før en stor ændring, "
        "så byg med --accepter-afvigelse; er bygningen i databasen forkert, så gå tilbage med sygefravaer forrige."
    ),
    "enhedsskift_i_ring": "Enhedsskiftene går i ring for {enheder}. Ret tabellen enhedsskift.",
    "for_faa_finder_ansaettelse": (
        "Kun {antal_fundet} af {antal_poster} sygefraværsrækker finder en ansættelse. "
        "Kontrollér, at fravær og ansættelsesforløb er fra samme kommune og dækker de samme år."
    ),
}

MAAL = {
    "hovedtal": "Sygedage pr. medarbejder i {periode}",
    "population": "Medarbejdere, der tæller med",
    "ansatte": "Ansatte på udtræksdatoen",
    "aarsvaerk": "Årsværk i {periode}",
    "medarbejdere": "Medarbejdere i ansættelseslisten",
    "dagsvaerk_maaned": "Dagsværk i {periode}",
    "fravaersraekker_maaned": "Fraværsrækker, der begynder i {periode}",
    "fravaersraekker": "Fraværsrækker i leverancen",
}
MED_DECIMAL = frozenset({"hovedtal", "aarsvaerk", "dagsvaerk_maaned"})
SAMMENLIGNING = "Sammenlignet med den seneste bygning, programmet stoler på"
SAMMENLIGNING_MED = "Udtrukket {udtraek}, bygning {bygning}."
SAMMENLIGNING_INGEN = "Ingen tidligere bygning at sammenligne med. Se selv efter, om tallene kan være rigtige."
SAMMENLIGNING_KOLONNER = ("Resultat", "Før", "Nu", "Må være", "")
SAMMENLIGNING_TILLADT = "{laveste} til {hoejeste}"
SAMMENLIGNING_DOM = {False: "", True: "afviger"}
SAMMENLIGNING_MANGLER = "intet"
AFVIGELSE_RAAD = {
    "under": "Er en liste kun halvt leveret, eller er en kolonne tom, så hent den igen. ",
    "over": "Ligger en liste to gange i mappen, så fjern den ene. ",
}

BRUDT_OVER = "Rækkerne er nok brudt over: hent listen igen, gerne som Excel."
# What to do about rejected rows, by the first words of the reason; the last is for every other.
KURE = {
    "flere felter end overskrifter; filen": "Hent listen adskilt af semikolon, eller med anførselstegn om tallene.",
    "intet gyldigt medarbejdernummer": "Hent listen igen med medarbejdernummeret som tal på hver række.",
    "intet gyldigt enhedsnummer": "Hent listen igen med enhedens nummer som tal på hver række.",
    "ingen gyldig startdato": "Hent listen igen med datoer som 15.07.2025.",
    "stopdatoen er ikke en dato": "Hent listen igen med datoer som 15.07.2025.",
    "timer er": "Hent listen igen med alle timer skrevet som 7,40.",
    "dage er": "Hent listen igen med alle dage skrevet som 2,00.",
    "tælleren er": "Hent listen igen med alle tællere skrevet som 37,00.",
    "nævneren er": "Hent listen igen med alle nævnere skrevet som 37,00.",
    "måltallet er": "Skriv alle måltal som 12,5.",
    "dagsværk er": "Hent listen igen med alle dagsværk skrevet som 7,40.",
    "negative": "Det er nok tilbageførsler: hent listen, som den er efter dem.",
    "et felt uden": "Der står nok et skilletegn i en tekst: hent listen som Excel, eller uden kolonnen med tekst.",
    "flere felter": "Der står nok et skilletegn i en tekst eller et tal: hent listen som Excel.",
    "færre felter": BRUDT_OVER,
    "et stykke af": BRUDT_OVER,
    "mere end": "Se efter, om Timer er minutter eller har mistet sit komma, og hent listen igen.",
    "": "Ret rækkerne dér, hvor listen føres, og hent den igen.",
}


def cure_of(grund: str) -> str:
    return next(kur for begyndelse, kur in KURE.items() if grund.startswith(begyndelse))


def name_maal(maal: str, periode: str) -> str:
    return MAAL[maal].format(periode=periode_med_ord(periode) if periode else "")


def format_maal(maal: str, vaerdi: float | None) -> str:
    if vaerdi is None:
        return SAMMENLIGNING_MANGLER
    return decimaltal(vaerdi) if maal in MED_DECIMAL else heltal(vaerdi)


def stop_sentence(regel: str, fund: Mapping[str, Any]) -> str:
    """The sentence of a stop rule; whole numbers the Danish way, a date too."""
    ord_ = {navn: _vis(vaerdi) for navn, vaerdi in fund.items()}
    if "grund" in fund:
        ord_["kur"] = cure_of(str(fund["grund"]))
    if "maal" in fund:
        maal = fund["maal"]
        ord_ |= {navn: format_maal(maal, fund[navn]) for navn in ("foer", "nu", "laveste", "hoejeste")}
        ord_["maal"] = name_maal(maal, fund["periode"])
        ord_["raad"] = AFVIGELSE_RAAD["over" if (fund["nu"] or 0) > fund["foer"] else "under"]
    return STOP[regel].format(**ord_)


def _vis(vaerdi: object) -> str:
    return heltal(vaerdi) if isinstance(vaerdi, int) else dato(vaerdi) if isinstance(vaerdi, date) else str(vaerdi)


ADVARSLER = {
    "afviste": "Afviste rækker, tæller ikke med: {antal}",
    "ansaettelser_erstattet": "Ansættelser erstattet eller afkortet af en nyere liste: {antal}",
    "ansatte_efter_listen": "Ansatte efter det sidste nummer i en fraværsliste, alle uden en række; listen kan være "
    "afbrudt, hent den igen: {antal}",
    "ansatte_efter_skift": "Medarbejdere på en enhed efter den dag, den gik op i en anden; de nye bliver der: {antal}",
    "ansforhold_ukendt": "Medarbejdere med et Ansforhold, indstillingerne ikke kender, tæller ikke med: {antal}",
    "dage_efter_daekningen": "Dage fra dækningens slutning til udtræksdatoen, som ikke er opgjort: {antal}",
    "efter_daekningen": "Fraværsrækker, der begynder efter dækningens slutning, er ikke opgjort: {antal}",
    "enhed_ikke_gyldig": "Organisationsrækker, der ikke gælder på udtræksdatoen, viger for dem, der gør: {antal}",
    "kolonne_ligner": "Kolonner, der ikke læses, men ligner en, listen mangler, se under Læst: {antal}",
    "kun_aendringer": "Medarbejdere, en nyere liste med ændringer ikke nævner, beholder deres ansættelse: {antal}",
    "kun_andre_kolonner": "Rækker, der kun er forskellige i kolonner, programmet ikke læser, talt én gang: {antal}",
    "nul_timer": "Lukkede sygefraværsrækker med 0 timer og dage over 0, regnes på dagene: {antal}",
    "samme_liste": "Lister, der ligger to gange i leverancen, talt én gang; fjern den ene: {antal}",
    "sygdom_under_andet": "Åbent sygefravær, hvor andet fravær er begyndt siden; se efter, om det er slut: {antal}",
    "sygdom_uden_fortsaettelse": "Sygefravær i en ældre fil, afkortet, fordi den nyere ikke har det med: {antal}",
    "taeller_er_graden": "Ansættelser i lister uden Nævner, hvor Tæller er selve beskæftigelsesgraden: {antal}",
    "uden_for_periode": "Fraværsrækker, der ligger helt uden for deres fils Periode: {antal}",
    "erstattet": "Fraværsrækker erstattet eller afkortet af en anden fil: {antal}",
    "ekstra_roedder": "Enheder uden overordnet, lagt under kommunens øverste enhed: {antal}",
    "fravaer_uden_ansaettelse": "Sygefraværsrækker uden ansættelse, tæller ikke med: {antal}",
    "grad_uden_for": "Ansættelser uden brugbar beskæftigelsesgrad, regnes som fuld tid: {antal}",
    "lpt169_uden_periode": "LPT169-rækker uden en linje med Periode, sammenlignes ikke: {antal}",
    "tynde_maaneder": "Måneder, hvor der næsten ingen nye fravær er i forhold til de andre; mangler der noget, så hent "
    "listen igen: {antal}",
    "maaltal_afviger": "Måltal i leverancen, der siger noget andet end det besluttede; det besluttede bruges: {antal}",
    "maaltal_ukendt_enhed": "Måltal for enheder, organisationen ikke kender: {antal}",
    "overlappende_ansaettelser": "Medarbejdere med ansættelser, der overlapper, den seneste tæller: {antal}",
    "overlappende_fravaer": "Sygefraværsrækker, der overlapper en anden af samme medarbejder, begge tæller: {antal}",
    "start_efter_udtraek": "Fraværsrækker, der begynder efter udtræksdatoen: {antal}",
    "tilbagefoert": "Fraværsrækker tilbageført af en række med minus, ingen af de to tæller: {antal}",
    "totalraekker": "Totalrækker, der ikke passer med rækkerne over dem: {antal}",
    "uden_startdato": "Ansættelser uden startdato, tæller ikke med: {antal}",
    "uden_timer_og_dage": "Sygefraværsrækker med hverken timer eller dage, regnes på arbejdsdagene: {antal}",
    "ukendte_enheder": "Enheder, der ikke står i organisationen, samlet under Ukendte enheder: {antal}",
    "umulige_timer": "Åbne sygefraværsrækker med 0 eller umuligt mange timer, timerne regnes ikke: {antal}",
}
