"""How relays, loops and cameras on the lot's network are, and the broker between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

_LOGIN_STEP = QT_TRANSLATE_NOOP("Words", "Correct name and password on the Devices page.")
_ADDRESS_STEP = QT_TRANSLATE_NOOP("Words", "Correct its kind and address on the Devices page.")
_BROKER_STEP = QT_TRANSLATE_NOOP("Words", "Look at the computer that the MQTT broker runs on.")
_RETAINED_STEP = QT_TRANSLATE_NOOP(
    "Words", "It was cleared; find the program that publishes with the retain flag."
)

NETWORK: Final[Mapping[str, Words]] = {
    "barrier.no_broker": words(
        QT_TRANSLATE_NOOP(
            "Words", "The barrier cannot be reached: there is no connection to the MQTT broker."
        ),
        _BROKER_STEP,
    ),
    "barrier.no_login": words(
        QT_TRANSLATE_NOOP("Words", "The barrier's relay does not take the name or password."), _LOGIN_STEP
    ),
    "barrier.retained_command": words(
        QT_TRANSLATE_NOOP("Words", "A command for the barrier was kept at the MQTT broker."), _RETAINED_STEP
    ),
    "barrier.wrong_device": words(
        QT_TRANSLATE_NOOP("Words", "What answers at the barrier's address is another device."), _ADDRESS_STEP
    ),
    "board.no_broker": words(
        QT_TRANSLATE_NOOP("Words", "There is no connection to the MQTT broker."), _BROKER_STEP
    ),
    "board.no_login": words(
        QT_TRANSLATE_NOOP("Words", "The relay does not take the name or password."), _LOGIN_STEP
    ),
    "board.retained_command": words(
        QT_TRANSLATE_NOOP("Words", "A command was kept at the MQTT broker."), _RETAINED_STEP
    ),
    "board.wrong_device": words(
        QT_TRANSLATE_NOOP("Words", "What answers at this address is another device."), _ADDRESS_STEP
    ),
    "broker.crashed": words(
        QT_TRANSLATE_NOOP("Words", "The connection to the MQTT broker failed."),
        QT_TRANSLATE_NOOP("Words", "The log tells more."),
    ),
    "broker.missing": words(
        QT_TRANSLATE_NOOP("Words", "No MQTT broker is given."),
        QT_TRANSLATE_NOOP("Words", "Enter its address on the Devices page."),
    ),
    "broker.no_answer": words(QT_TRANSLATE_NOOP("Words", "The MQTT broker does not answer."), _BROKER_STEP),
    "broker.no_login": words(
        QT_TRANSLATE_NOOP("Words", "The MQTT broker does not take the name or password."), _LOGIN_STEP
    ),
    "broker.nobody": words(
        QT_TRANSLATE_NOOP("Words", "No device listens to this topic at the MQTT broker."),
        QT_TRANSLATE_NOOP("Words", "Compare the topic with that in the device."),
    ),
    "broker.refused": words(
        QT_TRANSLATE_NOOP("Words", "The MQTT broker refuses this console."),
        QT_TRANSLATE_NOOP("Words", "It must speak MQTT 5 and let the console use the device's topics."),
    ),
    "broker.too_late": words(
        QT_TRANSLATE_NOOP("Words", "The command came too late and was dropped."),
        QT_TRANSLATE_NOOP("Words", "Open by hand if the car still waits."),
    ),
    "camera.no_profile": words(
        QT_TRANSLATE_NOOP("Words", "The camera has no picture of the chosen profile."),
        QT_TRANSLATE_NOOP("Words", "Choose another profile on the Devices page, or leave it empty."),
    ),
    "camera.wrong_device": words(
        QT_TRANSLATE_NOOP("Words", "What answers at the camera's address is another device."), _ADDRESS_STEP
    ),
    "listener.key_refused": words(
        QT_TRANSLATE_NOOP("Words", "A camera that reads plates itself came with a wrong key."),
        QT_TRANSLATE_NOOP("Words", "Give the camera the key that stands on the Devices page."),
    ),
    "loops.no_broker": words(
        QT_TRANSLATE_NOOP("Words", "The loops are not heard: there is no connection to the MQTT broker."),
        _BROKER_STEP,
    ),
    "loops.no_login": words(
        QT_TRANSLATE_NOOP("Words", "The loops' device does not take the name or password."), _LOGIN_STEP
    ),
    "loops.retained_command": words(
        QT_TRANSLATE_NOOP("Words", "A command for the loops' device was kept at the MQTT broker."),
        _RETAINED_STEP,
    ),
    "loops.wrong_device": words(
        QT_TRANSLATE_NOOP("Words", "What answers at the loops' address is another device."), _ADDRESS_STEP
    ),
}
