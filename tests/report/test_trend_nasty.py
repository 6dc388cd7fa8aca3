"""A trend of commits that could not be judged, for reasons that would do harm in its reader."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import jsonschema_rs
import pytest
from consumers import UNSEEN, harmless_in_a_job
from nasty import CATEGORIES

from bio2lint import resources
from bio2lint.finding import Text
from bio2lint.trend import Point, Trend, show

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def of(category: str) -> Trend:
    texts = CATEGORIES[category].values()
    points = [Point(f"{n:040x}", date(2026, 1, 1), None, Text(t, t)) for n, t in enumerate(texts)]
    return Trend(points, complete=True)


@pytest.mark.parametrize("category", CATEGORIES)
def test_each_text_leaves_a_trend_whole(category: str) -> None:
    trend = of(category)
    table, rows = show.as_table(trend, "nl", 80), show.as_csv(trend, "nl")
    report = show.as_json(trend, "nl")
    for shown in (table, rows.replace("\r\n", "\n"), report):
        assert not UNSEEN.search(shown)
        harmless_in_a_job(shown)
    read = list(csv.DictReader(io.StringIO(rows, newline="")))
    assert len(read) == len(trend.points)
    assert not any(row["why_not"].startswith(FORMULA) for row in read)
    schema = json.loads(resources.read("schemas", "trend.schema.json"))
    jsonschema_rs.validator_for(schema).validate(json.loads(report))
