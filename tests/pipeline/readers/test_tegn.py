"""Signs nobody sees are found in bytes exactly where cleaning the text would change it."""

from pipeline.readers.tegn import has_usynlige, rens_tegn


def test_a_sign_is_found_in_bytes_when_cleaning_changes_the_text() -> None:
    for nummer in range(0x10000):
        if not 0xD800 <= nummer <= 0xDFFF:
            tekst = f"Sygdom{chr(nummer)}§ 56"
            assert has_usynlige(tekst.encode()) == (rens_tegn(tekst) != tekst), hex(nummer)
