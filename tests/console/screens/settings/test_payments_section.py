from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.paying.keeping import keep_accounts
from console.screens.settings.articles_section import ArticlesSection
from console.screens.settings.payments_section import PaymentsSection
from core.config import PayConfig, load_config

INSERT = Qt.Key.Key_Insert
ALT = Qt.KeyboardModifier.AltModifier


def opened(booth, *pays: PayConfig) -> PaymentsSection:
    booth.set_up()
    if pays:
        keep_accounts(booth.console, pays, actor=booth.ann)
    section = PaymentsSection(booth.ctx)
    booth.show(section)
    section.open()
    section.setFocus()
    return section


def accounts(booth) -> list[str]:
    return [account.name for account in booth.console.paying.accounts]


def test_an_account_is_added_kept_in_the_file_and_at_work_at_once(booth):
    section = opened(booth)
    booth.press(INSERT)
    section.form._kinds.choose("simulator")
    section.form._name.setFocus()
    booth.type("Card")
    section.save()
    booth.until(lambda: accounts(booth) == ["Card"], "it is at work")
    assert [pay.name for pay in load_config(booth.console.folder.config).pays] == ["Card"]
    booth.until(lambda: "✓" in section.told, "it is said")


def test_the_account_that_was_added_is_the_one_that_is_shown_and_asked(booth):
    section = opened(booth, PayConfig("a", "simulator", "First"))
    booth.press(INSERT)
    section.form._kinds.choose("simulator")
    section.form._name.setText("Second")
    section.save()
    booth.until(lambda: accounts(booth) == ["First", "Second"], "it is at work")
    booth.until(lambda: "✓" in section.told, "it is said")
    assert section.form._name.text() == "Second"


def test_without_an_account_it_is_said_that_only_cash_is_taken(booth):
    section = opened(booth)
    assert section._none.isVisible()
    assert not section._list.isVisible()
    section.setFocus()
    assert section.isAncestorOf(QApplication.focusWidget())
    booth.press(INSERT)
    assert section.form.isVisible()


def test_an_account_without_its_secret_is_not_kept(booth):
    section = opened(booth)
    booth.press(INSERT)
    section.form._kinds.choose("stripe_checkout")
    section.save()
    assert "Secret key" in section.told
    assert not booth.console.config.pays


def test_a_secret_that_is_left_alone_stays_and_is_never_shown(booth):
    section = opened(booth, PayConfig("stripe-1", "stripe_checkout", "Stripe", secret="sk_test_hidden"))
    assert "sk_test_hidden" not in {field.text() for field in section.form._texts.values()}
    section.form._name.setText("Stripe, booth 2")
    section.save()
    booth.until(lambda: accounts(booth) == ["Stripe, booth 2"], "it is at work")
    assert booth.console.config.pays[0].secret == "sk_test_hidden"


def test_the_order_of_the_accounts_is_changed_with_a_key(booth):
    section = opened(booth, PayConfig("a", "simulator", "First"), PayConfig("b", "simulator", "Second"))
    section._list.setCurrentRow(1)
    booth.press(Qt.Key.Key_U, ALT)
    booth.until(lambda: accounts(booth) == ["Second", "First"], "the order is changed")


def test_a_simulated_terminal_is_asked_nobody(booth):
    section = opened(booth, PayConfig("a", "simulator", "First"))
    booth.press(Qt.Key.Key_A, ALT)
    booth.until(lambda: "simulated" in section.told, "it is said")


def test_an_account_whose_service_cannot_be_reached_says_so(booth):
    section = opened(
        booth, PayConfig("s", "stripe_checkout", "Stripe", secret="sk_test_x", address="http://127.0.0.1:9")
    )
    booth.press(Qt.Key.Key_A, ALT)
    booth.until(lambda: bool(section.told) and "…" not in section.told, "it is said")
    assert "✓" not in section.told
    assert "then ask again" in section.told


def test_an_article_is_added_and_sold_from_then_on(booth):
    booth.set_up()
    section = ArticlesSection(booth.ctx)
    booth.show(section)
    section.open()
    section.setFocus()
    booth.press(INSERT)
    booth.type("Pass card")
    booth.press(Qt.Key.Key_Tab)
    booth.type("100")
    section.save()
    booth.until(lambda: bool(booth.state.lot.articles), "the lot has it")
    assert [(one.name, one.price_minor) for one in booth.state.lot.articles] == [("Pass card", 100)]


def test_an_article_without_a_price_is_not_kept(booth):
    booth.set_up()
    section = ArticlesSection(booth.ctx)
    booth.show(section)
    section.open()
    section.setFocus()
    booth.press(INSERT)
    booth.type("Pass card")
    section.save()
    assert section.told
    assert not booth.state.lot.articles
