"""OPUS's five file shapes in, tables of text out."""

from pipeline.readers.genkend import laeste_filer, read_leverance
from pipeline.readers.text_tabel import csv_relation, explain_csv_fejl

__all__ = ["csv_relation", "explain_csv_fejl", "laeste_filer", "read_leverance"]
