"""Sabotages of a second language: numbers, options, names, days; words left in English; links, pictures, search."""

from __future__ import annotations

from tests.sabotage.tools import GONE, Case, resub, swap

VOTE = "fr/votes/assembly/24_1/index.html"
COMPARE = "fr/compare/index.html"
AMENDMENT = "fr/votes/assembly/25_3-amendment/index.html"
EXPLAINER = "fr/explainers/how-to-read-this-site/index.html"


def _gone(raw: bytes) -> bytes:
    return GONE


def _new(raw: bytes) -> bytes:
    return b"<!doctype html><title>More</title>"


CASES = [
    Case("number in words of the headline", VOTE, resub(r'(<data value="5"[^>]*>)5<', r"\g<1>6<"), ("words “6”",)),
    Case("bound value", VOTE, resub(r'<data value="5"', '<data value="6"'), ("elements in",)),
    Case("claim", VOTE, resub(r'(data-claim="[^"]*option)(=|&#61;)yes', r"\1\2no"), ("elements in",)),
    Case("option of a ballot", VOTE, resub(r"</b> (<data[^>]*>)Pour<", r"</b> \1Contre<"), ("Contre",)),
    Case("letter of a ballot", VOTE, resub(r"(<b aria-hidden=\"true\">)P<", r"\1C<"), ("C",)),
    Case("member of a ballot", VOTE, resub(r'(<td data-member=")ALU', r"\1BRU"), ("row of a table",)),
    Case(
        "row left out",
        VOTE,
        resub(r'<tr><th scope="row"><a href="[^"]*ALU[^"]*">[^<]*</a></th><td>.*?</tr>', ""),
        ("row of a table",),
    ),
    Case("name of a member", VOTE, resub(r'(members[^"]*ALU[^"]*">)[^<]*<', r"\1Bruma<"), ("Bruma",)),
    Case("the day", VOTE, swap("12 mars 2024", "13 mars 2024", 99), ("13 mars 2024",)),
    Case("words left in English", VOTE, swap("Tous les choix", "Every ballot", 9), ("Every ballot",)),
    Case(
        "title in English that is not marked",
        AMENDMENT,
        resub(r'<span lang="en">([^<]*)</span>', r"\1"),
        ("marked as English",),
    ),
    Case(
        "words of the language marked as English",
        AMENDMENT,
        resub(r'(<p class="tl-lead">)(Le) ', r'\1<span lang="en">\2</span> '),
        ("marked as English",),
    ),
    Case("an opinion", VOTE, resub(r"(<h2[^>]*>)Par groupe", r"\1Par groupe, hélas"), ("hélas",)),
    Case(
        "a paragraph more",
        VOTE,
        resub(r'<p class="tl-threshold">', '<p>Faux.</p><p class="tl-threshold">'),
        ("elements of",),
    ),
    Case("a sentence turned round", VOTE, resub(r"(</data>) contre", r"\1 pour"), ("words", "pour")),
    Case(
        "link to another vote", VOTE, resub(r'(<p class="tl-kicker"><a href="[^"]*)assembly', r"\1council"), ("elements in",)
    ),
    Case("class of a chip", VOTE, resub(r'tl-chip tl-yes"', 'tl-chip tl-no"'), ("elements in",)),
    Case(
        "title of the page", VOTE, resub(r"<title>[^<]*·", "<title>N&#47;24&#47;1 : Non adopté ·"), ("title", "Non adopté")
    ),
    Case("description", VOTE, resub(r'(name="description" content=")Le ', r"\1Vers le "), ("description", "Vers le")),
    Case(
        "address of the page",
        VOTE,
        swap('rel="canonical" href="https://nine-towns.example/fr/', 'rel="canonical" href="https://nine-towns.example/'),
        ("canonical",),
    ),
    Case("a script more", VOTE, swap("</head>", "<script>alert(1)</script></head>"), ("<script>",)),
    Case("the other language not named", VOTE, resub(r'<link rel="alternate" hreflang="en"[^>]*>', ""), ("languages",)),
    Case(
        "not named by the English page",
        "votes/assembly/24_1/index.html",
        resub(r'<link rel="alternate" hreflang="fr"[^>]*>', ""),
        ("languages",),
    ),
    Case(
        "link to another page in English",
        VOTE,
        resub(r'class="tl-language" href="[^"]*"', 'class="tl-language" href="../../../../"'),
        ("links to languages",),
    ),
    Case("lang of the page", VOTE, swap('<html lang="fr"', '<html lang="en"'), ("lang",)),
    Case(
        "words said to be English", VOTE, resub(r"<h2([^>]*)>Par groupe", r'<h2\1 lang="en">Par groupe'), ("lang on <h2>",)
    ),
    Case(
        "number in a figure",
        VOTE,
        resub(r'(data-mark="label:bar:yes"[^>]*>)5<', r"\g<1>6<"),
        ("label of label:bar:yes", "6"),
    ),
    Case(
        "option in a figure",
        VOTE,
        resub(r'(data-mark="label:bar:yes"[^>]*>)Pour<', r"\1Contre<"),
        ("label of label:bar:yes",),
    ),
    Case(
        "length of a bar",
        VOTE,
        resub(r'( width=")[0-9.]+("[^>]*data-mark="bar:yes")', r"\g<1>20\2"),
        ("figure assembly/24_1.tally",),
    ),
    Case("description of a figure", VOTE, resub(r"(<desc[^>]*>)5 pour", r"\g<1>6 pour"), ("desc", "6 pour")),
    Case("title of a figure", VOTE, resub(r"(<title id[^>]*>[^<]*)adopté", r"\1non adopté"), ("title", "non adopté")),
    Case("a figure left out", VOTE, resub(r"<svg[^>]*data-figure.*?</svg>", ""), ("number of figures",)),
    Case(
        "place in the picture",
        VOTE,
        resub(r'(<text x=")[0-9.]+("[^>]*data-mark="label:bar:yes")', r"\g<1>-90\2"),
        ("place of",),
    ),
    Case("page left out", "fr/members/ALU/index.html", _gone, ("no file",)),
    Case("page too many", "fr/members/XYZ/index.html", _new, ("no file of this name",)),
    Case("search", "fr/search/search_index.json", swap("Tous les choix", "Aucun des choix"), ("text",)),
    Case("words of an explainer", EXPLAINER, swap("the", "no", 40), ("words",)),
    Case("number of an explainer", EXPLAINER, resub(r'(<data value="[^"]*"[^>]*>)[^<]+<', r"\g<1>77<"), ("77",)),
    Case("notice left out", EXPLAINER, resub(r'<p class="tl-notice[^>]*>.*?</p>', ""), ("notice",)),
    Case("explainer said to be French", EXPLAINER, resub(r"(<article[^>]*) lang=\"en\"", r"\1"), ("lang",)),
    Case("name of the site", "fr/index.html", swap("Neuf villes", "Dix villes", 99), ("Dix villes",)),
    Case("words against votes", "fr/members/BRU/index.html", resub(r"(<dd>|<td[^>]*>)", r"\1Faux "), ("Faux",)),
    Case("way to report an error", VOTE, swap("Signaler une erreur", "Tout est juste"), ("ways to mend",)),
    Case("letter of an option left in English", VOTE, resub(r'(<b aria-hidden="true">)P<', r"\1Y<"), ("Y",)),
    Case("words of the way to take a figure", VOTE, swap("Utiliser ce graphique", "Revoter"), ("Revoter",)),
    Case("the way to take another figure", VOTE, resub(r'(<p class="tl-use"><a href="[^"]*)blocks', r"\1tally"), ("use",)),
    Case(
        "a second notice",
        EXPLAINER,
        resub(r'(<p class="tl-notice)', r'<p class="tl-notice">Tout est faux.</p>\1'),
        ("notice",),
    ),
    Case(
        "a link in the notice",
        EXPLAINER,
        resub(r"(<p class=\"tl-notice[^>]*>)([^<]*)", r'\1<a href="../../">\2</a>'),
        ("notice",),
    ),
    Case(
        "words beside the way to report an error",
        VOTE,
        swap("</main>", '<p class="tl-report">Tout est faux.</p></main>'),
        ("ways",),
    ),
    Case(
        "words in the place of another language",
        VOTE,
        swap("</header>", '<p class="tl-language">Faux.</p></header>'),
        ("languages",),
    ),
    Case("what scripts say", VOTE, resub(r"(data-words=\"[^\"]*)Filtrer", r"\1Fausser"), ("words of scripts",)),
    Case(
        "linked data that nobody reads",
        VOTE,
        swap("</head>", '<script type="application/ld+json">{"a":1}</script></head>'),
        ("script",),
    ),
    Case(
        "another script",
        VOTE,
        resub(r'src="[^"]*tellers\.js"', 'src="../../../../assets/javascripts/archive.js"'),
        ("loads",),
    ),
    Case("words in a sign", VOTE, swap('<svg class="tl-mark" ', '<svg class="tl-mark" aria-label="Faux" '), ("sign",)),
    Case(
        "name of a member to compare",
        COMPARE,
        resub(r"(&#34;ALU&#34;&#44;&#34;)[^&]*", r"\1Bruma"),
        ("members, ALU", "Bruma"),
    ),
    Case("word of the comparison", COMPARE, resub(r"(&#34;yes&#34;&#58; &#34;)pour", r"\1contre"), ("word “yes”", "contre")),
    Case("map of another page", "fr/sitemap.xml", swap("assembly/24_1/", "assembly/24_9/"), ("24_9",)),
]
