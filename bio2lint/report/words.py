"""The words that reports share, in both languages."""

from __future__ import annotations

from bio2lint.finding import Severity, Text

SEVERITIES = {
    Severity.ERROR: Text(nl="fout", en="error"),
    Severity.WARNING: Text(nl="waarschuwing", en="warning"),
    Severity.INFO: Text(nl="info", en="info"),
}
FINDINGS = {
    Severity.ERROR: (Text(nl="fout", en="error"), Text(nl="fouten", en="errors")),
    Severity.WARNING: (
        Text(nl="waarschuwing", en="warning"),
        Text(nl="waarschuwingen", en="warnings"),
    ),
    Severity.INFO: (Text(nl="info", en="info"), Text(nl="info", en="info")),
}
"""What findings of a severity are called: one, and any other number of them."""
STATUSES = {
    "implemented": Text(nl="ingevoerd", en="implemented"),
    "in-progress": Text(nl="bezig", en="in-progress"),
    "planned": Text(nl="gepland", en="planned"),
    "deviating": Text(nl="afwijkend", en="deviating"),
    "not-applicable": Text(nl="n.v.t.", en="n/a"),
    "missing": Text(nl="ontbreekt", en="missing"),
    "unknown": Text(nl="onbekend", en="unknown"),
}
MEASURES = Text(nl="maatregelen", en="measures")
CONTROLS = Text(nl="beheersmaatregelen", en="controls")
GIT_ROOT = Text(nl="De hoofdmap van de Git-repository.", en="The root of the Git repository.")
HELP = Text(nl="hulp", en="help")
SEE = Text(nl="zie", en="see")
DISCLAIMER = Text(
    nl="Controleert de administratie, geen oordeel over naleving.",
    en="Checks the administration, no judgement on compliance.",
)


def counted(number: int, one: Text, many: Text) -> Text:
    """Return `1 fout` / `1 error` or `2 fouten` / `2 errors`."""
    words = one if number == 1 else many
    return Text(nl=f"{number} {words.nl}", en=f"{number} {words.en}")


def joined(parts: list[Text], joint: str) -> Text:
    """Return the parts in one text, with `joint` between them."""
    return Text(nl=joint.join(p.nl for p in parts), en=joint.join(p.en for p in parts))
