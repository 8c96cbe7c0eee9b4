"""What drivers read on a lane's sign, in the lot's language; short, since a sign has two rows of twenty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from core.domain.errors import BadInput
from core.domain.lots import Lot
from core.domain.signs import Saying
from reports.phrases import amount, printable

_ENGLISH: Final[Mapping[str, str]] = {
    "sign.message": "{text}",
    "sign.welcome": "Welcome",
    "sign.welcome_plate": "Welcome {plate}",
    "sign.free": "Spaces free: {count}",
    "sign.drive_in": "Please drive in",
    "sign.full": "FULL",
    "sign.full_wait": "Please wait",
    "sign.closed": "LANE CLOSED",
    "sign.use_another": "Use another lane",
    "sign.one_moment": "One moment, please",
    "sign.please_wait": "Please wait",
    "sign.help_comes": "Help is coming",
    "sign.call": "Help: {phone}",
    "sign.exit": "Exit",
    "sign.drive_up": "Drive up to the line",
    "sign.due": "{plate} {amount_minor}",
    "sign.time_over": "Time to leave is over",
    "sign.pay_at_booth": "Please pay at booth",
    "sign.paid": "{plate} paid",
    "sign.thanks": "Thank you {plate}",
    "sign.drive_out": "Have a safe trip",
    "sign.ask_at_booth": "Ask at the booth",
    "sign.code_not_good": "Code is not valid",
    "sign.receipt_too_old": "Receipt is too old",
    "sign.code_used": "Code was used before",
    "sign.other_car": "Code of another car",
    "sign.other_lot": "Code of another lot",
    "sign.scan_again": "Please scan again",
    "sign.booking_early": "Booking starts later",
    "sign.booking_over": "Booking is over",
    "sign.stays_open": "Gate stays open",
    "sign.slowly": "Please drive slowly",
    "customer.total": "Total {amount_minor}",
    "customer.plate": "{plate}",
    "customer.nothing_due": "Nothing to pay",
    "customer.paid": "Paid {amount_minor}",
    "customer.change": "Change {amount_minor}",
    "customer.thanks": "Thank you",
    "customer.scan": "Scan at the screen",
    "customer.at_terminal": "Pay at the terminal",
    "customer.show_code": "Show your pay code",
    "ready.1": "Please wait, someone is coming.",
    "ready.2": "Please drive back a little.",
    "ready.3": "Please drive up to the line.",
    "ready.4": "Please use the other lane.",
    "ready.5": "Please pay at the booth.",
    "ready.6": "Please hold your receipt to the reader.",
    "ready.7": "The lot is full. Please turn round.",
    "ready.8": "Please switch your headlights on.",
}

_TRADITIONAL_CHINESE: Final[Mapping[str, str]] = {
    "sign.message": "{text}",
    "sign.welcome": "歡迎光臨",
    "sign.welcome_plate": "歡迎 {plate}",
    "sign.free": "剩餘 {count} 格",
    "sign.drive_in": "請入場",
    "sign.full": "車位已滿",
    "sign.full_wait": "請稍候",
    "sign.closed": "車道關閉",
    "sign.use_another": "請改走其他車道",
    "sign.one_moment": "請稍候",
    "sign.please_wait": "請稍候",
    "sign.help_comes": "人員前來協助",
    "sign.call": "請電 {phone}",
    "sign.exit": "出口",
    "sign.drive_up": "請駛至停止線",
    "sign.due": "{plate} {amount_minor}",
    "sign.time_over": "已逾離場時間",
    "sign.pay_at_booth": "請至收費亭繳費",
    "sign.paid": "{plate} 已繳費",
    "sign.thanks": "謝謝 {plate}",
    "sign.drive_out": "一路平安",
    "sign.ask_at_booth": "請洽收費亭",
    "sign.code_not_good": "此碼無效",
    "sign.receipt_too_old": "收據已逾時",
    "sign.code_used": "此碼已使用",
    "sign.other_car": "此碼屬於他車",
    "sign.other_lot": "此碼屬於他場",
    "sign.scan_again": "請再掃描一次",
    "sign.booking_early": "預約時間未到",
    "sign.booking_over": "預約已結束",
    "sign.stays_open": "柵欄保持開啟",
    "sign.slowly": "請減速慢行",
    "customer.total": "應收 {amount_minor}",
    "customer.plate": "{plate}",
    "customer.nothing_due": "無須繳費",
    "customer.paid": "實收 {amount_minor}",
    "customer.change": "找零 {amount_minor}",
    "customer.thanks": "謝謝",
    "customer.scan": "請掃描螢幕條碼",
    "customer.at_terminal": "請於刷卡機付款",
    "customer.show_code": "請出示付款碼",
    "ready.1": "請稍候，人員即將前來。",
    "ready.2": "請稍微後退。",
    "ready.3": "請駛至停止線。",
    "ready.4": "請改走另一車道。",
    "ready.5": "請至收費亭繳費。",
    "ready.6": "請將收據靠近讀碼機。",
    "ready.7": "車位已滿，請迴轉。",
    "ready.8": "請開啟頭燈。",
}

SIGN_TABLES: Final[Mapping[str, Mapping[str, str]]] = {"en": _ENGLISH, "zh_TW": _TRADITIONAL_CHINESE}
_READY: Final = tuple(code for code in _ENGLISH if code.startswith("ready."))


def sign_lines(sayings: Iterable[Saying], lot: Lot, language: str) -> tuple[str, ...]:
    """The lines in that language; BadInput ``language.unknown``."""
    table = _table(language)
    return tuple(line for line in (_line(saying, table, lot) for saying in sayings) if line)


def usual_ready_texts(language: str) -> tuple[str, ...]:
    """The texts that are ready where the lot has no list of its own; BadInput ``language.unknown``."""
    table = _table(language)
    return tuple(table[code] for code in _READY)


def _table(language: str) -> Mapping[str, str]:
    if language not in SIGN_TABLES:
        raise BadInput("language.unknown", language=language, known=", ".join(SIGN_TABLES))
    return SIGN_TABLES[language]


def _line(saying: Saying, table: Mapping[str, str], lot: Lot) -> str:
    figures = {name: _figure(name, value, lot) for name, value in saying.facts.items()}
    words = table.get(saying.code)
    if words is None:
        return printable(saying.text)
    return printable(words.format_map({**figures, "text": saying.text}))


def _figure(name: str, value: object, lot: Lot) -> str:
    if name.endswith("_minor") and isinstance(value, int):
        return amount(value, lot.currency)
    return str(value)
