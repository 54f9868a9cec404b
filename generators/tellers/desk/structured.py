"""What pages say to machines: schema.org's Dataset, Article, Quotation and ImageObject, with licence and credit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tellers.desk import Desk, Picture
from tellers.desk.said import address, changed, lead
from tellers.desk.terms import licence_line, mentioned, sources_of, terms_of
from tellers.desk.works import Work, explainer_work, series_work, subject_key, vote_work
from tellers.model import ORDER, Quote, Source

Json = Mapping[str, object]
_MEDIA = {"csv": "text/csv", "json": "application/json"}


def vote_dataset(desk: Desk, id: str) -> Json:
    """A vote as a Dataset: its totals as variables, its roll and record as downloads."""
    result = desk.results[id]
    names = ["roll.csv"] if result.roll is not None else []
    counts = [
        {"@type": "PropertyValue", "name": str(option), "value": result.tally[option]}
        for option in ORDER
        if option in result.tally.counts
    ]
    return {
        **_dataset(desk, vote_work(desk, id), str(lead(desk.words, result)), [*names, "vote.json", "datapackage.json"]),
        "datePublished": result.vote.published.isoformat(),
        "temporalCoverage": result.vote.date.isoformat(),
        "variableMeasured": counts,
    }


def series_dataset(desk: Desk, id: str) -> Json:
    """A series as a Dataset of its votes."""
    series = desk.content.series[id]
    days = sorted(desk.content.votes[vote].date.isoformat() for vote in series.votes)
    names = ["votes.csv", "totals.csv", "ballots.csv", "data.json", "datapackage.json"]
    return {
        **_dataset(desk, series_work(desk, id), series.question, names),
        "datePublished": series.published.isoformat(),
        "temporalCoverage": f"{days[0]}/{days[-1]}",
        "hasPart": [{"@type": "Dataset", "url": address(desk.content, f"/votes/{vote}/")} for vote in series.votes],
    }


def article(desk: Desk, id: str) -> Json:
    """An explainer as an Article that rests on the votes it names."""
    explainer, content = desk.content.explainers[id], desk.content
    votes = [key for key in mentioned(content, id) if key.startswith("votes/")]
    work = explainer_work(desk, id)
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": explainer.title,
        "description": explainer.summary,
        "datePublished": explainer.date.isoformat(),
        "author": _publisher(desk),
        "license": _licence(content.site.licence),
        "isBasedOn": [address(content, f"/{key}/") for key in votes],
        **_said(desk, work),
    }


def quotation(desk: Desk, quote: Quote) -> Json:
    """A quote as a Quotation: exact words, who said them, when, and where they were read."""
    content = desk.content
    return {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "text": quote.text,
        "inLanguage": quote.language,
        "dateCreated": quote.date.isoformat(),
        "creator": {"@type": "Person", "name": content.speakers[quote.speaker].name},
        "url": address(content, f"/quotes/{quote.id}/"),
        "isBasedOn": [_source(content.sources[quote.anchor.source])],
        "about": [address(content, f"/votes/{vote}/") for vote in quote.about],
        "creditText": licence_line(content, desk.words, f"quotes/{quote.id}"),
    }


def with_images(desk: Desk, said: Json, title: str, path: str, figures: Iterable[str]) -> Json:
    """The same with an ImageObject for each figure that the page shows; a page that says nothing else is a WebPage."""
    images = [_image(desk, desk.pictures[figure]) for figure in figures]
    if not images:
        return said
    page = {"@context": "https://schema.org", "@type": "WebPage", "name": title, "url": address(desk.content, path)}
    return {**(said or page), "image": images}


def _image(desk: Desk, picture: Picture) -> Json:
    """A figure with its alternative text; its words and drawing are ours, its data has the terms of its sources."""
    content = desk.content
    return {
        "@type": "ImageObject",
        "contentUrl": address(content, f"/figures/{picture.figure}.png"),
        "encodingFormat": "image/png",
        "name": picture.title,
        "caption": picture.alt,
        "creator": _publisher(desk),
        "creditText": picture.source,
        "copyrightNotice": licence_line(content, desk.words, subject_key(desk, picture.figure)),
        "license": _licence(content.site.licence),
    }


def _dataset(desk: Desk, work: Work, description: str, names: Sequence[str]) -> Json:
    """What every Dataset says: name, terms, where it was read, and its files."""
    content = desk.content
    sources = [content.sources[id] for id in sources_of(content, work.key)]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": str(work.title),
        "description": description,
        "isAccessibleForFree": True,
        "creator": _publisher(desk),
        "license": [_terms(licence) for licence in dict.fromkeys(licence for _, licence in terms_of(sources).credits)],
        "isBasedOn": [_source(source) for source in sources],
        "distribution": [_download(f"{work.address}{name}") for name in names],
        **_said(desk, work),
    }


def _said(desk: Desk, work: Work) -> Json:
    return {
        "url": work.address,
        "dateModified": changed(desk.content, work.key).isoformat(),
        "publisher": _publisher(desk),
        "creditText": work.terms,
        "citation": f"{work.citation(desk)} {work.address}",
    }


def _publisher(desk: Desk) -> Json:
    return {"@type": "Organization", "name": desk.content.site.publisher, "url": desk.content.site.address}


def _source(source: Source) -> Json:
    """A source; what is not known of it is left out."""
    said = {"@type": "CreativeWork", "name": source.publisher if source.title == "unknown" else source.title}
    address_ = {} if source.address == "unknown" else {"url": source.address}
    return {**said, **address_, "publisher": {"@type": "Organization", "name": source.publisher}}


def _download(address_: str) -> Json:
    return {"@type": "DataDownload", "contentUrl": address_, "encodingFormat": _MEDIA[address_.rpartition(".")[2]]}


def _terms(licence: str) -> Json:
    """Terms by their name; those of SPDX's list with their text."""
    named = {"@type": "CreativeWork", "name": licence}
    return named if licence.startswith("LicenseRef-") else {**named, "url": _licence(licence)}


def _licence(licence: str) -> str:
    """Where the text of a licence of SPDX's list stands; terms that are not on it have a name alone."""
    return licence if licence.startswith("LicenseRef-") else f"https://spdx.org/licenses/{licence}.html"
