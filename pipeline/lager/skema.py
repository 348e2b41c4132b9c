"""The store's tables. Times are UTC as ISO text, lists are JSON text: both databases hold, and hash, the same."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint

metadata = MetaData()

adgang = Table(
    "adgang",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("bruger", String(100), nullable=False, index=True),
    Column("email", String(254), nullable=False),
    Column("person", String(64)),
    Column("rolle", String(10), nullable=False),
    Column("enhedsnr", Integer, nullable=False),
    Column("gyldig_fra", Date, nullable=False),
    Column("gyldig_til", Date, nullable=False),
    Column("tildelt_af", String(100), nullable=False),
    Column("begrundelse", Text, nullable=False),
    Column("stedfortraeder_for", String(100)),
    Column("kilde", String(10), nullable=False),
    Column("tilstand", String(10), nullable=False),
)

identiteter = Table(
    "identiteter",
    metadata,
    Column("bruger", String(100), primary_key=True),
    Column("udsteder", String(300), nullable=False),
    Column("vaerdi", String(300), nullable=False),
    Column("bundet", String(32), nullable=False),
    UniqueConstraint("udsteder", "vaerdi"),
)

log = Table(
    "log",
    metadata,
    Column("nr", Integer, primary_key=True, autoincrement=False),
    Column("tid", String(32), nullable=False),
    Column("hvem", String(100), nullable=False),
    Column("som", String(100)),
    Column("hvad", String(30), nullable=False),
    Column("hvor", String(100), nullable=False),
    Column("noder", Text, nullable=False),
    Column("bygning_id", String(16)),
    Column("antal_personer", Integer),
    Column("forrige", String(64), nullable=False),
    Column("kontrol", String(64), nullable=False),
)

loganker = Table(
    "loganker",
    metadata,
    Column("nr", Integer, primary_key=True, autoincrement=False),
    Column("kontrol", String(64), nullable=False),
)
"""What the log's first row follows: the last row that retention took away."""

sessioner = Table(
    "sessioner",
    metadata,
    Column("noegle", String(64), primary_key=True),
    Column("bruger", String(100), nullable=False, index=True),
    Column("begyndt", String(32), nullable=False),
    Column("sidst_set", String(32), nullable=False),
    Column("afsluttet", String(32)),
)

billetter = Table(
    "billetter",
    metadata,
    Column("billet", String(64), primary_key=True),
    Column("session", String(64), ForeignKey("sessioner.noegle"), nullable=False),
    Column("bruger", String(100), nullable=False),
    Column("fil", String(50), nullable=False),
    Column("parametre", Text, nullable=False),
    Column("udstedt", String(32), nullable=False),
)

varselsbygninger = Table(
    "varselsbygninger",
    metadata,
    Column("bygning_id", String(16), primary_key=True),
    Column("udtraeksdato", Date, nullable=False),
    Column("hverdage_imellem", Integer),
)

varsler_set = Table(
    "varsler_set",
    metadata,
    Column("person", String(64), primary_key=True),
    Column("regel", String(30), primary_key=True),
    Column("fra", Date, primary_key=True),
    Column("forfald", Date, nullable=False),
    Column("foerst_set", Date, nullable=False),
    Column("trukket", Date),
)

noter = Table(
    "noter",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("person", String(64), nullable=False, index=True),
    Column("regel", String(30), nullable=False),
    Column("fra", Date, nullable=False),
    Column("til", Date, nullable=False),
    Column("dato", Date, nullable=False),
    Column("handling", String(30), nullable=False),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
    Column("fortryder", Integer, ForeignKey("noter.id", ondelete="CASCADE"), unique=True),
)
"""fra to til are the days of absence a note was made about. A row with `fortryder` undoes that one."""

udsendelser = Table(
    "udsendelser",
    metadata,
    Column("dag", Date, primary_key=True),
    Column("bruger", String(100), primary_key=True),
    Column("besked_id", String(200), nullable=False, unique=True),
    Column("tilstand", String(20), nullable=False),
    Column("forsoeg", Integer, nullable=False),
    Column("skrevet", String(32), nullable=False),
    Column("afsluttet", String(32)),
)

aargange = Table(
    "aargange",
    metadata,
    Column("udtraeksdato", Date, primary_key=True),
    Column("bygning_id", String(16), nullable=False),
    Column("opgoerelse_id", String(16), nullable=False),
)
"""The deliveries whose figures are remembered, each once, by the build of it that was put in place last."""

