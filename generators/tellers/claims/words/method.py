"""The text of the page on method."""

from __future__ import annotations

from tellers.claims.sentence import Free, Link, Sentence
from tellers.claims.words.catalogue import Words

Section = tuple[str, str, list[Sentence]]


def sections(words: Words) -> list[Section]:
    """Id, title and paragraphs of each section, in order."""
    s, t = words.say, words.text
    return [
        (
            "roll-call",
            t("Roll call"),
            [
                s(
                    "In a roll call, or recorded vote, each member's choice is written down. The roll is the list of these ballots; "
                    "the tally is how many there are of each kind. A motion is what is decided, a vote is one act of deciding it, "
                    "and a ballot is the choice of one member."
                ),
                s("A motion adopted without a vote has no roll: nobody asked for one. That is not the same as being unanimous."),
            ],
        ),
        (
            "abstain",
            t("To abstain"),
            [
                s(
                    "To abstain is a choice that is recorded. In the General Assembly a member that abstains counts as present but "
                    "not as voting ({rule}), so abstentions do not count when a majority is worked out. They can decide a result all "
                    "the same, because they make the base smaller.",
                    rule=Free(t("rules of procedure, rule 86")),
                )
            ],
        ),
        (
            "not-voting",
            t("Not voting"),
            [
                s(
                    "A member that is not voting cast no ballot at all. It may have been away, or in the room and silent, or not "
                    "allowed to vote. Sources mostly do not say which, so this site never calls it absent unless a source does."
                )
            ],
        ),
        (
            "no-record",
            t("No vote recorded"),
            [
                s(
                    "Some sources list only the members that cast a ballot. A member without a line there is shown as “no vote "
                    "recorded”: the source does not say what it did, and we do not fill it in."
                )
            ],
        ),
        (
            "present-and-voting",
            t("Present and voting, and what a share is of"),
            [
                s(
                    "“Present and voting” means members that voted yes or no. Three bases are in use, and each gives another "
                    "percentage for the same vote: all members; votes cast, abstentions included; and yes and no alone. Every share "
                    "on this site names its base."
                )
            ],
        ),
        (
            "threshold",
            t("How much is needed"),
            [
                s(
                    "The General Assembly decides important questions by two thirds of the members present and voting, others by a "
                    "simple majority ({article}). Which of the two applied is drawn and stated only where a source says so.",
                    article=Free(t("UN Charter, Article 18")),
                ),
                s(
                    "The Security Council needs {nine} votes in favour ({article}).",
                    nine=Free(t("nine")), article=Free(t("UN Charter, Article 27")),
                ),
            ],
        ),
        (
            "veto",
            t("What a veto does"),
            [
                s(
                    "In the Security Council a no of one of the {five} permanent members defeats a motion that is not procedural, "
                    "however many vote for it. An abstention of a permanent member does not. That is why a draft can have a large "
                    "majority and still not be adopted.",
                    five=Free(t("five")),
                )
            ],
        ),
        (
            "agreement",
            t("Agreement"),
            [
                s(
                    "Agreement between two members is the number of votes in which both cast the same ballot, out of the votes in which "
                    "both cast one (yes, no or abstain). The base is always printed. Few votes make a weak number."
                )
            ],
        ),
        (
            "standing",
            t("Majority, minority, alone"),
            [
                s(
                    "Archives count for each member and decade where it stood, in the votes of which every ballot is known. With the majority "
                    "means with the larger side of yes and no, with the minority with the smaller; abstentions are counted apart, for they "
                    "are on neither. Alone means that nobody else cast the same ballot. Cast no ballot is everything else of a member that "
                    "had a seat: away, silent, or without a line in the source."
                )
            ],
        ),
        (
            "positions",
            t("Maps of who voted alike"),
            [
                s(
                    "Each decade of an archive has a map on which members that voted alike lie close together. The square of the distance "
                    "between two members is the part of the votes on which they differed, of those in which both cast a ballot; an "
                    "abstention against a yes or no counts half, as in Lijphart's index of agreement ({lijphart}). Classical scaling "
                    "({torgerson}) finds the two axes on which these distances show most. An axis has no meaning of its own: it is read "
                    "from the members at its ends.",
                    lijphart=Free(t("American Political Science Review 57, 1963")),
                    torgerson=Free(t("Torgerson, Psychometrika 17, 1952")),
                ),
                s(
                    "Each place has its standard error, by the jackknife ({quenouille}): the votes of the decade are cut, in order of time, "
                    "into {parts} parts, and the map is worked out anew without each of them. Members that cast a ballot in fewer than "
                    "three fifths of the votes are left out, and so is an axis that hardly stands out from the next.",
                    quenouille=Free(t("Quenouille, Biometrika 43, 1956")), parts=Free(t("twenty")),
                ),
                s(
                    "A map of one decade cannot be laid upon that of another: the votes are others. The estimates of Bailey, Strezhnev and "
                    "Voeten ({bailey}), which follow members through time on one axis with another method, put members in nearly the "
                    "order of our first axis: for the members and years that we compared, the rank correlation is above {rank} in every "
                    "decade from the {first} to the {last}.",
                    bailey=Free(t("Journal of Conflict Resolution 61, 2017")), rank=Free(t("0.9")),
                    first=Free(t("1950s")), last=Free(t("2000s")),
                ),
            ],
        ),
        (
            "blocs",
            t("Blocs"),
            [
                s(
                    "A bloc is {five} members or more that in a decade on average cast the same ballot in at least four of five votes, of "
                    "those in which both cast one. They are found by average linkage ({sokal}): first the two members that differed least "
                    "are joined, then always the two groups whose members differed least on average. Where another line would be drawn, "
                    "other blocs would come out; four of five is our choice.",
                    five=Free(t("five")), sokal=Free(t("Sokal and Michener, University of Kansas Science Bulletin 38, 1958")),
                ),
                s(
                    "How sure a bloc is, is told by {halves} halves of the votes: the votes are cut, in order of time, into {parts} parts, and "
                    "halves of them are taken so that any two parts are taken together equally often (after McCarthy, {mccarthy}). A bloc is "
                    "found again in a half where a bloc comes out that has three quarters of the members of both in common with it "
                    "(after Hennig, {hennig}).",
                    halves=Free(t("thirty")), parts=Free(t("sixteen")),
                    mccarthy=Free(t("Review of the International Statistical Institute 37, 1969")),
                    hennig=Free(t("Computational Statistics and Data Analysis 52, 2007")),
                ),
            ],
        ),
        (
            "turns",
            t("Turning points"),
            [
                s(
                    "An archive names one member, and its page of turning points says for every other in which year its agreement with that "
                    "one changed most. Compared are the five years before with the five from that year on, where both have {votes} votes or "
                    "more in common, in {years} years or more. What the body votes on changes as well, and with it the agreement of "
                    "everybody: so the change of the median member is taken away, and a page never says that a member turned when all did.",
                    votes=Free(t("a hundred")), years=Free(t("three")),
                ),
                s(
                    "The standard error is by the jackknife, each of the ten years left out in turn. Listed are changes of more than three "
                    "standard errors. Because the year is the one of the largest change among many, the change looks somewhat larger than "
                    "it is. That a change is sure does not say why it came."
                ),
            ],
        ),
        (
            "checking",
            t("How the numbers are checked"),
            [
                s(
                    "Every number in a sentence, a table or a picture carries a claim: what is counted, in which vote. After the site is "
                    "built, a reader that shares no code with the part that wrote it opens the pages and counts again. What it found is "
                    "on the page {page}. What we know to be missing is on {gaps}.",
                    page=Link(t("Verification"), "/verification/"), gaps=Link(t("What we do not know"), "/gaps/"),
                )
            ],
        ),
    ]  # fmt: skip
