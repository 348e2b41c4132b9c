"""Shape B: an SAP-GUI list saved as "regneark": tabs whatever its name, no quoting, a title block above."""

from pipeline.readers.text_tabel import Dialekt

SAP_LISTE = Dialekt(form="B", skilletegn="\t", citationstegn="")
