"""One card a person, on the right day: every date worked out on paper. 16 July 2025 is a Wednesday."""

from datetime import date

import pytest

from pipeline.opfoelgning.uge import find_tid, make_kort, outdated_before

DAG = date(2025, 7, 16)


def varsel(person, regel, *, forfald, frist, tilstand="åben", dato=None, note_id=None):
    return {
        "medarbejdernr": person,
        "regel": regel,
        "forfald": forfald,
        "gaeldende_frist": frist,
        "tilstand": tilstand,
        "dato": dato,
        "note_id": note_id,
    }


def due(frist):
    (kort,) = make_kort([varsel("1", "samtale", forfald=frist, frist=frist)])
    return find_tid(kort, DAG)


def test_the_next_step_is_the_newest_and_the_others_are_folded_in():
    (kort,) = make_kort(
        [
            varsel("1", "sygedage_15", forfald=date(2025, 6, 25), frist=date(2025, 7, 9)),
            varsel("1", "kontakt_6", forfald=date(2025, 7, 13), frist=date(2025, 7, 14)),
            varsel("1", "kontakt_2", forfald=date(2025, 7, 9), frist=date(2025, 7, 10)),
        ]
    )
    assert kort.naeste["regel"] == "kontakt_6"
    assert [v["regel"] for v in kort.ogsaa] == ["kontakt_2", "sygedage_15"]


def test_what_was_noted_about_a_person_follows_her_card_and_makes_none_of_its_own():
    def noteret(person, dag, note_id):
        forfald = date(2025, 5, dag)
        return varsel(person, "x", forfald=forfald, frist=forfald, tilstand="håndteret", dato=forfald, note_id=note_id)

    alle = [noteret("1", 1, 1), noteret("1", 9, 2), noteret("2", 5, 3)]
    (kort,) = make_kort([*alle, varsel("1", "samtale", forfald=DAG, frist=DAG)])
    assert [v["note_id"] for v in kort.noteret] == [2, 1]
    assert make_kort(alle) == []


def test_the_cards_stand_by_the_next_steps_deadline():
    dage = {"3": date(2025, 7, 1), "1": date(2025, 7, 20), "2": date(2025, 7, 16)}
    alle = make_kort(varsel(person, "x", forfald=date(2025, 6, 1), frist=frist) for person, frist in dage.items())
    assert [kort.naeste["medarbejdernr"] for kort in alle] == ["3", "2", "1"]


@pytest.mark.parametrize(
    ("frist", "tid"),
    [
        (date(2025, 5, 31), "foraeldet"),
        (date(2025, 6, 1), "i_dag"),
        (date(2025, 7, 15), "i_dag"),
        (date(2025, 7, 16), "i_dag"),
        (date(2025, 7, 17), "denne_uge"),
        (date(2025, 7, 20), "denne_uge"),  # Sunday
        (date(2025, 7, 21), "senere"),
    ],
)
def test_the_week_ends_on_sunday_and_what_lay_before_last_month_is_outdated(frist, tid):
    assert due(frist) == tid


def test_last_month_of_january_is_december():
    assert outdated_before(date(2026, 1, 31)) == date(2025, 12, 1)
