"""The invented municipality's tree: one row per enhed with its parent, staff and trade.

Korn: one Enhed. Sizes are ordinary monthly-paid employees placed directly on the enhed.
"""

from dataclasses import dataclass

ROD = 81000
OEKONOMI_STAB = 81300
RENGOERING = 81390
SAMMENLAGT, EFTERFOELGER = 81498, 81461
UKENDT_ENHED = 81999

BKMB, BSV = 81100, 81200
BAE, MT, KFE, DS, BF, AESS = 81110, 81120, 81130, 81210, 81220, 81230
AFDELINGER = (BAE, MT, KFE, DS, BF, AESS, OEKONOMI_STAB)
FAELLES = 0


@dataclass(frozen=True)
class Enhed:
    """One node; `fag` names the trade (see fag.py), `antal` its own staff without underenheder."""

    nummer: int
    navn: str
    overordnet: int | None
    fag: str
    antal: int


TOP = [
    Enhed(ROD, "Eksempel Kommune", None, "ledelse", 4),
    Enhed(BKMB, "By, Kultur, Miljø & Beskæftigelse", ROD, "ledelse", 6),
    Enhed(BSV, "Børn, Sundhed & Velfærd", ROD, "ledelse", 6),
    Enhed(OEKONOMI_STAB, "Økonomi & Stab", ROD, "ledelse", 3),
    Enhed(BAE, "Borger, Arbejdsmarked & Erhverv", BKMB, "ledelse", 3),
    Enhed(MT, "Miljø & Teknik", BKMB, "ledelse", 3),
    Enhed(KFE, "Kultur, Fritid & Ejendomme", BKMB, "ledelse", 3),
    Enhed(DS, "Dagtilbud & Skole", BSV, "ledelse", 6),
    Enhed(BF, "Børn & Familie", BSV, "ledelse", 4),
    Enhed(AESS, "Ældre, Sundhed & Social", BSV, "ledelse", 5),
]

