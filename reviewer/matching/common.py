"""Words that say little wherever they stand, by the share of real lists' names that hold them.

The lists at hand count first; these shares speak where the lists are too short to know. Written as folded
words (see
`fold`). Sources: the wording of the statements in real-statements.json and of Arabic, English and French
letters of
non-governmental organisations; for given names the most frequent ones of given-name-pairs.csv.
"""


def listed(text: str) -> list[str]:
    """Return the words of a text: how the tables here are written."""
    return text.split()


FUNCTION = frozenset(
    listed("""
    of for the in on to at by with from and a an its or as is
    de du des la le les l d et pour en au aux sur dans und der die das fur von
    ذا ذي اوف فور اند
    في من الي و عن مع او ل ب
    """)
)
"""Words that join others; they weigh next to nothing."""

_ORGANISATIONS = listed("""
    center centre organization organisation organizations association associations society network
    foundation committee council
    councils union group team institute initiative office directorate league movement forum coalition assembly
    syndicate club bureau agency department ministry project program programme platform campaign community
    company corporation school university academy charity fund trust authority federation commission board
    unit service services house magazine radio newspaper media press support aid relief action work
    local national international regional general free independent democratic public social
    human rights right development women woman womens youth children child families family people justice
    freedom peace civil society democracy law legal political education research studies study training
    culture
    cultural health medical documentation violations transitional truth civic citizenship empowerment
    syria syrian syrians arab kurdish lebanese lebanon iraq iraqi palestine palestinian egypt egyptian
    tunisian
    damascus aleppo homs hama idlib daraa raqqa
    droits homme droit humains femmes comite ligue mouvement reseau collectif maison conseil developpement
    liberte paix citoyennete syrie syrien syrienne syriens federation fondation societe union
    مركز منظمه جمعيه موسسه شبكه اتحاد مجلس لجنه هييه حركه تجمع رابطه نقابه مكتب مبادره فريق مجموعه حمله
    تيار حزب
    دار بيت نادي منتدي وحده مديريه مشروع معهد جامعه منصه راديو جريده مجله ايلاف ايتلاف تحالف
    حقوق انسان عداله حريه ديمقراطيه تنميه اعلام مراه نساء شباب طفل اطفال عايلات مجتمع مدني مدنيه محلي محليه
    حر حره احرار عام عامه وطني وطنيه دولي دوليه دراسات توثيق انتهاكات دعم اغاثه تعليم ثقافه سلام مواطنه
    سوري سوريه سوريا سوريين سوريون سوريات عربي عربيه كردي كرديه دمشق حلب حمص حماه ادلب درعا
""")

_NAMES = listed("""
    mohammad mohammed muhammad mohamed mohamad ahmad ahmed ali hasan hassan hussein husain hussain mahmoud
    omar
    ibrahim khaled khalid youssef yousef yusuf abdullah abdul abd mustafa ismail said saeed samir nasser
    fatima
    maryam mariam bin ibn ben abu abou umm um oum el sheikh shaykh tall tell tal khirbat kherbet beit bayt
    ain ayn
    محمد احمد علي حسن حسين محمود عمر ابراهيم خالد يوسف عبدالله عبد الله مصطفي اسماعيل سعيد سمير ناصر فاطمه
    مريم
    بن ابن ابو ام شيخ تل خربه بيت عين
""")

_EVERYWHERE = listed("""
    center centre organization organisation association network foundation council committee union local
    free human rights
    development syria syrian women civil society democracy association society national initiative
    مركز منظمه جمعيه شبكه موسسه مجلس محلي حقوق انسان سوري سوريه سوريا تنميه اتحاد
    droits homme centre association syrien syrienne
""")

SHARES: dict[str, float] = {
    **dict.fromkeys(_NAMES, 0.015),
    **dict.fromkeys(_ORGANISATIONS, 0.025),
    **dict.fromkeys(_EVERYWHERE, 0.07),
    **dict.fromkeys(FUNCTION, 0.3),
}
"""Share of names, over many lists, that hold the word; Arabic words without article."""

GENERIC = frozenset(_ORGANISATIONS) | frozenset(_EVERYWHERE)
"""Words that say what kind of body something is, or whose: they are swapped, added and left out more than others."""

UNKNOWN = 0.003
"""Share taken for any other word."""


def _endings(stems: str, endings: str) -> list[str]:
    return [stem + end for stem in stems.split() for end in ["", *endings.split()]]


_LATIN_ENDINGS = "i y e a ah eh iye iyah iyeh iya ya yah ie ieh ia yeh yia iyya een in iin at"
_ARABIC_ENDINGS = "ي يه ا ه يون"

