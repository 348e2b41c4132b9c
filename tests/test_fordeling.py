"""What is made once for several tests is made by one worker."""

import os

import pytest


@pytest.fixture(scope="module")
def faelles() -> object:
    return object()


@pytest.fixture
def sendt(request: pytest.FixtureRequest) -> str:
    """The group in the id of the test that asks."""
    return request.node.nodeid.partition("@")[2]


def test_a_test_that_stands_alone_is_of_no_group(sendt: str) -> None:
    assert sendt == ""


@pytest.mark.usefixtures("faelles")
def test_those_that_share_a_fixture_of_their_file_are_sent_together(sendt: str) -> None:
    assert sendt == ("test_fordeling" if "PYTEST_XDIST_WORKER" in os.environ else "")
