"""Broken content files, made from whole ones: each has to be refused with its file and line, or to be read as if whole."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

Files = Mapping[str, bytes]
Break = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Broken:
    """One file with one defect; `same` when it says the same as before to whoever can read it."""

    defect: str
    path: str
    data: bytes
    same: bool = False


def broken(files: Files, number: int, seed: int) -> list[Broken]:
    """So many broken files: every defect in turn, each in a file of its kind that is chosen by the seed."""
    source = random.Random(seed)
    files = {path: raw for path, raw in files.items() if path.endswith((".yml", ".csv", ".md"))}
    found: list[Broken] = []
    while len(found) < number:
        for made in _one_of_each(files, source):
            found.append(made)
    return found[:number]


def _one_of_each(files: Files, source: random.Random) -> Iterator[Broken]:
    for defect, turn in BYTES.items():
        path = source.choice(sorted(files))
        raw = files[path]
        data = turn(raw)
        if data != raw:
            yield Broken(defect, path, data, defect in SAME)
    for ending, breaks in ((".yml", YAML), (".csv", CSV), (".md", MARKDOWN)):
        for defect, break_ in breaks.items():
            paths = [path for path in sorted(files) if path.endswith(ending) and _has_room(defect, path)]
            for path in source.sample(paths, len(paths)):
                data = break_(files[path].decode(), source).encode("utf-8", "surrogatepass")
                if data != files[path]:
                    yield Broken(defect, path, data, defect in SAME)
                    break
    for defect, sign in SIGNS.items():
        path = source.choice(sorted(files))
        text = files[path].decode()
        at = source.randrange(len(text))
        yield Broken(defect, path, (text[:at] + sign + text[at:]).encode())
    for defect, name in NAMES.items():
        path = source.choice([path for path in sorted(files) if path.startswith("content/sources/")])
        yield Broken(defect, path.rpartition("/")[0] + "/" + name, files[path])


def _has_room(defect: str, path: str) -> bool:
    """Whether the change is a defect in this file: names of a register may be anything, a roll's words may not."""
    return defect not in ("capitals", "small letters", "rows in another order") or "/votes/" in path


def _decomposed(raw: bytes) -> bytes:
    return unicodedata.normalize("NFD", raw.decode()).encode()


def _mojibake(raw: bytes) -> bytes:
    return raw.decode().replace("a", "é", 1).encode().decode("cp1252", "replace").encode()


BYTES: dict[str, Callable[[bytes], bytes]] = {
    "byte order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "CRLF": lambda raw: raw.replace(b"\n", b"\r\n"),
    "CR": lambda raw: raw.replace(b"\n", b"\r"),
    "decomposed letters": _decomposed,
    "no last line end": lambda raw: raw.removesuffix(b"\n"),
    "UTF-16": lambda raw: raw.decode().encode("utf-16"),
    "UTF-16 without mark": lambda raw: raw.decode().encode("utf-16-le"),
    "UTF-32": lambda raw: raw.decode().encode("utf-32"),
    "Latin-1": lambda raw: raw.replace(b"a", "é".encode("latin-1"), 1),
    "Windows quotation marks": lambda raw: raw.replace(b"a", b"\x93a\x94", 1),
    "mojibake": _mojibake,
    "overlong form": lambda raw: raw[:5] + b"\xc0\xaf" + raw[5:],
    "surrogate": lambda raw: raw[:5] + b"\xed\xa0\x80" + raw[5:],
    "cut in a letter": lambda raw: raw + "é".encode()[:1],
    "NUL": lambda raw: raw[:9] + b"\x00" + raw[9:],
    "NULs after the end": lambda raw: raw + b"\x00" * 512,
    "nothing": lambda raw: b"",
    "white space": lambda raw: b" \n\t\n",
    "another format": lambda raw: b"PK\x03\x04" + bytes(range(256)),
    "too large": lambda raw: raw + b"#" * 3_000_000 if b"\n" in raw else raw,
}
SAME = {"byte order mark", "CRLF", "CR", "decomposed letters", "no last line end", "an empty last line"}

SIGNS = {
    "right-to-left override": "\u202e",
    "isolate": "\u2066",
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "soft hyphen": "\u00ad",
    "tag letter": "\U000e0041",
    "lost letter": "\ufffd",
    "escape": "\x1b[31m",
    "bell": "\x07",
    "line separator": "\u2028",
    "next line": "\x85",
    "delete": "\x7f",
    "byte order mark inside": "\ufeff",
    "Arabic letter mark": "\u061c",
    "private use": "\ue000",
    "no character": "\ufdd0",
}


