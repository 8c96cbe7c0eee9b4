"""Reads and writes Qt's translation source files (TS 2.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from resources.i18n.extract import Message

_FIGURE = re.compile(r"\{(\w+)\}")


def read_ts(path: Path) -> dict[Message, str]:
    """Each text with its translation, empty where unfinished; nothing where there is no file yet."""
    if not path.exists():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for entry in context.iter("message"):
            translation = entry.find("translation")
            is_done = translation is not None and translation.get("type") != "unfinished"
            text = (translation.text or "") if translation is not None and is_done else ""
            found[Message(name, entry.findtext("source", ""))] = text
    return found


def write_ts(path: Path, language: str, translations: Mapping[Message, str]) -> None:
    """Write the texts in order of context and text."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    contexts = sorted({message.context for message in translations})
    for context in contexts:
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for message in sorted(one for one in translations if one.context == context):
            text = translations[message]
            mark = "" if text else ' type="unfinished"'
            lines += [
                "    <message>",
                f"        <source>{escape(message.source)}</source>",
                f"        <translation{mark}>{escape(text)}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    lines.append("</TS>")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def mismatched_figures(translations: Mapping[Message, str]) -> list[Message]:
    """The texts whose translation names other ``{figures}`` than they do: one would be lost or missed."""
    return [
        message
        for message, text in translations.items()
        if text and set(_FIGURE.findall(message.source)) != set(_FIGURE.findall(text))
    ]
