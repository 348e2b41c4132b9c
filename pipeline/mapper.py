"""Where the folders shipped with the program lie."""

from pathlib import Path

PAKKE = Path(__file__).parent


def shipped_folder(navn: str) -> Path:
    """`sql`, `config`: beside the package in a checkout and inside it when installed."""
    return PAKKE / navn if (PAKKE / navn).is_dir() else PAKKE.parent / navn
