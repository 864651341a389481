"""Messages: those among the test documents, and what may be odd about others."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from reviewer.errors import BadInput
from reviewer.reading import preview_data, read, take
from reviewer.reading.formats import is_mail

FILES = Path(__file__).parent / "files"
NAMES = [
    name.replace("\u00a0", " ")
    for name in json.loads((FILES / "made_from" / "names.json").read_text("utf-8"))["organisations"]
]


def texts(name: str) -> list[list[str]]:
    return [[one.text.replace("\u00a0", " ") for one in source.signatures] for source in read(FILES / name)]


@pytest.mark.parametrize("name", ["both.eml", "plain.eml"])
def test_the_list_in_a_message_is_read_whatever_its_form(name: str) -> None:
    assert texts(name) == [NAMES]
    [source] = read(FILES / name)
    assert source.title.startswith("Letter on the road")
    assert source.date == "2019-03-05"


def test_attachments_are_documents_of_their_own() -> None:
    letter, book = read(FILES / "attached.eml")
    assert (letter.title, book.title) == ("Letter on the valley road", "Signatories of the valley letter")
    assert [one.text for one in letter.signatures] == [one.text for one in book.signatures]
    assert letter.id != book.id


def message(text: str, **headers: str) -> EmailMessage:
    made = EmailMessage()
    for key, value in {"From": "a@b.example", "Subject": "x", "Date": "not known", **headers}.items():
        made[key.replace("_", "-")] = value
    made.set_content(text)
    return made


def test_what_is_attached_and_cannot_be_read_is_named_where_there_is_no_other_list() -> None:
    made = message("Dear all, the list is attached to this message. It is the one you asked for.\n")
    made.add_attachment(b"\x89PNG\x00", maintype="image", subtype="png", filename="logo.png")
    locked = (FILES / "password.pdf").read_bytes()
    made.add_attachment(locked, maintype="application", subtype="pdf", filename="list.pdf")
    with pytest.raises(BadInput, match=r"^list\.pdf in m\.eml is protected by a password"):
        preview_data(made.as_bytes(), "m.eml")
    made.add_attachment(b"Name,Town\nBaytna,Homs\n", maintype="text", subtype="csv", filename="list.csv")
    assert [source.title for source in take(preview_data(made.as_bytes(), "m.eml"))] == ["list.csv"]


def test_a_saved_web_archive_is_read_as_its_page() -> None:
    made = message("", Snapshot_Content_Location="https://x.example/letter")
    made.set_content("<html><p>Signatories</p><ol><li>Baytna</li><li>Orchard Group</li></ol></html>", subtype="html")
    [source] = take(preview_data(made.as_bytes(), "page.mht"))
    assert [one.text for one in source.signatures] == ["Baytna", "Orchard Group"]
    assert source.url == "https://x.example/letter"


def test_soft_breaks_are_no_breaks() -> None:
    made = message("Signed by:\n\nCentre for \nWater\nBaytna\n")
    made.set_param("format", "flowed")
    [source] = take(preview_data(made.as_bytes(), "m.eml"))
    assert [one.text for one in source.signatures] == ["Centre for Water", "Baytna"]


@pytest.mark.parametrize("text", ["Name: Baytna\nTown: Homs\n", "Subject: x\nDate: y\nNames\n", "Signed by:\nA\nB\n"])
def test_lists_with_colons_are_no_messages(text: str) -> None:
    assert not is_mail(text.encode())


def test_long_lines_below_the_sign_of_a_sender_are_read_at_once() -> None:
    lines = "x\n" * 40 + "y" * 5000
    assert preview_data(message(f"Signed by:\nBaytna\n\n-- \n{lines}").as_bytes(), "m.eml").format == "e-mail"
