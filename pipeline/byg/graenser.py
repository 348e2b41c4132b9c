"""The limits of chance around an expected level, by a gamma distribution.

Absence is too skewed for a normal distribution: its lower limit would be negative.
Method: Spiegelhalter, Funnel plots for comparing institutional performance (2005), with gamma limits.
"""

from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    import numpy as np

GRAENSERNES_KILDER = ("niveautal",)


def make_graenser(con: duckdb.DuckDBPyConnection, *, hold_oeje: float, stoerre: float) -> None:
    """The table `niveaugraenser` of `niveautal`: nedre and oevre, between which `hold_oeje` of the levels lie by chance
    alone, and nedre_yderst and oevre_yderst with `stoerre` of them. Korn: enhed_id, vindue_nr.
    """
    tal = con.execute("select enhed_id, vindue_nr, forventet, varians from niveautal").fetchnumpy()
    middel, varians = tal.pop("forventet"), tal.pop("varians")
    for navn, mellem in (("", hold_oeje), ("_yderst", stoerre)):
        tal[f"nedre{navn}"] = find_quantile((1 - mellem) / 2, middel=middel, varians=varians)
        tal[f"oevre{navn}"] = find_quantile((1 + mellem) / 2, middel=middel, varians=varians)
    con.register("nye_raekker", tal)
    con.execute("create or replace temp table niveaugraenser as select * from nye_raekker")
    con.unregister("nye_raekker")


def find_quantile(andel: float, *, middel: "np.ndarray[Any, Any]", varians: "np.ndarray[Any, Any]") -> Any:
    """Of gamma distributions with these means, all above none; without variance it is the mean."""
    import numpy as np
    from scipy.special import gammaincinv  # loaded while DuckDB reads the files

    spredt = np.where(varians > 0, varians, 1.0)
    return np.where(varians > 0, gammaincinv(middel**2 / spredt, andel) * spredt / middel, middel)
