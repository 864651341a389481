"""Which lines are the list: own texts in three languages, each with what must and what mustn't come out."""

import textwrap

import pytest
from drafts import proposed

from reviewer.reading.text import read_text

CALL = (
    "We, the undersigned organisations, call on the Council to renew the mechanism that millions of people depend on. "
    "It is the last road that is open."
)
PLAIN = "The harvest was poor this year and the farmers of the valley have not been paid for what they delivered."
ARABIC = "نحن المنظمات الموقعة أدناه ندعو المجلس إلى تجديد الآلية التي يعتمد عليها الناس، وقد كانت هذه الآلية مفتوحة."
FRENCH = (
    "Nous, associations soussignées, appelons le Conseil à rouvrir la route dont dépendent les villages qui attendent."
)
NAMES = ["Centre for Water", "Baytna", "Women of the Valley", "Orchard", "Kesh Malek"]
ARABIC_NAMES = ["منظمة من أجل العدالة والحقيقة", "المركز السوري للإعلام", "اليوم التالي", "بيتنا"]


def found(*parts: str) -> list[str]:
    return proposed(read_text("\n\n".join(parts)))


def numbered(names: list[str]) -> str:
    return "\n".join(f"{i}. {name}" for i, name in enumerate(names, 1))


LISTS = {
    "one name": ["Orchard"],
    "two names": ["Orchard", "Baytna"],
    "lower case": ["women of the valley", "farmers for rain", "centre for water"],
    "roles": [
        f"Dr Name {i}, director of the Centre for Water and professor of law at the University" for i in range(99)
    ],
    "long": ["International " + "Network of Associations for the Protection of Rivers and Lakes in the Hills " * 2]
    * 30,
    "names like sentences": ["We Are Not Numbers", "Women Who Are Not Silent", "Who Is Next?", "It Is Enough!"],
    "every line stops": ["Orchard.", "Association for the protection of the rivers and the lakes of the valley."] * 4,
    "digits": ["7 Hills Group", "Help4Syria", "15th Garden", "Radio 97.5", "Group 73 Historians"],
    "arabic": ARABIC_NAMES,
    "french": ["Ligue des droits de l’homme", "Médecins du monde", "ACAT – France", "Comité pour l’eau et la terre"],
}


@pytest.mark.parametrize("names", LISTS.values(), ids=LISTS.keys())
@pytest.mark.parametrize("form", ["{1}", "{0}. {1}", "{0}) {1}", "- {1}", "• {1}"])
def test_every_line_of_a_list_is_a_name(names: list[str], form: str) -> None:
    text = "\n".join(form.format(i, name) for i, name in enumerate(names, 1))
    assert proposed(read_text(text)) == [name.strip() for name in names]


def test_blank_lines_between_names_do_not_matter() -> None:
    assert found(*NAMES) == NAMES


def test_a_sentence_amid_many_names_stays_a_name() -> None:
    odd = "Valley Watch is a group of people who live by the river. It was founded by farmers."
    assert found("\n".join([*NAMES, odd, *NAMES])) == [*NAMES, odd, *NAMES]


def test_a_sentence_set_apart_amid_names_is_none() -> None:
    note = "All groups in this part of the list are from the hills and they have been working there for years."
    assert found("\n".join(NAMES), note, "\n".join(NAMES)) == NAMES * 2


STATEMENTS = {
    "numbered": ("Joint statement\n3 May 2020", CALL, PLAIN, numbered(NAMES)),
    "arabic digits": (CALL, "\n".join(f"{'١٢٣٤٥'[i]}- {name}" for i, name in enumerate(NAMES))),
    "bullets and a footer": (CALL, "Signatories:\n• " + "\n• ".join(NAMES), "Press office\nTel: 123"),
    "bare": ("Joint statement", CALL, PLAIN, "\n".join(NAMES)),
    "bare, of no signing": (PLAIN, PLAIN, "\n".join(NAMES)),
    "bare, an address below": (CALL, "\n".join(NAMES), "press@valley.example\nhttps://valley.example/statement"),
    "no blank lines": ("Joint statement\n" + CALL + "\n" + PLAIN + "\n" + "\n".join(NAMES),),
    "wrapped": (textwrap.fill(CALL + " " + PLAIN, 72), textwrap.fill(PLAIN + " " + CALL, 72), "\n".join(NAMES)),
    "a heading": (CALL, "Signatories", "\n".join(NAMES)),
    "demands": (CALL + " We ask:", "1. Open the roads now;\n2. Pay the farmers for the year;", "\n".join(NAMES)),
    "demands without stops": (CALL, "- Open the roads\n- Pay the farmers for the year", "Signed by:", numbered(NAMES)),
    "a note below": (CALL, "\n".join(NAMES), "This list was closed on Monday and it will not be opened again."),
    "a list above a note": ("\n".join(NAMES * 3), "This list was closed on Monday and it will not be opened again."),
    "french": ("Déclaration commune", FRENCH, "Organisations signataires", "\n".join(NAMES)),
    "arabic": (ARABIC, "\n".join(NAMES)),
}


