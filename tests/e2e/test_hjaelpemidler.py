"""What the keyboard shows and a screen reader hears: the page's own title, a focus that is seen, no English names."""

from playwright.sync_api import expect

from tests.e2e.test_dashboard import expect_heading

ENGELSK = ("Skip to main content", "App pages", "Choose date", "Previous month", "Next month")


def test_nothing_is_called_in_english(log_ind_i_demo):
    side, _ = log_ind_i_demo("l10463")
    side.get_by_role("link", name="Opfølgning", exact=True).click()
    expect_heading(side, "Opfølgning")
    side.get_by_role("button", name="Notér samtale med").first.click()
    side.get_by_role("button", name="Vælg dato").click()
    expect(side.get_by_role("button", name="Forrige måned")).to_be_visible()
    expect(side.get_by_role("link", name="Gå til indholdet", include_hidden=True)).to_have_count(1)
    expect(side.get_by_role("navigation", name="Sider", include_hidden=True)).to_have_count(1)
    assert [ord_ for ord_ in ENGELSK if ord_ in side.content()] == []
