"""Reads the configuration file; whatever is wrong with it is said with file, line and what was expected."""

from __future__ import annotations

from pathlib import Path

from core.config.checking import Wrong, build_config
from core.config.key_lines import KeyLines
from core.config.toml_text import document_of, text_of
from core.config.values import Config
from core.domain.errors import ConfigError

LARGEST_BYTES = 1_000_000


def load_config(path: Path) -> Config:
    """The configuration in the file, with defaults for what it leaves out; raises ConfigError.

    A console that was never configured has no file: all defaults, no lanes.
    """
    text = text_of(path, largest_bytes=LARGEST_BYTES)
    return Config() if text is None else parse_config(text, path)


def parse_config(text: str, path: Path) -> Config:
    """The configuration in the text; ConfigErrors name ``path`` as their file."""
    document = document_of(text, path)
    try:
        return build_config(document)
    except Wrong as wrong:
        raise ConfigError(path, KeyLines(text).line_of(wrong.path), wrong.problem) from wrong
