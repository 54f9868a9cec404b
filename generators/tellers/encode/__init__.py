"""One encoder a context, each default-deny: what is not known to be harmless is written as a character reference.

A value from content is data in every context; nothing here lets it become markup, a formula or an address.
"""

from tellers.encode.data import ScriptJson, bibtex, csv_text, front_matter, kept, script_json, xml, yaml_scalar
from tellers.encode.markup import Html, Svg, address, markup, media_type, prose, token
from tellers.encode.text import clean

__all__ = [
    "Html",
    "ScriptJson",
    "Svg",
    "address",
    "bibtex",
    "clean",
    "csv_text",
    "front_matter",
    "kept",
    "markup",
    "media_type",
    "prose",
    "script_json",
    "token",
    "xml",
    "yaml_scalar",
]