# afdeling, first number, "navn:fag:antal" in order; "> navn" is an underenhed of the enhed before it
_GREN = [
    (
        BAE,
        81400,
        """Jobcenter:jobcenter:12 > Sygedagpengeteam:jobcenter:18 > Virksomhedsservice:jobcenter:14
        > Unge & Uddannelse:jobcenter:16 ; Borgerservice:kontor:29 ; Ydelsescenter:kontor:27
        ; Integration & Sprog:jobcenter:16 ; Erhverv & Turisme:kontor:8 ; Kontrolgruppen:kontor:5
        ; Beskæftigelsesprojekter:jobcenter:16 ; Kompetencehuset:jobcenter:6""",
    ),
    (
        MT,
        81420,
        """Materielgården:drift:6 > Vej & Park:drift:30 > Vinter & Renhold:drift:18 > Værkstedet:drift:8
        ; Genbrugspladsen:drift:22 ; Byg & Plan:teknik:26 ; Natur & Vand:teknik:20
        ; Trafik & Anlæg:teknik:16 ; Klima & Forsyning:teknik:16 ; Miljøtilsyn:teknik:12
        ; Spildevandsteam:drift:12 ; Byudvikling:teknik:11""",
    ),
    (
        KFE,
        81435,
        """Hovedbiblioteket:bibliotek:36 > Børnebiblioteket:bibliotek:9 ; Lokalbiblioteket:bibliotek:7
        ; Svømmehallen:fritid:24 ; Idrætsanlæggene:fritid:22 ; Musikskolen:musik:30
        ; Kulturhuset:fritid:14 ; Ungdomsskolen:fritid:20 ; Ejendomme & Drift:drift:10
        > Teknisk Service Nord:drift:22 > Teknisk Service Syd:drift:20 > Energiteam:teknik:7
        ; Museet:bibliotek:9 ; Borgerhuset:fritid:11 ; Fritid & Forening:kontor:10
        ; Billedskolen:musik:4 ; Lokalarkivet:bibliotek:3 ; Teaterhuset:fritid:9""",
    ),
    (
        DS,
        81461,
        """Børnehuset Solsikken:dagtilbud:30 ; Børnehuset Skovbrynet:dagtilbud:28
        ; Børnehuset Regnbuen:dagtilbud:26 ; Børnehaven Spiren:dagtilbud:26
        ; Børnehaven Kastanjen:dagtilbud:24 ; Vuggestuen Myretuen:dagtilbud:22
        ; Børnehuset Stjernen:dagtilbud:22 ; Børnehaven Bakken:dagtilbud:20
        ; Vuggestuen Mariehønen:dagtilbud:18 ; Børnehaven Troldhøj:dagtilbud:18
        ; Børnehuset Havblik:dagtilbud:15 ; Børnehaven Egernet:dagtilbud:13
        ; Vuggestuen Humlebien:dagtilbud:11 ; Naturbørnehaven:dagtilbud:8""",
    ),
    (
        DS,
        81500,
        """Bøgeskolen:skole:28 > Bøgeskolen Indskoling:skole:30 > Bøgeskolen Mellemtrin:skole:30
        > Bøgeskolen Udskoling:skole:28 ; Engskolen:skole:20 > Engskolen Indskoling:skole:28
        > Engskolen Mellemtrin:skole:28 > Engskolen Udskoling:skole:28 ; Søndre Skole:skole:96
        ; Nørre Skole:skole:88 ; Lindeskolen:skole:84 ; Møllevangskolen:skole:79
        ; Parkskolen:skole:72 ; Kirkebakkeskolen:skole:60 ; Havneskolen:skole:47
        ; Specialskolen Fyrret:skole:46""",
    ),
    (
        DS,
        81530,
        """SFO Bøgen:dagtilbud:28 ; SFO Engen:dagtilbud:26 ; SFO Søndre:dagtilbud:24 ; SFO Nørre:dagtilbud:22
        ; SFO Linden:dagtilbud:20 ; SFO Møllevangen:dagtilbud:19 ; SFO Parken:dagtilbud:16
        ; SFO Kirkebakken:dagtilbud:14""",
    ),
    (
        BF,
        81550,
        """Familieafsnittet:socialraad:6 > Modtagelsen:socialraad:14 > Myndighedsteam:socialraad:24
        > Rådgivningsteam:socialraad:14 ; PPR:psykolog:44 ; Sundhedsplejen:sygepleje:26
        ; Tandplejen:tand:48 ; Familiehuset:bosted:30 ; Døgninstitutionen Birkely:bosted:38
        ; Ungebostedet:bosted:32 ; Ungerådgivningen:socialraad:18 ; Handicap Børn:socialraad:28
        ; Familieplejen:socialraad:14 ; SSP:socialraad:7 ; Specialbørnehaven:dagtilbud:36
        ; Aflastningen:bosted:24 ; Åben Rådgivning:socialraad:13""",
    ),
    (
        AESS,
        81580,
        """Plejehjemmet Solbakken:pleje:8 > Solbakken Stuen:pleje:35 > Solbakken Første Sal:pleje:35
        ; Plejehjemmet Åvang:pleje:66 ; Plejehjemmet Rosenhaven:pleje:58
        ; Plejehjemmet Kildegården:pleje:50 ; Plejehjemmet Møllehjemmet:pleje:40
        ; Hjemmeplejen Nord:pleje:50 ; Hjemmeplejen Syd:pleje:48 ; Hjemmeplejen Nat:pleje:20
        ; Sygeplejen:sygepleje:36 ; Genoptræningen:terapi:26 ; Bostedet Lyngen:bosted:34
        ; Bostedet Tjørnen:bosted:26 ; Visitationen:sygepleje:12 ; Hjælpemidler:terapi:8
        ; Socialpsykiatrien:bosted:18 ; Rusmiddelcentret:socialraad:10 ; Sundhedscentret:terapi:14""",
    ),
    (
        OEKONOMI_STAB,
        81310,
        """HR:kontor:22 ; Løn:kontor:18 ; It & Digitalisering:it:10 > It-drift:it:20 > It-udvikling:it:16
        ; Økonomi:kontor:51 ; Politisk Sekretariat:kontor:16 ; Kommunikation:kontor:12
        ; Indkøb & Jura:kontor:18 ; Administrativt Fællesskab:kontor:28
        ; Direktionssekretariatet:kontor:8 ; Analyse & Data:it:8""",
    ),
]


def _read_gren(afdeling: int, foerste: int, tekst: str) -> list[Enhed]:
    enheder, nummer = [], foerste
    for stamme in " ".join(tekst.split()).split(";"):
        overordnet = afdeling
        for placering, led in enumerate(stamme.split(">")):
            navn, fag, antal = (del_.strip() for del_ in led.split(":"))
            enheder.append(Enhed(nummer, navn, overordnet, fag, int(antal)))
            if placering == 0:
                overordnet = nummer
            nummer += 1
    return enheder


NYE_ENHEDER = TOP + [enhed for gren in _GREN for enhed in _read_gren(*gren)]
FORSVUNDNE = [
    Enhed(SAMMENLAGT, "Børnehaven Mælkebøtten", DS, "dagtilbud", 0),
    Enhed(RENGOERING, "Intern Rengøring & Kantine", ROD, "rengoering", 56),
]
ALLE = {enhed.nummer: enhed for enhed in NYE_ENHEDER + FORSVUNDNE}
ADMINISTRATIVT_FAELLESSKAB = next(e.nummer for e in NYE_ENHEDER if e.navn == "Administrativt Fællesskab")


def list_stamme(nummer: int) -> list[int]:
    """The enhed and its ancestors up to the root."""
    stamme = [nummer]
    while (overordnet := ALLE[stamme[-1]].overordnet) is not None:
        stamme.append(overordnet)
    return stamme


def find_del(nummer: int) -> int:
    """The part calibrated on its own: an afdeling, the closed cleaning unit, or FAELLES (root and områder)."""
    for led in list_stamme(nummer):
        if led in AFDELINGER or led == RENGOERING:
            return led
    return FAELLES
