"""Keeps a drawn view: into the file first, then into what holds, then to the reader that runs."""

from __future__ import annotations

from collections.abc import Callable

from console.camera_views import keep, put_view, views_of, with_view
from console.screens.context import Context
from core.domain.camera_views import CameraView
from core.domain.errors import LotkeeperError


class ViewKeeping:
    """``kept`` is told what holds now, ``failed`` why something does not; both on the GUI thread."""

    def __init__(
        self,
        context: Context,
        *,
        kept: Callable[[str, CameraView], None],
        failed: Callable[[LotkeeperError], None],
    ) -> None:
        self._context = context
        self._kept = kept
        self._failed = failed

    def keep(self, camera_id: str, view: CameraView) -> None:
        """Keep the view of this camera, if the person may."""
        actor, console = self._context.state.actor, self._context.console
        if actor is None or not camera_id:
            return
        try:
            config = with_view(console.config, camera_id, view, actor=actor)
        except LotkeeperError as error:
            self._failed(error)
            return
        self._context.jobs.run(
            lambda: keep(console.folder.config, config),
            lambda _none: self._on_written(camera_id, view),
            self._failed,
        )

    def _on_written(self, camera_id: str, view: CameraView) -> None:
        console = self._context.console
        # Into what holds by now: another page may have kept something meanwhile.
        console.config = put_view(console.config, camera_id, view)
        self._kept(camera_id, view)
        try:
            if console.recogniser is not None:
                console.recogniser.set_views(views_of(console.config))
        except LotkeeperError as error:
            self._failed(error)
