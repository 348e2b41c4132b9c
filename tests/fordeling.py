"""How the tests are shared between the workers, and which of them `make test-hurtig` leaves out.

Every test stands alone, so that the workers are done at the same time; but those that share a server, a browser, or
what a module made once, run together. A test file or a test says `langsom` itself where it kills processes or draws
many examples; whoever uses a server or a browser is slow without saying so.
"""

import pytest
from _pytest.nodeid import NodeId

SERVERE = frozenset({"server", "oidc_server", "browser"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if not isinstance(item, pytest.Function):
            continue
        if not SERVERE.isdisjoint(item.fixturenames):
            item.add_marker(pytest.mark.langsom)
            send_with(item, "browser")
        elif shares_with_its_module(item):
            send_with(item, item.path.stem)


def send_with(item: pytest.Item, gruppe: str) -> None:
    """To the worker all of the group go to.

    The scheduler reads the group in the test's id. xdist writes it there by a name that pytest 9.2 no longer looks at,
    so `xdist_group` alone sends nothing together.
    """
    if getattr(item.config.option, "loadgroup", False):
        item._id = NodeId.parse(f"{item.nodeid}@{gruppe}")


def shares_with_its_module(item: pytest.Function) -> bool:
    """Whether a fixture it uses is made once for the whole file."""
    definitioner = item._fixtureinfo.name2fixturedefs  # pytest has no public way to ask
    return any(definition.scope == "module" for navn in definitioner.values() for definition in navn)