@pytest.mark.parametrize("parts", STATEMENTS.values(), ids=STATEMENTS.keys())
def test_a_statement_yields_its_list_alone(parts: tuple[str, ...]) -> None:
    names = found(*parts)
    assert names == (NAMES * 3 if len(names) > len(NAMES) else NAMES)


def test_several_lists_are_taken_in_order() -> None:
    groups = ("Organisations:\n" + numbered(NAMES), "Individuals:\n" + numbered(["A. Farmer", "B. Miller"]))
    assert found(CALL, *groups) == [*NAMES, "A. Farmer", "B. Miller"]
    said = "The following people also sign in their personal capacity."
    assert found(CALL, "\n".join(NAMES), said, "\n".join(["A. Farmer"] * 5)) == NAMES + ["A. Farmer"] * 5


def test_numbers_that_are_lacking_do_not_lose_their_names() -> None:
    lines = ["1. 11.11.11", "Baytna", "3. Orchard", "Others", "4. Kesh Malek", "* Amal"]
    assert found(CALL, "\n".join(lines)) == ["11.11.11", "Baytna", "Orchard", "Kesh Malek", "Amal"]


def test_two_names_below_a_text_that_speaks_of_signing() -> None:
    assert found(CALL, "Orchard\nBaytna") == ["Orchard", "Baytna"]


HEADLINES = "Read also\nFarmers reject new road\nMinister resigns after weeks of protest\nRain expected in the valley"
PROSE = {
    "news": (
        "Minister resigns\nBy Bob Smith\nMay 3, 2020",
        PLAIN,
        PLAIN,
        "He said he would not return.",
        "SOURCE: Wire",
    ),
    "news without blank lines": ("Minister resigns\nBy Bob Smith\n" + PLAIN + "\n" + PLAIN + "\nShare\nTweet",),
    "news of a signing": (PLAIN, "The two ministers signed a treaty that they had made.", "Wire\nMore news"),
    "news with headlines": (PLAIN, PLAIN, HEADLINES),
    "news in french": ("Une rencontre", "Le ministre a dit hier que les engagements seraient tenus.", "AFP\nPartager"),
    "arabic": (ARABIC.replace("الموقعة", "السورية"), ARABIC.replace("الموقعة", "السورية")),
    "wrapped": ("A headline", textwrap.fill(PLAIN * 2, 70), textwrap.fill(PLAIN * 3, 70)),
    "points": (PLAIN, "- The farmers have not been paid;\n- The road that they use is closed."),
}


@pytest.mark.parametrize("parts", PROSE.values(), ids=PROSE.keys())
def test_prose_yields_no_names(parts: tuple[str, ...]) -> None:
    assert found(*parts) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Letter of 2020\n\n" + "\n".join(NAMES), "Letter of 2020"),
        ("Joint statement\n\n" + CALL + "\n\n" + "\n".join(NAMES), "Joint statement"),
        ("\n".join(NAMES), ""),
        ("\n\n".join(NAMES), ""),
        ("Signatories:\n" + "\n".join(NAMES), ""),
        (textwrap.fill(CALL, 60) + "\n\n" + numbered(NAMES), ""),
    ],
)
def test_the_title_stands_above_the_list(text: str, title: str) -> None:
    result = read_text(text)
    assert (result.title, proposed(result)) == (title, NAMES)


def test_buttons_among_the_items_of_a_list_are_no_names() -> None:
    lines = ["- Baytna", "- Share Foundation", "- Orchard Group", "- Share on Facebook", "- Read more"]
    assert found(CALL, "\n".join(lines)) == ["Baytna", "Share Foundation", "Orchard Group"]


def test_lines_below_a_name_are_said_of_it_only_where_they_alone_tell_roles() -> None:
    cards = "\n\n".join(
        f"{name}\n{role}"
        for name, role in (("Ann Farmer", "Teacher"), ("Bob Miller", "Lawyer, Homs"), ("Eva Holt", "Poet"))
    )
    assert found(CALL, *cards.split("\n\n")) == ["Ann Farmer", "Bob Miller", "Eva Holt"]
    people = [
        "Ann Farmer, teacher",
        "Bob Miller, lawyer",
        "Eva Holt, poet",
        "Tom Ash, judge",
        "Rosa Lind, nurse",
        "Karl Ek, editor",
    ]
    blocks = ["\n".join(people[i : i + 2]) for i in (0, 2, 4)]
    assert found(CALL, *blocks) == people