def _with(line: str) -> Break:
    return lambda text, source: text + line


def _value(put: str) -> Break:
    """A value that stands on a line of its own replaced by another."""

    def break_(text: str, source: random.Random) -> str:
        lines = [found.span(1) for found in re.finditer(r"(?m)^(?:- )? *[a-z-]+: +([^\s|>\[{&*!].*)$", text)]
        start, end = source.choice(lines)
        return text[:start] + put + text[end:]

    return break_


def _field(name: str, put: str) -> Break:
    """The value of a field replaced; the file stays as it is when it has no such field."""

    def break_(text: str, source: random.Random) -> str:
        return re.sub(rf"(?m)^(\s*(?:- )?{name}: )(?=.).*$", lambda found: found[1] + put, text, count=1)

    return break_


def _lookalike(text: str, source: random.Random) -> str:
    """One Latin letter inside a word becomes the Cyrillic one that looks the same."""
    alike = str.maketrans("aceopxyi", "асеорхуі")
    spots = [found.start() + 1 for found in re.finditer(r"[A-Za-z][aceopxyi][a-z]", text)]
    at = source.choice(spots)
    return text[:at] + text[at].translate(alike) + text[at + 1 :]


YAML: dict[str, Break] = {
    "tag": _value("!!python/object/apply:os.system [id]"),
    "local tag": _value("!x y"),
    "alias": _value("*a"),
    "anchor": _value("&a b"),
    "merge key": _with("\n<<: {a: b}\n"),
    "complex key": _with("\n? [a, b]\n: c\n"),
    "key twice": lambda text, source: text + (text.splitlines()[0] if text[0].isalpha() else "a: 1\na: 2") + "\n",
    "two documents": _with("\n---\na: b\n"),
    "directive": lambda text, source: "%YAML 9.9\n---\n" + text,
    "tab": lambda text, source: text.replace(": ", ":\t\t- ", 1),
    "open quotation mark": _value('"abc'),
    "open bracket": _value("[a, b"),
    "open brace": _value("{a: b"),
    "colon in words": _value("a: b: c"),
    "deep list": _value("[" * 3000 + "]" * 3000),
    "deep mapping": _value("{a: " * 400 + "b" + "}" * 400),
    "laughs": lambda text, source: "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n" + text,
    "many keys": lambda text, source: text + "".join(f"\nk{n}: v" for n in range(60_000)),
    "long line": _value("x" * 1_500_000),
    "unknown field": _with("\ncolour: red\n"),
    "list for words": _value("[a, b]"),
    "mapping for words": _value("{a: b}"),
    "empty": _value("''"),
    "null": _value(""),
    "list for a record": lambda text, source: "- a\n",
    "record for a list": lambda text, source: "just words\n",
    "indented wrongly": lambda text, source: text.replace("\n", "\n   ", 1),
    "lookalike": _lookalike,
    "script": _field("address", "javascript:alert(1)"),
    "http": _field("address", "http://example.org/"),
    "another host": _field("address", "https://exаmple.org/"),
    "user in an address": _field("address", "https://a@example.org/"),
    **{
        f"day {put}": _field("(?:date|published|read|signed)", put)
        for put in (
            "2025-2-4",
            "2025-02-30",
            "24/02/2025",
            "2025-13-01",
            "٢٠٢٥-٠٢-٢٤",
            "2025-02-24T00:00:00Z",
            "20250224",
            "0000-01-01",
            "9999-12-31",
            "yesterday",
            "2025-02-24 ±1",
            "1_2025-01-01",
            "２０２５-02-24",
        )
    },
    **{
        f"count {put}": _field("(?:yes|no|abstain|threshold)", put)
        for put in (
            "١٤١",
            "1_41",
            "+5",
            "-5",
            "0x1f",
            "1e3",
            "5.0",
            "5,0",
            "１４１",
            "00005",
            "99999",
            "five",
            "NaN",
            ".inf",
            "~",
            "true",
            "11:30",
            "²",
            "5 ",
        )
        if put != "5 "
    },
}


def _rows(change: Callable[[list[str], random.Random], list[str]]) -> Break:
    return lambda text, source: "\n".join(change(text.splitlines(), source)) + "\n"


def _in_row(change: Callable[[str], str]) -> Break:
    def rows(lines: list[str], source: random.Random) -> list[str]:
        at = source.randrange(1, len(lines))
        return [*lines[:at], change(lines[at]), *lines[at + 1 :]]

    return _rows(rows)