aargangstal = Table(
    "aargangstal",
    metadata,
    Column("udtraeksdato", Date, primary_key=True),
    Column("niveau", String(10), primary_key=True),
    Column("enhed_id", Integer, primary_key=True, autoincrement=False),
    Column("maaned_nr", Integer, primary_key=True, autoincrement=False),
    Column("dagsvaerk_e8", BigInteger),
)
"""A row only where a month is another than the delivery before saw it; null where there is none any more."""

HOEJST_TEGN = 120
"""Characters in the line that says what has been agreed."""

indsatser = Table(
    "indsatser",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("enhed_id", Integer, nullable=False),
    Column("kategori", String(60), nullable=False),
    Column("fra", Date, nullable=False),
    Column("til", Date),
    Column("ejer", String(60), nullable=False),
    Column("tekst", String(HOEJST_TEGN), nullable=False),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
)

indsatsslut = Table(
    "indsatsslut",
    metadata,
    Column("indsats", Integer, ForeignKey("indsatser.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("dato", Date, nullable=False),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
)
"""When an indsats was ended, and by whom: a row of its own, so that none is changed."""

HOEJST_BEGRUNDELSE = 200
"""Characters in a reason, and in who was told."""

maaltal_beslutninger = Table(
    "maaltal_beslutninger",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("svarer_paa", Integer, ForeignKey("maaltal_beslutninger.id", ondelete="CASCADE"), unique=True),
    Column("enhed_id", Integer, nullable=False),
    Column("aar", Integer, nullable=False),
    Column("foer", Integer),
    Column("maaltal", Integer),
    Column("tilstand", String(12), nullable=False),
    Column("begrundelse", String(HOEJST_BEGRUNDELSE), nullable=False),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
)
"""The history of the måltal: every proposal, answer and decision a row, in tenths of a sygedag. A row is answered once;
`foer` is what was decided until then, `maaltal` null where nothing is any more."""
kvartalsgange = Table(
    "kvartalsgange",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
)

kvartalstrin = Table(
    "kvartalstrin",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("gang", Integer, ForeignKey("kvartalsgange.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("hvad", String(20), nullable=False),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
    Column("data", Text, nullable=False),
)
"""What was done in a round, in the order it was done; where it stands is read from them (pipeline/kvartal/stand.py)."""

kvartalsord = Table(
    "kvartalsord",
    metadata,
    Column("gang", Integer, ForeignKey("kvartalsgange.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("felt", String(20), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("tekst", Text, nullable=False),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
)
"""hr's own words; who writes says which version she read."""

kvartalsvalg = Table(
    "kvartalsvalg",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("hvad", String(20), nullable=False),
    Column("vaerdi", Text, nullable=False),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
)
"""What hr has set for every quarter, JSON text; the newest of a kind is in force (pipeline/lager/kvartalsvalg.py)."""

laase = Table(
    "laase",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kvartal", String(6), nullable=False),
    Column("udgivet", Date, nullable=False),
    Column("moede", Date),
    Column("indhold", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
    Column("moedenavn", String(HOEJST_BEGRUNDELSE)),
)
"""Quarters as they were published: `indhold` is the text of the locked file."""

laaseslut = Table(
    "laaseslut",
    metadata,
    Column("laas", Integer, ForeignKey("laase.id"), primary_key=True, autoincrement=False),
    Column("grund", String(HOEJST_BEGRUNDELSE), nullable=False),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
)
"""Locks that were lifted, because the quarter was never published."""

laasefiler = Table(
    "laasefiler",
    metadata,
    Column("laas", Integer, ForeignKey("laase.id"), primary_key=True, autoincrement=False),
    Column("navn", String(100), primary_key=True),
    Column("indhold", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
)
"""The case as it was published, with its page: `indhold` is the file in base64."""

berigtigelser = Table(
    "berigtigelser",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kvartal", String(6), nullable=False),
    Column("hvad", Text, nullable=False),
    Column("hvorfor", String(HOEJST_BEGRUNDELSE), nullable=False),
    Column("orienteret", String(HOEJST_BEGRUNDELSE), nullable=False),
    Column("bygning_id", String(16), nullable=False),
    Column("af", String(100), nullable=False),
    Column("tid", String(32), nullable=False),
)
"""What was corrected after publication. `hvad`: the published figures that were others then, as JSON text."""
