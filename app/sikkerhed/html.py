"""The few pages the server draws itself, in the look of the dashboard."""

from html import escape

from starlette.responses import HTMLResponse

from pipeline.tekster import server as tekster_server

STIL = """
body { font-family: "Source Sans", "Source Sans Pro", system-ui, sans-serif; color: #1f2933; margin: 0; }
main { max-width: 40rem; margin: 12vh auto 4rem; padding: 0 1.5rem; }
h1 { font-size: 2rem; margin: 0 0 .75rem; }
p { line-height: 1.5; margin: 0 0 1.25rem; }
.demo { background: #fff4ce; border: 1px solid #d8b040; padding: .25rem .75rem; display: inline-block; }
form { margin: 0 0 .5rem; }
button { font: inherit; width: 100%; text-align: left; padding: .75rem 1rem; background: #fff; color: inherit;
  border: 1px solid #9aa5b1; border-radius: .5rem; cursor: pointer; }
button:hover, button:focus-visible { border-color: #0b3c5d; outline: 2px solid #0b3c5d; }
button span { color: #3e4c59; display: block; }
a { color: #0b3c5d; }
a.knap { display: inline-block; padding: .5rem 1rem; border-radius: .5rem; background: #0b3c5d; color: #fff;
  text-decoration: none; }
"""


def draw_page(titel: str, indhold: str, *, status: int = 200) -> HTMLResponse:
    """`indhold` is HTML whose texts are escaped already."""
    return HTMLResponse(
        f'<!doctype html><html lang="da"><head><meta charset="utf-8">'
        f"<title>{escape(titel)} – {tekster_server.TITEL}</title>"
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STIL}</style></head>'
        f"<body><main><h1>{escape(titel)}</h1>{indhold}</main></body></html>",
        status_code=status,
    )


def draw_message(
    titel: str, tekst: str, *, status: int, til: tuple[str, str] = ("/", tekster_server.TIL_FORSIDEN)
) -> HTMLResponse:
    """`til`: an address of ours to go on to, and its name."""
    adresse, navn = til
    return draw_page(titel, f'<p>{escape(tekst)}</p><p><a href="{adresse}">{navn}</a></p>', status=status)
