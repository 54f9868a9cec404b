"""What may stand between `{{` and `}}`: a name of ours with constants, and nothing that would have to be evaluated."""

from __future__ import annotations

import pytest

from tellers.pages.explainer.call import Call, Unreadable, read_call


def test_a_call_is_read() -> None:
    assert read_call(' shift("a/1", "a/2", from_="yes", to="no") ') == Call(
        "shift", ("a/1", "a/2"), {"from_": "yes", "to": "no"}
    )
    assert read_call('claim(3, shift=("a", "b"), votes=["c"])').named == {"shift": ("a", "b"), "votes": ("c",)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7 * 7",
        "tally",
        "tally()()",
        "a.b()",
        "''.join('a')",
        "tally(*a)",
        "tally(**{})",
        "tally(f'{x}')",
        "tally(1.5)",
        "tally(True)",
        "tally(b'a')",
        "tally(x)",
        "tally(-1)",
        "tally(1 if 1 else 2)",
        "tally(x for x in y)",
        "tally('\\u202e')",
        "lambda: 1",
        "tally('a'",
        "tally('a'); tally('b')",
        "__import__('os')['x']",
        "a := 1",
        "tally({'a': 1})",
        "tally(a=1, a=2)",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_call(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 900,
        "[" * 900,
        "f(" * 900,
        "-" * 1999 + "1",
        "not " * 400 + "1",
        "a" + ".b" * 900,
        "lambda:" * 250 + "1",
        "9" * 3000,
        "f(" + "9" * 1900 + "**9)",
        "f('" + "a" * 5000 + "')",
    ],
)
def test_a_bomb_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_call(text)
