"""The walks of the roles' pages, each made once for every test that reads it."""

from functools import cache

import pytest

from tests.e2e.gang import walk

ROLLER = {"hr1": 10, "l12089": 9, "l10463": 9, "okonomi1": 4, "dpo1": 1}  # user → the fewest pages of her menu


@pytest.fixture(scope="session")
def gang(browser, server):
    return cache(lambda bruger: walk(browser, server.adresse, bruger))


@pytest.fixture(params=ROLLER)
def gaaet(request, gang):
    """The user, and every page of her menu as it was seen."""
    return request.param, gang(request.param).sider
