"""How devices are: cameras, barriers, loops, printers, the plate reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

DEVICES: Final[Mapping[str, Words]] = {
    "barrier.crashed": words(
        QT_TRANSLATE_NOOP("Words", "The barrier's driver failed."),
        QT_TRANSLATE_NOOP("Words", "Open by the switch at the barrier; the log tells more."),
    ),
    "barrier.failed": words(
        QT_TRANSLATE_NOOP("Words", "The barrier did not take the command."),
        QT_TRANSLATE_NOOP("Words", "Look at the barrier, then open by hand once more."),
    ),
    "barrier.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The barrier does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and cable."),
    ),
    "barrier.refused": words(
        QT_TRANSLATE_NOOP("Words", "The barrier refused the command."),
        QT_TRANSLATE_NOOP("Words", "Look at the barrier and at its wiring."),
    ),
    "barrier.too_late": words(
        QT_TRANSLATE_NOOP("Words", "The command came too late and was dropped."),
        QT_TRANSLATE_NOOP("Words", "Open by hand if the car still waits."),
    ),
    "board.crashed": words(
        QT_TRANSLATE_NOOP("Words", "The relay board's driver failed."),
        QT_TRANSLATE_NOOP("Words", "The log tells more."),
    ),
    "board.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The relay board does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and cable."),
    ),
    "board.refused": words(
        QT_TRANSLATE_NOOP("Words", "The relay board refused the request."),
        QT_TRANSLATE_NOOP("Words", "Look at its address and inputs on the Devices page."),
    ),
    "board.too_late": words(
        QT_TRANSLATE_NOOP("Words", "The command came too late and was dropped."),
        QT_TRANSLATE_NOOP("Words", "Open by hand if the car still waits."),
    ),
    "camera.no_read": words(
        QT_TRANSLATE_NOOP("Words", "The camera read no plate."),
        QT_TRANSLATE_NOOP("Words", "Type the plate."),
    ),
    "listener.clock": words(
        QT_TRANSLATE_NOOP("Words", "A camera's clock is wrong, or what it reads comes far too late."),
        QT_TRANSLATE_NOOP("Words", "Set the camera's time from the network."),
    ),
    "listener.no_secret": words(
        QT_TRANSLATE_NOOP("Words", "Cameras that read plates themselves are not heard: there is no secret."),
        QT_TRANSLATE_NOOP("Words", "Put a secret of at least 12 characters into the settings file."),
    ),
    "listener.not_bound": words(
        QT_TRANSLATE_NOOP(
            "Words", "Cameras that read plates themselves are not heard: the port is not free."
        ),
        QT_TRANSLATE_NOOP("Words", "Another program may use it; choose another in the settings file."),
    ),
    "loops.crashed": words(
        QT_TRANSLATE_NOOP("Words", "The loops' driver failed."),
        QT_TRANSLATE_NOOP("Words", "The log tells more."),
    ),
    "loops.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The loops do not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at the relay board's power and cable."),
    ),
    "loops.refused": words(
        QT_TRANSLATE_NOOP("Words", "The loops' board refused the request."),
        QT_TRANSLATE_NOOP("Words", "Look at its inputs on the Devices page."),
    ),
    "loops.silent": words(
        QT_TRANSLATE_NOOP("Words", "The loops are silent."),
        QT_TRANSLATE_NOOP("Words", "Look at the loop detector."),
    ),
    "camera.bad_address": words(
        QT_TRANSLATE_NOOP("Words", "The camera's address cannot be used."),
        QT_TRANSLATE_NOOP("Words", "Write it like rtsp://10.0.0.20/main or http://10.0.0.20/video."),
    ),
    "camera.capture_died": words(
        QT_TRANSLATE_NOOP("Words", "The camera's capture ended; it is started again.")
    ),
    "camera.covered": words(
        QT_TRANSLATE_NOOP("Words", "Something covers the camera's lens, or it is out of focus."),
        QT_TRANSLATE_NOOP("Words", "Clean the lens and look at the picture."),
    ),
    "camera.dark": words(
        QT_TRANSLATE_NOOP("Words", "The camera's picture is dark all over."),
        QT_TRANSLATE_NOOP("Words", "Look at the light of the lane and at the lens."),
    ),
    "camera.frozen": words(
        QT_TRANSLATE_NOOP("Words", "The camera shows the same picture again and again."),
        QT_TRANSLATE_NOOP("Words", "Look at the camera."),
    ),
    "camera.gone": words(
        QT_TRANSLATE_NOOP("Words", "The camera is gone."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and cable."),
    ),
    "camera.in_use": words(
        QT_TRANSLATE_NOOP("Words", "The camera cannot be opened: another program may use it."),
        QT_TRANSLATE_NOOP("Words", "Close it, or unplug the camera and plug it in again."),
    ),
    "camera.login_refused": words(
        QT_TRANSLATE_NOOP("Words", "The camera refused user name or password."),
        QT_TRANSLATE_NOOP("Words", "Correct them on the Devices page."),
    ),
    "camera.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The camera does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and cable."),
    ),
    "camera.no_camera": words(
        QT_TRANSLATE_NOOP("Words", "What is plugged in there is no camera."),
        QT_TRANSLATE_NOOP("Words", "Choose another device on the Devices page."),
    ),
    "camera.no_picture": words(
        QT_TRANSLATE_NOOP("Words", "There is no picture of this camera."),
        QT_TRANSLATE_NOOP("Words", "Look at the camera."),
    ),
    "camera.no_pictures": words(
        QT_TRANSLATE_NOOP("Words", "The folder holds no pictures."),
        QT_TRANSLATE_NOOP("Words", "Choose another folder on the Devices page."),
    ),
    "camera.no_stream": words(
        QT_TRANSLATE_NOOP("Words", "The camera has no stream of that name."),
        QT_TRANSLATE_NOOP("Words", "Correct its address on the Devices page."),
    ),
    "camera.not_allowed": words(
        QT_TRANSLATE_NOOP("Words", "This computer's user may not use the camera."),
        QT_TRANSLATE_NOOP("Words", "Put the user into the system's group video and sign on again."),
    ),
    "camera.not_trusted": words(
        QT_TRANSLATE_NOOP("Words", "The camera's certificate is not trusted."),
        QT_TRANSLATE_NOOP("Words", "Use its http:// address within the lot's own network."),
    ),
    "camera.not_a_video": words(
        QT_TRANSLATE_NOOP("Words", "The file is not a video."),
        QT_TRANSLATE_NOOP("Words", "Choose another file on the Devices page."),
    ),
    "camera.not_found": words(
        QT_TRANSLATE_NOOP("Words", "The camera's file or stream is not there."),
        QT_TRANSLATE_NOOP("Words", "Correct its address on the Devices page."),
    ),
    "camera.picture_not_encoded": words(QT_TRANSLATE_NOOP("Words", "A picture could not be encoded.")),
    "camera.picture_unreadable": words(QT_TRANSLATE_NOOP("Words", "A picture could not be read.")),
    "camera.pictures_skipped": words(
        QT_TRANSLATE_NOOP("Words", "The camera's pictures come late."),
        QT_TRANSLATE_NOOP("Words", "This computer or the network is too slow."),
    ),
    "camera.refused": words(
        QT_TRANSLATE_NOOP("Words", "The camera refused the connection."),
        QT_TRANSLATE_NOOP("Words", "See whether it is on, and its address and port are right."),
    ),
    "camera.ring_closed": words(QT_TRANSLATE_NOOP("Words", "The camera's picture buffer is closed.")),
    "camera.ring_damaged": words(
        QT_TRANSLATE_NOOP("Words", "The camera's picture buffer is damaged."),
        QT_TRANSLATE_NOOP("Words", "It is made again at the next start."),
    ),
    "camera.ring_missing": words(
        QT_TRANSLATE_NOOP("Words", "The camera's picture buffer is missing."),
        QT_TRANSLATE_NOOP("Words", "It is made again at the next start."),
    ),
    "camera.ring_no_space": words(
        QT_TRANSLATE_NOOP("Words", "There is no memory for the camera's pictures."),
        QT_TRANSLATE_NOOP("Words", "Close other programs and start again."),
    ),
    "camera.ring_not_writable": words(
        QT_TRANSLATE_NOOP("Words", "The camera's picture buffer cannot be written."),
        QT_TRANSLATE_NOOP("Words", "Start again; the log tells more."),
    ),
    "camera.stale": words(
        QT_TRANSLATE_NOOP("Words", "The camera sends no new pictures."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and cable."),
    ),
    "camera.stream_ended": words(
        QT_TRANSLATE_NOOP("Words", "The camera's stream ended; it is opened again.")
    ),
    "camera.unknown": words(QT_TRANSLATE_NOOP("Words", "This camera is not known to the recogniser.")),
    "picture.damaged": words(QT_TRANSLATE_NOOP("Words", "The picture is damaged.")),
    "picture.not_a_picture": words(QT_TRANSLATE_NOOP("Words", "The file is not a picture.")),
    "picture.not_readable": words(QT_TRANSLATE_NOOP("Words", "The picture cannot be read.")),
    "picture.too_large": words(QT_TRANSLATE_NOOP("Words", "The picture is too large.")),
    "printer.cover_open": words(
        QT_TRANSLATE_NOOP("Words", "The printer's cover is open."),
        QT_TRANSLATE_NOOP("Words", "Close it; what waits is printed by itself."),
    ),
    "printer.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The printer does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and cable."),
    ),
    "printer.paper_low": words(
        QT_TRANSLATE_NOOP("Words", "The printer's paper runs low."),
        QT_TRANSLATE_NOOP("Words", "Have a new roll ready."),
    ),
    "printer.paper_out": words(
        QT_TRANSLATE_NOOP("Words", "The printer has no paper."),
        QT_TRANSLATE_NOOP("Words", "Put in a new roll; what waits is printed by itself."),
    ),
    "printer.refused": words(
        QT_TRANSLATE_NOOP("Words", "The printer refused the receipt."),
        QT_TRANSLATE_NOOP("Words", "Look at the printer; what waits is printed by itself."),
    ),
    "reader.alphabet_unfit": words(
        QT_TRANSLATE_NOOP("Words", "The alphabet of the site's plate reader does not fit its model."),
        QT_TRANSLATE_NOOP("Words", "Correct the alphabet in the file beside the model."),
    ),
    "reader.description_missing": words(
        QT_TRANSLATE_NOOP("Words", "The description of the site's plate reader is missing."),
        QT_TRANSLATE_NOOP("Words", "Put it beside the model, as a file with .toml behind the model's name."),
    ),
    "reader.description_wrong": words(
        QT_TRANSLATE_NOOP("Words", "The description of the site's plate reader has a mistake."),
        QT_TRANSLATE_NOOP("Words", "Correct the file beside the model; the log names the line."),
    ),
    "reader.garbage": words(
        QT_TRANSLATE_NOOP("Words", "The plate reader's program answers with what nobody understands."),
        QT_TRANSLATE_NOOP("Words", "Type plates by hand; ask its maker."),
    ),
    "reader.model_damaged": words(
        QT_TRANSLATE_NOOP("Words", "The site's plate reader is damaged or is no ONNX file."),
        QT_TRANSLATE_NOOP("Words", "Copy the model again."),
    ),
    "reader.model_failed": words(
        QT_TRANSLATE_NOOP("Words", "The site's plate reader failed on a picture."),
        QT_TRANSLATE_NOOP("Words", "Type plates by hand; the log tells more."),
    ),
    "reader.model_missing": words(
        QT_TRANSLATE_NOOP("Words", "The site's plate reader is not there."),
        QT_TRANSLATE_NOOP("Words", "Correct its path in the settings file."),
    ),
    "reader.model_unfit": words(
        QT_TRANSLATE_NOOP("Words", "The site's plate reader does not take pictures as its description says."),
        QT_TRANSLATE_NOOP("Words", "Correct the file beside the model; the log tells more."),
    ),
    "reader.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The plate reader's program does not answer; it is started again."),
        QT_TRANSLATE_NOOP("Words", "Type plates by hand meanwhile."),
    ),
    "reader.program_ended": words(
        QT_TRANSLATE_NOOP("Words", "The plate reader's program ended; it is started again."),
        QT_TRANSLATE_NOOP("Words", "Type plates by hand meanwhile."),
    ),
    "reader.program_missing": words(
        QT_TRANSLATE_NOOP("Words", "The plate reader's program cannot be started."),
        QT_TRANSLATE_NOOP("Words", "Correct its command in the settings file."),
    ),
    "reader.refused": words(
        QT_TRANSLATE_NOOP("Words", "The plate reader's program says that it cannot read."),
        QT_TRANSLATE_NOOP("Words", "The log has its words; it may want a licence."),
    ),
    "reader.unknown": words(
        QT_TRANSLATE_NOOP("Words", "There is no plate reader of that name."),
        QT_TRANSLATE_NOOP("Words", "Correct it in the settings file: own, onnx: or process:."),
    ),
    "recogniser.busy": words(QT_TRANSLATE_NOOP("Words", "The plate reader cannot keep up.")),
    "recogniser.model": words(
        QT_TRANSLATE_NOOP("Words", "The plate reader's model cannot be used."),
        QT_TRANSLATE_NOOP("Words", "Install Lotkeeper again."),
    ),
    "recogniser.model_damaged": words(
        QT_TRANSLATE_NOOP("Words", "The plate reader's model is damaged."),
        QT_TRANSLATE_NOOP("Words", "Install Lotkeeper again."),
    ),
    "recogniser.model_missing": words(
        QT_TRANSLATE_NOOP("Words", "The plate reader's model is missing."),
        QT_TRANSLATE_NOOP("Words", "Install Lotkeeper again."),
    ),
    "recogniser.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The plate reader does not answer; it is started again."),
        QT_TRANSLATE_NOOP("Words", "Type plates by hand meanwhile."),
    ),
    "recogniser.not_started": words(
        QT_TRANSLATE_NOOP("Words", "The plate reader does not start."),
        QT_TRANSLATE_NOOP("Words", "Type plates by hand; the log tells more."),
    ),
    "recogniser.restarted": words(QT_TRANSLATE_NOOP("Words", "The plate reader was started again.")),
    "recogniser.stopped": words(QT_TRANSLATE_NOOP("Words", "The plate reader is stopped.")),
}
