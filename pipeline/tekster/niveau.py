"""The texts about a level beside what is to be expected: the page Sammenlign, the slides.

Chance is said of figures, never of a group of people.
"""

TITEL = "Er niveauet et andet end det forventede?"
_STREGER = (
    " Små enheder svinger mere end store. Den tykke streg rummer {hold_oeje} af enhederne ved tilfældighed alene, den "
    "tynde {stoerre}."
)
FORKLARING = {
    True: "Hver enhed holdes op mod **det forventede**: det sygefravær, den ville have, hvis hver af dens "
    "personalegrupper havde samme sygefravær som i hele kommunen." + _STREGER,
    False: "Leverancen har ingen personalegrupper, og derfor er det forventede kommunens eget tal for alle, {middel}: "
    "der er ikke taget højde for, hvem der arbejder i enhederne." + _STREGER,
}
KOLONNER = (
    "Enhed",
    "Medarbejdere",
    "Sygedage",
    "Det forventede",
    "Forskel",
    "Hold øje uden for",
    "Større end tilfældigt uden for",
    "Niveauet",
)
TILSTANDE = {
    "som_forventet": "som forventet",
    "hold_oeje": "hold øje",
    "stoerre": "større end tilfældigt",
}
"""As the table `forventet` has them; the least first."""
FOR_FAA = "for få til at sige"
INGEN = "Der er ikke to enheder på samme niveau at sammenligne."
SAETNING = {
    "ingen": "Ingen af {antal} enheder er sikkert forskellig fra det forventede antal sygedage {pr}.",
    "en": "1 af {antal} enheder afviger mere fra det forventede antal sygedage {pr}, end tilfældet forklarer: {navne}.",
    "flere": "{fundne} af {antal} enheder afviger mere fra det forventede antal sygedage {pr}, end tilfældet "
    "forklarer: {navne}.",
}
HOLD_OEJE = {
    "ingen": "",
    "en": " Hold øje med {navne}.",
    "flere": " Hold øje med {fundne}: {navne}.",
}
CHANCE = "Ved tilfældighed alene ville mindst én af {antal} enheder blive nævnt i op til {andel} af kvartalerne."
VEDVARENDE = {
    "en": " {navne} har ligget på samme side i hvert af de seneste {kvartaler} kvartaler for sig.",
    "flere": " {navne} har hver ligget på samme side i hvert af de seneste {kvartaler} kvartaler for sig.",
}
EGEN_MAALESTOK = {
    "en": " {navne} har selv det meste af sine personalegrupper, så det forventede bygger mest på enhedens egne tal.",
    "flere": " {navne} har selv det meste af deres personalegrupper, så det forventede bygger mest på deres egne tal.",
}
AKSE = {
    "pr_medarbejder": "Forskel fra det forventede, sygedage pr. medarbejder",
    "pr_aarsvaerk": "Forskel fra det forventede, sygedage pr. årsværk",
}
NUL = "Det forventede"

SLIDE_TITEL = "{antal} af {alle} afdelinger afviger mere fra det forventede, end tilfældet kan forklare"
_SLIDE_TILFAELDE = (
    " Små grupper svinger mere end store. Kun hvor forskellen er større end tilfældigt, er der grund til at spørge, "
    "hvad der gør den."
)
SLIDE_NOTE = {
    True: "Det forventede er, hvad afdelingen ville have, hvis hver af dens personalegrupper havde samme sygefravær "
    "som i hele kommunen." + _SLIDE_TILFAELDE,
    False: "Leverancen har ingen personalegrupper, og derfor er det forventede kommunens eget tal: der er ikke taget "
    "højde for, hvem der arbejder i afdelingerne." + _SLIDE_TILFAELDE,
}
SLIDE_KOLONNER = ("Afdeling", "Sygedage", "Niveauet ved siden af det forventede")
