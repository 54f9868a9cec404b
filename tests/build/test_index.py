"""The index of the search has the signs that people type, and none that would be markup."""

from __future__ import annotations

import json
from pathlib import Path

from tellers.site.index import make_plain


def test_signs_stand_as_themselves_and_markup_stays_encoded(tmp_path: Path) -> None:
    index = tmp_path / "index.json"
    written = {"title": "S&#47;RES&#47;2774&#58; Adopted &#60;b&#62; &#38; &#34;quoted&#34; &#92; &#7;", "text": "A &lt;b&gt;"}
    index.write_text(json.dumps(written), "utf-8")
    make_plain(index)
    said = json.loads(index.read_text("utf-8"))
    assert said["title"] == "S/RES/2774: Adopted &#60;b&#62; &#38; &#34;quoted&#34; &#92; &#7;"
    assert said["text"] == "A &lt;b&gt;"


def test_no_index_is_no_fault(tmp_path: Path) -> None:
    make_plain(tmp_path / "none.json")
    assert not list(tmp_path.iterdir())
