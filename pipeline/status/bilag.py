"""The bilag: one row a shown group, grouped by område and afdeling, as workbook and as tagged PDF."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from pipeline.report.aendringer import SKRIDT, word_aendring
from pipeline.report.filformater import write_xlsx
from pipeline.report.kvartalsstatus import describe_bygning, format_maaltal
from pipeline.report.visning import Kolonne, Tabel, Visning, format_value
from pipeline.status.grundlag import KUN_AFDELINGER, Grundlag, Raekke, Vaerdi
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import personalegrupper as tekster_personalegrupper
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import periode_med_ord

SKRIFTER = Path(str(files("pipeline.status") / "skrifter"))
NAVN = tekster_status.BILAG_KOLONNER[0][0]
TYPST = Path(str(files("pipeline.status") / "bilag.typ"))
INDRYK = "\u2003"  # an em space a level: a reader of the workbook sees the tree too


@dataclass(frozen=True)
class Bilag:
    """`navn`: afdelinger, enheder or personalegrupper. `raekker`: with words for changes. Korn: a shown group."""

    navn: str
    titel: str
    grundlag: Grundlag
    raekker: tuple[Raekke, ...]
    opstilling: Sequence[tuple[str, str, str]] = tekster_status.BILAG_KOLONNER
    noterne: Sequence[str] = tekster_status.BILAG_NOTER

    @property
    def kolonner(self) -> list[tuple[str, str, str]]:
        """Those with a value in some row."""
        return self.fill_kolonner(self.raekker)

    def fill_kolonner(self, raekker: Sequence[Raekke]) -> list[tuple[str, str, str]]:
        """Those with a value in some of these rows."""
        kvartaler = {
            navn: periode_med_ord(getattr(self.grundlag, navn)) for navn in ("kvartal", "kvartal_foer", "aar_foer")
        }
        return [
            (navn, overskrift.format(**kvartaler), slags)
            for navn, overskrift, slags in self.opstilling
            if any(raekke[navn] is not None for raekke in raekker)
        ]

    @property
    def noter(self) -> list[str]:
        return [note.format(enhed=self.grundlag.enhed, **self.grundlag.definitioner) for note in self.noterne]

    def values(self) -> Iterator[tuple[str, Vaerdi]]:
        """Every figure with its cell."""
        for raekke in self.raekker:
            for navn, overskrift, slags in self.kolonner:
                if slags != "tekst" and raekke[navn] is not None:
                    yield f"{raekke['navn']} / {overskrift}", self.grundlag.value(raekke, navn, slags)


def make_bilag(grundlag: Grundlag) -> list[Bilag]:
    """The one per afdeling and the one per enhed."""
    alle = tuple(gruppe | _signals(gruppe) for gruppe in grundlag.grupper)
    i_afdelinger = tuple(gruppe for gruppe in alle if _is_afdeling(gruppe, grundlag))
    kvartal = periode_med_ord(grundlag.kvartal)
    return [
        Bilag(navn, tekster_status.BILAG_TITLER[navn].format(kvartal=kvartal), grundlag, raekker)
        for navn, raekker in (("afdelinger", i_afdelinger), ("enheder", alle))
    ]


def make_personalegruppebilag(grundlag: Grundlag) -> Bilag | None:
    """The kommune and the named groups by personalegruppe; nothing where these are not told apart."""
    if not grundlag.personalegrupper:
        return None
    navn = "personalegrupper"
    titel = tekster_status.BILAG_TITLER[navn].format(kvartal=periode_med_ord(grundlag.kvartal))
    raekker = tuple(raekke | {"signal": word_aendring(raekke, "kvartal")} for raekke in grundlag.personalegrupper)
    return Bilag(
        navn, titel, grundlag, raekker, tekster_personalegrupper.BILAG_KOLONNER, tekster_personalegrupper.BILAG_NOTER
    )


def _signals(gruppe: Raekke) -> Raekke:
    return {f"signal_{skridt}": word_aendring(gruppe, skridt) for skridt in SKRIDT}


def _is_afdeling(gruppe: Raekke, grundlag: Grundlag) -> bool:
    """A område or an afdeling; or a group put together right under the kommune or a område."""
    overordnede = {raekke["enhed_id"] for raekke in grundlag.grupper if raekke["niveau"] in ("kommune", "område")}
    return gruppe["niveau"] in KUN_AFDELINGER or (gruppe["er_pulje"] and gruppe["overordnet_id"] in overordnede)


def write_bilag_xlsx(bilag: Bilag) -> bytes:
    kolonner = bilag.kolonner
    raekker = tuple(
        tuple(
            INDRYK * raekke["dybde"] + raekke[navn] if navn == NAVN else _cell(raekke, navn) for navn, _, _ in kolonner
        )
        for raekke in bilag.raekker
    )
    tabel = Tabel(tuple(Kolonne(overskrift, slags) for _, overskrift, slags in kolonner), raekker)
    demo = [tekster_status.DEMO] if bilag.grundlag.er_demo else []
    visning = Visning(bilag.navn, bilag.titel, bilag.noter[0], tabel)
    return write_xlsx(visning, [*bilag.noter[1:], describe_kilde(bilag.grundlag), *demo])


def _cell(raekke: Raekke, navn: str) -> Any:
    return raekke.get(f"{navn}_tekst") or raekke[navn]


def split_sider(bilag: Bilag) -> tuple[list[Raekke], list[list[Raekke]]]:
    """The kommune, its områder and afdelinger for the first page; then a page an afdeling with what is under it."""
    grupper: list[list[Raekke]] = []
    for raekke in bilag.raekker:
        if not grupper or _is_afdeling(raekke, bilag.grundlag) or raekke["dybde"] <= grupper[-1][0]["dybde"]:
            grupper.append([raekke])
        else:
            grupper[-1].append(raekke)
    return [gruppe[0] for gruppe in grupper], [gruppe for gruppe in grupper if len(gruppe) > 1]


def write_bilag_pdf(bilag: Bilag) -> bytes:
    """PDF/UA-1, tables with header cells. Errors: `RuntimeError` of typst, which is a defect of ours."""
    foerst, afdelinger = split_sider(bilag)
    data = {
        "titel": bilag.titel,
        "demo": tekster_status.DEMO if bilag.grundlag.er_demo else "",
        "sider": [
            _describe_side("", foerst, bilag.fill_kolonner(foerst), fede=2),
            *(
                # what only the afdeling itself has stands on the first page
                _describe_side(raekker[0]["navn"], raekker, bilag.fill_kolonner(raekker[1:]), fede=1)
                for raekker in afdelinger
            ),
        ],
        "noter": bilag.noter,
        "fod": describe_kilde(bilag.grundlag),
        "fortsat": tekster_status.FORTSAT,
        "side": tekster_status.SIDE_AF.split("{side}")[0].strip(),
        "af": tekster_status.SIDE_AF.split("{side}")[1].split("{sider}")[0].strip(),
    }
    return compile_typst(TYPST.read_bytes(), {"data": json.dumps(data, ensure_ascii=False)})


def _describe_side(
    titel: str, raekker: Sequence[Raekke], kolonner: Sequence[tuple[str, str, str]], *, fede: int
) -> dict[str, Any]:
    """`fede`: how many levels, from the first row's, stand in bold."""
    return {
        "titel": titel,
        "kolonner": [{"navn": overskrift, "tekst": slags == "tekst"} for _, overskrift, slags in kolonner],
        "raekker": [
            {
                "dybde": raekke["dybde"] - raekker[0]["dybde"],
                "fed": raekke["dybde"] - raekker[0]["dybde"] < fede,
                "celler": [word_celle(raekke, navn, slags) for navn, _, slags in kolonner],
            }
            for raekke in raekker
        ],
    }


def word_celle(raekke: Raekke, navn: str, slags: str) -> str:
    """A cell as the PDF has it."""
    if navn == "maaltal":
        return format_maaltal(raekke)
    celle = _cell(raekke, navn)
    return celle if isinstance(celle, str) else format_value(slags, celle)


def compile_typst(kilde: bytes, indhold: dict[str, str]) -> bytes:
    """One PDF/UA-1, the same bytes each time. Errors: `RuntimeError`, also when a character has no glyph."""
    pdf, advarsler = typst.compile_with_warnings(
        kilde,
        sys_inputs=indhold,
        font_paths=_skrifter(),
        pdf_standards=["ua-1"],
        timestamp=0,
        format="pdf",
    )
    if advarsler:
        raise RuntimeError(str(advarsler[0]))
    return bytes(pdf)


@cache
def _skrifter() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[SKRIFTER])


def describe_kilde(grundlag: Grundlag) -> str:
    return describe_bygning(grundlag.bygning, tekster_dashboard.FIL_KILDE)
