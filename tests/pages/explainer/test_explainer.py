"""Explainers are the one trusted Markdown, and even there nothing becomes a tag, a script, a file or a template."""

from __future__ import annotations

import html
from dataclasses import replace

import markdown
import pytest

from tellers.claims.words import Words
from tellers.desk import Desk
from tellers.encode import prose
from tellers.model import Content
from tellers.pages.explainer.lint import unbound
from tellers.pages.explainer.text import render_text
from tellers.problems import Problem, Problems
from tellers.stats import result_of

PLAIN = """Words with *emphasis*, **strength**, `code`, a [page](../../votes/), a [source](https://example.org/a_(b)?c=d#e),
a [word][way] and a note.[^note]

> A quotation.

- A list

```text
a > b
```

[way]: https://example.org/
[^note]: Said so.
"""

REFUSED = [
    "<script>alert(1)</script>",
    "</article>",
    "<!-- -->",
    "<?php",
    "<https://example.org>",
    "< java\nscript:alert(1)>",
    "a < b",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](data:text/html;base64,AAAA)",
    "[a](vbscript:x)",
    "[a](file:///etc/passwd)",
    "[a](//example.org/x)(",
    "[a](http://example.org)",
    "[a]( javascript:alert(1))",
    "[a](\njavascript:alert(1))",
    "[a\\](javascript:alert(1))",
    "[a\\\\](javascript:alert(1))",
    "[a [b](c) d](javascript:alert(1))",
    "[a](java\\script:alert(1))",
    "[a](https://user@example.org)",
    "[a]()",
    "[a]: javascript:alert(1)",
    "[a]:\n  javascript:alert(1)",
    "![](https://example.org/pixel.png)",
    "![a](../x.png)",
    "![a][b]",
    "word{: onclick=alert(1)}",
    "{ .red }",
    "{% raw %}",
    "{# x #}",
    "{! mkdocs.yml !}",
    "}",
    '--8<-- "mkdocs.yml"',
    "[[wiki]]",
    "::: os.path",
    "/// html | script",
    '``` python exec="on"',
    "```{.python}",
    "~~~ a b",
]


@pytest.fixture
def desk(tiny: Content) -> Desk:
    results = {id: result_of(tiny, id) for id in tiny.votes}
    return Desk(tiny, Words(), results, {}, Problems())


def lines(tiny: Content, text: str) -> list[Problem]:
    return unbound(replace(next(iter(tiny.explainers.values())), text=text))


def test_plain_markdown_is_welcome(tiny: Content) -> None:
    assert lines(tiny, PLAIN) == []


@pytest.mark.parametrize("text", REFUSED)
def test_what_could_become_more_is_refused_with_its_place(tiny: Content, text: str) -> None:
    explainer = next(iter(tiny.explainers.values()))
    found = lines(
        tiny, f"First.\n\nWords {text}\n" if not text.startswith(("[a]:", ":::", "///", "`", "~")) else f"First.\n\n{text}\n"
    )
    assert found, text
    assert {problem.place.path for problem in found} == {explainer.path}
    assert min(problem.place.line for problem in found) >= explainer.line + 2


@pytest.mark.parametrize("text", [text for text in REFUSED if "<" in text or "{" in text])
def test_even_unlinted_no_tag_and_no_template_begins(text: str) -> None:
    made = markdown.markdown(str(prose(f"Words {text}")), extensions=["attr_list", "md_in_html"])
    twin = markdown.markdown("Words", extensions=["attr_list", "md_in_html"])
    assert made.count("<") - made.count("<a ") - made.count("</a>") - 2 * made.count("<code>") == twin.count("<")
    assert "{" not in str(prose(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{{ 7 * 7 }}", "is no call"),
        ("{{ ''.__class__.__mro__ }}", "is no call"),
        ('{{ tally("assembly/24_1", ["yes"]) }}', "does not fit"),
        ('{{ claim(5, shift=("assembly/24_1",), from_="yes", to="no") }}', "does not fit"),
        ("{{ agreement(1, 2) }}", "does not fit"),
        ('{{ tally("assembly/24_1") }}', "missing a required argument"),
        ('{{ tallly("assembly/24_1", "yes") }}', "unknown expression"),
        ('{{ vote("assembly/99") }}', "unknown vote"),
        ('{{ claim(6, tally="assembly/24_1", option="yes") }}', "but tally vote=assembly/24_1 option=yes is 5"),
    ],
)
def test_what_does_not_hold_is_a_problem_with_its_line(desk: Desk, text: str, wrong: str) -> None:
    explainer = replace(next(iter(desk.content.explainers.values())), text=f"One.\n\n{text}\n")
    render_text(desk, explainer, "../../")
    (problem,) = desk.problems.found
    assert wrong in problem.wrong
    assert (problem.place.path, problem.place.line) == (explainer.path, explainer.line + 2)


def test_a_word_given_to_an_expression_stays_a_word(desk: Desk) -> None:
    nasty = "<b>*x* {{ y [z](javascript:alert)"
    explainer = replace(next(iter(desk.content.explainers.values())), text=f'{{{{ vote("assembly/24_1", "{nasty}") }}}}')
    made = markdown.markdown(render_text(desk, explainer, "").markdown)
    assert html.unescape(made).count(nasty) == 1
    assert "<b>" not in made
    assert "<em>" not in made