CSV: dict[str, Break] = {
    "no header": _rows(lambda lines, source: lines[1:]),
    "header in capitals": _rows(lambda lines, source: [lines[0].upper(), *lines[1:]]),
    "header with spaces": _rows(lambda lines, source: [lines[0].replace(",", ", "), *lines[1:]]),
    "header in another order": _rows(lambda lines, source: [",".join(lines[0].split(",")[::-1]), *lines[1:]]),
    "a column more": _rows(lambda lines, source: [f"{line},x" for line in lines]),
    "a cell more in every row": _rows(lambda lines, source: [lines[0], *(f"{line},x" for line in lines[1:])]),
    "a cell more": _in_row(lambda line: line + ",x"),
    "a cell less": _in_row(lambda line: line.rpartition(",")[0]),
    "semicolons": lambda text, source: text.replace(",", ";"),
    "tabs": lambda text, source: text.replace(",", "\t"),
    "open quotation mark": _in_row(lambda line: '"' + line),
    "quotation mark inside": _in_row(lambda line: line.replace(",", '",', 1)),
    "an empty line": _in_row(lambda line: line + "\n"),
    "a space before": _in_row(lambda line: " " + line),
    "a space after a comma": _in_row(lambda line: line.replace(",", ", ", 1)),
    "capitals": _in_row(str.upper),
    "small letters": _in_row(str.lower),
    "a row twice": _in_row(lambda line: f"{line}\n{line}"),
    "rows in another order": _rows(lambda lines, source: [lines[0], *lines[:0:-1]]),
    "a formula": _in_row(lambda line: "=cmd|' /C calc'!A0" + line),
    "a long cell": _in_row(lambda line: "x" * 200_000 + line),
    "many rows": lambda text, source: text + "XXX,yes\n" * 250_000,
    "a lookalike": _lookalike,
    "NA": _in_row(lambda line: "NA," + line.partition(",")[2]),
    "a comment": _in_row(lambda line: "# " + line),
    "an empty last line": lambda text, source: text + "" if text.endswith("\n\n") else text,
}

MARKDOWN: dict[str, Break] = {
    **{
        f"expression {put[:30]}": _with("\n" + put + "\n")
        for put in (
            "{{ 7 * 7 }}",
            "{{ ''.__class__.__mro__[1].__subclasses__() }}",
            "{{ tally(" + "(" * 500 + " }}",
            "{{ free('a' * 10**9) }}",
            "{{ range(10**9) }}",
            "{{ tally() }}",
            "{{ tally('x/y', 'yes') }}",
            "{{ claim(1) }}",
            "{{ agreement(1, [2]) }}",
            "{{ figure('x') }}",
            "{{",
            "}}",
            "{% for a in b %}",
            "{# a #}",
            "{{ " + "-" * 1000 + "1 }}",
        )
    },
    **{
        f"markup {put[:30]}": _with("\n" + put + "\n")
        for put in (
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1))",
            "![a](https://example.org/a.png)",
            '--8<-- "/etc/passwd"',
            "{! /etc/passwd !}",
            "word{: onclick=alert(1)}",
            "[a]: data:text/html,x",
            "::: os",
            "/// html | script",
        )
    },
    "a number": _with("\nIn 17 towns.\n"),
    "no front matter": lambda text, source: text.replace("---", "", 1),
    "front matter that never ends": lambda text, source: text.replace("\n---\n", "\n", 1),
    "a tag in front": lambda text, source: text.replace("title: ", "title: !!python/name:os.system ", 1),
    "a lookalike": _lookalike,
}

NAMES = {
    "capitals in a name": "Charter-Two.yml",
    "a space in a name": "a b.yml",
    "a name of another script": "очерк.yml",
    "dots": "a..b.yml",
    "a device": "con.yml",
    "another device": "com1.yml",
    "the name of lists": "index.yml",
    "a long name": "a" * 130 + ".yml",
    "a longer name": "a" * 240 + ".yml",
    "another ending": "a.yaml",
    "no ending": "a",
    "a backup": "a.yml~",
    "a register of groups": "a.groups.yml",
    "a folder of groups": "a.groups/b.yml",
    "percent": "a%2fb.yml",
    "a dash first": "-a.yml",
    "a line end in a name": "a\nb.yml",
    "a template": "{{a}}.yml",
    "markup in a name": "<b>.yml",
}
