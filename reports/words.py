"""The words on receipts, by reason code, in each language that a receipt can be printed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.domain.errors import BadInput

LANGUAGES: Final = ("en", "zh_TW")

_ENGLISH: Final[Mapping[str, str]] = {
    "receipt.title": "Parking receipt",
    "receipt.copy": "COPY {number}",
    "receipt.number": "Receipt no.",
    "receipt.plate": "Plate",
    "receipt.plate_purged": "no longer kept",
    "receipt.entry": "Entered",
    "receipt.entry_lane": "Entry lane",
    "receipt.entry_set_by_rule": "Entry time set at opening of the lot's records",
    "receipt.paid_at": "Paid",
    "receipt.total": "Total",
    "receipt.change": "Change",
    "receipt.leave_by": "Leave by",
    "receipt.cashier": "Cashier",
    "receipt.help": "Questions? Call",
    "receipt.help_without_phone": "Questions? Please ask at the booth.",
    "tender.cash": "Cash received",
    "afterwards.restart": "After {until} the fee clock starts again.",
    "afterwards.whole_less_paid": "After {until} the whole stay is priced again, less what you paid.",
    "rule.free": "Free, up to {unit}",
    "rule.first_block": "First block of {unit}",
    "rule.steps": "{units} × {unit} at {price}",
    "rule.cap": "Maximum of {price} reached",
    "rule.permit": "Paid, right to leave",
    "rule.already_paid": "Less what was paid before",
    "rule.other": "Other ({rule})",
    "duration.hour": "{hours} hour",
    "duration.hours": "{hours} hours",
    "duration.minutes": "{minutes} min",
    "duration.hours_and_minutes": "{hours} h {minutes} min",
    "span": "{start} – {end}",
}

_TRADITIONAL_CHINESE: Final[Mapping[str, str]] = {
    "receipt.title": "停車費收據",
    "receipt.copy": "副本 COPY {number}",
    "receipt.number": "收據號碼",
    "receipt.plate": "車牌",
    "receipt.plate_purged": "已不保存",
    "receipt.entry": "入場時間",
    "receipt.entry_lane": "入口車道",
    "receipt.entry_set_by_rule": "入場時間為停車場啟用記錄時所設定",
    "receipt.paid_at": "繳費時間",
    "receipt.total": "總計",
    "receipt.change": "找零",
    "receipt.leave_by": "請於此時間前離場",
    "receipt.cashier": "收費員",
    "receipt.help": "如有疑問請電",
    "receipt.help_without_phone": "如有疑問請洽收費亭。",
    "tender.cash": "實收現金",
    "afterwards.restart": "{until} 之後將重新開始計費。",
    "afterwards.whole_less_paid": "{until} 之後將重新計算全程費用，並扣除已繳金額。",
    "rule.free": "免費停車（{unit}內）",
    "rule.first_block": "首 {unit}",
    "rule.steps": "{units} × {unit}，每單位 {price}",
    "rule.cap": "已達上限 {price}，減收",
    "rule.permit": "已繳費，可離場",
    "rule.already_paid": "扣除先前已繳",
    "rule.other": "其他（{rule}）",
    "duration.hour": "{hours} 小時",
    "duration.hours": "{hours} 小時",
    "duration.minutes": "{minutes} 分鐘",
    "duration.hours_and_minutes": "{hours} 小時 {minutes} 分",
    "span": "{start} – {end}",
}

TABLES: Final[Mapping[str, Mapping[str, str]]] = {"en": _ENGLISH, "zh_TW": _TRADITIONAL_CHINESE}


def words_for(language: str) -> Mapping[str, str]:
    """The table of that language; BadInput ``language.unknown`` where receipts do not speak it."""
    if language not in TABLES:
        raise BadInput("language.unknown", language=language, known=", ".join(LANGUAGES))
    return TABLES[language]
