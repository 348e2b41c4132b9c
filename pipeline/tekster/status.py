"""The Danish texts of the quarter's case: the status, its bilag, the slides, and the check that it fits together."""

TITEL = "Status for sygefravær {kvartal}"
INDSTILLING = (
    "at status på sygefravær {kvartal} drøftes",
    "at afdelingscheferne redegør for de erfaringer, de har fra drøftelser af sygefravær på deres ledermøder",
)
RESUME = (
    "Chefforum orienteres om status på sygefravær i {kommune} for {kvartal}. I forlængelse heraf drøftes arbejdet med "
    "sygefravær."
)
FUND = {
    "signal": "Sygefraværet er {retning} {forskel} til {sygedage} sygedage {pr}",
    "tilfaeldigt": "Sygefraværet er {sygedage} sygedage {pr}; ændringen på {aendring} kan være tilfældig",
    "udskiftning": "Sygefraværet er {sygedage} sygedage {pr}; mange er kommet eller gået siden sidst",
    "uaendret": "Sygefraværet er uændret {sygedage} sygedage {pr}",
    "ukendt": "Sygefraværet er {sygedage} sygedage {pr}",
    "foreloebig": "Sygefraværet er foreløbig {sygedage} sygedage {pr}",
}
"""The finding: a title on the slides, and the first sentence of the Resumé."""
FUND_HVORFOR = "Mest af ændringen kommer fra {navn}: {bidrag}"
TABEL_TITEL = "Tabel 1 – {enhed}, ændring siden sidste opgørelse, måltal og om ændringen er større end tilfældigt."
TABEL_KOLONNER = (
    ("navn", "Område og afdeling", "tekst"),
    ("sygedage", "Sygedage", "dage"),
    ("aendring_kvartal", "Ændring", "aendring"),
    ("signal_kvartal", "Er ændringen større end tilfældigt?", "tekst"),
    ("maaltal", "Måltal", "dage"),
    ("afstand", "Afstand", "aendring"),
)
TABEL_NOTE = "* Måltallet er afledt: gennemsnit af enhedernes egne måltal."
OM_SIGNALER = {
    "ingen": "Ingen af ændringerne i områder og afdelinger er større, end at de kan være tilfældige.",
    "foreloebig": "Kvartalet er foreløbigt, og udviklingen beskrives derfor ikke.",
}
PERIODE = (
    "Sygefraværet opgøres som vanligt rullende for de seneste fire kvartaler. Orienteringen her omhandler sygefraværet "
    "i perioden {fra} til {til}."
)
NIVEAU = "Sygefraværet er i denne opgørelse opgjort til {sygedage} sygedage {pr} i gennemsnit."
NIVEAU_FORELOEBIG = (
    "Sygefraværet er i denne opgørelse foreløbig opgjort til {sygedage} sygedage {pr} i gennemsnit. Kvartalet sluttede "
    "for så kort tid siden, at der stadig kan komme registreringer, og tallet sammenlignes derfor ikke med andre."
)
AENDRING = {
    "fald": "Der er således tale om et gennemsnitligt fald på {forskel} {pr} i forhold til opgørelsen fra "
    "{kvartal_foer} ({foer} sygedage {pr}).",
    "stigning": "Der er således tale om en gennemsnitlig stigning på {forskel} {pr} i forhold til opgørelsen fra "
    "{kvartal_foer} ({foer} sygedage {pr}).",
    "intet_signal": "Det er {aendring} i forhold til opgørelsen fra {kvartal_foer} ({foer} sygedage {pr}).",
    "uaendret": "Det er uændret i forhold til opgørelsen fra {kvartal_foer} ({foer} sygedage {pr}).",
    "ukendt": "Der er ikke en opgørelse fra kvartalet før at sammenligne med.",
}
POPULATION = (
    "Opgørelsen er udarbejdet på baggrund af nær- og fraværsdata for månedslønnede, ordinært ansatte. Ekstraordinært "
    "ansatte såsom elever og ansatte i fleksjob indgår således ikke i opgørelsen."
)
TOP = {
    "under": "Sammenlignet med {top_kvartal}, hvor sygefraværet toppede med {top} sygedage {pr} i gennemsnit, er "
    "sygefraværet i den aktuelle opgørelse {forskel} lavere {pr}.",
    "paa": "Sygefraværet er på niveau med {top_kvartal}, hvor det toppede med {top} sygedage {pr} i gennemsnit.",
    "er": "Det er det højeste sygefravær i de kvartaler, der er opgjort.",
}
AENDRING_KAN_VAERE = {
    "tilfaeldigt": "Ændringen er ikke større, end at den kan være tilfældig.",
    "udskiftning": "Mange medarbejdere er kommet eller gået, og ændringen kan skyldes det.",
}
KORT_OG_LANG = {
    "begge": "Siden {kvartal_foer} er både det gennemsnitlige kort- og langtidssygefravær {{kort}}.",
    "hver": "Siden {kvartal_foer} er det gennemsnitlige korttidssygefravær {{kort}}, og langtidssygefraværet er "
    "{{lang}}.",
    "korttid": "Siden {kvartal_foer} er det gennemsnitlige korttidssygefravær {{kort}}; ændringen i "
    "langtidssygefraværet kan være tilfældig.",
    "langtid": "Siden {kvartal_foer} er det gennemsnitlige langtidssygefravær {{lang}}; ændringen i "
    "korttidssygefraværet kan være tilfældig.",
    "ingen": "Hverken kort- eller langtidssygefraværet har siden {kvartal_foer} ændret sig mere, end tilfældet kan "
    "forklare.",
}
FIGUR_MAALTAL = "Måltal\n{maaltal}"
FIGUR_HENVISNING = "Udviklingen på kommuneniveau er illustreret i Figur 1."
FIGUR_TEKST = "Figur 1 – Kvartalsvis udvikling i {enhed} i gennemsnit i {kommune}."
FALDET = "Fra {kvartal_foer} til {kvartal} er sygefraværet i gennemsnit faldet {led}."
STEGET = "Fra {kvartal_foer} til {kvartal} er sygefraværet i gennemsnit steget {led}."
OGSAA_STEGET = "Sygefraværet er i gennemsnit steget {led}."
LED = "med {forskel} {pr} i {enhed}"
LED_GRAA = "{enhed} ({aendring})"
INGEN_SIGNALER = {
    "en": "Fra {kvartal_foer} til {kvartal} har sygefraværet ikke ændret sig mere, end tilfældet kan forklare, i "
    "{enheder}.",
    "flere": "Fra {kvartal_foer} til {kvartal} har sygefraværet ikke ændret sig mere, end tilfældet kan forklare, i "
    "nogen af {dele}: {enheder}.",
}
ANDRE_GRUPPER = {
    "tilfaeldigt": "Ændringen kan være tilfældig i {enheder}.",
    "udskiftning": "Mange medarbejdere er kommet eller gået i {enheder}, og ændringen dér kan skyldes det.",
    "uaendret": "Sygefraværet er uændret i {enheder}.",
    "ukendt": "Der er ikke et tal fra kvartalet før at sammenligne med for {enheder}.",
}
DELE = {"omraader": "områderne", "afdelinger": "afdelingerne"}
DELE_PAA_NIVEAU = {"afdeling": "afdelinger", "område": "områder"}
INGEN_GRUPPER = "Der er ingen grupper på dette niveau, som er store nok til at vises for sig."
FORELOEBIGE_GRUPPER = OM_SIGNALER["foreloebig"]
LANGTID_TITEL = "Langtidsfravær ({langtid_dage} dage eller derover)"
LANGTID = "Langtidssygefraværet udgør i denne opgørelse {andel} af det samlede sygefravær{forhold}."
LANGTID_INGEN = "Der er for få med langtidssygefravær til, at andelen vises."
FORHOLD = {
    "fald": ", hvilket er {point} lavere end i seneste opgørelse",
    "stigning": ", hvilket er {point} højere end i seneste opgørelse",
    "uaendret": ", hvilket er det samme som i seneste opgørelse",
    "ukendt": "",
}
LANGTIDSFRISKE_ER = (
    "Medarbejdere, som har under {friske_dage} sygedage om året i minimum to år i træk, betragtes som langtidsfriske."
)
LANGTIDSFRISKE = (
    "Andelen af langtidsfriske medarbejdere i {kommune} er med denne status opgjort til {andel}{forhold}. Medarbejdere "
    "tæller som langtidsfriske, hvis de både i {foerste_fra} til {foerste_til} og i {anden_fra} til {anden_til} har "
    "haft mindre end {friske_dagsvaerk} fraværsdagsværk."
)
LANGTIDSFRISKE_INGEN = "Der er endnu ikke to hele år at opgøre langtidsfriske over."
TALLENE = {
    False: "Tallene er trukket {udtraek}, og kvartalet er endeligt. Et kvartal er foreløbigt i {foreloebig_dage} dage "
    "efter, at det er slut{maalt}.",
    True: "Tallene er trukket {udtraek}, og kvartalet er foreløbigt. Det bliver endeligt med tal, der er trukket "
    "{endeligt} eller senere: et kvartal er foreløbigt i {foreloebig_dage} dage efter, at det er slut{maalt}.",
}
"""By whether it is foreløbig."""
TALLENE_MAALT = {False: "", True: ", målt på kommunens egne tidligere kvartaler"}
SAGSDATOER = "Sagerne om sygefravær forelægges {datoer}."
MAALTAL = {
    "stigning": "Kommunens måltal er {maaltal}; sygefraværet ligger {forskel} over det.",
    "fald": "Kommunens måltal er {maaltal}; sygefraværet ligger {forskel} under det.",
    "uaendret": "Kommunens måltal er {maaltal}, og sygefraværet ligger på det.",
    "ukendt": "Der er ikke sat et måltal for kommunen.",
}
BILAG_HENVISNING = {
    True: "Vedlagt sagen er oversigt over sygefraværet henholdsvis pr. afdeling og pr. enhed.",
    False: "Vedlagt sagen er oversigt over sygefraværet pr. afdeling.",
}
"""By whether the bilag per enhed is there."""
HR_EGNE_ORD = "[HR & Løn skriver her om sygefraværsindsatsen: det, tallene ikke fortæller.]"
INTET = "Intet at bemærke."
OEKONOMI = "[Skriv her, hvad sagen betyder for økonomien.]"
LOVGRUNDLAG = "[Skriv her, hvilke regler sagen hviler på.]"
BILAG_TITLER = {
    "afdelinger": "Sygefravær pr. {kvartal} – afdelinger",
    "enheder": "Sygefravær pr. {kvartal} – enheder",
    "personalegrupper": "Sygefravær pr. {kvartal} – personalegrupper",
}
DAG = "{tal} dag"
DAGE = "{tal} dage"
POINT = "{tal} procentpoint"
DEMO = "DEMO: opdigtede tal fra en opdigtet kommune."

