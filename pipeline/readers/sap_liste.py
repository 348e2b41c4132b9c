"""Shape B: an SAP-GUI list saved as "regneark": tabs whatever its name, no quoting, a title block above.

Saved "uden konvertering" the same list is drawn with `|` between the columns and rulers between the pages.
"""

from pipeline.readers.dialekt import Dialekt

SAP_LISTE = Dialekt(form="B", skilletegn="\t", citationstegn="")
SAP_LISTE_MED_STREGER = Dialekt(form="B", skilletegn="|", citationstegn="", har_streger=True)
