"""No way around the encoders: finished markup is made of constants and encoded values, and content is never a template."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tellers.encode import Html, address, token

PACKAGE = Path(__file__).resolve().parents[2] / "generators" / "tellers"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "encode" not in path.relative_to(PACKAGE).parts)
FINISHED_FIGURES = {"render/svg.py", "build/pictures.py"}
"""The module that writes SVG, and the one that takes it from the cache."""
TRUSTED_MARKDOWN = {"pages/explainer/text.py"}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def ways_around(path: Path, name: str) -> list[str]:
    """Calls that make finished markup of anything but a constant."""
    found = []
    for called, node in calls(path):
        constant = bool(node.args) and isinstance(node.args[0], ast.Constant)
        allowed = {"Svg": FINISHED_FIGURES, "prose": TRUSTED_MARKDOWN, "encode.prose": TRUSTED_MARKDOWN}.get(called, set())
        if called in ("Html", "Html.of", "Svg", "prose", "encode.Html", "encode.Svg", "encode.prose", "ScriptJson"):
            if not constant and name not in allowed:
                found.append(f"{name}:{node.lineno} {called}")
        elif called in ("Markup", "Template") or called.endswith((".from_string", ".overlay")):
            found.append(f"{name}:{node.lineno} {called}")
    return found


def test_finished_markup_is_made_of_constants() -> None:
    assert [way for path in MODULES for way in ways_around(path, path.relative_to(PACKAGE).as_posix())] == []


@pytest.mark.parametrize(
    "code", ['Html(f"<b>{x}</b>")', "Html(x)", 'Html.of("<b>" + x)', "Markup(x)", "env.from_string(x)", "Svg(x)", "prose(x)"]
)
def test_a_way_around_is_seen(tmp_path: Path, code: str) -> None:
    (tmp_path / "page.py").write_text(f"def page(x, env):\n    return {code}\n")
    assert ways_around(tmp_path / "page.py", "page.py")


def test_templates_place_values_in_text_and_in_quoted_attributes_alone() -> None:
    templates = sorted((PACKAGE / "pages").rglob("*.j2"))
    assert templates
    for path in templates:
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", path.read_text(), flags=re.DOTALL)
        assert not re.search(r"\|\s*safe|autoescape|<script|<style|<!--", text), path
        for tag in re.findall(r"<[^>]*>", text):
            outside = re.sub(r'"[^"]*"', "", tag)
            assert "{{" not in outside, f"{path}: {tag} has a value outside quotation marks"
            assert not re.search(r'(?:href|src|on\w+|style)="[^"]*\{\{', tag), f"{path}: {tag} has a value for an address"


def test_whatever_joins_finished_markup_is_encoded() -> None:
    evil, safe = "<i>*x*", "&#60;i&#62;&#42;x&#42;"
    assert Html.of("<b>{x}</b>", x=evil) == f"<b>{safe}</b>"
    assert Html("<b>") + evil == f"<b>{safe}"
    assert evil + Html("<b>") == f"{safe}<b>"
    assert Html(" ").join([Html("<b>"), evil]) == f"<b> {safe}"
    assert Html("<b>{}</b>").format(evil) == f"<b>{safe}</b>"
    assert Html("<b>%s</b>") % evil == f"<b>{safe}</b>"
    assert Html.of("{x}", x=Html("<b>")) == "<b>"


@pytest.mark.parametrize("word", ['"', " ", "<", "&", "a\n", "é", "'", "="])
def test_a_token_needs_no_encoding(word: str) -> None:
    assert token("a-b_C/1.2") == "a-b_C/1.2"
    with pytest.raises(ValueError, match="no plain word"):
        token(f"a{word}b")


@pytest.mark.parametrize(
    "way",
    ["http://a.b", "javascript:alert(1)//https://", "https://", "https:///x", "https://a@b", "https://а.com", "https://a b",
     "//a", " https://a", "https://a\n", "data:x", "https://a:b"],
)  # fmt: skip
def test_an_address_is_https_and_a_plain_host(way: str) -> None:
    assert address('https://a.b/c"d') == "https&#58;&#47;&#47;a&#46;b&#47;c&#34;d"
    with pytest.raises(ValueError, match="not an https address"):
        address(way)
