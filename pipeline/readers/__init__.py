"""OPUS's five file shapes in, tables of text out."""

from pipeline.readers.filer import Leverancekilde, held_still, laeste_filer
from pipeline.readers.genkend import read_leverance
from pipeline.readers.text_tabel import csv_relation, explain_csv_fejl

__all__ = ["Leverancekilde", "csv_relation", "explain_csv_fejl", "held_still", "laeste_filer", "read_leverance"]
