"""Words that break programs: of our own making, a few hundred, always the same ones."""

import itertools
import random
import unicodedata

MARKUP = [
    "<script>ran(1)</script>", "<img src=x onerror=ran(1)>", "<svg/onload=ran(1)>", "</textarea><b>", "</title><h1>",
    "<!-- ", "-->", "<![CDATA[x]]>", "&amp;lt;&#60;&#x3c;&lt", "<a href='javascript:ran(1)'>ici</a>", "<base href=//x.example>",
    "\" autofocus onfocus=ran(1) x=\"", "' onmouseover='ran(1)", "<iframe srcdoc='&lt;script&gt;'>", "<style>*{display:none}",
    "<plaintext>", "<template><slot>", "<math><mi xlink:href='data:x,1'>", "<form action=//x.example><input name=jeton>",
    "<meta http-equiv=refresh content=0;url=//x.example>", "<<b>>", "<\u0000script>", "＜script＞", "<scr\u00adipt>",
]  # fmt: skip
TEMPLATES = [
    "{{nom}}", "{{{nom}}}", "{{#each}}", "{{/each}}", "{{> public/form}}", "{{=<% %>=}}", "{{!--", "${nom}", "#{nom}", "<%= nom %>",
    "{% raw %}", "%s%s%n%x", "%1$s", "\\(nom)", "$nom $(id) `id`", "{0}{1}", "@{nom}", "[[nom]]", "%{nom}", "\\u0041\\x41\\101",
]  # fmt: skip
SQL = [
    "' OR '1'='1", "'; DROP TABLE case_file; --", "\" OR \"\"=\"", "') UNION SELECT password FROM account --", "1; SELECT pg_sleep(9)",
    "' || (SELECT name FROM sqlite_master) || '", "\\'; --", "$1 $2 ?1 :nom @nom", "x' AND 1=CAST((SELECT 1) AS int)--", "%' --",
    "_%_%", "' ESCAPE '\\", "/* */ ; VACUUM", "E'\\x27'", "N'x'", "$$ $$", "0x27", "LIKE '%'", "'; COMMIT; --", "\x1a' OR 1=1",
]  # fmt: skip
LINES = [
    "a\r\nb", "a\nb", "a\rb", "\r\nBcc: tous@exemple.example", "\nSubject: autre\n\ncorps", "\r\n.\r\nMAIL FROM:<a@b.example>", ".\n..\n.",
    "a\u2028b\u2029c", "a\x0bb\x0cc", "a\x85b", "\r\n\r\nHTTP/1.1 200 OK\r\nSet-Cookie: a=b", "\"}\n{\"level\":\"info\",\"message\":\"faux\"",
    "From la ligne\nFrom l’autre", "--\n-- \n", "=0D=0A=\n", "=?utf-8?q?=0D=0A?=", "a\tb\t\tc", "   a   b   ",
]  # fmt: skip
CONTROLS = ["a\0b", "\0", "\0\0\0x", "\r\0\n", *(f"a{chr(code)}b" for code in [*range(1, 9), *range(14, 32), *range(127, 160)])]
DIRECTIONS = [
    "\u202egnp.exe", "\u202b\u0627\u0644\u0639\u0631\u0628\u064a\u0629\u202c", "\u2066\u2067\u2068", "\u2069\u2069\u202c", "\u200f\u200e\u061c",
    "abc \u05d0\u05d1\u05d2 123", "\u0627\u064e\u0644\u0652", "(\u05d0)", "\u202d2026-R-0001\u202c", "\u05d0\u202e<b>",
]  # fmt: skip
INVISIBLE = [
    "\u200b", "a\u200bb", "\u200d\u200c", "\ufeffa", "a\u00adb", "\u2060", "\u180e", "\U000e0041\U000e0042", "\u034f", "\u115f\u3164", "\u00a0", "\u3000",
    "\u2800", "\ufff9a\ufffab\ufffb", "\ufffd", "\ufffc", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ue000", "\U000f0000",
]  # fmt: skip
LETTERS = [
    "é", "e\u0301", "ﬁ", "ſ", "ẞß", "İiıI", "Ǆǅǆ", "ΐ", "ά", "\u0340", "Å\u212b\u0041\u030a", "한글", unicodedata.normalize("NFD", "한글"), "ｱﾞ",
    "e" + "\u0301" * 60, "Z\u0351\u036b\u0343", "\u0958", "ﷺ", "𝒟𝑜𝓁é", "🏳️‍🌈", "👩🏽‍🎓", "👨‍👩‍👧‍👦", "🇫🇷🇫", "1\ufe0f\u20e3", "𠜎𠜱", "\U0001f600" * 40, "क्षि", "\u0e01\u0e33",
]  # fmt: skip
FORMULAE = ["=1+1", "=cmd|' /C calc'!A0", "@SUM(1)", "+33 1 23", "-2+3", "=HYPERLINK(\"//x.example\")", "\t=1", "\r=1", "=DDE(1;2)", "'=1"]
PATHS = [
    "../../etc/passwd", "..\\..\\x", "C:\\x", "\\\\x\\y", "/dev/null", "CON", "aux.txt", "a:b", ".", "..", "...", ".htaccess", "~root", "a/b/c", "%2e%2e%2f",
    "%00", "file:///x", "COM1.pdf", "nul\0.pdf", "x" * 300, "-rf", "*?<>|\"", "a;b,c", "a=b&c=d#e?f", "con .txt",
]  # fmt: skip
ESCAPES = [
    "\\ud800", "\\udfff\\ud800", "&#xd800;", "%ed%a0%80", "\\u0000", "&#0;", "&#x1F;", "%u0041", "\\N{BULLET}", "+AGE-", "=E9=", "\\", "\\\\", "\"", "''", "null",
    "undefined", "NaN", "true", "-0", "1e999", "0x1F", "[]", "{}", "[object Object]", "()", "None", "nil", "2026-02-30", "999999999999999999999", "１２３",
]  # fmt: skip
GROUPS = {
    "markup": MARKUP,
    "templates": TEMPLATES,
    "SQL": SQL,
    "line ends": LINES,
    "controls": CONTROLS,
    "directions": DIRECTIONS,
    "invisible": INVISIBLE,
    "letters": LETTERS,
    "formulae": FORMULAE,
    "paths": PATHS,
    "escapes": ESCAPES,
}


