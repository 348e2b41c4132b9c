"""Trades and names: job titles, pay classes, agreements, usual hours. All people are invented.

Korn of FAG: one trade; each title is (stilling, lønklasse, personalegruppe, weight).
"""

FULD = ((37.0, 0.86), (35.0, 0.05), (32.0, 0.05), (30.0, 0.04))
PAEDAGOGISK = ((37.0, 0.50), (35.0, 0.12), (34.0, 0.08), (32.0, 0.14), (30.0, 0.12), (25.0, 0.04))
PLEJE = ((37.0, 0.22), (34.0, 0.12), (32.0, 0.24), (30.0, 0.20), (28.0, 0.16), (20.0, 0.06))

FAG: dict[str, tuple[tuple, tuple]] = {
    "ledelse": (
        (
            ("Chef", "Chefløn", "Akademikere", 0.4),
            ("Chefkonsulent", "AC", "Akademikere", 0.3),
            ("Sekretær", "Kontor 4", "Administration og it mv.", 0.3),
        ),
        FULD,
    ),
    "kontor": (
        (
            ("Assistent", "Kontor 3", "Administration og it mv.", 0.5),
            ("Konsulent", "AC", "Akademikere", 0.3),
            ("Specialist", "Kontor 5", "Administration og it mv.", 0.2),
        ),
        FULD,
    ),
    "it": (
        (("It-medarbejder", "It 2", "Administration og it mv.", 0.6), ("It-konsulent", "AC", "Akademikere", 0.4)),
        FULD,
    ),
    "jobcenter": (
        (
            ("Socialrådgiver", "Socialrådgiver", "Socialrådgivere", 0.6),
            ("Jobkonsulent", "Kontor 5", "Administration og it mv.", 0.4),
        ),
        FULD,
    ),
    "teknik": (
        (
            ("Ingeniør", "Ingeniør", "Akademikere", 0.5),
            ("Tekniker", "Teknisk design", "Teknisk service", 0.3),
            ("Landinspektør", "AC", "Akademikere", 0.2),
        ),
        FULD,
    ),
    "drift": (
        (
            ("Specialarbejder", "Spec. arb.", "Specialarbejdere", 0.6),
            ("Teknisk servicemedarbejder", "Tek. service", "Teknisk service", 0.3),
            ("Gartner", "Gartner", "Håndværkere", 0.1),
        ),
        FULD,
    ),
    "bibliotek": (
        (
            ("Bibliotekar", "Bibliotekar", "Akademikere", 0.6),
            ("Biblioteksassistent", "Kontor 3", "Administration og it mv.", 0.4),
        ),
        FULD,
    ),
    "fritid": (
        (
            ("Livredder", "Svømmebad", "Teknisk service", 0.4),
            ("Klubmedarbejder", "Pæd. medhj.", "Pædagogmedhjælpere", 0.3),
            ("Kulturmedarbejder", "Kontor 4", "Administration og it mv.", 0.3),
        ),
        PAEDAGOGISK,
    ),
    "musik": ((("Musikskolelærer", "Musikskole", "Musikskolelærere", 1.0),), PAEDAGOGISK),
    "dagtilbud": (
        (
            ("Pædagog", "Pædagog", "Pædagogisk personale", 0.6),
            ("Pædagogmedhjælper", "Pæd. medhj.", "Pædagogmedhjælpere", 0.35),
            ("Køkkenassistent", "Køkken", "Rengøring og køkken", 0.05),
        ),
        PAEDAGOGISK,
    ),
    "skole": (
        (
            ("Lærer", "Lærer", "Lærere", 0.7),
            ("Børnehaveklasseleder", "Bh.kl.leder", "Lærere", 0.1),
            ("Pædagog", "Pædagog", "Pædagogisk personale", 0.12),
            ("Skolesekretær", "Kontor 3", "Administration og it mv.", 0.08),
        ),
        FULD,
    ),
    "socialraad": (
        (
            ("Socialrådgiver", "Socialrådgiver", "Socialrådgivere", 0.8),
            ("Familiekonsulent", "Pædagog", "Pædagogisk personale", 0.2),
        ),
        FULD,
    ),
    "psykolog": ((("Psykolog", "Psykolog", "Akademikere", 0.5), ("Talehørelærer", "Lærer", "Lærere", 0.5)), FULD),
    "tand": (
        (("Tandlæge", "Tandlæge", "Akademikere", 0.25), ("Klinikassistent", "Klinikass.", "Tandplejen", 0.75)),
        PAEDAGOGISK,
    ),
    "sygepleje": ((("Sygeplejerske", "Sygeplejerske", "Syge- og sundhedspersonale", 1.0),), PLEJE),
    "terapi": (
        (
            ("Fysioterapeut", "Fysioterapeut", "Syge- og sundhedspersonale", 0.6),
            ("Ergoterapeut", "Ergoterapeut", "Syge- og sundhedspersonale", 0.4),
        ),
        PAEDAGOGISK,
    ),
    "pleje": (
        (
            ("Social- og sundhedsassistent", "SOSU-ass.", "Social- og sundhedspersonale", 0.4),
            ("Social- og sundhedshjælper", "SOSU-hj.", "Social- og sundhedspersonale", 0.46),
            ("Sygeplejerske", "Sygeplejerske", "Syge- og sundhedspersonale", 0.09),
            ("Plejehjemssekretær", "Kontor 3", "Administration og it mv.", 0.05),
        ),
        PLEJE,
    ),
    "bosted": (
        (
            ("Socialpædagog", "Socialpæd.", "Socialpædagoger", 0.8),
            ("Omsorgsmedhjælper", "Omsorgsmedhj.", "Socialpædagoger", 0.2),
        ),
        PLEJE,
    ),
    "rengoering": (
        (
            ("Rengøringsassistent", "Rengøring", "Rengøring og køkken", 0.8),
            ("Kantinemedarbejder", "Køkken", "Rengøring og køkken", 0.2),
        ),
        PLEJE,
    ),
}
LEDERTITEL = {
    "skole": "Skoleleder",
    "dagtilbud": "Daginstitutionsleder",
    "pleje": "Plejehjemsleder",
    "bosted": "Forstander",
    "drift": "Driftsleder",
    "bibliotek": "Biblioteksleder",
    "ledelse": "Afdelingschef",
}

FORNAVNE = """
Anne Mette Hanne Kirsten Lene Susanne Charlotte Maria Louise Camilla Julie Emma Ida Freja Sofie Laura Clara
Mathilde Katrine Line Pia Tina Bente Inge Lone Marianne Karin Rikke Trine Maja Signe Nanna Amalie Cecilie
Josefine Birgit Gitte Dorthe Heidi Helle Ulla Vibeke Yvonne Zeynep Fatima Amina Peter Lars Michael Jens Thomas
Henrik Søren Christian Martin Jan Morten Niels Anders Jesper Rasmus Mads Kasper Mikkel Frederik Oliver William
Noah Emil Magnus Jonas Simon Tobias Bo Kim Finn Leif Torben Ole Steen Allan Carsten Claus Flemming Hassan Ali
Mehmet Åse Øjvind Ægir Bjørn
""".split()  # noqa: SIM905
EFTERNAVNE = """
Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen
Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Mikkelsen Frederiksen
Henriksen Laursen Lund Schmidt Eriksen Holm Clausen Simonsen Svendsen Andreasen Iversen Jeppesen Mogensen
Nissen Lauridsen Vestergaard Østergaard Dahl Friis Bach Kjær Lassen Bertelsen Overgaard Ravn Winther Yilmaz
Khan Ågaard Brøgger Krogh Toft Damgaard
""".split()  # noqa: SIM905
