"""The published case as a page shows it: made with the case, kept with its quarter's lock, and read back as it was.

Published statements alone: sentences, tables and figures as they stand in the case and its bilag, in words.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from pipeline.report.visning import Visning
from pipeline.status.bilag import Bilag, word_celle
from pipeline.status.dokument import Billede
from pipeline.status.grundlag import Grundlag
from pipeline.status.saetninger import Afsnit

OPGOERELSEN = ("kommunen", "langtid", "langtidsfriske", "tallene")
"""The lists of paragraphs about how it is made up, in the case's order."""


class _Frossen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Sagstabel(_Frossen):
    hoveder: tuple[str, ...]
    raekker: tuple[tuple[str, ...], ...]


class Sagsfigur(_Frossen):
    """`spec`: in Vega-Lite; `tabel`: the same figures in words."""

    titel: str
    billedtekst: str
    spec: dict[str, Any]
    tabel: Sagstabel


class Bilagslinje(_Frossen):
    """A line of the bilag of units; `dybde` from 0. A group that is put together has no `enhed_id`."""

    enhed_id: int | None
    navn: str
    dybde: int
    celler: tuple[str, ...]


class Sag(_Frossen):
    """`linjer`: in the order of the organisation, the kommune first, with `hoveder` above and `noter` below."""

    kvartal: str
    titel: str
    fakta: tuple[str, ...]
    signaler: tuple[str, ...]
    tabel: Sagstabel
    tabel_note: str
    figurer: tuple[Sagsfigur, ...]
    hvorfor: tuple[str, ...]
    egne: tuple[str, ...]
    opgoerelsen: tuple[str, ...]
    hoveder: tuple[str, ...]
    noter: tuple[str, ...]
    linjer: tuple[Bilagslinje, ...]

    def write(self) -> bytes:
        return (self.model_dump_json() + "\n").encode()

    def is_seen_by(self, noder: Collection[int]) -> bool:
        """The whole of it is for who has published figures of the whole kommune."""
        return self.linjer[0].enhed_id in noder

    def find_dele(self, noder: Collection[int]) -> list[list[Bilagslinje]]:
        """What the bilag has at and under each of the nodes, those within one of the others with it."""
        dele: list[list[Bilagslinje]] = []
        slut = 0
        for nr, linje in enumerate(self.linjer):
            if nr < slut or linje.enhed_id not in noder:
                continue
            under = (sidste for sidste in range(nr + 1, len(self.linjer)) if self.linjer[sidste].dybde <= linje.dybde)
            slut = next(under, len(self.linjer))
            dele.append(list(self.linjer[nr:slut]))
        return dele


def make_sag(
    grundlag: Grundlag,
    felter: Mapping[str, Any],
    billeder: Mapping[str, Billede],
    *,
    bilag: Bilag,
    egne: Sequence[str] = (),
) -> Sag:
    """`bilag`: the most detailed there is; `egne`: hr's own words and what is agreed, a paragraph each."""
    tabel, (navn, *kolonner) = felter["tabel"], bilag.kolonner
    return Sag(
        kvartal=grundlag.kvartal,
        titel=felter["titel"].tekst,
        fakta=_words(felter["fakta"]),
        signaler=_words(felter["signaler"]),
        tabel=Sagstabel(
            hoveder=tuple(tabel.hoveder), raekker=tuple(tuple(celle.tekst for celle in rk) for rk in tabel.raekker)
        ),
        tabel_note=felter["tabel_note"].tekst,
        figurer=tuple(_freeze(en.figur.visning, en.figur.billedtekst) for en in billeder.values()),
        hvorfor=_words(felter["hvorfor"]),
        egne=tuple(egne),
        opgoerelsen=tuple(tekst for felt in OPGOERELSEN for tekst in _words(felter[felt])),
        hoveder=(navn[1], *(overskrift for _, overskrift, _ in kolonner)),
        noter=tuple(bilag.noter),
        linjer=tuple(
            Bilagslinje(
                enhed_id=rk["enhed_id"],
                navn=rk["navn"],
                dybde=rk["dybde"],
                celler=tuple(word_celle(rk, kolonne, slags) for kolonne, _, slags in kolonner),
            )
            for rk in bilag.raekker
        ),
    )


def _freeze(visning: Visning, billedtekst: str) -> Sagsfigur:
    tabel = Sagstabel(
        hoveder=tuple(kolonne.navn for kolonne in visning.tabel.kolonner), raekker=tuple(visning.tabel.words())
    )
    return Sagsfigur(titel=visning.titel, billedtekst=billedtekst, spec=visning.spec or {}, tabel=tabel)


def _words(afsnit: Iterable[Afsnit]) -> tuple[str, ...]:
    return tuple(et.tekst for et in afsnit)