def strings():
    """Each with its group: as it is, then two of different groups side by side, then long ones."""
    for group, members in GROUPS.items():
        for member in members:
            yield group, member
    chance = random.Random(2026)
    every = list(itertools.chain.from_iterable(GROUPS.values()))
    for _ in range(60):
        yield "mixtures", "".join(chance.sample(every, 3))
    for member in ("a", "é", "🎭", "<", "'", "{{", "\u0301", "\u202e", " ", "\n"):
        yield "long", "x" + member * 3_000 + "x"


def kept(words):
    """As the site keeps them: without U+0000, and lines ended as people see them."""
    return words.replace("\0", "").replace("\r\n", "\n")


FIRST = "Noé Zoë Åsa Łukasz Đặng Ñandú Íñigo Çağla Øystein Šárka Þór Ælfred ßeta Ğül O’Neil D'Arcy Jean-Luc Anne‑Marie"
OTHERS = (
    "محمد فاطمة אברהם שרה Владимир Ольга Γιώργος Ελένη 王小明 李娜 山田太郎 ひかり 김민준 "
    "สมชาย अनिल தமிழ் გიორგი Հայկ አበበ ខ្មែរ ᏣᎳᎩ 𐌲𐌿𐍄 𝔉𝔯𝔞𝔲 🎭 𠮷田"
)


def names(count):
    """As many names, each another: composed and in two pieces, from left and from right, rare letters, marks, blanks."""
    chance = random.Random(7)
    every = FIRST.split() + OTHERS.split()
    marks = ["", "", " ", "-", "’", "'", " d’", ", ", "\u00a0", "\u200f", " (", "/", "  "]
    for index in range(count):
        name = chance.choice(every) + chance.choice(marks) + chance.choice(every) + f" {index}"
        yield unicodedata.normalize("NFD" if index % 3 == 0 else "NFC", name) if index % 5 else name