BILAG_KOLONNER = (
    ("navn", "Enhed", "tekst"),
    ("medarbejdere", "Medarbejdere, omkring", "antal"),
    ("sygedage", "{kvartal}", "dage"),
    ("sygedage_kvartal_foer", "{kvartal_foer}", "dage"),
    ("sygedage_aar_foer", "{aar_foer}", "dage"),
    ("aendring_kvartal", "Ændring, kvartal", "aendring"),
    ("signal_kvartal", "Signal, kvartal", "tekst"),
    ("aendring_aar", "Ændring, år", "aendring"),
    ("signal_aar", "Signal, år", "tekst"),
    ("maaltal", "Måltal", "dage"),
    ("afstand", "Afstand", "aendring"),
    ("korttid", "Kort", "dage"),
    ("langtid", "Lang", "dage"),
    ("langtidsandel", "Langtids- andel", "andel"),
    ("langtidsfriske", "Langtids- friske", "andel"),
)
BILAG_NOTER = (
    "{enhed} i gennemsnit, rullende for de fire kvartaler til og med det nævnte. Langtidsfravær: sygeforløb på "
    "{langtid_dage} kalenderdage eller mere. Langtidsfriske: under {friske_dage} sygedage i hvert af de seneste to år.",
    "Små enheder vises samlet som »Øvrige enheder«; kolonnerne kort, lang og langtidsfriske står tomme, hvor gruppen "
    "eller en ved siden af den er for lille til dem.",
    "Faldet og steget står kun ved en ændring, der er større end tilfældigt; ellers står der, hvorfor den ikke er det.",
    "Medarbejdere er afrundet til nærmeste 5 under 100, ellers nærmeste 10. Ændringer er regnet, før der er "
    "afrundet, og kan derfor afvige med {afrunding} fra forskellen på de viste tal. * Afledt: "
    "gennemsnit af enhedernes egne måltal.",
)
INTERN = "intern"
"""The folder that stays with HR; everything else in a release leaves."""
SIDE_AF = "Side {side} af {sider}"
FORTSAT = "fortsat"

