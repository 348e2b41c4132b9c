"""Shape D: CSV with semicolons (comma is read too), quotes where a cell needs them, literal NULL."""

from pipeline.readers.dialekt import Dialekt

CSV_FIL = Dialekt(form="D", skilletegn=";", citationstegn='"')
CSV_MED_KOMMA = Dialekt(form="D", skilletegn=",", citationstegn='"')
