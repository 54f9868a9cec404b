"""Words of pages: prose, quotes, terms, sources, corrections and gaps, and words smuggled in."""

# ruff: noqa: E501  a sabotage a row

from __future__ import annotations

from tests.sabotage.tools import Case, Edit, both, exchange, heard, inside, resub, swap

VOTE = "votes/assembly/25_3/index.html"
EXPLAINER = "explainers/how-to-read-this-site/index.html"
ANSWER = "quotes/odell-2025-05-06-answer/index.html"
WOOD = "quotes/odland-2025-05-06-wood/index.html"
SPEAKER = "speakers/asa-odell/index.html"
SOURCES = "sources/index.html"
GAPS = "gaps/index.html"
METHOD = "method/index.html"
VERIFICATION = "verification/index.html"


def after_lead(text: str) -> Edit:
    """More words, behind the lead."""
    return resub(r'(<p class="tl-lead".*?</p>)', rf"\1{text}")


def in_quote(edit: Edit) -> Edit:
    return inside("<blockquote.*?</blockquote>", edit)


CASES = [
    Case("most countries", VOTE, after_lead("<p>Most countries were in favour.</p>"), ("Most countries",)),
    Case("unanimous", "votes/assembly/25_1/index.html", after_lead("<p>The vote was unanimous.</p>"), ("unanimous",)),
    Case("the first time", "series/bridge/index.html", after_lead("<p>It was the first time that a bridge was adopted.</p>"), ("first time",)),
    Case("a majority of another kind", EXPLAINER, resub("Some motions are adopted", "By an overwhelming majority some motions are adopted"), ("overwhelming majority",)),
    Case("no plain majority word, and yet one", VOTE, after_lead("<p>Nearly everybody said yes, and hardly anyone said no.</p>"), ("Nearly everybody",)),
    Case("a number as a word", EXPLAINER, resub("the towns, the people", "the nine towns, the people"), ("nine",)),
    Case("a share typed", VOTE, after_lead("<p>That is 67 % of the towns.</p>"), ("67",)),
    Case("a share in words", VOTE, after_lead("<p>Two thirds of the towns said yes.</p>"), ("Two thirds",)),
    Case("twice as many", VOTE, after_lead("<p>Twice as many as in the year before, a dozen in all.</p>"), ("Twice",)),
    Case("Roman and circled numbers", VOTE, after_lead("<p>Towns in favour: ⑨, against: Ⅻ.</p>"), ("⑨",)),
    Case("a number of another script", VOTE, after_lead("<p>Towns in favour: ٩.</p>"), ("٩",)),
    Case("a number put together of pieces", VOTE, after_lead("<p>Towns in favour: <b>n</b>ine.</p>"), ("nine",)),
    Case("a number declared free that is a tally", VOTE, after_lead('<p data-free="">The Assembly adopted it by 9 votes to 0.</p>'), ("9 votes to 0",)),
    Case("an opinion declared free", VOTE, after_lead("<p data-free>A shameful day for the towns, said the editors.</p>"), ("A shameful day",)),
    Case("an opinion", VOTE, after_lead("<p>A shameful day for the towns.</p>"), ("A shameful day",)),
    Case("a paragraph in the page's foot", VOTE, resub(r"(</article>)", r"<p>All ballots were bought.</p>\1"), ("All ballots were bought.",)),
    Case("words outside the article", VOTE, resub(r"(<footer class=\"md-footer)", r"<p>All ballots were bought.</p>\1"), ("All ballots were bought.",)),
    Case("a banner over the page", VOTE, resub(r'(<div data-md-component="announce">)', r"\1Fake news: ballots were bought."), ("ballots were bought",)),
    Case("a name of the site", VOTE, inside('<a href="[^"]*" class="tl-brand".*?</a>', swap("Nine Towns, an invented example", "Ten Towns, a true story")), ("Ten Towns, a true story",)),
    Case("a licence in the foot", VOTE, inside('<div class="md-copyright">.*?</div>', swap("are in the public domain (CC0)", "are ours, all rights reserved")), ("all rights reserved",)),
    Case("text for browsers without script", VOTE, after_lead("<noscript><p>The motion was rejected.</p></noscript>"), ("noscript",)),
    Case("text in a template", VOTE, after_lead("<template><p>The motion was rejected.</p></template>"), ("template",)),
    Case("text in a frame", VOTE, after_lead('<iframe srcdoc="The motion was rejected."></iframe>'), ("iframe",)),
    Case("text in a title that shows on touch", VOTE, swap('<p class="tl-motion">', '<p class="tl-motion" title="Rejected by 9 votes to 0">'), ("Rejected by 9 votes to 0",)),
    Case("text for readers of screens alone", VOTE, swap('<p class="tl-motion">', '<p class="tl-motion" aria-label="Rejected by 9 votes to 0">'), ("Rejected by 9 votes to 0",)),
    Case("text in an input", VOTE, after_lead('<input value="Rejected by 9 votes to 0" disabled>'), ("input",)),
    Case("text in a list marker", VOTE, after_lead('<ol start="65"><li>towns</li></ol>'), ("65",)),
    Case("a comment that becomes visible", VOTE, after_lead("<!--><p>Rejected.</p><!-- -->"), ("Rejected",)),
    Case("a picture from elsewhere", VOTE, after_lead('<img src="https://pictures.example/9.png" alt="">'), ("pictures.example",)),
    Case("a picture of another figure", VOTE, after_lead('<img src="../../../figures/assembly/25_1.tally.png" alt="N/25/3: adopted 6–1">'), ("25_1",)),
    Case("struck out", VOTE, resub(r'<p class="tl-motion">(.*?)</p>', r'<p class="tl-motion"><s>\1</s></p>'), ("The bridge at Lower Weir",)),
    Case("a term that means its opposite", VOTE, inside('<div class="tl-terms">.*?</div>', swap("not as voting", "as voting")), ("as voting",)),
    Case("a term of the method", METHOD, swap("a choice that is recorded", "the same as being absent"), ("the same as being absent",)),
    Case("a number of the method", METHOD, swap("<span data-free>nine</span>", "<span data-free>eight</span>"), ("eight",)),
    Case("a base of the method", METHOD, resub("out of the votes in which both cast one", "out of all votes"), ("out of all votes",)),
    Case("a paragraph of an explainer left out", EXPLAINER, resub(r"<p>Where a source states a total.*?</p>", ""), ("Whereasourcestates",)),
    Case("one word of an explainer", EXPLAINER, swap("Everything on this site is invented", "Everything on this site is true"), ("is true",)),
    Case("a heading of an explainer", EXPLAINER, swap(">When sources disagree<", ">When sources lie<"), ("When sources lie",)),
    Case("a day of an explainer", EXPLAINER, heard('value="2025-09-01" data-claim="date record=explainers', 'value="2025-09-02" data-claim="date record=explainers'), ("2025-09-02", "2025-09-01")),
    Case("a summary of an explainer on the front page", "index.html", inside('<div class="tl-hero">.*?</div>', swap("and how each number", "and why no number")), ("and why no number",)),
    Case("another explainer's title on the front page", "index.html", inside('<div class="tl-hero">.*?</div>', swap("How to read this site", "How to doubt this site")), ("How to doubt this site",)),
    Case("a quote with one word another", ANSWER, in_quote(swap("a year", "a day")), ("a day", "a year")),
    Case("a quote with straight marks", ANSWER, in_quote(both(swap("“", '"'), swap("”", '"'))), ("“",)),
    Case("a dash made a hyphen and dots", ANSWER, in_quote(swap("…", "...")), ("...", "…")),
    Case("a quote cut", ANSWER, in_quote(resub(r" … and today six towns gave it(?:&#44;|,)", "")), ("six towns gave it",)),
    Case("a quote longer than its marks", ANSWER, in_quote(resub(r"</span>”", "</span> and it was wrong”")), ("and it was wrong",)),
    Case("words behind a quote", ANSWER, in_quote(resub(r"”</p>", "”</p><p>She was laughing.</p>")), ("She was laughing.",)),
    Case("another speaker of a quote", ANSWER, in_quote(swap("Ása O’Dell", "Jörg Ödland")), ("Jörg Ödland", "Ása O’Dell")),
    Case("another office of a speaker", ANSWER, in_quote(swap("Mayor", "Queen")), ("Queen", "Mayor")),
    Case("another day of a quote", ANSWER, in_quote(swap(">6 May 2025<", ">7 May 2025<")), ("7 May 2025", "6 May 2025")),
    Case("another paper", ANSWER, in_quote(swap("The Weir Evening Post", "The Weir Morning Post")), ("The Weir Morning Post",)),
    Case("another place of a paper", ANSWER, in_quote(heard("weir-evening-post.example", "weir-morning-post.example")), ("weir-morning-post.example", "weir-evening-post.example")),
    Case("another language of a quote", WOOD, in_quote(swap('lang="en"', 'lang="de"')), ("de", "en")),
    Case("a context that the record does not have", ANSWER, in_quote(swap("after the vote", "before the vote")), ("before the vote",)),
    Case("a name with a straight apostrophe", SPEAKER, inside("<h1.*?</h1>", swap("O’Dell", "O'Dell")), ("O'Dell",)),
    Case("where the words stand, with other words around", ANSWER, inside('<p class="tl-anchor".*?</p>', swap("will be built", "will not be built")), ("notbebuilt",)),
    Case("where the words stand, with other words marked", ANSWER, inside("<mark>.*?</mark>", swap("a year", "a day")), ("aday", "ayear")),
    Case("where the words stand, by number", ANSWER, swap("<span data-free>68</span>", "<span data-free>86</span>"), ("86", "68")),
    Case("the address of the words", ANSWER, resub(r"We(%20|&#37;20)have", r"They\1have"), ("They",)),
    Case("an office of a speaker", SPEAKER, inside('<ul class="tl-roles">.*?</ul>', swap("Mayor", "Deputy mayor")), ("Deputy mayor", "Mayor")),
    Case("an official of another member", SPEAKER, inside('<p class="tl-meta">Official of.*?</p>', both(swap("HAY", "BRU"), heard("Haye's Landing", "Brückstein"))), ("Brückstein", "Haye's Landing")),
    Case("a note on a speaker", SPEAKER, swap("An invented person", "A real person"), ("A real person",)),
    Case("titles of two sources exchanged", SOURCES, both(swap("Minutes of 2024", "\1"), swap("Minutes of 2025", "Minutes of 2024"), swap("\1", "Minutes of 2025")), ("minutes/2025", "minutes/2024")),
    Case("a source that is not weak any more", SOURCES, resub(r"<em>A weak source.*?</em> ?", ""), ("weak",)),
    Case("a publisher", SOURCES, swap("<b>The Weir Evening Post</b>", "<b>The Weir Gazette</b>"), ("The Weir Gazette",)),
    Case("a source left out", SOURCES, resub(r'<li id="minutes(?:-|&#45;)2025">.*?</li>', ""), ("minutes-2025",)),
    Case("a source of a vote left out", VOTE, inside('<ul class="tl-sources">.*?</ul>', resub(r"<li><b>The Weir Evening Post.*?</li>", "")), ("The Weir Evening Post",)),
    Case("the day on which a source was read", VOTE, inside('<ul class="tl-sources">.*?</ul>', swap(">1 September 2025<", ">1 October 2025<")), ("1 October 2025", "2025-09-01")),
    Case("a correction turned round", "corrections/index.html", exchange("<span data-free>unknown</span>", "<span data-free>1</span>"), ("unknown",)),
    Case("no corrections", "corrections/index.html", inside("<article.*?</article>", resub(r"<li><a.*?</li>", "")), ("the stated number of “Not voting”",)),
    Case("the reason of a correction", "corrections/index.html", swap("had been overlooked", "had been hidden"), ("had been hidden",)),
    Case("a gap closed", GAPS, resub(r"<li><span data-free>Who voted how on market days.*?</li>", ""), ("market days",)),
    Case("a gap looked for elsewhere", GAPS, swap("One newspaper&#59; the minutes", "All newspapers&#59; the minutes"), ("All newspapers",)),
    Case("a discrepancy of other numbers", GAPS, swap("<span data-free>2</span> stated", "<span data-free>3</span> stated"), ("2 stated",)),
    Case("a discrepancy that nobody signed", GAPS, resub(r" Signed <data.*?</data>", ""), ("Signed",)),
    Case("what could not be checked, left out", VERIFICATION, resub(r'<h2 id="what-we-could-not-check">.*?</ul>', ""), ("What we could not check",)),
    Case("more figures than there are", VERIFICATION, resub(r'<data value="\d+"( data-claim="count of(?:=|&#61;)figures site(?:=|&#61;)all">)\d+<', r'<data value="184"\g<1>184<'), ("184",)),
    Case("a promise that is not kept", VERIFICATION, after_lead("<p>Checked: 6,412 marks in 184 figures, by the Court of Auditors.</p>"), ("6,412",)),
    Case("a related vote of another outcome", VOTE, inside('<ul class="tl-related">.*?</ul>', swap("Not adopted", "Adopted")), ("adopted", "not adopted")),
    Case("a vote of the same day left out", VOTE, inside('<ul class="tl-related">.*?</ul>', resub("<li>On the same day.*?</li>", "")), ("related votes", "25_3-amendment")),
    Case("a vote said to be of another day", VOTE, inside('<ul class="tl-related">.*?</ul>', swap("On the same day&#44; ", "")), ("same day", "25_3-amendment")),
    Case("terms of a vote's files that ask for less", VOTE, inside('<p class="tl-meta tl-licence".*?</p>', resub("Sources.*?(?=Words)", "")), ("licence line", "names")),
    Case("no terms below a vote's files", VOTE, resub('<p class="tl-meta tl-licence".*?</p>', ""), ("licence lines", "0", "1")),
    Case("feeds of members in another order", "feeds/index.html", resub(r'(<h2 id="members">.*?<tbody>)(<tr>.*?</tr>)(<tr>.*?</tr>)', r"\1\3\2"), ("order of members",)),
    Case("an abstention made two", "votes/index.html", resub(r"(>1</data> abstention)(<)", r"\1s\2"), ("abstentions",)),
    Case("a question of a series", "series/bridge/index.html", inside('<p class="tl-lead".*?</p>', swap("want a bridge", "need a bridge")), ("need a bridge",)),
    Case("data dictionary: a field left out", "data/index.html", resub(r"<tr><th[^>]*><code>threshold</code></th><td[^>]*>How much is needed.*?</tr>", ""), ("data dictionary", "0 times", "threshold")),
    Case("data dictionary: other words", "data/index.html", swap("Title of the motion", "Title of the law"), ("data dictionary", "Title of the law")),
    Case("data dictionary: a number", "data/index.html", resub(r"SHA(&#45;|-)256", "SHA-257"), ("data dictionary", "257")),
]  # fmt: skip
