"""A delivery is sent to the server: hr's alone, whole or not at all, a sentence for each that is refused."""

import io
import shutil
import zipfile
from datetime import date

import anyio
import pytest
from docx import Document
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from app.miljoe import find_miljoe
from app.sikkerhed import indlever as modul
from app.sikkerhed.indlever import indlever, indlever_skabelon
from app.sikkerhed.session import Session
from pipeline.kvartal import modtag, skabeloner
from pipeline.kvartal.skabeloner import drop_skabelon, read_skabeloner
from pipeline.kvartal.trin import begin, enter
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.log import read_log
from pipeline.port.rettigheder import Bruger
from tests.conftest import PROJEKT, write_god
from tests.pipeline.status.grundlag import grundlag

ROLLER = (("hr1", "hr"), ("hr2", "hr"), ("l1", "leder"), ("c1", "chef"), ("oe1", "aggregat"), ("d1", "dpo"))


@pytest.fixture
def kvartal(database, god_bygning, monkeypatch):
    """hr's round is under way; what is built is only counted."""
    shutil.copyfile(god_bygning, database)
    miljoe = find_miljoe()
    for bruger, rolle in ROLLER:
        add_raekke(miljoe.lager, NyRaekke(bruger, f"{bruger}@x.invalid", rolle, 81000, date(2020, 1, 1), "P"), af="hr0")
    begin(enter(Bruger("hr1"), miljoe))
    byggede = []
    monkeypatch.setattr(modul, "start_byg", lambda miljoe, *, af: byggede.append(af))
    return miljoe, byggede


@pytest.fixture
def send(kvartal, monkeypatch):
    def run(filer=None, *, bruger="hr1", felt="fil", til="/indlever", **andet):
        monkeypatch.setattr("app.sikkerhed.ruter.find_session", lambda *_, **__: Session(bruger, "n"))
        adresser = {"/indlever": indlever, "/indlever/skabelon": indlever_skabelon}
        klient = TestClient(Starlette(routes=[Route(sti, taget, methods=["POST"]) for sti, taget in adresser.items()]))
        if filer is not None:
            andet["files"] = [(felt, (navn, indhold)) for navn, indhold in filer]
        return klient.post(til, follow_redirects=False, **andet)

    return run


def waiting(miljoe):
    """What a delivery has left beside the database."""
    return sorted(f.name for f in miljoe.database.parent.iterdir() if "lever" in f.name and f.suffix != ".laas")


@pytest.fixture
def filer(tmp_path):
    return [(fil.name, fil.read_bytes()) for fil in sorted(write_god(tmp_path / "god").iterdir())]


def test_hrs_delivery_waits_encrypted_and_is_built(send, kvartal, filer):
    miljoe, byggede = kvartal
    svar = send(filer)
    assert (svar.status_code, svar.headers["location"], byggede) == (303, "/kvartalet", ["hr1"])
    [mappe] = waiting(miljoe)
    assert sorted(f.name for f in (miljoe.database.parent / mappe).iterdir()) == [f"000{n}.lukket" for n in range(3)]
    stand = enter(Bruger("hr1"), miljoe).under_way()
    assert stand.leverance.filer == tuple((navn, len(indhold)) for navn, indhold in filer)


@pytest.mark.parametrize("bruger", ["l1", "c1", "oe1", "d1", "ukendt", None])
def test_to_everybody_else_there_is_nothing_there(send, kvartal, filer, bruger):
    miljoe, byggede = kvartal
    assert send(filer, bruger=bruger).status_code == 404
    assert (waiting(miljoe), byggede) == ([], [])
    log = read_log(miljoe.lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))
    assert "kvartal leverance" not in log["hvad"]


def zipped(*medlemmer):
    pakke = io.BytesIO()
    with zipfile.ZipFile(pakke, "w", zipfile.ZIP_DEFLATED) as fil:
        for navn, indhold in medlemmer:
            fil.writestr(navn, indhold)
    return pakke.getvalue()