_CONTRASTS = {
    "west": ("gharb rharb garb west western ouest", "غرب"),
    "east": ("sharq charq shark chark sharg charg east eastern est", "شرق"),
    "north": ("shamal chamal chemal shmal shimal chimal north northern nord", "شمال"),
    "south": ("janub janoub jenoub jnoub djenoub djanoub janoob qibl qebl south southern sud", "جنوب قبل"),
    "upper": ("fawqan faouqan fauqan fouqan foqan fawkan faoukan faougan fawq faouq upper", "فوقان فوق"),
    "lower": ("tahtan tehtan tahat taht lower", "تحتان تحت"),
    "big": ("kabir kebir kbir kabeer kebeer big great", "كبير"),
    "small": ("saghir sghir srhir seghir zghir saghr saghar small little", "صغير"),
    "men": ("men", "رجال"),
    "women": ("women womens woman femmes nisa", "نساء مراه نسويه"),
}

_NAMESAKES = """
    mohammad mohammed muhammad mohamed mohamad muhammed mohammd محمد | mahmoud mahmud mahmood محمود | ahmad ahmed احمد |
    hasan hassan حسن | hussein husain hussain husayn hossein houssein hussien حسين | omar umar عمر | amr عمرو |
    ammar عمار | sami sammy سامي | samir sameer سمير | samer سامر | nour nur noor نور | noura noora nura نوره نورا |
    khaled khalid خالد | khalil khaleel خليل | saeed said سعيد | saad سعد | ali علي | alaa علاء علا | amal امل |
    amina ameena امينه | amin ameen امين | rami رامي | rima reema ريما | rim reem ريم | hani هاني | hana هنا هناء |
    salma سلمي | salman سلمان | sara sarah ساره | samar سمر
"""
_GOVERNORATES = """
    hama hamah حماه | homs hims حمص | daraa deraa dara درعا | damascus dimashq دمشق | aleppo halab alep حلب |
    idlib idleb edleb ادلب | raqqa raqqah raqa رقه | latakia lattakia لاذقيه | tartus tartous طرطوس |
    hasakah hasaka hasakeh حسكه | suwayda sweida sweda suwaida سويدا سويداء | lebanon liban لبنان | syria syrie سوريا |
    iraq irak عراق | turkey turquie تركيا | jordan jordanie اردن | egypt egypte مصر | palestine فلسطين
"""

TELLING: dict[str, str] = {
    **{
        word: f"opposite words {side}"
        for side, (latin, arabic) in _CONTRASTS.items()
        for word in [*_endings(latin, _LATIN_ENDINGS), *_endings(arabic, _ARABIC_ENDINGS)]
    },
    **{word: f"different given names {group.split()[0]}" for group in _NAMESAKES.split("|") for word in group.split()},
    **{word: f"different places {group.split()[0]}" for group in _GOVERNORATES.split("|") for word in group.split()},
}
"""Words that tell one of two lookalikes from the other, folded, without article: what two of them are to each other and
which one it is. Gharbya and Sharqia are two villages, Mohammad and Mahmoud two men, Hama and Homs two branches; two
different ones in two names speak against their being one, however alike the words look. Spellings: place-pairs.csv,
given-name-pairs.csv."""

TITLES = frozenset(
    listed("""
    mr mrs ms miss dr doctor prof professor eng engineer engr arch adv sir lady sheikh sheik shaikh shaykh cheikh
    haj hajj hajji
    sayyed sayyid rev
    hon judge mme mlle me maitre docteur professeur ing pr doctors
    الدكتور دكتور الدكتوره دكتوره د الاستاذ استاذ الاستاذه استاذه ا المهندس مهندس المهندسه مهندسه م السيد
    السيده سيد سيده
    المحامي محامي المحاميه محاميه الشيخ الحاج القاضي الصحفي الصحفيه الكاتب الكاتبه الناشط الناشطه الاعلامي
    الاعلاميه البروفسور
    بروفسور البروفيسور
    """)
)
"""Honorifics. They say nothing about who it is; "sheikh" counts only at the beginning of a name."""

ROLES = frozenset(
    listed("""
    director head president chair chairman chairwoman chairperson coordinator manager member founder
    cofounder researcher
    journalist lawyer writer activist spokesperson spokesman executive secretary representative ceo
    adviser advisor editor
    professor doctor engineer author poet artist physician
    directeur directrice president presidente membre fondateur fondatrice chercheur chercheuse journaliste
    avocat avocate
    ecrivain
    مدير مديره المدير رييس رييسه عضو موسس منسق منسقه باحث باحثه صحفي صحفيه محامي محام محاميه كاتب كاتبه
    ناشط ناشطه
    ناطق ممثل امين اعلامي طبيب مهندس شاعر فنان
    """)
)
"""What someone is, behind the name."""

BRITISH = {
    "centre": "center", "centres": "centers", "defence": "defense", "programme": "program", "programmes": "programs",
    "labour": "labor", "theatre": "theater", "honour": "honor", "neighbour": "neighbor",
    "neighbourhood": "neighborhood",
    "colour": "color", "offence": "offense", "licence": "license", "catalogue": "catalog", "travellers": "travelers",
    "behaviour": "behavior", "favour": "favor", "judgement": "judgment", "paediatric": "pediatric", "harbour": "harbor",
}  # fmt: skip
"""British spellings with their American ones, beside the endings -isation/-ization, -ise/-ize."""
