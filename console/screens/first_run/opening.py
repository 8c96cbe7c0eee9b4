"""Opens the lot at the end of the first run: the one place where the first run writes."""

from __future__ import annotations

from console.compose import Console
from console.plate_formats import with_usual_plates
from console.screens.first_run.draft import LotDraft
from console.screens.first_run.zones import country_of
from core.config import write_config
from core.domain.lots import Lot
from core.domain.people import Actor, Role
from core.services.set_up_lot import set_up_lot


def open_lot(console: Console, draft: LotDraft) -> tuple[Lot, Actor]:
    """Write the configuration, then lot, price and administrator in one transaction; slow, off the GUI.

    Raises ConfigError and StoreError where a disk refuses and BadInput for what was typed. The
    configuration comes first: alone it opens nothing, and the first run can simply be done again.
    """
    draft.check_lanes()
    draft.check_administrator()
    lot = draft.lot(console.store.lot_id)
    plan = draft.price.plan(draft.currency, draft.timezone)
    hashed = console.hasher.hash_secret(draft.secret, role=Role.ADMINISTRATOR, name=draft.administrator)
    config = with_usual_plates(draft.config(console.config), country_of(draft.timezone))
    write_config(console.folder.config, config)
    console.config = config
    person = console.store.write(
        lambda unit: set_up_lot(
            unit,
            lot=lot,
            plan=plan,
            administrator=draft.administrator,
            pin_hash=hashed.hash,
            kind=hashed.kind,
        )
    )
    return lot, Actor(person.person_id, person.name, person.role)