REFUSED = {
    "a zip bomb": ([("bombe.zip", zipped(("a.csv", b"0" * (60 << 20))))], "pakker ud til mere end"),
    "a path in a name": ([("../../etc/passwd", b"x;y\n")], "har et navn, der ikke kan bruges"),
    "a Windows path": ([("C:\\\\temp\\\\a.csv", b"x;y\n")], "har et navn, der ikke kan bruges"),
    "a hidden name": ([(".bashrc", b"x;y\n")], "har et navn, der ikke kan bruges"),
    "a long name": ([("a" * 121, b"x;y\n")], "har et navn, der ikke kan bruges"),
    "ten thousand files": ([(f"{n}.csv", b"x") for n in range(10_000)], "Den må højst have 100"),
    "ten thousand files in one": (
        [("mange.zip", zipped(*((f"{n}.csv", b"x") for n in range(10_000))))],
        "rummer mere end 100 filer",
    ),
    "a program": ([("a.exe", b"MZ\x90\x00\x03\x00\x00\x00")], "indeholder ingen kendt tabel"),
    "an image": ([("a.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")], "indeholder ingen kendt tabel"),
    "another packer": ([("a.7z", b"7z\xbc\xaf\x27\x1c\x00\x04")], "er en pakket fil"),
    "an empty file": ([("a.csv", b"")], "er afbrudt"),
    "two of one name": ([("a.csv", b"x;y\n"), ("A.csv", b"x;y\n")], "To filer hedder"),
    "none": ([("", b"")], "Det, der blev sendt, er ikke filer"),
}


@pytest.mark.parametrize("navn", REFUSED)
def test_what_is_refused_gets_a_sentence_and_leaves_nothing(send, kvartal, navn):
    miljoe, byggede = kvartal
    filer, stykke = REFUSED[navn]
    svar = send(filer)
    assert svar.status_code == 400
    assert stykke in svar.text
    assert "Tilbage til Kvartalet" in svar.text
    assert (waiting(miljoe), byggede) == ([], [])
    assert enter(Bruger("hr1"), miljoe).under_way().leverance is None


def test_too_much_is_refused_before_it_comes_and_as_it_comes(send, kvartal, filer, monkeypatch):
    miljoe, _ = kvartal
    monkeypatch.setattr(modtag, "MEGABYTE", 1)  # 500 bytes
    sendt = (
        b'--x\r\nContent-Disposition: form-data; name="fil"; filename="a.csv"\r\n\r\n' + b"a" * 600 + b"\r\n--x--\r\n"
    )
    hoved = {"content-type": "multipart/form-data; boundary=x"}
    for indhold in (sendt, iter([sendt[:300], sendt[300:]])):  # with a length, and without
        svar = send(content=indhold, headers=hoved)
        assert svar.status_code == 400
        assert "Den må højst fylde 500 MB." in svar.text
    assert waiting(miljoe) == []


HOVED = b'--x\r\nContent-Disposition: form-data; name="fil"; filename="a.csv"\r\n\r\n'


@pytest.fixture
def stream(kvartal, monkeypatch):
    """A request whose body comes in these pieces, each when it is asked for; the answer's status and body."""
    monkeypatch.setattr("app.sikkerhed.ruter.find_session", lambda *_, **__: Session("hr1", "n"))

    def run(stumper, *hoveder):
        svar = []

        async def receive():
            stump = next(stumper, b"")
            return {"type": "http.request", "body": stump, "more_body": bool(stump)}

        async def send(besked):
            svar.append(besked)

        scope = {
            "type": "http",
            "method": "POST",
            "path": "/indlever",
            "query_string": b"",
            "headers": [
                (b"content-type", b"multipart/form-data; boundary=x"),
                (b"host", b"localhost"),
                *hoveder,
            ],
            "client": ("127.0.0.1", 1),
        }
        anyio.run(Starlette(routes=[Route("/indlever", indlever, methods=["POST"])]), scope, receive, send)
        return svar[0]["status"], svar[1]["body"].decode()

    return run


