from dataclasses import replace

from PySide6.QtCore import Qt

from console.screens.payments import PaymentsScreen
from core.domain.lots import Article
from core.domain.payments import Tender
from core.domain.people import Role
from core.services.quote_stay import quote_stay
from core.services.sell_article import sell_article
from core.services.set_up_lot import change_lot
from core.services.take_iou import Debtor, take_iou
from core.store.queries.payments import find_sales

ENTER, INSERT = Qt.Key.Key_Return, Qt.Key.Key_Insert
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PAYMENTS, UNDER_WAY, DEBTS, SALES, MONEY_BACK, MERCHANTS = range(6)


def opened(booth, place: int = PAYMENTS):
    screen = PaymentsScreen(booth.ctx)
    booth.show(screen)
    screen.open_page(place)
    screen.page.take_focus()
    return screen


def paid_cars(booth, *plates: str) -> list[str]:
    booth.set_up()
    stays = [booth.car_inside(plate) for plate in plates]
    for stay_id in stays:
        booth.pay(stay_id)
    return stays


def on_credit(booth, plate: str, name: str = "Chen") -> str:
    stay_id = booth.car_inside(plate)

    def work(unit):
        due = quote_stay(unit, actor=booth.ann, stay_id=stay_id).quote.total_minor
        take_iou(unit, actor=booth.ann, stay_id=stay_id, shown_minor=due, debtor=Debtor(name=name))

    booth.store.write(work)
    return stay_id


def test_the_newest_payment_is_on_top_and_chosen(booth):
    paid_cars(booth, "ABC1334", "XYZ9876")
    page = opened(booth).page
    booth.until(lambda: len(page.rows) == 2, "both are listed")
    assert page.rows[0].plate == "XYZ9876"
    assert page.panel.row.plate == "XYZ9876"


def test_typing_a_part_of_a_plate_or_a_receipt_number_finds_it(booth):
    paid_cars(booth, "ABC1334", "XYZ9876")
    page = opened(booth).page
    booth.until(lambda: len(page.rows) == 2, "both are listed")
    booth.type("C13")
    booth.until(lambda: [row.plate for row in page.rows] == ["ABC1334"], "the car is found")
    booth.press(Qt.Key.Key_Escape)
    booth.until(lambda: len(page.rows) == 2, "all are listed again")
    booth.type("2")
    booth.until(lambda: [row.payment.receipt_number for row in page.rows] == [2], "the receipt is found")


def test_a_belated_receipt_is_printed_with_one_key(booth):
    paid_cars(booth, "ABC1234")
    page = opened(booth).page
    booth.until(lambda: bool(page.rows), "it is listed")
    booth.press(Qt.Key.Key_R, ALT)
    booth.until(lambda: booth.state.message is not None, "it is said")
    assert booth.state.message.code == "receipt.reprinted"


def test_enter_takes_its_car_to_the_desk(booth):
    stays = paid_cars(booth, "ABC1234")
    handed = []
    booth.state.stay_handed_over.connect(handed.append)
    page = opened(booth).page
    booth.until(lambda: bool(page.rows), "it is listed")
    booth.press(ENTER)
    assert booth.shown == ["desk"]
    assert handed == stays


def test_money_goes_back_only_after_somebody_else_was_asked(booth):
    stays = paid_cars(booth, "ABC1234")
    booth.add("Nia", Role.SUPERVISOR)
    page = opened(booth).page
    booth.until(lambda: bool(page.rows), "it is listed")
    booth.press(Qt.Key.Key_V, ALT)
    assert page.panel.is_asking
    booth.press(Qt.Key.Key_1)
    booth.press(ENTER)
    asked = [child for child in page.window().children() if type(child).__name__ == "ApprovalPanel"]
    assert len(asked) == 1
    assert booth.stay(stays[0]).payments


def test_who_may_not_see_totals_is_shown_no_sum(booth):
    paid_cars(booth, "ABC1234")
    booth.state.sign_on(booth.add("Ben"))
    page = opened(booth).page
    booth.until(lambda: bool(page.rows), "it is listed")
    assert "NT$" not in page.foot.findChildren(type(page.told))[1].text()


def test_the_sum_that_somebody_else_saw_goes_with_them(booth):
    paid_cars(booth, "ABC1234")
    page = opened(booth).page
    sums = page.foot.findChildren(type(page.told))[1]
    booth.until(lambda: "NT$" in sums.text(), "Ann sees the sum")
    booth.state.sign_on(booth.add("Ben"))
    assert "NT$" not in sums.text()


def test_a_debt_is_collected_in_cash_with_three_keys(booth):
    paid_cars(booth, "ABC1234")
    on_credit(booth, "OWE0001")
    page = opened(booth, DEBTS).page
    booth.until(lambda: len(page.rows) == 1, "the debt is listed")
    assert page.rows[0].debt.debtor.name == "Chen"
    booth.until(lambda: booth.state.shift is not None, "the shift is known")
    booth.press(ENTER)
    booth.type("=")
    booth.until(lambda: page.cash.awaits_acknowledgement, "it is collected")
    booth.press(ENTER)
    booth.until(lambda: not page.rows, "nobody owes anything")


