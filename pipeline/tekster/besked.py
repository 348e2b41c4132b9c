"""The Danish texts of the messages to leaders and of the commands of the follow-up."""

EMNE = "Opfølgning på sygefravær: {antal} venter"
TEKST = """Hej

Du har {antal} at følge op på, heraf {over} over fristen.

Se hvem, og notér, hvad du har gjort, på siden Opfølgning:
{adresse}

Beskeden er sendt automatisk og kan ikke besvares. Den nævner ingen medarbejdere; det gør siden, når du er logget ind.
"""
DEMO = "DEMO: opdigtede tal og mennesker.\n\n"
LINK = "Åbn Opfølgning"
POST_MANGLER = "Angiv mailserveren i SYGEFRAVAER_SMTP, for eksempel smtp://mail.kommune.dk:25."
POST_NEDE = "Mailserveren svarer ikke. Det, der ikke er sendt, sendes ved næste kørsel med samme dato."
DATO_FREMTID = "Datoen ligger i fremtiden. Angiv i dag eller en tidligere dag."
TOER = "Prøvekørsel: intet er sendt."
RESULTAT = {
    "sendt": "Sendt: {antal}",
    "sendt_igen": "Heraf sendt igen, fordi det var uvist, om den første nåede frem: {antal}",
    "tidligere": "Sendt ved en tidligere kørsel: {antal}",
    "intet": "Har intet at følge op på: {antal}",
    "uden_adresse": "Afvist, fordi adressen mangler eller ligger uden for de tilladte domæner: {antal}",
    "uden_adgang": "Afvist, fordi modtageren ikke længere har adgang: {antal}",
    "afvist": "Afvist af mailserveren: {antal}",
}
GAMLE_DATA = (
    "Tallene er trukket {udtraek}, mere end to dage før {dag}: regler om fraværets dage er ikke med i beskederne."
)
CLI_OPFOELGNING = "Opfølgning: send beskeder til lederne, eller prøv et regelsæt"
CLI_SEND = "Send hver leder en besked om, hvor mange opfølgninger der venter"
CLI_SEND_DATO = "dagen, beskeden gælder; en leder får højst én for hver dag"
CLI_SEND_TOER = "sig, hvad der ville ske, og send intet"
CLI_PROEV = "Vis, hvor mange opfølgninger et regelsæt ville have givet hver leder om måneden i de seneste to år"
CLI_REGLER = "regelsættet, en fil som config/opfoelgning.toml"
CLI_INDSIGT = "Udskriv alt, der er gemt om én medarbejder (indsigt efter GDPR art. 15)"
CLI_MEDARBEJDER = "medarbejdernummeret"

PROEV_TITEL = "Opfølgninger pr. måned, {fra} til {til}"
PROEV_LEDER = ("Leder af", "Gns. pr. måned", "Højeste måned", "I alt")
PROEV_REGEL = ("Regel", "Gns. pr. måned", "Højeste måned", "I alt")
PROEV_HR = "HR (uden leder)"
PROEV_ALLE = "Alle"
PROEV_INGEN = "Regelsættet har ingen regler, der er slået til."

INDSIGT_TITEL = "Alt, der er gemt om medarbejdernr. {nummer}. Udskrevet {tid}."
INDSIGT_INTET = "Der er intet gemt om medarbejdernr. {nummer}."
JA_NEJ = {True: "ja", False: "nej"}
INDSIGT = {
    "navn": ("Navn", ("Navn",)),
    "ansaettelser": ("Ansættelser", ("Fra", "Til", "Enhed", "Beskæftigelsesgrad", "Tælles med")),
    "sygeposter": ("Sygefravær (uden årsag)", ("Første dag", "Sidste dag", "Forløb begyndt", "Dagsværk")),
    "langtidsfrisk": ("Langtidsfrisk på udtræksdatoen", ("Langtidsfrisk",)),
    "varsler": ("Opfølgninger", ("Regel", "Fra", "Forfald", "Først vist", "Trukket tilbage")),
    "noter": ("Noter om opfølgning", ("Regel", "Dato", "Handling", "Noteret af", "Tid")),
    "egne_noter": ("Noter, personen selv har skrevet som leder", ("Regel", "Dato", "Handling", "Tid")),
    "egne_indsatser": ("Indsatser, personen selv har aftalt", ("Kategori", "Fra", "Tekst", "Tid")),
    "egne_maaltal": (
        "Måltal, personen selv har foreslået eller taget stilling til",
        ("År", "Trin", "Begrundelse", "Tid"),
    ),
    "egne_afslutninger": ("Indsatser, personen selv har afsluttet", ("Afsluttet", "Tid")),
    "egne_kvartaler": ("Kvartaler, personen selv har begyndt", ("Nr.", "Tid")),
    "egne_trin": ("Trin i kvartalet, personen selv har gjort", ("Kvartal nr.", "Trin", "Indhold", "Tid")),
    "egne_ord": ("Tekster til sagen, personen selv har skrevet", ("Kvartal nr.", "Felt", "Tekst", "Tid")),
    "egne_valg": ("Datoer og skabeloner, personen selv har sat for kvartalerne", ("Hvad", "Tid")),
    "egne_laase": ("Kvartaler, personen selv har låst", ("Kvartal", "Udgivet", "Tid")),
    "egne_ophaevelser": ("Låse, personen selv har ophævet", ("Grund", "Tid")),
    "egne_berigtigelser": (
        "Rettelser efter udgivelsen, personen selv har skrevet",
        ("Kvartal", "Hvorfor", "Orienteret", "Tid"),
    ),
    "adgang": ("Adgang", ("Bruger", "E-mail", "Rolle", "Enhed", "Fra", "Til", "Tilstand", "Begrundelse")),
    "konto": ("Bundet konto", ("Bruger", "Udsteder", "Bundet")),
    "beskeder": ("Beskeder sendt til brugeren", ("Dag", "Tilstand", "Forsøg", "Afsluttet")),
    "sessioner": ("Sessioner", ("Begyndt", "Sidst set", "Afsluttet")),
    "billetter": ("Filer, der er bedt om", ("Tid", "Fil")),
    "log": ("Log", ("Tid", "Hvem", "Som", "Hvad", "Hvor")),
}
