"""Office files are zips that carry the time they were made: packed again, two alike are alike byte for byte."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pipeline.report.filformater import FAST_DATO

FAST_TID = FAST_DATO.timetuple()[:6]
TIDER = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
FAST_I_XML = rf"\g<1>{FAST_DATO.isoformat()}Z\g<2>".encode()


def pack_again(indhold: bytes) -> bytes:
    """The same members in the same order, without times; the workbooks inside too."""
    ud = BytesIO()
    with ZipFile(BytesIO(indhold)) as gammel, ZipFile(ud, "w", ZIP_DEFLATED) as ny:
        for navn in gammel.namelist():
            ny.writestr(ZipInfo(navn, FAST_TID), _without_times(navn, gammel.read(navn)), ZIP_DEFLATED)
    return ud.getvalue()


def _without_times(navn: str, indhold: bytes) -> bytes:
    if navn.endswith(".xlsx"):
        return pack_again(indhold)
    return TIDER.sub(FAST_I_XML, indhold) if navn == "docProps/core.xml" else indhold
