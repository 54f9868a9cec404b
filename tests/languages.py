"""The starter in a second language: some names as French might write them, others invented; sentences as shipped."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog

from tellers.build.languages import names
from tellers.files.read import read_content_files
from tellers.files.start import new_site
from tellers.formats.po import head_of, written
from tellers.model import Content
from tellers.records import read_content

COPYRIGHT = "Text, figures and data of this example are in the public domain (CC0)."
FRENCH = {
    ("bodies", "Assembly"): "Assemblée",
    ("bodies", "Council"): "Conseil",
    ("members", "Alder"): "Aulne",
    ("site", "Nine Towns, an invented example"): "Neuf villes, un exemple inventé",
    ("navigation", "Home"): "Accueil",
    ("navigation", "About"): "À propos",
    ("navigation", "Switch to dark mode"): "Passer en mode sombre",
    ("navigation", "Switch to light mode"): "Passer en mode clair",
    ("site", COPYRIGHT): "Textes, graphiques et données de cet exemple sont dans le domaine public (CC0).",
}

UNTRANSLATED = "Amendment to N/25/3: build the bridge in wood"
"""The title of a vote that stays in English."""


def bilingual_starter(folder: Path) -> Content:
    """A new site in English and French in the folder; its content."""
    new_site(folder)
    content = read_content(read_content_files(folder)).content
    assert content is not None
    settings = folder / "content" / "site.yml"
    settings.write_text(settings.read_text("utf-8") + "languages: [fr]\n", "utf-8")
    catalog = Catalog(locale="fr", fuzzy=False)
    wanted = [*names(content), *(id for id in FRENCH if id[0] in ("navigation", "site"))]
    for context, text in wanted:
        if text != UNTRANSLATED:
            catalog.add(text, FRENCH.get((context, text), re.sub(r"(\w+)", r"\1e", text)), context=context)
    path = folder / "content" / "languages" / "fr.po"
    path.parent.mkdir()
    path.write_bytes(written(catalog, head_of(catalog, "names of the nine towns.")))
    return content
