"""The camera's page: the live picture large, what is read of it drawn on it, and how well plates are seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.camera_views import cameras_of, views_of
from console.readers import reads_itself
from console.screens.camera.acts import drawing_acts
from console.screens.camera.camera_box import CameraBox, names_of_cameras
from console.screens.camera.canvas import ViewCanvas
from console.screens.camera.editor import ViewEditor
from console.screens.camera.feed import CameraFeed
from console.screens.camera.findings import Findings
from console.screens.camera.keeping import ViewKeeping
from console.screens.camera.layout import lay_out
from console.screens.camera.live import Found, Shot
from console.screens.camera.picture_words import chosen_words, note_on, nothing_to_see
from console.screens.camera.tools import Tools, tool_of
from console.screens.camera.unsaved import UnsavedQuestion
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.state.messages import Message, Weight
from console.widgets.key_button import KeyButton
from core.domain.camera_views import CameraView
from core.domain.errors import LotkeeperError

# A plate is shown on a live picture for so long after it was read: by then it has moved.
PLATES_FOR_NS = 2_000_000_000


class CameraScreen(Spoken):
    """One camera at a time; what is drawn holds once it is saved, and is not lost by looking elsewhere."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._camera_id = ""
        self._shot: Shot | None = None
        self._found: Found | None = None
        self._found_ns = 0
        self._pause = ""
        self.editor = ViewEditor()
        self.canvas, self.findings, self.tools = ViewCanvas(self.editor), Findings(), Tools()
        self.question = UnsavedQuestion()
        self.feed = CameraFeed(context, lambda: self.editor.view, self)
        self.title, self.cameras = line("title"), CameraBox()
        self.chosen = line("quiet")
        self.lead, self.outcome = line("quiet", wraps=True), line("body", wraps=True)
        self.save_button, self.cancel_button = KeyButton(key="Ctrl+S", primary=True), KeyButton(key="Esc")
        # Save and cancel, which make room for the question.
        self.ends = QWidget()
        self._keeping = ViewKeeping(context, kept=self._on_kept, failed=self._tell_error)
        self._draw = drawing_acts(self.editor)
        self._other_acts: dict[str, Callable[[], None]] = {
            "freeze": lambda: self.freeze(frozen=not self.feed.is_frozen),
            "read": self.feed.read_now,
            "save": self.save,
            "cancel": self.cancel,
            "discard": self._discard,
        }
        lay_out(self)
        self._connect()
        self.speak()

    @property
    def camera_id(self) -> str:
        """The camera that is adjusted; empty where none is wired."""
        return self._camera_id

    @property
    def told(self) -> str:
        """What came of the last step."""
        return self.outcome.text()

    def open_camera(self, camera_id: str) -> None:
        """Adjust this camera; asks first where something drawn for another is not saved."""
        if camera_id == self._camera_id:
            return
        if self.editor.is_changed:
            self._ask(lambda: self._load(camera_id))
        else:
            self._load(camera_id)

    def freeze(self, *, frozen: bool) -> None:
        """Let the picture stand still, or go on."""
        self.feed.freeze(frozen=frozen)
        self.tools.show_frozen(frozen=frozen)
        self._say_on_picture()

    def save(self) -> None:
        """Keep what is drawn; it holds from the next picture on."""
        self._keeping.keep(self._camera_id, self.editor.view)

    def cancel(self) -> None:
        """One step back: out of the question, or to the desk; asks where something is not saved."""
        if self.question.isVisible():
            self.question.go_on()
        elif self.editor.is_changed:
            self._ask(lambda: self._context.show("desk"))
        else:
            self._context.show("desk")

    def use(self, tool: str) -> None:
        """Do what the tool of that name does."""
        if tool in self._draw:
            problem = self._draw[tool]()
            self.canvas.update()
            self._on_edited()
            if problem:
                self._tell(sentence(problem))
        elif tool in self._other_acts:
            self._other_acts[tool]()

    def speak(self) -> None:
        self.title.setText(self.tr("Adjust camera"))
        self.cameras.setAccessibleName(self.tr("Camera"))
        self.canvas.setAccessibleName(self.tr("Picture with region and masks"))
        self.lead.setText(
            self.tr(
                "Tab goes from point to point, arrows move by 1 pixel, with Shift by 10. "
                "Drag points, edges or whole shapes; double-click an edge to add a point; "
                "drag with Shift to draw a mask."
            )
        )
        self.save_button.setText(self.tr("Save"))
        self.cancel_button.setText(self.tr("Cancel"))
        self._say_on_picture()
        self._show_plates()

    def _connect(self) -> None:
        self.tools.used.connect(self._on_used)
        self.canvas.edited.connect(self._on_edited)
        self.cameras.camera_chosen.connect(self.open_camera)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancel)
        self.question.saved.connect(self.save)
        self.question.discarded.connect(self._discard)
        self.question.settled.connect(self._on_settled)
        self.feed.shot_taken.connect(self._on_shot)
        self.feed.found.connect(self._on_found)
        self.feed.pause_changed.connect(self._on_pause)

    def _load(self, camera_id: str) -> None:
        self._camera_id = camera_id
        self.editor.load(views_of(self._context.console.config).get(camera_id, CameraView()))
        self._shot = self._found = None
        self.feed.follow(camera_id)
        self.tools.show_frozen(frozen=False)
        self.canvas.show_image(QImage())
        self.findings.show_shot(None, None)
        self._tell("")
        self._show_cameras()
        self._say_on_picture()
        self._show_plates()
        self._on_edited()

    def _names(self) -> dict[str, str]:
        return names_of_cameras(self._context.console.config, self._context.state.lot)

    def _show_cameras(self) -> None:
        self.cameras.show_cameras(self._names(), self._camera_id)

    def _say_on_picture(self) -> None:
        camera = cameras_of(self._context.console.config).get(self._camera_id)
        now_ns = self._context.console.clock.monotonic_ns()
        self.canvas.say_on_picture(note_on(self._shot, frozen=self.feed.is_frozen, now_ns=now_ns))
        self.canvas.say_nothing_to_see(*nothing_to_see(self._shot, camera))

    def _show_plates(self) -> None:
        found, pause = self._found, self._pause
        if found is not None and found.cause and not pause:
            pause = found.cause
        camera = cameras_of(self._context.console.config).get(self._camera_id)
        if camera is not None and reads_itself(camera):
            pause = "view.camera_reads"
        self.canvas.show_plates(found.plates if found is not None else ())
        self.findings.show_plates(
            found.plates if found is not None else None, sentence(pause) if pause else ""
        )

    def _tell(self, words: str) -> None:
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))

    def _tell_error(self, error: LotkeeperError) -> None:
        self._tell(sentence_of(error, self._context.state.lot))

    def _ask(self, then: Callable[[], None]) -> None:
        self.ends.hide()
        self.question.ask(then)
        self._show_cameras()

    def _discard(self) -> None:
        if self.question.isVisible():
            self.editor.discard()
            self._on_edited()
            self.question.finish()

    @Slot()
    def _on_edited(self) -> None:
        editor, is_wired = self.editor, bool(self._camera_id)
        self.tools.enable(
            region=is_wired,
            mask=is_wired,
            point=editor.chosen is not None,
            remove=editor.chosen is not None,
            undo=editor.can_undo,
            redo=editor.can_redo,
            reset=not editor.view.is_whole,
            freeze=is_wired,
            read=is_wired,
        )
        words = chosen_words(editor, self.canvas.picture_size)
        self.chosen.setText(words)
        self.canvas.setAccessibleDescription(words)
        self.save_button.setEnabled(editor.is_changed and not editor.fault)
        self.question.allow_saving(allowed=not editor.fault)
        if editor.fault:
            self._tell(sentence(editor.fault))
        elif editor.is_changed:
            self._tell(self.tr("Not saved yet."))
        elif self.told != sentence("view.kept"):
            self._tell("")

    @Slot(str)
    def _on_used(self, tool: str) -> None:
        self.use(tool)

    @Slot()
    def _on_settled(self) -> None:
        self.ends.show()
        self.canvas.setFocus()

    def _on_kept(self, camera_id: str, view: CameraView) -> None:
        if camera_id == self._camera_id:
            self.editor.was_saved(view)
            self._on_edited()
            self._tell(sentence("view.kept"))
        self.question.finish()

    @Slot(object)
    def _on_shot(self, shot: Shot) -> None:
        self._shot = shot
        self.findings.show_shot(shot, self.feed.pictures_per_second)
        self.canvas.show_image(shot.image)
        now_ns = self._context.console.clock.monotonic_ns()
        if self._found is not None and now_ns - self._found_ns > PLATES_FOR_NS:
            self.canvas.show_plates(())
        self._say_on_picture()

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._found, self._found_ns = found, self._context.console.clock.monotonic_ns()
        if self.feed.is_frozen and not found.image.isNull():
            # Asked for while the picture stands still: shown in the picture that was read.
            self.canvas.show_image(found.image)
        self._show_plates()

    @Slot(str)
    def _on_pause(self, pause: str) -> None:
        self._pause = pause
        self._show_plates()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tool = tool_of(event)
        if tool:
            self.use(tool)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        names, wanted = self._names(), self._context.state.selected_lane_id
        if not self.editor.is_changed and names:
            self._load(wanted if wanted in names else self._camera_id or next(iter(names)))
        self._show_cameras()
        self._on_edited()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.feed.run()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.feed.rest()
        if self.editor.is_changed and self._context.state.actor is not None:
            name = self._names().get(self._camera_id, "")
            self._context.state.post(Message(Weight.ATTENTION, "view.unsaved", {"name": name}, "lane.camera"))
