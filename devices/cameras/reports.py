"""What a capture process tells its parent."""

from __future__ import annotations

from collections.abc import Callable

# State (``opening``, ``running``, ``failed``), cause and detail.
Report = Callable[[str, str, str], None]
