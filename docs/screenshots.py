"""Makes the pictures of README and guides from the real program: ``make screenshots``.

Runs a simulated day offscreen, chooses cars as an attendant would, and writes ``docs/pictures``; the screens
about plates are photographed on drawn cars (``plate_pictures``), the rates with a sample plan
(``rates_pictures``), devices as they are told to be (``device_pictures``), paying with terminals that are
told what their drivers do (``money_pictures``), the books on a day of shifts (``books_pictures``).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from console.app import make_application
from console.demo.day import START
from console.demo.shown_day import photograph_day
from console.look import Options
from devices.simulator.scenario import plan_day
from docs.audit_pictures import photograph_audit
from docs.books_pictures import photograph_books
from docs.device_pictures import photograph_devices
from docs.money_pictures import photograph_money
from docs.people_pictures import photograph_people
from docs.plate_pictures import photograph
from docs.rates_pictures import photograph_rates

PICTURES = Path(__file__).parent / "pictures"
WANTED = ("desk-car-in-hand", "desk-overstayed", "inside")
NAMES = {"desk-car-in-hand": "desk"}


def main() -> int:
    """Write the pictures; 1 where one of them did not come about."""
    with tempfile.TemporaryDirectory() as folder:
        shots = Path(folder) / "shots"
        app = make_application()
        photograph_day(
            app,
            Path(folder) / "data",
            plan_day(14, 7, START),
            Options(),
            shots,
            pace=1.0,
        )
        PICTURES.mkdir(exist_ok=True)
        missing = [name for name in WANTED if not (shots / f"{name}-light.png").is_file()]
        for name in WANTED:
            for theme in ("light", "dark"):
                shot = shots / f"{name}-{theme}.png"
                if shot.is_file():
                    shutil.copy(shot, PICTURES / f"{NAMES.get(name, name)}-{theme}.png")
    photograph(app, PICTURES)
    photograph_rates(app, PICTURES)
    photograph_devices(app, PICTURES)
    photograph_money(app, PICTURES)
    photograph_books(app, PICTURES)
    photograph_people(app, PICTURES)
    photograph_audit(app, PICTURES)
    print("missing: " + ", ".join(missing) if missing else f"written: {PICTURES}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
