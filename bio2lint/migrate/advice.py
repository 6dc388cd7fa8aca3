"""What is left to a person, in words: one function for each reason, with its message and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import wording
from bio2lint.finding import Text
from bio2lint.report.safe import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.norm import Norm

    Advice = tuple[Text, Text]

_LONGEST_SHOWN = 40


def unimplemented(number: str, before: Iterable[str], new: Norm) -> Advice:
    """Return the advice on a number of the new edition that nothing implements yet.

    `before` are the numbers of the old edition that its measure had.
    """
    title, was = new.title(number), _listed(before)
    return (
        Text(
            nl=f"{number} is nieuw in editie {new.edition}"
            + (f" (eerder {was.nl})" if was.nl else "")
            + f" en wordt nog door niets ingevuld: {title.nl}.",
            en=f"{number} is new in edition {new.edition}"
            + (f" ({was.en} before)" if was.en else "")
            + f" and nothing implements it yet: {title.en}.",
        ),
        Text(
            nl=f"Noem {number} bij `implements` van een beheersmaatregel, of leg een besluit over "
            "een uitzondering vast.",
            en=f"Name {number} under `implements` of a control, or record a decided exception.",
        ),
    )


def withdrawn(number: str, new: Norm) -> Advice:
    """Return the advice on a number that the new edition no longer has a measure for."""
    measure = new.measures.get(number)
    covered = measure.covered_by if measure else ()
    others = _listed(covered)
    return (
        Text(
            nl=f"{number} is vervallen in editie {new.edition}"
            + (f"; de inhoud staat bij {others.nl}." if covered else "."),
            en=f"{number} is withdrawn in edition {new.edition}"
            + (f"; its content is in {others.en}." if covered else "."),
        ),
        Text(
            nl=(
                f"Noem hier {others.nl} als dat is wat u doet; haal het nummer hier anders weg."
                if covered
                else "Haal het nummer hier weg."
            )
            + " Een maatregel die u om een andere reden houdt, krijgt die reden bij `basis`.",
            en=(
                f"Name {others.en} here if that is what you do; else remove the number here."
                if covered
                else "Remove the number here."
            )
            + " A control that you keep for another reason states it under `basis`.",
        ),
    )


def dropped(number: str) -> Advice:
    """Return the advice on an old number that the list calls withdrawn."""
    return (
        Text(
            nl=f"{number} is volgens de lijst vervallen; er komt geen nummer voor in de plaats.",
            en=f"{number} is withdrawn by the list; no number takes its place.",
        ),
        Text(
            nl="Haal het nummer hier weg, of noem de maatregel van de BIO2 die u ermee invult.",
            en="Remove the number here, or name the measure of BIO2 that it implements.",
        ),
    )


def partial(number: str, sources: Iterable[str], new: Norm, *, covered: bool) -> Advice:
    """Return the advice on a measure that took over a part of others, which stay."""
    stay = _listed(sources)
    title = new.title(number)
    return (
        Text(
            nl=f"{number} heeft in editie {new.edition} een deel van {stay.nl} overgenomen"
            + (": " if covered else " en wordt nog door niets ingevuld: ")
            + f"{title.nl}.",
            en=f"{number} took over a part of {stay.en} in edition {new.edition}"
            + (": " if covered else " and nothing implements it yet: ")
            + f"{title.en}.",
        ),
        Text(
            nl=f"Laat {stay.nl} staan, en noem {number} erbij als dit document ook dat deel "
            "invult.",
            en=f"Keep {stay.en}, and name {number} as well if this document covers that part too.",
        ),
    )


def split(number: str, targets: Iterable[str]) -> Advice:
    """Return the advice on an old number that became several."""
    named = _listed(targets)
    return (
        Text(nl=f"{number} is gesplitst in {named.nl}.", en=f"{number} was split into {named.en}."),
        Text(
            nl="Houd hier alleen de nummers die dit document echt invult.",
            en="Keep only the numbers here that this document really covers.",
        ),
    )


def merged(target: str, sources: Iterable[str]) -> Advice:
    """Return the advice on a number that several old ones became, named by different documents."""
    named = _listed(sources)
    return (
        Text(
            nl=f"{named.nl} zijn samen {target} geworden.",
            en=f"{named.en} together became {target}.",
        ),
        Text(
            nl=f"Ga na of deze documenten samen heel {target} invullen; een uitzondering geldt nu "
            "voor het geheel.",
            en=f"See whether these documents together cover all of {target}; an exception now "
            "holds for the whole.",
        ),
    )


def changed(number: str, what: Text, new: Norm) -> Advice:
    """Return the advice on a measure of which the new edition asks something else."""
    return (
        Text(
            nl=f"{number} is in editie {new.edition} gewijzigd: {what.nl}.",
            en=f"{number} changed in edition {new.edition}: {what.en}.",
        ),
        Text(
            nl="Ga na of de maatregel, het bewijs en een uitzondering hier nog kloppen.",
            en="See whether the control, the evidence and any exception here still hold.",
        ),
    )


def changed_by_list(number: str, targets: Iterable[str]) -> Advice:
    """Return the advice on an old number whose content changed by the list."""
    named = _listed(targets)
    return (
        Text(
            nl=f"{number} is {named.nl} geworden, en de inhoud is volgens de lijst gewijzigd.",
            en=f"{number} became {named.en}, and its content changed by the list.",
        ),
        Text(
            nl="Ga na of de maatregel, het bewijs en een uitzondering hier nog kloppen.",
            en="See whether the control, the evidence and any exception here still hold.",
        ),
    )


def unknown(text: str) -> Advice:
    """Return the advice on what is neither a number of the edition nor one of the list."""
    return (
        Text(
            nl=f"`{_short(text)}` staat niet in de lijst en is geen nummer van de BIO2.",
            en=f"`{_short(text)}` is not in the list and no number of BIO2.",
        ),
        Text(
            nl="Verbeter het nummer of vul de lijst aan.",
            en="Mend the number or complete the list.",
        ),
    )


def ambiguous(number: str) -> Advice:
    """Return the advice on a number that the old norm and the new one use for different things."""
    return (
        Text(
            nl=f"{number} is een nummer van de BIO2, maar ook een oud nummer; het is hier niet "
            "gewijzigd.",
            en=f"{number} is a number of BIO2 and an old number as well; it was not changed here.",
        ),
        Text(
            nl="Ga na wat hier is bedoeld, en wijzig het zo nodig zelf.",
            en="See what is meant here, and change it yourself if needed.",
        ),
    )


def by_hand(text: str, targets: Iterable[str]) -> Advice:
    """Return the advice on a number in a form that the program leaves alone."""
    named = _listed(targets)
    return (
        Text(
            nl=f"`{_short(text)}` moet {named.nl} worden, maar staat hier zo dat alleen u het "
            "veilig kunt wijzigen: achter een anker, onder een verkeerde sleutel of in een "
            "ongewone vorm.",
            en=f"`{_short(text)}` should become {named.en}, but stands here so that only you "
            "can safely change it: behind an anchor, under a wrong key or in an unusual form.",
        ),
        Text(nl=f"Noem hier zelf {named.nl}.", en=f"Name {named.en} here yourself."),
    )


def twice(number: str) -> Advice:
    """Return the advice on two entries of one document that came to be about one requirement."""
    return (
        Text(
            nl=f"Dit document zegt nu meer dan eens iets over {number}.",
            en=f"This document now says more than one thing about {number}.",
        ),
        Text(
            nl="Houd er één over; bij termijnen de kortste.",
            en="Keep one of them; of periods, the shortest.",
        ),
    )


def _listed(names: Iterable[str]) -> Text:
    every = list(names)
    return wording.listed(every, len(every))


def _short(text: str) -> str:
    return shortened(text, _LONGEST_SHOWN)