FIGURER_OVERSKRIFT = "Figurer, {kvartal}"
FIGUR_ALT = "Alternativ tekst: {alt}"
HVORFOR_TITEL = "Figur 2 – Hvad ændrede {enhed} fra {kvartal_foer} til {kvartal}"
HVORFOR_ALT = "Vandfaldsdiagram. {beskrivelse}"
AFDELINGER_TITEL = "Sygefravær i områder og afdelinger, {kvartal}"
AENDRINGER_TITEL = "Ændring siden {kvartal_foer}"
AENDRINGER_SAETNING = "Større end tilfældigt: {fald} og {stigning}. De øvrige ændringer er grå."
AENDRINGER_INGEN = "Ingen af ændringerne er større end tilfældigt, og alle er grå."
FALD = {"en": "ét fald", "flere": "{antal} fald"}
STIGNING = {"en": "én stigning", "flere": "{antal} stigninger"}
AENDRING_AKSE = "Ændring i {enhed}"

STATUS_FAERDIG = "Status for {kvartal} ligger i mappen {mappe}."
EKSPORT_FAERDIG = "Materialet til Økonomiudvalget for {kvartal} ligger i mappen {mappe}."
KONTROL_OVERSKRIFT = "Sammenhængskontrol"
KONTROL_INTET = "Alt passer sammen."
KONTROL = {
    "andele": "{enhed}: kort- og langtidsfravær ({kort} og {lang}) giver ikke det samlede ({hele}).",
    "spring": "{enhed}: ændringen siden sidste kvartal ({nu}) er større end i nogen af de seneste tre år ({hoejest}).",
    "foreloebig": "{kvartal} er foreløbigt: der kan stadig komme registreringer.",
    "kvartal": "Teksten nævner {fundet}, men sagen handler om {kvartal}.",
}
KVARTAL_IKKE_NU = (
    "Der kan laves status for {nu}, det nyeste kvartal, der er endeligt i databasen, og ikke for {kvartal}. Ældre "
    "kvartaler ligger i jeres arkiv af offentliggjorte sager."
)
INGEN_KVARTAL = "Databasen dækker endnu ikke fire hele kvartaler, så der er ikke noget at lave status over."
SKABELON_UKENDT_FELT = (
    "Skabelonen {fil} bruger feltet »{felt}«, som ikke findes. Felterne står i docs/kvartalsstatus.md."
)
SKABELON_IKKE_TILLADT = (
    "Skabelonen {fil} bruger noget, en skabelon ikke må ({hvad}). "
    "Kun felter, en løkke over en liste og en betingelse er tilladt; de står i docs/kvartalsstatus.md."
)
SKABELON_FREMMED_DEL = (
    "Skabelonen {fil} indeholder en makro eller et indlejret objekt, eller den henter noget udefra ({del_}). "
    "Fjern det i Word, og gem som .docx."
)
SKABELON_KAN_IKKE_LAESES = "Skabelonen {fil} kan ikke læses. Den skal være et Word-dokument (.docx)."
UDEN_KILDE = "Et tal i {felt} har ingen kilde ({tal}). Der er ikke udgivet noget."
MAPPEN_ER_IKKE_TOM = "Mappen {mappe} indeholder noget andet. Vælg en tom mappe."

