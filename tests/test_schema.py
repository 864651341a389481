"""The project file as published: resources/project.schema.json.

To write the schema anew after the file has changed on purpose:
    python -c "import test_schema; test_schema.write()"   (from the folder tests/)
"""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
from support import KAWAKBY, KAWAKIBI, bring_in, candidate, names, source

from reviewer.matching import Found
from reviewer.model import FORMAT, Flag, Name, Verdict
from reviewer.project import VERSION, Document, Project
from reviewer.resources import resource

PATH = resource("project.schema.json")


def generated() -> dict[str, Any]:
    schema = msgspec.json.schema(Document)
    schema["$defs"]["Document"]["properties"] |= {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    dialect = "https://json-schema.org/draft/2020-12/schema"
    whole = {"$schema": dialect, "title": "Signatory Reviewer project", **schema}
    return dict(json.loads(json.dumps(whole)))  # tuples as the file has them


def write() -> None:
    PATH.write_text(json.dumps(generated(), indent=2, ensure_ascii=False) + "\n", "utf-8")


def test_the_schema_is_that_of_the_code() -> None:
    assert json.loads(PATH.read_text("utf-8")) == generated()


def test_a_project_with_every_kind_of_event_is_valid(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "review.json", reviewer="Amal")
    bring_in(project, source("sochi", KAWAKIBI, "Kesh Malek"), source("icc", KAWAKBY))
    review = project.review
    review.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.9, preferred="Kawakibi Center")
    review.decide(Verdict.UNSURE, names(KAWAKIBI, "Kesh Malek"), 0.1)
    review.decide_spelling(Verdict.SAME, candidate("Kawakibi", "Kawakby", spelling=True), "Kawakibi")
    review.choose_name(review.register.entries()[1], "Kish Malik")
    review.split_off([Name(KAWAKBY)])
    review.write_note(review.register.entries()[0], "asked in Gaziantep")
    review.set_flag(review.register.entries()[0], Flag.NEEDS_EXPERT, on=True)
    review.take(found := Found((candidate(KAWAKBY, "Kesh Malek"),), ()), review.arrange(found))
    review.accept(review.queue.to_review)
    review.replace(review.sources[1], source("icc-2", "Kawakibi Centre"), [(KAWAKBY, "Kawakibi Centre")])
    review.remove(review.sources[1])
    review.undo()
    review.redo()
    project.close()
    written = json.loads((tmp_path / "review.json").read_text("utf-8"))
    jsonschema.validate(written, json.loads(PATH.read_text("utf-8")))
    assert {event["event"] for event in written["events"]} == {
        "source added", "source removed", "source replaced", "verdict", "batch", "split", "spelling",
        "preferred name", "note", "flag", "undo", "redo",
    }  # fmt: skip
