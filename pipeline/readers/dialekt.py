"""How a text table's lines are cut into fields."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Dialekt:
    form: str
    skilletegn: str
    citationstegn: str
    har_streger: bool = False

    def split(self, linje: str) -> list[str]:
        if not self.citationstegn:
            return linje.split(self.skilletegn)
        return next(csv.reader([linje], delimiter=self.skilletegn, skipinitialspace=True), [])
