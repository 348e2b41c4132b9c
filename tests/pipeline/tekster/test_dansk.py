"""Numbers and lists as Danish writes them."""

from pipeline.tekster.dansk import opremsning


def test_names_are_listed_as_one_says_them() -> None:
    assert [opremsning(navne) for navne in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A og B", "A, B og C"]
