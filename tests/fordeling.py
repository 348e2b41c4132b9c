"""How the tests are shared between two workers, and which of them `make test-hurtig` leaves out.

Every test stands alone, so that the workers are done at the same time; but those that share a server, a browser, or
what a module made once, run together. A test file or a test says `langsom` itself where it kills processes or draws
many examples; whoever uses a server or a browser is slow without saying so.
"""

import pytest

SERVERE = frozenset({"server", "oidc_server", "browser"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if not isinstance(item, pytest.Function):
            continue
        if not SERVERE.isdisjoint(item.fixturenames):
            item.add_marker(pytest.mark.langsom)
            item.add_marker(pytest.mark.xdist_group("browser"))
        elif shares_with_its_module(item):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def shares_with_its_module(item: pytest.Function) -> bool:
    """Whether a fixture it uses is made once for the whole file."""
    definitioner = item._fixtureinfo.name2fixturedefs  # pytest has no public way to ask
    return any(definition.scope == "module" for navn in definitioner.values() for definition in navn)
