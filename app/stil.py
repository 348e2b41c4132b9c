"""How the pages look on a small screen and on paper, where Streamlit's own look is for a large screen."""

from pipeline.tekster import server as tekster_server

SMAL = """<style>
[data-testid="stMetricLabel"], [data-testid="stMetricLabel"] *, [data-testid="stButton"] button * {
  white-space: normal !important; overflow: visible !important; text-overflow: clip !important; }
[data-testid="stExpandSidebarButton"] > span { display: none; }
[data-testid="stExpandSidebarButton"] { width: auto; padding: 0 .75rem; border: 1px solid #0b3c5d; }
[data-testid="stExpandSidebarButton"]::after { content: "MENU"; color: #0b3c5d; font-weight: 600; }
[data-testid="stSidebar"][data-collapsed="true"] { visibility: hidden; }
@media (max-width: 800px) {
  [data-testid="stColumn"] { min-width: 11rem; }
}
</style>""".replace("MENU", tekster_server.OVERSAT["Expand sidebar"])
"""The menu is called so where it is folded away; beside each other is what has room to be."""
PAPIR = """<style>
@media print {
  @page { size: A4 landscape; margin: 15mm; }
  html { font-size: 12px !important; }
  html, body, #root, .stApp, .stApp > div, [data-testid="stAppViewContainer"], [data-testid="stMain"],
  [data-testid="stMainBlockContainer"] { position: static !important; display: block !important;
    width: auto !important; height: auto !important; min-height: 0 !important; overflow: visible !important;
    padding: 0 !important; }
  [data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stAlert"], [data-testid="stButton"],
  [data-testid="stButtonGroup"], [data-testid="stSelectbox"], [data-testid="stMultiSelect"],
  [data-testid="stTextInput"],
  [data-testid="stTextArea"], [data-testid="stDateInput"], [data-testid="stNumberInput"],
  [data-testid="stFileUploader"],
  [data-testid="stRadio"], [data-testid="stCheckbox"], [data-testid="stForm"], summary,
  [data-testid="stExpander"]:not(:has(details[open])),
  [data-testid="stTabs"] [role="tablist"], [data-testid="stToast"], .st-key-bruger, a.knap, .ark, .veje, hr,
  [data-testid="stElementContainer"]:has(> [data-testid="stButton"]), .liste [aria-hidden="true"] {
    display: none !important; }
  h1 { padding-top: 0 !important; }
  h1, h2, h3, .liste thead { break-after: avoid; }
  .liste { overflow: visible; }
  .liste th, .liste td { padding: .2rem .25rem; }
  .liste tbody th, .liste td.signal { min-width: 0; }
  .liste a { color: inherit; text-decoration: none; }
  .liste tr, [data-testid="stVegaLiteChart"], [data-testid="stMetric"], [data-testid="stColumn"] {
    break-inside: avoid; }
  [data-testid="stVegaLiteChart"], [data-testid="stVegaLiteChart"] * { max-width: 100% !important; }
  [data-testid="stVegaLiteChart"] svg { height: auto; }
}
</style>"""
"""What is read, and nothing to press: a page on paper has its figures, sentences, charts and tables. A
chart is as wide as it was on the screen, and so the paper lies down: its words are then of nearly the others' size.
"""
