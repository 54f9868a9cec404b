"""Feeds: entries with other words, numbers, days, ids, pictures or terms; entries and feeds left out."""

from __future__ import annotations

from tests.sabotage.tools import Case, exchange, in_json, resub, same, swap


def _drop(said: dict) -> None:  # type: ignore[type-arg]
    said["items"].pop(2)


def _more(said: dict) -> None:  # type: ignore[type-arg]
    said["items"][0]["_tellers"]["numbers"]["Yes"] += 1


def _uncorrected(said: dict) -> None:  # type: ignore[type-arg]
    said["items"][0]["_tellers"]["corrections"] = []


CASES = [
    Case("Atom title number", "feeds/all.atom.xml", swap("Not adopted 5–3", "Not adopted 4–3"), ("title", "4", "5")),
    Case("Atom updated", "feeds/bodies/assembly.atom.xml",
         resub(r"(<entry>.*?<updated>)2025-10-01", r"\g<1>2025-10-02"), ("updated", "2025-10-02", "2025-10-01")),
    Case("Atom feed updated", "feeds/series/bridge.atom.xml",
         resub(r"<updated>2025-09-01", "<updated>2025-09-09"), ("feed updated", "2025-09-09")),
    Case("Atom id", "feeds/bodies/council.atom.xml",
         swap(":votes/council/25_1</id>", ":votes/council/25_2</id>"), ("ids of entries", "25_2")),
    Case("Atom entry dropped", "feeds/members/ALU.atom.xml", resub(r"<entry>.*?</entry>\n", ""), ("ids of entries", "24_2")),
    Case("Atom entries exchanged", "feeds/members/BRU.atom.xml",
         exchange("votes/assembly/25_3</id>", "votes/assembly/24_1</id>"), ("ids of entries",)),
    Case("Atom enclosure length", "feeds/members/LOW.atom.xml",
         resub(r'length="\d+"', 'length="12345"'), ("bytes of the picture", "12345")),
    Case("Atom enclosure of another vote", "feeds/members/OST.atom.xml",
         exchange("assembly/25_3.card", "assembly/24_1.card"), ("picture", "24_1", "25_3")),
    Case("Atom alternative text", "feeds/members/ON.atom.xml",
         resub(r'(title="Card[^"]*?)\d yes', r"\g<1>8 yes"), ("alternative text", "8 yes")),
    Case("Atom rights left out", "feeds/members/NA.atom.xml",
         resub(r"<rights>[^<]*", "<rights>"), ("licence line", "Minutes")),
    Case("Atom licence line in the text", "feeds/members/NO.atom.xml",
         resub(r"(&lt;small&gt;)Sources: [^.]*\. ", r"\1"), ("licence line", "Evening Post")),
    Case("Atom ballot of the member", "feeds/members/PEL.atom.xml",
         resub(r"(<entry>.*?<title>\w+) (?:voted yes|voted no|abstained)", r"\1 was absent"), ("ballot of PEL",)),
    Case("RSS number", "feeds/all.rss.xml", swap("&lt;li&gt;Yes: 5", "&lt;li&gt;Yes: 6"), ("numbers", "'Yes': '6'")),
    Case("RSS lead", "feeds/bodies/assembly.rss.xml",
         swap("6 votes in favour, 1 against", "6 votes in favour, 2 against", 9), ("lead", "2", "1")),
    Case("RSS day", "feeds/series/bridge.rss.xml",
         resub(r"(<item>.*?<pubDate>)Mon, 01 Sep", r"\1Tue, 02 Sep"), ("updated", "2025-09-02")),
    Case("RSS day of the week", "feeds/members/HAY.rss.xml",
         resub(r"(<item>.*?<pubDate>)\w{3}", r"\1Sat"), ("is no day",)),
    Case("RSS media size", "feeds/bodies/council.rss.xml",
         resub(r'((?:length|fileSize)=")\d+', r"\g<1>999", 2), ("bytes of the picture", "999")),
    Case("RSS media height", "feeds/members/ALU.rss.xml", swap('height="630"', 'height="640"'), ("pixels", "640", "630")),
    Case("RSS correction moved behind", "feeds/members/BRU.rss.xml",
         resub(r"(&lt;p&gt;&lt;strong&gt;.*?&lt;/p&gt;)(&lt;p&gt;.*?&lt;/p&gt;)", r"\2\1"), ("beginning", "Corrected")),
    Case("RSS publisher", "feeds/members/LOW.rss.xml", swap("Read in: Assembly", "Read in: Coast"), ("publishers", "Coast")),
    Case("RSS summary", "feeds/members/NA.rss.xml",
         resub(r"(<description>[^<]*?)(\d) votes in favour", r"\g<1>9 votes in favour", 2), ("summary", "9 votes")),
    Case("RSS link to another vote", "feeds/members/QUI.rss.xml",
         resub(r"(<item>.*?<link>[^<]*)25_3/", r"\g<1>25_1/"), ("address", "25_1", "25_3")),
    Case("JSON number", "feeds/all.json", in_json(_more), ("numbers as data", "6", "5")),
    Case("JSON entry dropped", "feeds/bodies/assembly.json", in_json(_drop), ("ids of entries",)),
    Case("JSON correction dropped", "feeds/members/ALU.json", in_json(_uncorrected), ("corrections as data", "Corrected")),
    Case("JSON published", "feeds/series/bridge.json",
         swap('published": "2025-09', 'published": "2024-09'), ("published", "2024", "2025")),
    Case("JSON author", "feeds/members/QUI.json", swap("The Nine Towns Example", "Somebody"), ("feed author", "Somebody")),
    Case("JSON language", "feeds/members/HAY.json", swap('"en-GB"', '"fr"'), ("feed language", "fr", "en-GB")),
    Case("RSS language", "feeds/members/OST.rss.xml", swap(">en-GB<", ">de<"), ("feed language", "de", "en-GB")),
    Case("Atom language", "feeds/members/HAY.atom.xml", swap('"en-GB"', '"en-US"'), ("feed language", "en-US", "en-GB")),
    Case("JSON version", "feeds/members/NA.json", swap("version/1.1", "version/9"), ("version/9",)),
    Case("correction: other value", "feeds/corrections.json", swap("is “1”", "is “2”", 9), ("lead", "“2”", "“1”")),
    Case("correction: other record", "feeds/corrections.atom.xml",
         swap("Corrected: N/24/2", "Corrected: N/24/3"), ("title", "N/24/3", "N/24/2")),
    Case("feed of another member", "feeds/members/OST.json", same, ("feed title",), copy_of="feeds/members/ALU.json"),
    Case("discovery of another feed", "bodies/council/index.html",
         swap("feeds/bodies/council.atom.xml", "feeds/bodies/assembly.atom.xml"), ("link to feeds/bodies/",)),
    Case("discovery left out", "members/ALU/index.html",
         resub(r'<link rel="alternate feed"[^>]*feeds/all.json">', ""), ("link to feeds/all.json", "None")),
    Case("page of feeds: a member left out", "feeds/index.html",
         resub(r'<tr><th scope="row"><a href="[^"]*PEL[^"]*">Pellmouth</a></th>.*?</tr>', ""), ("number of feeds",)),
    Case("page of feeds: another feed", "feeds/index.html", swap("members&#47;PEL&#46;json", "members&#47;QUI&#46;json"),
         ("row of", "PEL")),
]  # fmt: skip
