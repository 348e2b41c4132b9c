"""The rule file: whatever the program would not do as it says is refused, with the key."""

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_opfoelgning
from pipeline.mapper import shipped_folder

RAA = (shipped_folder("config") / "opfoelgning.toml").read_text(encoding="utf-8")


def load(mappe, tekst):
    fil = mappe / "regler.toml"
    fil.write_text(tekst, encoding="utf-8")
    return load_opfoelgning(fil)


def test_the_shipped_rules_are_the_presets_all_switched_on():
    assert [regel.id for regel in load_opfoelgning(shipped_folder("config") / "opfoelgning.toml").regler] == [
        "kontakt_2", "kontakt_6", "kontakt_14", "samtale", "uafbrudt_28", "anmeldelse", "perioder_3", "sygedage_15",
        "tilbage",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fra", "til", "noegle"),
    [
        ('navn = "Kontakt på 2. sygedag"', 'navn = "Kontakt på 2. sygedag"\nhaster = true', "regel.0.haster"),
        ('slags = "tilbage"', 'slags = "måske"', "regel.8.slags"),
        ("graense = 2\n", "graense = 0\n", "regel.0.graense"),
        ("vindue_dage = 180\n", "", "vindue_dage"),
        ("graense = 2\n", "graense = 2\nvindue_dage = 10\n", "vindue_dage"),
        ("graense = 30\n", "graense = 30\nikke_ved_fratraedelse_dage = 10\n", "ikke_ved_fratraedelse_dage"),
        ("frist_dage = 28\n", "frist_dage = 13\n", "frist_dage"),
        ('id = "kontakt_6"', 'id = "kontakt_2"', "id"),
        ("[noter]\n", "[noter]\nfritekst = true\n", "noter.fritekst"),
        ('afsender = "sygefravaer@eksempel.invalid"', 'afsender = "ingen"', "besked.afsender"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_by_its_key(tmp_path, fra, til, noegle):
    assert fra in RAA
    with pytest.raises(Brugerfejl) as fejl:
        load(tmp_path, RAA.replace(fra, til, 1))
    assert noegle in str(fejl.value)
    assert "regler.toml" in str(fejl.value)
    assert str(tmp_path) not in str(fejl.value)


def test_a_file_that_is_no_toml_and_one_that_is_not_there_are_refused(tmp_path):
    for tekst in ("[regel", "\x00"):
        with pytest.raises(Brugerfejl):
            load(tmp_path, tekst)
    with pytest.raises(Brugerfejl):
        load_opfoelgning(tmp_path / "findes_ikke.toml")
