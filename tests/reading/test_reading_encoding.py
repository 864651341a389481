import codecs

import pytest

from reviewer.errors import BadInput, UnknownEncoding
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


def test_utf_32_is_not_taken_for_utf_16() -> None:
    assert decode(ARABIC.encode("utf-32"), "f") == (ARABIC, "UTF-32")


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "cp1251"])
def test_what_can_only_be_told_is_asked_for(encoding: str) -> None:
    text = "Совет местного самоуправления\nЦентр документации нарушений\n"
    with pytest.raises(UnknownEncoding, match=r"^list\.txt is in an unknown encoding"):
        decode(text.encode(encoding), "list.txt")
    assert decode(text.encode(encoding), "list.txt", encoding)[0] == text


def test_an_encoding_that_fits_the_beginning_alone_is_not_taken() -> None:
    later = FRENCH.encode("cp1252") * 9000 + b"\x81\x8d"  # windows-1252 has no such letters
    with pytest.raises(UnknownEncoding):
        decode(later, "f")


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


SHORT = {
    "cp1256": ["بيتنا", "اليوم التالي", "سمر يوسف", "Baytna بيتنا", "مكتبة السلام"],
    "iso8859_6": ["بيتنا", "اليوم التالي", "سمر يوسف", "Baytna بيتنا", "مكتبة السلام"],
    "cp1252": ["José Peña", "Björn Åkesson\nAnn Farmer", "Œuvre – Genève"],
    "utf-16-le": ["بيتنا", "اليوم التالي", "Björn Åkesson", "Œuvre – “Genève”"],
    "utf-16-be": ["بيتنا", "اليوم التالي", "Björn Åkesson", "Œuvre – “Genève”"],
}


@pytest.mark.parametrize(("encoding", "text"), [(one, text) for one, texts in SHORT.items() for text in texts])
def test_one_name_is_enough_to_tell(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "f")[0] == text


@pytest.mark.parametrize(
    "said",
    ['<meta charset="windows-1256">', "<META HTTP-EQUIV=x content='text/html; charset=windows-1256'>"],
)
def test_what_a_page_says_of_its_encoding_is_believed(said: str) -> None:
    text = f"<html>{said}<p>ژ‌پ گچ €</p>"
    assert decode(text.encode("cp1256"), "f") == (text, "windows-1256")


def test_an_encoding_that_a_page_says_wrongly_is_found_out() -> None:
    for said in ("klingon", "ascii", "utf-8", "base64"):
        text = f"<meta charset={said}><p>{ARABIC}</p>"
        assert decode(text.encode("cp1256"), "f") == (text, "windows-1256")