def test_three_gigabytes_are_refused_before_a_byte_is_kept_when_they_are_told(stream, kvartal, monkeypatch):
    miljoe, byggede = kvartal
    monkeypatch.setattr(modtag, "Skriver", None)  # whoever writes fails
    status, tekst = stream(iter([HOVED, b"x;y\n"]), (b"content-length", str(3 << 30).encode()))
    assert (status, "Den må højst fylde 500 MB." in tekst) == (400, True)
    assert (waiting(miljoe), byggede) == ([], [])


def test_three_gigabytes_nobody_told_of_are_kept_to_the_bound_and_then_not_at_all(stream, kvartal, monkeypatch):
    """What would be written is counted, and not written."""
    miljoe, byggede = kvartal
    skrevet, sendt = [], []
    monkeypatch.setattr(modtag.Skriver, "write", lambda _, indhold: skrevet.append(len(indhold)))
    stump = b"0;1;2;3\n" * (1 << 17)

    def stumper():
        yield HOVED
        for _ in range(3 * 1024):
            sendt.append(len(stump))
            yield stump

    status, tekst = stream(stumper())
    assert (status, "Den må højst fylde 500 MB." in tekst) == (400, True)
    assert sum(sendt) == 3 << 30
    assert 499 << 20 <= sum(skrevet) <= 500 << 20
    assert (waiting(miljoe), byggede) == ([], [])


def test_a_full_disk_is_said_before_anything_is_written(send, kvartal, filer, monkeypatch):
    miljoe, _ = kvartal
    monkeypatch.setattr(modtag.shutil, "disk_usage", lambda _: type("Disk", (), {"free": 1000}))
    assert "Der er ikke plads på serverens disk" in send(filer).text
    assert waiting(miljoe) == []


@pytest.mark.parametrize(
    "indhold",
    [
        b"",
        b"hej",
        b'--x\r\nContent-Disposition: form-data; name="fil"; filename="a.csv"\r\n\r\nx;y\nhalvt',
        b'--x\r\nContent-Disposition: form-data; name="andet"; filename="a.csv"\r\n\r\nx\r\n--x--\r\n',
        b'--x\r\nContent-Disposition: form-data; name="fil"\r\n\r\nx\r\n--x--\r\n',
        b"--x\r\n" + b"X-Lang: " + b"y" * 5000 + b"\r\n\r\nx\r\n--x--\r\n",
    ],
)
def test_half_a_delivery_and_no_delivery_leave_nothing(send, kvartal, indhold):
    miljoe, byggede = kvartal
    svar = send(content=indhold, headers={"content-type": "multipart/form-data; boundary=x"})
    assert svar.status_code == 400
    assert (waiting(miljoe), byggede) == ([], [])


def test_another_kind_of_request_is_no_delivery(send, kvartal):
    svar = send(content=b"fil=a", headers={"content-type": "application/x-www-form-urlencoded"})
    assert svar.status_code == 400
    assert "Det, der blev sendt, er ikke filer" in svar.text


def test_who_hangs_up_leaves_nothing(kvartal, monkeypatch):
    """What was there before she did is seen on the disk first."""
    miljoe, byggede = kvartal
    monkeypatch.setattr("app.sikkerhed.ruter.find_session", lambda *_, **__: Session("hr1", "n"))
    set_undervejs = []
    hoved = b'--x\r\nContent-Disposition: form-data; name="fil"; filename="a.csv"\r\n\r\n'
    beskeder = iter([{"type": "http.request", "body": hoved + b"x;y\n", "more_body": True}])

    async def receive():
        besked = next(beskeder, None)
        if besked is None:
            set_undervejs.extend(waiting(miljoe))
            return {"type": "http.disconnect"}
        return besked

    async def drop(_):
        """Nobody is there to read it."""

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/indlever",
        "query_string": b"",
        "headers": [(b"content-type", b"multipart/form-data; boundary=x"), (b"host", b"localhost")],
        "client": ("127.0.0.1", 1),
    }
    anyio.run(Starlette(routes=[Route("/indlever", indlever, methods=["POST"])]), scope, receive, drop)
    assert set_undervejs == [f".{miljoe.database.name}.indlevering"]
    assert (waiting(miljoe), byggede) == ([], [])


