import codecs

import pytest

from reviewer.errors import BadInput
from reviewer.reading.encoding import decode

ARABIC = "منظمة من أجل العدالة والحقيقة\nالمركز السوري للإعلام وحرية التعبير\nاليوم التالي\nبيتنا سوريا"
CALLED = {"cp1256": "windows-1256", "cp1252": "windows-1252", "iso8859_6": "ISO-8859-6"}
FRENCH = "Ligue des droits de l’homme\nFédération pour les droits humains\nMédecins – Genève"


@pytest.mark.parametrize("text", [ARABIC, FRENCH, "Baytna"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_or_without_its_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "f") == (
        text,
        CALLED.get(encoding, encoding.upper().removesuffix("-SIG")[: 6 if "16" in encoding else None]),
    )


def test_utf_16_of_the_other_order() -> None:
    assert decode(codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"), "f") == (ARABIC, "UTF-16")


@pytest.mark.parametrize(("text", "encoding"), [(ARABIC, "cp1256"), (ARABIC, "iso8859_6"), (FRENCH, "cp1252")])
def test_eight_bit_encodings_are_told(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "f") == (
        text,
        CALLED.get(encoding, encoding.upper().removesuffix("-SIG")[: 6 if "16" in encoding else None]),
    )


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n\x00\x01",
        b"PK\x03\x04",
        codecs.BOM_UTF16_LE + b"\x00\xd8\x41",
        b"\x7f",
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(BadInput, match=r"^list\.txt "):
        decode(data, "list.txt")
