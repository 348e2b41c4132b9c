"""What the keyboard shows and a screen reader hears: the page's own title, a focus that is seen, no English names."""

from playwright.sync_api import expect

from tests.e2e.test_dashboard import expect_heading, wait_for_page

TITLER = {"": "Overblik", "udvikling": "Udvikling", "opfoelgning": "Opfølgning", "adgang": "Adgang"}
FOKUS = """
() => {
  const felt = document.activeElement, stil = getComputedStyle(felt);
  let bag = felt;
  const gennemsigtig = felt => getComputedStyle(felt).backgroundColor === "rgba(0, 0, 0, 0)";
  while (bag && gennemsigtig(bag)) bag = bag.parentElement;
  const tal = farve => farve.match(/[0-9.]+/g).slice(0, 3).map(Number);
  return {
    navn: felt.innerText, stil: stil.outlineStyle, bredde: parseFloat(stil.outlineWidth), ring: tal(stil.outlineColor),
    bag: bag ? tal(getComputedStyle(bag).backgroundColor) : [255, 255, 255],
  };
}
"""


def luminance(farve):
    """WCAG 2.2, relative luminance."""
    lineaer = [k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in (kanal / 255 for kanal in farve)]
    return 0.2126 * lineaer[0] + 0.7152 * lineaer[1] + 0.0722 * lineaer[2]


def contrast(en, anden):
    lys, moerk = sorted((luminance(en), luminance(anden)), reverse=True)
    return (lys + 0.05) / (moerk + 0.05)


def test_every_page_has_its_name_in_the_title_and_its_user_at_the_top_right(log_ind_i_demo, server):
    side, _ = log_ind_i_demo("hr1")
    wait_for_page(side)
    for adresse, titel in TITLER.items():
        side.goto(f"{server.adresse}/{adresse}")
        wait_for_page(side)
        side.wait_for_function(f"document.title === '{titel} – Sygefravær'", timeout=20_000)
        boks = side.get_by_role("button", name="Skift bruger").bounding_box()
        assert boks["y"] + boks["height"] < 70
        assert boks["x"] > 1366 / 2
        expect(side.get_by_text("Du er logget ind som hr1 (HR).")).to_be_in_viewport()


def test_the_menus_focus_is_seen(log_ind_i_demo):
    side, _ = log_ind_i_demo("l10463")
    wait_for_page(side)
    set_ = {}
    for _ in range(12):
        side.keyboard.press("Tab")
        fokus = side.evaluate(FOKUS)
        set_[fokus["navn"].strip()] = fokus
    for punkt in ("Overblik", "Udvikling", "Opfølgning"):
        fokus = set_[punkt]
        assert fokus["stil"] == "solid", punkt
        assert fokus["bredde"] >= 2, punkt
        assert contrast(fokus["ring"], fokus["bag"]) >= 3, punkt


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
