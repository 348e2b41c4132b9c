import pytest

from pipeline.readers.tal import write_dansk_tal


@pytest.mark.parametrize(
    ("tal", "tekst"),
    [(7.4, "7,4"), (37.0, "37"), (0.0, "0"), (-7.5, "-7,5"), (1234.5, "1234,5"), (0.0000001, "0,0000001"),
     (1e15, "1000000000000000"), (0.1, "0,1"), (1.234, "1,2340"), (0.5, "0,5"), (1 / 3, "0,3333333333333333")],
)  # fmt: skip
def test_a_true_number_is_written_with_comma_and_no_exponent(tal: float, tekst: str) -> None:
    assert write_dansk_tal(tal) == tekst
