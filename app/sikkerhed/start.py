"""What is done once, before the server answers anybody."""

import logging
import resource
from contextlib import suppress

from app.miljoe import find_miljoe
from pipeline.fejl import Brugerfejl
from pipeline.kvartal.trin import clean_up
from pipeline.lager.kontrol import check_start
from pipeline.tekster import lager as tekster_lager

LOG = logging.getLogger("sygefravaer")


def prepare_start() -> None:
    """No core dump holds a key, whatever the unit says; a log that was tampered with is told of in the server's log.
    What a kill left of a delivery is deleted.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(Brugerfejl):  # the page tells of a store that cannot be reached
        for fund in check_start(find_miljoe().lager):
            LOG.error(tekster_lager.LOG_IKKE_HEL.format(fund=fund.saetning))
    with suppress(Brugerfejl):  # nor does a database that is not there yet keep the log's findings from being told
        clean_up(find_miljoe())
