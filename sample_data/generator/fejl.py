"""The planted faults: rows a real delivery holds and a build must survive.

Copies are to be dropped and bad rows rejected; what is accepted with a warning stands outside the population.
Korn: one row of seven cells, as format.write_celler makes them. The account per file stands in sample_data/README.md.
"""

from dataclasses import dataclass

from generator.ansatte import Medarbejder

CPR_LIGNENDE = "0013750000"
UKENDT_MEDARBEJDER = "99001"


@dataclass
class Fejl:
    """Rows to add to one absence file: copies of the rows at `kopier`, and rows of their own."""

    kopier: tuple[int, ...]
    raekker: list[list[str]]


def plant_2021_2023(elev: Medarbejder, nummer: int) -> Fejl:
    """Shape B: three duplicates, eight rejected, two records without employment, one overlapping pair."""
    sy = ["SY", "Sygdom"]
    return Fejl(
        (40, 4000, 9000),
        [
            [str(nummer), "14.03.2022", "10.03.2022", *sy, "7,40", "1,00"],
            [str(nummer), "21.03.2022", "21.03.2022", *sy, "syv", "1,00"],
            [str(nummer), "28.03.2022", "28.03.2022", *sy, "-7,40", "1,00"],
            [str(nummer), "04.04.2022", "05.04.2022", *sy, "60,00", "2,00"],
            ["ABC123", "02.05.2022", "03.05.2022", *sy, "14,80", "2,00"],
            [CPR_LIGNENDE, "09.05.2022", "10.05.2022", *sy, "14,80", "2,00"],
            [str(nummer), "01.02.22", "01.02.22", *sy, "7,40", "1,00"],
            ["", "16.05.2022", "16.05.2022", *sy, "7,40", "1,00"],
            [UKENDT_MEDARBEJDER, "07.06.2022", "08.06.2022", *sy, "14,80", "2,00"],
            [UKENDT_MEDARBEJDER, "06.09.2022", "06.09.2022", *sy, "7,40", "1,00"],
            [str(elev.nummer), "03.10.2022", "07.10.2022", *sy, "37,00", "5,00"],
            [str(elev.nummer), "06.10.2022", "11.10.2022", *sy, "29,60", "4,00"],
        ],
    )


def plant_2024(elev: Medarbejder, nummer: int) -> Fejl:
    """Shape D: two duplicates, two rejected, one text cell that a spreadsheet would run."""
    return Fejl(
        (300, 7000),
        [
            [str(nummer), "18.06.2024", "11.06.2024", "SY", "Sygdom", "7,40", "1,00"],
            [str(nummer), "25.06.2024", "25.06.2024", "SY", "Sygdom", "7,4o", "1,00"],
            [str(elev.nummer), "02.09.2024", "03.09.2024", "SY", "+Sygdom", "14,80", "2,00"],
        ],
    )


def plant_2025(elev: Medarbejder) -> Fejl:
    """Shape C: one rejected, one record that starts after the extraction date."""
    return Fejl(
        (),
        [
            [str(elev.nummer), "20.05.2025", "20.05.2025", "SY", "Sygdom", "?", "1,00"],
            [str(elev.nummer), "01.08.2025", "05.08.2025", "SY", "Sygdom", "22,20", "3,00"],
        ],
    )


def add_fejl(celler: list[list[str]], fejl: Fejl) -> list[list[str]]:
    """The file's rows with the copies right after their originals and the own rows by employee number and date."""
    med = []
    for placering, raekke in enumerate(celler):
        med.append(raekke)
        if placering in fejl.kopier:
            med.append(list(raekke))
    for raekke in fejl.raekker:
        plads = next((i for i, anden in enumerate(med) if anden[0] == raekke[0] and raekke[0]), None)
        if plads is None:
            med.insert(len(med) // 2, raekke)
            continue
        while plads < len(med) and med[plads][0] == raekke[0]:
            plads += 1
        med.insert(plads, raekke)
    return med
