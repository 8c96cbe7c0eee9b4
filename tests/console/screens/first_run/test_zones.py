from console.screens.first_run.zones import all_zones, country_of, currency_of, machine_zone


def test_the_currency_is_the_one_of_the_zones_country():
    assert currency_of("Asia/Taipei") == "TWD"
    assert currency_of("Europe/Berlin") == "EUR"
    assert currency_of("Europe/London") == "GBP"


def test_a_zone_without_a_country_still_gives_a_currency():
    assert currency_of("UTC") == "EUR"


def test_a_zone_tells_the_country_whose_plates_are_usual():
    assert country_of("Asia/Taipei") == "TW"
    assert country_of("America/Sao_Paulo") == "BR"
    assert country_of("UTC") == ""
    assert country_of("no zone") == ""


def test_zones_are_listed_by_name():
    zones = all_zones()
    assert "Asia/Taipei" in zones
    assert zones == sorted(zones)
    assert machine_zone()
