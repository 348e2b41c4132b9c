"""The Danish texts of the slides for Økonomiudvalget: a title is the finding."""

MAALTAL = {
    "stigning": ", {forskel} over måltallet",
    "fald": ", {forskel} under måltallet",
    "uaendret": ", som er måltallet",
    "ukendt": "",
}
TITEL_MAALTAL = {
    "over": "{over} af {alle} {dele} ligger over deres måltal, længst over ligger {navn}",
    "ingen": "Ingen af {alle} {dele} ligger over deres måltal",
}
TITEL_AENDRING = "{antal} af {alle} områder og afdelinger har ændret sig mere end tilfældigt siden {kvartal_foer}"
INGEN = "Ingen"
TITEL_INDSATS = "Hvad HR og afdelingscheferne gør"
MEST_AFSTAND = "Vist er de {antal} med størst afstand til deres måltal."
AFSTAND = "{navn} ({afstand})"
"""The gap stands with the name: the bar and the mark have their own figures."""
OM_MAALTAL = "Søjlen er sygedage {pr}, stregen er måltallet. I parentes afstanden mellem dem."
OM_FARVER = "Grå: ændringen kan være tilfældig. Grøn: faldet mere end tilfældigt. Rød: steget mere end tilfældigt."
INDSATS_FELT = "[Skriv her: hvad der er sat i gang, hvem der gør det, og hvornår det følges op.]"
INDSATS_NOTE = "Fortæl om den indsats, der er aftalt, og hvad der følges op på næste kvartal."

TALFORMAT = "[$-406]#,##0.0"
AENDRINGSFORMAT = '[$-406]+#,##0.0;[$-406]"−"#,##0.0;[$-406]"±"0.0'
"""Danish, whatever the language of who opens the file."""

CLI_SKABELON = "kommunens egen PowerPoint-skabelon (.potx eller .pptx)"
SKABELON_KAN_IKKE_LAESES = "Skabelonen {fil} kan ikke læses. Den skal være en PowerPoint-skabelon (.potx eller .pptx)."
SKABELON_UDEN_TITEL = "Skabelonen {fil} har intet layout med en titel. Tilføj ét i PowerPoint, og gem den igen."
SKABELON_FREMMED_DEL = (
    "Skabelonen {fil} har noget, en skabelon til slides ikke må: en makro, et indlejret objekt, en film, en skrift, et "
    "billede, der ikke er PNG eller JPEG, eller noget, der hentes udefra ({del_}). Fjern det i PowerPoint, og gem den "
    "igen."
)
