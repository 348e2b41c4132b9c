"""The material for Økonomiudvalget."""

from pathlib import Path

from pipeline.port.scope import Scope
from pipeline.proev.forventet import Forventet
from pipeline.status.arkiv import Arkiv
from pipeline.status.bilag import make_bilag, make_personalegruppebilag, write_bilag_xlsx
from pipeline.status.figurer import make_figurer
from pipeline.status.givet import Givet, list_egne, name_givet
from pipeline.status.praesentation import write_pptx
from pipeline.status.udgiv import Udgivelse, draw_figurer, read_laast_grundlag


def make_eksport(
    scope: Scope, kvartal: str, arkiv: Arkiv, *, skabelon: Path | None = None, givet: Givet | None = None
) -> Udgivelse:
    """For Økonomiudvalget: kommune, afdelinger and personalegrupper only. Errors: as `make_status`."""
    grundlag, _ = read_laast_grundlag(scope, kvartal, arkiv)
    afdelinger = make_bilag(grundlag)[0]
    filer = draw_figurer(make_figurer(grundlag), grundlag, "figurer/")
    slides, husets = f"sygefravaer-{kvartal}.pptx", write_pptx(grundlag, scope)
    i_skabelon = write_pptx(grundlag, scope, skabelon=skabelon) if skabelon else None
    filer[slides] = i_skabelon or husets
    intern = {}
    if givet is not None:
        filer[slides] = write_pptx(grundlag, scope, skabelon=skabelon, egne=list_egne(givet, grundlag))
        intern[name_givet(kvartal)] = givet.write()
    for bilag in (afdelinger, make_personalegruppebilag(grundlag)):
        if bilag is not None:
            filer[f"bilag-{bilag.navn}-{kvartal}.xlsx"] = write_bilag_xlsx(bilag)
    return Udgivelse(filer, (), Forventet({**filer, slides: husets}, i_skabelon), intern)
