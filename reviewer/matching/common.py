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
    center centre centers centres organization organisation organizations organisations org association associations
    society societies network networks foundation establishment institution committee council councils union unions
    syndicate group groups team teams institute initiative initiatives office directorate league movement forum
    coalition alliance bloc gathering assembly congress conference platform front party body commission board bureau
    agency authority department ministry section division branch chapter unit secretariat administration governorate
    federation confederation club academy school university college hospital clinic library museum fund trust company
    corporation enterprise inc ltd ngo ngos ngo project projects program programme programs programmes platform campaign
    service services house magazine newspaper radio channel agency station press news website portal
    community local national international regional general global worldwide world city town village district province
    countryside municipality civil social public popular free independent democratic voluntary volunteer volunteers
    volunteering charity charitable humanitarian human rights right development developmental sustainable women woman
    womens feminist gender youth young children child families family people persons justice freedom freedoms liberty
    peace peacebuilding dialogue equality democracy law legal political policy policies education educational research
    researches studies study training culture cultural arts art media information expression health medical healthcare
    care relief aid support assistance rescue emergency response protection documentation monitoring observatory
    accountability violations transitional civic citizenship citizens empowerment capacity building awareness advocacy
    cooperation coordination work action activities
    syria syrian syrians arab kurdish lebanese lebanon iraq iraqi palestine palestinian egypt egyptian tunisian
    droits homme droit humains humaine femmes femme enfants enfance jeunes jeunesse famille familles comite comites
    ligue mouvement reseau collectif maison conseil conseils developpement liberte libertes paix citoyennete citoyens
    syrie syrien syrienne syriens syriennes federation fondation societe societes union association associations
    organisation organisations centre institut initiative groupe equipe bureau observatoire direction alliance
    rassemblement campagne projet solidarite justice democratie democratique recherche recherches etudes formation
    culture culturel culturelle sante medical medicale aide secours soutien defense protection local locale locaux
    national nationale international internationale mondial mondiale generale ville village civile social sociale libre
    مركز مراكز منظمه منظمات جمعيه جمعيات موسسه موسسات شبكه شبكات اتحاد مجلس مجالس لجنه لجان هييه هييات حركه تجمع
    رابطه روابط نقابه نقابات مكتب مكاتب مبادره فريق مجموعه حمله تيار حزب دار بيت نادي منتدي ملتقي وحده مديريه امانه
    مفوضيه مشروع برنامج معهد اكاديميه مدرسه جامعه كليه مستشفي منصه راديو اذاعه قناه وكاله صحيفه جريده مجله موقع
    مرصد صندوق شركه كتله جبهه لوبي ايتلاف تحالف موتمر فرع قسم شعبه اداره مدينه بلده قريه ناحيه منطقه محافظه ريف
    حقوق حق انسان انساني انسانيه عداله حريه حريات ديمقراطيه ديمقراطي تنميه تنموي تنمويه تطوير اعلام اعلامي اعلاميه
    مراه نساء نسايي نساييه نسوي نسويه شباب شبابي طفل اطفال طفوله اسره اسر عايلات مجتمع مجتمعي مجتمعيه مدني مدنيه
    محلي محليه حر حره احرار عام عامه وطني وطنيه قومي شعبي دولي دوليه عالمي عالميه اقليمي مستقل مستقله خيري خيريه
    تطوعي تطوعيه متطوعين دراسات دراسه بحوث ابحاث توثيق انتهاكات رصد دعم اغاثه اغاثيه مساعده رعايه حمايه تمكين تنسيق
    تعاون استجابه طواري طاريه تعليم تعليميه تربيه تدريب تاهيل ثقافه ثقافي ثقافيه فنون صحه صحي صحيه طبي طبيه سلام
    حوار مواطنه مساواه قانون قانوني قانونيه سياسي سياسيه اجتماعي اجتماعيه خدمات شوون عمل
    سوري سوريه سوريا سوريين سوريون سوريات عربي عربيه كردي كرديه
""")

_TELLING_BUT_COMMON = listed("""
    damascus aleppo homs hama idlib daraa raqqa hasakah latakia tartus quneitra suwayda horan houran hauran ghouta
    lawyers engineers doctors physicians journalists writers artists teachers students workers farmers
    detainees prisoners missing disappeared victims survivors martyrs refugees displaced orphans
    دمشق حلب حمص حماه ادلب درعا رقه حسكه لاذقيه قنيطره سويدا حوران غوطه
    محامين محامون مهندسين مهندسون اطباء صحفيين صحفيون اعلاميين كتاب فنانين معلمين طلبه طلاب عمال فلاحين
    معتقلين مفقودين مغيبين مختفين ضحايا ناجين ناجيات شهداء لاجيين نازحين ايتام
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
    center centre organization organisation association network foundation union free human rights development women
    civil democracy society national initiative مركز منظمه جمعيه شبكه موسسه حقوق انسان تنميه اتحاد
    droits homme association
""")

_FRAMES = listed("local council committee syria syrian مجلس محلي سوري سوريه سوريا syrie syrien syrienne")

SHARES: dict[str, float] = {
    **dict.fromkeys(_TELLING_BUT_COMMON, 0.015),
    **dict.fromkeys(_NAMES, 0.015),
    **dict.fromkeys(_ORGANISATIONS, 0.025),
    **dict.fromkeys(_EVERYWHERE, 0.07),
    **dict.fromkeys(_FRAMES, 0.15),
    **dict.fromkeys(FUNCTION, 0.3),
}
"""Share of names, over many lists, that hold the word; Arabic words without article."""

GENERIC = frozenset([*_ORGANISATIONS, *_EVERYWHERE, *_FRAMES])
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
    hasan hassan حسن | hussein husain hussain husayn hossein houssein hussien حسين |
    حسان | rahman abdulrahman رحمن عبدالرحمن | rahim raheem abdulrahim رحيم عبدالرحيم | omar umar عمر | amr عمرو |
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
    haj hajj hadj hajji alhaj alhajj elhaj elhadj hajja
    sayyed sayyid rev
    hon judge capt captain col colonel brig father mme mlle me maitre docteur professeur ing pr doctors
    الدكتور دكتور الدكتوره دكتوره د الاستاذ استاذ الاستاذه استاذه ا المهندس مهندس المهندسه مهندسه م السيد
    السيده سيد سيده
    المحامي محامي المحاميه محاميه الشيخ الشيخه القاضي الصحفي الصحفيه الكاتب الكاتبه الناشط الناشطه الاعلامي
    الاعلاميه البروفسور
    بروفسور البروفيسور الفنان فنان الفنانه فنانه الشاعر شاعر الشاعره شاعره المخرج مخرج المخرجه الباحث باحث الباحثه
    الحاج حاج الحاجه حاجه العميد عميد العقيد عقيد اللواء لواء النقيب نقيب المقدم الرايد القس المطران
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

ABBREVIATED = {
    "org": "organization", "orgs": "organizations", "assoc": "association", "assn": "association",
    "intl": "international", "dept": "department", "govt": "government", "gov": "government", "univ": "university",
    "fdn": "foundation", "fndn": "foundation", "dev": "development",
}  # fmt: skip
"""What stands for a word of organisations, its dot and apostrophe folded away."""
