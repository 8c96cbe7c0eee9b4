"""Finds at Stripe what was made with a charge's key and never heard of again.

Lists are true at once, and newest first; the search is behind by up to a minute (docs.stripe.com/search), so
it is asked only for what is so old that lists have grown long over it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from core.gateways.json_values import Document, each, text
from core.gateways.stripe_http import StripeHttp
from core.services.payment_ports import ChargeAsk

# Our clock and Stripe's may differ.
MARGIN: Final = timedelta(minutes=15)
PAGE: Final = 100
MOST_PAGES: Final = 5
_SEARCH: Final = "/v1/payment_intents/search"


def find_by_key(
    http: StripeHttp, path: str, ask: ChargeAsk, key_of: Callable[[Document], str]
) -> Document | None:
    """What has the key among what the path lists, else the payment that the search knows; or None.

    Raises DeviceError and StripeRefused.
    """
    query = {"created[gte]": str(int((ask.asked_at - MARGIN).timestamp())), "limit": str(PAGE)}
    for _ in range(MOST_PAGES):
        listed = http.get(path, query)
        page = list(each(listed, "data"))
        for one in page:
            if key_of(one) == ask.key:
                return one
        if listed.get("has_more") is not True or not page:
            return None
        query["starting_after"] = text(page[-1], "id")
    quoted = ask.key.replace("\\", "\\\\").replace("'", "\\'")
    found = http.get(_SEARCH, {"query": f"metadata['charge_key']:'{quoted}'", "limit": "1"})
    return next(each(found, "data"), None)