SKABELONER = {
    navn: (PROJEKT / "config" / navn).read_bytes() for navn in ("status-skabelon.docx", "slides-skabelon.pptx")
}


def with_del(pakke, navn, indhold=b"x"):
    """The package with one part more."""
    ud = io.BytesIO(pakke)
    with zipfile.ZipFile(ud, "a") as fil:
        fil.writestr(navn, indhold)
    return ud.getvalue()


@pytest.fixture
def send_skabelon(send, monkeypatch):
    """The small kommune has no case: its fields are those of one that has."""
    monkeypatch.setattr(skabeloner, "_read_newest", lambda _: grundlag())
    return lambda navn, indhold, **andet: send([(navn, indhold)], til="/indlever/skabelon", **andet)


def test_hrs_own_design_is_used_from_now_on_until_she_takes_the_houses(send_skabelon, kvartal):
    miljoe, byggede = kvartal
    for navn, ny in (("status-skabelon.docx", "Vores.DOCX"), ("slides-skabelon.pptx", "vores.potx")):
        assert send_skabelon(ny, SKABELONER[navn]).status_code == 303
    egne = read_skabeloner(miljoe.lager)
    assert {slags: egen.navn for slags, egen in egne.items()} == {"docx": "Vores.DOCX", "pptx": "vores.potx"}
    assert egne["docx"].indhold == SKABELONER["status-skabelon.docx"]
    drop_skabelon(enter(Bruger("hr2"), miljoe), "docx")
    assert set(read_skabeloner(miljoe.lager)) == {"pptx"}
    assert byggede == []


@pytest.mark.parametrize(
    ("navn", "indhold", "stykke"),
    [
        ("a.exe", b"MZ", "En skabelon er en .docx"),
        ("../a.docx", SKABELONER["status-skabelon.docx"], "har et navn, der ikke kan bruges"),
        ("a.docx", b"x" * (20 << 20) + b"x", "Den må højst fylde 20 MB."),
        ("a.docx", b"PK\x03\x04 ikke en pakke", "a.docx"),
        ("a.docx", with_del(SKABELONER["status-skabelon.docx"], "word/vbaProject.bin"), "vbaProject.bin"),
        ("a.potx", with_del(SKABELONER["slides-skabelon.pptx"], "ppt/embeddings/oleObject1.bin"), "oleObject1.bin"),
        ("a.potx", SKABELONER["status-skabelon.docx"], "a.potx"),
        ("a.docx", zipped(("word/document.xml", b"0" * (60 << 20))), "a.docx"),
    ],
)
def test_a_design_that_does_not_pass_is_a_sentence_and_is_not_kept(send_skabelon, kvartal, navn, indhold, stykke):
    miljoe, _ = kvartal
    svar = send_skabelon(navn, indhold)
    assert svar.status_code == 400
    assert "Skabelonen er ikke modtaget" in svar.text
    assert stykke in svar.text
    assert read_skabeloner(miljoe.lager) == {}


def test_a_field_there_is_not_is_named_when_the_design_is_sent(send_skabelon, kvartal):
    dokument = Document(io.BytesIO(SKABELONER["status-skabelon.docx"]))
    dokument.add_paragraph("{{ hemmeligt }}")
    ud = io.BytesIO()
    dokument.save(ud)
    svar = send_skabelon("a.docx", ud.getvalue())
    assert (svar.status_code, "hemmeligt" in svar.text) == (400, True)
    assert read_skabeloner(kvartal[0].lager) == {}


@pytest.mark.parametrize("bruger", ["l1", "c1", "oe1", "d1", "ukendt", None])
def test_a_design_is_hrs_to_send(send_skabelon, kvartal, bruger):
    assert send_skabelon("a.potx", SKABELONER["slides-skabelon.pptx"], bruger=bruger).status_code == 404
    assert read_skabeloner(kvartal[0].lager) == {}
