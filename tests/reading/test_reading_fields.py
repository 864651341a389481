import pytest

from reviewer.reading.fields import Fields, fields

LINES = {
    "Ann Farmer": Fields("Ann Farmer"),
    "Bob Miller, director, Orchard Group, London": Fields("Bob Miller", "director", "Orchard Group", "London"),
    "Lena, professor of law, University of York": Fields("Lena", "professor of law", "University of York"),
    "Sam Yusuf, director of the Centre for Water": Fields("Sam Yusuf", "director", "the Centre for Water"),
    "Ann Farmer – poet – Beirut": Fields("Ann Farmer", "poet", "", "Beirut"),
    "Ann Farmer, writer and editor, Smallville": Fields("Ann Farmer", "writer and editor", "", "Smallville"),
    "سمر يوسف، محامية، بيروت": Fields("سمر يوسف", "محامية", "", "بيروت"),
    "أحمد حسن، مدير مركز الحقيقة، سوريا": Fields("أحمد حسن", "مدير مركز الحقيقة", "", "سوريا"),
    "Peace & Water for All, London": Fields("Peace & Water for All", "", "", "London"),
    "Farmer, Ann": Fields("Farmer, Ann"),
    "Women, Peace and Security Network": Fields("Women", "", "Peace and Security Network"),
    "Engineers\u00a0Association – Hama": Fields("Engineers\u00a0Association", "", "", "Hama"),
    "Al-Kawakibi Centre": Fields("Al-Kawakibi Centre"),
    "Centre (Aleppo, Syria)": Fields("Centre (Aleppo, Syria)"),
    "Ann Farmer (Lebanon)": Fields("Ann Farmer", "", "", "Lebanon"),
    "Ann Farmer | Journalist | Syria": Fields("Ann Farmer", "Journalist", "", "Syria"),
    "Ann Farmer: human rights defender; Homs": Fields("Ann Farmer", "human rights defender", "", "Homs"),
    "Women’s Network (WN)": Fields("Women’s Network (WN)"),
    ", ": Fields(", "),
}  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), LINES.items())
def test_parts_are_proposed_where_they_show_what_they_are(text: str, parts: Fields) -> None:
    assert fields(text) == parts