def test_payments_that_are_read_late_leave_the_keyboard_on_the_page_that_was_turned_to(booth):
    booth.set_up()
    screen = opened(booth)
    booth.pay(booth.car_inside("ABC1234"))
    screen.page.reload()
    screen.open_page(DEBTS)
    booth.until(lambda: bool(screen.pages[PAYMENTS].rows), "the payments are read")
    assert screen.page.table.hasFocus()


def test_without_a_shift_no_debt_is_collected(booth):
    booth.set_up()
    on_credit(booth, "OWE0001")
    page = opened(booth, DEBTS).page
    booth.until(lambda: len(page.rows) == 1, "the debt is listed")
    booth.press(ENTER)
    assert booth.state.message.code == "shift.none_open"
    assert page.cash.isHidden()


def test_a_merchant_is_added_with_the_keyboard_and_taken_out_of_use(booth):
    booth.set_up()
    page = opened(booth, MERCHANTS).page
    booth.press(INSERT)
    booth.type("Mega Mart")
    booth.press(Qt.Key.Key_Tab)
    booth.type("MEGA")
    booth.press(Qt.Key.Key_Tab, times=2)
    booth.type("120")
    booth.press(Qt.Key.Key_S, CTRL)
    booth.until(lambda: len(page.rows) == 1, "the merchant is listed")
    merchant = page.rows[0]
    assert (merchant.name, merchant.code, int(merchant.value)) == ("Mega Mart", "MEGA", 120)
    booth.press(Qt.Key.Key_W, ALT)
    booth.until(lambda: not page.rows[0].is_active, "it is out of use")


def test_a_merchants_value_that_is_no_number_is_refused_and_nothing_typed_is_lost(booth):
    booth.set_up()
    page = opened(booth, MERCHANTS).page
    booth.press(INSERT)
    booth.type("Mega Mart")
    booth.press(Qt.Key.Key_Tab)
    booth.type("MEGA")
    booth.press(Qt.Key.Key_Tab, times=2)
    booth.type("lots")
    booth.press(Qt.Key.Key_S, CTRL)
    assert page.told.text()
    assert not page.rows
    assert not page.form.isHidden()


def test_an_attendant_is_not_shown_the_merchants(booth):
    booth.set_up()
    booth.state.sign_on(booth.add("Ben"))
    screen = opened(booth)
    for _ in range(len(screen.pages)):
        booth.press(Qt.Key.Key_PageDown, CTRL)
        assert screen.page is not screen.pages[MERCHANTS]


def test_the_page_of_merchants_that_somebody_else_left_open_is_not_shown_to_an_attendant(booth):
    booth.set_up()
    screen = opened(booth, MERCHANTS)
    booth.state.sign_on(booth.add("Ben"))
    assert screen.page is screen.pages[PAYMENTS]


def test_a_debt_is_collected_by_card_with_the_number_on_the_terminals_slip(booth):
    paid_cars(booth, "ABC1234")
    on_credit(booth, "OWE0001")
    page = opened(booth, DEBTS).page
    booth.until(lambda: len(page.rows) == 1, "the debt is listed")
    booth.until(lambda: booth.state.shift is not None, "the shift is known")
    booth.press(Qt.Key.Key_C, ALT)
    booth.press(ENTER)
    assert page.rows, "nothing is collected without a number"
    booth.type("S-0417")
    booth.press(ENTER)
    booth.until(lambda: not page.rows, "nobody owes anything")
    (sale,) = booth.store.read(find_sales)
    assert (sale.tender, sale.slip, sale.cash_minor) == (Tender.CARD, "S-0417", 0)
    assert booth.state.message.code == "debt.collected_by_card"


def sold(booth) -> None:
    articles = (Article("card", "Pass card", 100), Article("cable", "Cable", 450))
    booth.store.write(
        lambda unit: change_lot(unit, actor=booth.ann, lot=replace(unit.lot(), articles=articles))
    )
    for one in articles:
        booth.store.write(
            lambda unit, one=one: sell_article(
                unit,
                actor=booth.ann,
                article_id=one.article_id,
                quantity=1,
                shown_minor=one.price_minor,
                tendered_minor=500,
                drawer="drawer-1",
            )
        )


def test_what_was_sold_is_listed_and_its_receipt_printed_again(booth):
    paid_cars(booth, "ABC1234")
    sold(booth)
    page = opened(booth, SALES).page
    booth.until(lambda: [sale.name for sale in page.rows] == ["Cable", "Pass card"], "both are listed")
    booth.press(Qt.Key.Key_R, ALT)
    booth.until(lambda: booth.state.message is not None, "it is said")
    assert (booth.state.message.code, booth.state.message.facts["number"]) == ("receipt.reprinted", "3")


def test_a_sale_is_found_by_article_or_receipt(booth):
    paid_cars(booth, "ABC1234")
    sold(booth)
    page = opened(booth, SALES).page
    booth.until(lambda: len(page.rows) == 2, "both are listed")
    booth.type("pass")
    booth.until(lambda: [sale.name for sale in page.rows] == ["Pass card"], "the article is found")
    booth.press(Qt.Key.Key_Escape)
    booth.until(lambda: len(page.rows) == 2, "all are listed again")
    booth.type("3")
    booth.until(lambda: [sale.name for sale in page.rows] == ["Cable"], "the receipt is found")
