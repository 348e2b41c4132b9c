"""The search of what was sent finds what a search for each alone would."""

import pytest

from tests.soegning import found_in


@pytest.mark.parametrize(
    ("soegte", "fundet"),
    [
        ([b"Inger", b"Inger Holm", b"Holm"], {b"Inger", b"Inger Holm", b"Holm"}),
        (["Åse".encode(), b"Ase"], {"Åse".encode()}),
        ([b"\x00\xff\x80", b"\x00\xff\x81"], {b"\x00\xff\x80"}),
        ([b"00010463", b"00010464"], {b"00010463"}),
        ([b"inger"], set()),
        ([], set()),
    ],
)
def test_found_are_those_that_stand_there_within_each_other_and_across_any_bytes(soegte, fundet):
    assert found_in("xInger Holm, Åse".encode() + b"\x00\xff\x80" + b"000010463", soegte) == fundet
