"""Shape A: the nightly personnel dump, the full current set on the extraction date."""

from pathlib import Path
from xml.sax.saxutils import escape

from generator import kalender, organisation
from generator.ansatte import Medarbejder
from generator.format import save

STUB_DAGE = 60


def _write_element(navn: str, vaerdi: str) -> str:
    return f"<{navn}>{escape(vaerdi)}</{navn}>" if vaerdi else f"<{navn}/>"


def _write_enhed(enhed: organisation.Enhed) -> str:
    felter = {
        "startDate": "1900-01-01",
        "endDate": "9999-12-31",
        "parentOrgUnit": "" if enhed.overordnet is None else str(enhed.overordnet),
        "shortName": enhed.navn[:12].strip(),
        "longName": enhed.navn,
        "street": "Rådhuspladsen 1",
        "zipCode": "9999",
        "city": "Eksempelby",
        "phoneNumber": "",
        "orgType": "00001",
        "orgTypeTxt": "Organisation",
    }
    indhold = "".join(_write_element(navn, vaerdi) for navn, vaerdi in felter.items())
    return f'<orgUnit id="{enhed.nummer}" client="813" lastChanged="2025-01-02">{indhold}</orgUnit>'


def make_bruger(medarbejder: Medarbejder) -> str:
    """A user id nobody has: l and the employee number."""
    return f"l{medarbejder.nummer}"


def _make_cpr(nummer: int) -> str:
    """Day 00 and serial 0000: no such number can exist."""
    return f"00{1 + nummer % 12:02d}{50 + nummer % 49:02d}0000"


def _write_medarbejder(person: Medarbejder, *, ingen_start: bool) -> str:
    nu = person.tilstand(kalender.UDTRAEK)
    fornavn, _, efternavn = person.navn.rpartition(" ")
    annulleret = nu["stilling"] == "Annulleret"
    naevner = "" if nu["naevner"] is None else f"{nu['naevner']:g} "
    felter = {
        "entryDate": "" if ingen_start else kalender.to_date(person.foerste).isoformat(),
        "leaveDate": "9999-12-31",
    }
    efter_cpr = {
        "firstName": fornavn,
        "lastName": efternavn,
        "address": "Eksempelvej 1",
        "postalCode": "9999",
        "city": "Eksempelby",
        "country": "DK",
        "workPhone": "",
        "workContract": nu["ansforhold"],
        "workContractText": "Annulleret"
        if annulleret
        else "Månedsløn"
        if nu["ansforhold"] in ("00", "01")
        else "Timeløn",
        "positionId": "500",
        "position": nu["stilling"],
        "positionShort": nu["stilling"][:12].strip(),
        "isManager": "true" if person.er_leder else "false",
        "superiorLevel": "0",
        "subordinateLevel": "00",
        "orgUnit": str(nu["enhed"]),
        "payGradeText": nu["loenklasse"],
        "numerator": f"{nu['taeller']:g}  ",
        "denominator": naevner,
    }
    if person.er_leder:
        efter_cpr |= {"userId": make_bruger(person), "email": f"{make_bruger(person)}@eksempel.invalid"}
    indhold = "".join(_write_element(navn, vaerdi) for navn, vaerdi in felter.items())
    indhold += f'<cpr suppId="0">{_make_cpr(person.nummer)}</cpr>'
    indhold += "".join(_write_element(navn, vaerdi) for navn, vaerdi in efter_cpr.items())
    return f'<employee id="{person.nummer}" client="813" lastChanged="2025-06-30">{indhold}</employee>'


def write_xml(sti: Path, medarbejdere: list[Medarbejder], *, uden_start: int) -> None:
    """All units, everyone employed on the day, stubs for the last two months; one entry date is empty."""
    linjer = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<kmd>",
        *[_write_enhed(enhed) for enhed in organisation.NYE_ENHEDER],
    ]
    for person in sorted(medarbejdere, key=lambda p: p.nummer):
        if person.er_ansat(kalender.UDTRAEK):
            linjer.append(_write_medarbejder(person, ingen_start=person.nummer == uden_start))
        elif person.sidste is not None and kalender.UDTRAEK - STUB_DAGE <= person.sidste < kalender.UDTRAEK:
            linjer.append(f'<employee id="{person.nummer}" client="813" action="leave"/>')
    save(sti, "\n".join([*linjer, "</kmd>", ""]), tegnsaet="utf-8")
