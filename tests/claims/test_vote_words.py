"""What is said of the votes of the nine towns, word by word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tellers.claims import Said, Sentence
from tellers.claims.words import Words, labels, votes
from tellers.model import Base, Content, Known, Month, Option, Outcome
from tellers.stats import Result, result_of

WORDS = Words()


def headline(result: Result) -> str:
    vote = result.vote
    return str(votes.result(WORDS, vote.outcome, vote.method, result.counts, bool(result.vetoes)))


def lead(result: Result) -> Sentence:
    vote = result.vote
    return votes.lead(
        WORDS, body=result.body.short, symbol=vote.name, day=vote.date, outcome=vote.outcome, method=vote.method,
        counts=result.counts,
        members=result.members, unstated=result.unstated, vetoed_by=[result.name(code) for code in result.vetoes],
    )  # fmt: skip


@pytest.mark.parametrize(("vote", "said"), [
    ("assembly/24_1", "Adopted 5–3, with 1 abstention"),
    ("assembly/24_2", "Not adopted 5–3, with no abstentions"),
    ("assembly/24_3", "Not adopted 4–4, with no abstentions"),
    ("assembly/25_1", "Adopted 9–0, with no abstentions"),
    ("assembly/25_2", "Adopted without a vote"),
    ("assembly/25_3", "Adopted 6–1, with 1 abstention"),
    ("assembly/25_3-amendment", "Not adopted 3–4, with 2 abstentions"),
    ("assembly/25_4", "Adopted 5–1, with 2 abstentions"),
    ("council/24_1", "Not adopted: vetoed 4–1, with no abstentions"),
    ("council/25_1", "Adopted 3–1, with 1 abstention"),
])  # fmt: skip
def test_the_result_in_a_few_words(vote: str, said: str, tiny: Content) -> None:
    assert headline(result_of(tiny, vote)) == said


@pytest.mark.parametrize(("vote", "said"), [
    ("assembly/24_1", "On 12 March 2024 the Assembly adopted N/24/1: 5 votes in favour, 3 against, with 1 abstention."),
    (
        "assembly/24_2",
        "On 10 September 2024 the Assembly did not adopt N/24/2: 5 votes in favour, 3 against, with no abstentions; "
        "1 of 9 members did not vote.",
    ),
    (
        "assembly/24_3",
        "On 5 November 2024 the Assembly did not adopt N/24/3: 4 votes in favour, 4 against, with no abstentions; "
        "1 of 9 members was absent.",
    ),
    ("assembly/25_2", "On 4 March 2025 the Assembly adopted N/25/2 without a vote."),
    (
        "assembly/25_3",
        "On 6 May 2025 the Assembly adopted N/25/3: 6 votes in favour, 1 against, with 1 abstention; "
        "1 of 9 members has no vote recorded in this source.",
    ),
    (
        "assembly/25_4",
        "On 3 June 2025 the Assembly adopted N/25/4: 5 votes in favour, 1 against, with 2 abstentions; "
        "the stated totals leave 1 of 9 members unaccounted for.",
    ),
    (
        "council/24_1",
        "On 1 October 2024 the Council did not adopt C/24/1, which Nordby vetoed: "
        "4 votes in favour, 1 against, with no abstentions.",
    ),
])  # fmt: skip
def test_the_lead_in_one_sentence(vote: str, said: str, tiny: Content) -> None:
    assert str(lead(result_of(tiny, vote))) == said


def test_every_number_of_a_lead_is_a_claim_of_its_own_vote(tiny: Content) -> None:
    for vote in tiny.votes:
        result = result_of(tiny, vote)
        said = [part for part in lead(result).parts if isinstance(part, Said)]
        assert all(dict(part.claim.of)["vote"] == vote for part in said)
        assert all(part.text == str(part.claim.value) for part in said)


def test_nobody_is_called_absent_unless_the_source_says_so(tiny: Content) -> None:
    for vote, absent in (("assembly/24_2", False), ("assembly/24_3", True), ("assembly/25_3", False)):
        assert ("absent" in str(lead(result_of(tiny, vote)))) == absent
    silent = [option for option in Option if option not in (Option.ABSENT,)]
    for option in silent:
        assert "absent" not in labels.option(WORDS, option).lower()
        assert "absent" not in labels.did(WORDS, option).lower()


def test_what_a_member_did(tiny: Content) -> None:
    result = result_of(tiny, "assembly/24_1")
    ballot = result.ballot("OST")
    sentence = votes.ballot(WORDS, result.name("OST"), ballot, Option.ABSTAIN)
    assert str(sentence) == "Ostmill abstained"
    assert [part.claim for part in sentence.parts if isinstance(part, Said)] == [ballot]


@pytest.mark.parametrize("name", [labels.option, labels.letter, labels.did])
def test_options_never_share_a_word(name: object) -> None:
    said = [name(WORDS, option) for option in Option]  # type: ignore[operator]
    assert len(set(said)) == len(said)
    assert all(said)


def test_every_outcome_base_and_degree_of_knowledge_has_its_words() -> None:
    assert [labels.outcome(WORDS, outcome) for outcome in Outcome] == ["Adopted", "Not adopted", "Outcome unknown"]
    assert labels.outcome(WORDS, Outcome.NOT_ADOPTED, vetoed=True) == "Not adopted: vetoed"
    assert len({labels.base(WORDS, base) for base in Base}) == len(Base)
    assert len({labels.known(WORDS, known) for known in Known}) == len(Known)


def test_a_vote_of_which_only_the_outcome_is_known(flagship: Content) -> None:
    vote = next(vote for vote in flagship.votes.values() if vote.known is Known.OUTCOME)
    assert headline(result_of(flagship, vote.id)) in ("Adopted", "Not adopted")
    assert str(lead(result_of(flagship, vote.id))).endswith("the number of votes is not known.")


def test_needed_names_its_rule(tiny: Content) -> None:
    result = result_of(tiny, "assembly/24_2")
    assert result.needed is not None
    assert result.rule is not None
    said = votes.threshold(WORDS, rule=result.rule.name, needed=result.needed, text=result.rule.text)
    assert str(said) == (
        "Needed: 6 yes votes (two thirds of the members voting yes or no; Charter of the Nine Towns, Article 7(2))."
    )


def test_an_unknown_outcome_is_not_made_one(tiny: Content) -> None:
    result = result_of(tiny, "assembly/24_1")
    vote = result.vote.model_copy(update={"outcome": Outcome.UNKNOWN})
    assert str(votes.result(WORDS, vote.outcome, vote.method, result.counts, False)) == "Voted 5–3, with 1 abstention"
    assert str(votes.result(WORDS, vote.outcome, vote.method, {}, False)) == "Outcome unknown"
    assert str(lead(replace(result, vote=vote))).startswith("On 12 March 2024 the Assembly voted on ")


def test_a_month_is_said_as_a_month(tiny: Content) -> None:
    result = result_of(tiny, "assembly/24_1")
    vote = result.vote.model_copy(update={"date": Month(1971, 10, 1)})
    assert str(lead(replace(result, vote=vote))).startswith("In October 1971 the Assembly adopted ")
    assert (WORDS.day(vote.date), WORDS.short_day(vote.date), str(vote.date)) == ("October 1971", "Oct 1971", "1971-10")


def test_a_number_that_is_known_alone_is_said(flagship: Content) -> None:
    said = str(lead(result_of(flagship, "un-sc/2774-amendment-eu-2")))
    assert said.endswith("which Russia vetoed: 9 votes in favour; the stated totals leave 6 of 15 members unaccounted for.")
