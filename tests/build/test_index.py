"""The index of the search has the signs and letters that people type, and none that would be markup."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tellers.site.index import make_plain


def _made(index: Path, *entries: dict[str, str]) -> dict[str, Any]:
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}}
    index.write_text(json.dumps({"config": {"fields": fields}, "docs": entries}), "utf-8")
    make_plain(index)
    said: dict[str, Any] = json.loads(index.read_text("utf-8"))
    return said


def test_signs_stand_as_themselves_and_markup_stays_encoded(tmp_path: Path) -> None:
    title = "S&#47;RES&#47;2774&#58; Adopted &#60;b&#62; &#38; &#34;quoted&#34; &#92; &#7; d&#39;Ivoire"
    said = _made(tmp_path / "index.json", {"title": title, "text": "A &lt;b&gt;"})
    entry = said["docs"][0]
    assert entry["title"] == "S/RES/2774: Adopted &#60;b&#62; &#38; &#34;quoted&#34; &#92; &#7; d'Ivoire"
    assert entry["text"] == "A &lt;b&gt;"


def test_words_with_accents_stand_without_them_too(tmp_path: Path) -> None:
    text = "<p>Radosław Sikorski in Türkiye, &lt;é&gt;</p> <p>Türkiye, again</p>"
    said = _made(tmp_path / "index.json", {"title": "Côte d’Ivoire", "text": text}, {"title": "Mali", "text": ""})
    ivorian, mali = said["docs"]
    assert ivorian["title_typed"] == "Cote d'Ivoire"
    assert ivorian["text_typed"] == "Radoslaw Turkiye, &lt;e&gt;"
    assert mali == {"title": "Mali", "text": ""}
    assert said["config"]["fields"]["title_typed"] == said["config"]["fields"]["title"]


def test_no_index_is_no_fault(tmp_path: Path) -> None:
    make_plain(tmp_path / "none.json")
    assert not list(tmp_path.iterdir())