CLI_STATUS = "skriv kvartalets status: sagen, bilag og figurer"
CLI_EKSPORT = "skriv materialet til Økonomiudvalget"
CLI_PROEV = "prøv en udgivelse: kan nogen regne sig frem til for meget?"
CLI_LAAS = "gem kvartalets offentliggjorte tal"
CLI_UD = "mappen, der skrives i"
CLI_SKABELON = "kommunens egen Word-skabelon"
CLI_STATUSKVARTAL = "kvartalet, fx 2025K2"

CLI_PROEV_MAPPE = "mappen med udgivelsen"
CLI_TIL = "hvem materialet er til"
CLI_TIDLIGERE = "mappen med en tidligere udgivelse, eller med flere af dem (kan gentages)"
CLI_ARK = "med enhedsarket til MED for hver enhed, der offentliggøres"
ARK_UDEN_ENHEDER = (
    "Arkene viser enhedernes tal, og dem har en udgivelse uden enheder ikke. Vælg enten --ark eller --uden-enheder."
)
CLI_UDEN_ENHEDER = "uden bilaget pr. enhed: kun kommune, områder og afdelinger"

SIDE_STATUS = "Status"
SIDE_STATUS_INGEN = "Intet kvartal er udgivet endnu. Når HR har udgivet og låst et kvartal, står sagen her."
SIDE_STATUS_UDEN_SAG = "{kvartal} er udgivet og låst, men uden sagen. Spørg HR & Løn efter den."
SIDE_STATUS_UDGIVET = "Sagen for {kvartal}, som den blev udgivet {dag}. Tallene ændrer sig ikke, når der kommer nye."
SIDE_STATUS_OVERBLIK = "Se de nyeste tal i Overblik"
SIDE_STATUS_DIN_DEL = "Det, sagens bilag siger om din del af kommunen."
SIDE_STATUS_IKKE_VIST = "Sagens bilag har ikke tal for {enheder} for sig: gruppen er for lille til at stå alene."
SIDE_STATUS_INDSATS = "Sygefraværsindsats"
SIDE_STATUS_FIGURTABEL = "Tabel: {titel}"
SIDE_STATUS_TABEL = "Områder og afdelinger"
SIDE_STATUS_UDVIKLING = "Udviklingen i kommunen"
SIDE_STATUS_OPGOERELSEN = "Opgørelsen"
SIDE_STATUS_HENT = {
    ("status", "docx"): "Sagen (Word)",
    ("bilag-afdelinger", "pdf"): "Afdelinger (PDF)",
    ("bilag-afdelinger", "xlsx"): "Afdelinger (Excel)",
    ("bilag-enheder", "pdf"): "Enheder (PDF)",
    ("bilag-enheder", "xlsx"): "Enheder (Excel)",
}
