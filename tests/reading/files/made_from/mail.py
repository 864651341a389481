"""Write the messages among the test documents, with the mail package of Python: python made_from/mail.py"""

import json
from email.message import EmailMessage
from pathlib import Path

FILES = Path(__file__).parents[1]
NAMES = json.loads((FILES / "made_from" / "names.json").read_text("utf-8"))["organisations"]
CALL = "We, the undersigned, call on the Council to open the road that the villages of the valley depend on."


def message(subject: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "Ann Farmer <ann@orchard.example>", "office@valley.example"
    made["Subject"], made["Date"] = subject, "Tue, 05 Mar 2019 10:11:12 +0200"
    made["Message-ID"] = "<1@orchard.example>"
    return made


both = message("Letter on the road – رسالة")
listed = "\n".join(f"> {i}. {name}" for i, name in enumerate(NAMES, 1))
both.set_content(f"Dear all,\n\n> {CALL}\n>\n> Signed by:\n{listed}\n\n-- \nAnn Farmer\nOrchard Group\n", cte="base64")
items = "".join(f"<li>{name.replace('&', '&amp;')}</li>" for name in NAMES)
html = f"<html><body><p>Dear all,</p><p>{CALL}</p><p>Signed by:</p><ol>{items}</ol><p>Ann Farmer</p></body></html>"
both.add_alternative(html, subtype="html", cte="quoted-printable")
(FILES / "both.eml").write_bytes(both.as_bytes())

plain = message("Letter on the road")
plain.set_content(f"{CALL}\n\n" + "\n".join(NAMES) + "\n\n-- \nAnn Farmer\nOrchard Group\n", charset="utf-8")
(FILES / "plain.eml").write_bytes(plain.as_bytes())

attached = message("The list is attached")
attached.set_content("Dear colleague, the list that you asked for is attached to this message.\n")
for file in ("letter.docx", "book.xlsx"):
    data = (FILES / file).read_bytes()
    attached.add_attachment(data, maintype="application", subtype="octet-stream", filename=file)
(FILES / "attached.eml").write_bytes(attached.as_bytes())
