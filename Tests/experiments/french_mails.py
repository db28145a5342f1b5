"""Mails as French people and machines write them, each with what it is: none is real, all are made here, the same each time.

`everything()` gives (name, what it is, raw bytes). What it is: `grievance` (a complaint in its own words), `form` (asks for
the form), `question` (neither: somebody wants something else), `bounce`, `robot`, `spam`.
"""

import base64
import email.header
import itertools
import quopri

HOUSE = "info@cine-atelier.example"
PEOPLE = [
    ("Noé Darcy", "noe.darcy@orange.example"), ("Zoé Caron", "zcaron@free.example"), ("Aïcha Benali", "aicha.b@gmail.example"),
    ("Jean-Loïc Œuvrard", "jl.oeuvrard@laposte.example"), ("Maïlys Lefèvre", "mailys@outlook.example"),
    ("O’Brien, Siobhán", "siobhan@sfr.example"), ("SARL Grand Écran", "contact@grand-ecran.example"),
    ("Françoise Dûment", "f.dument@wanadoo.example"), ("", "tom1998@icloud.example"), ("Anaïs", "anais_75@yahoo.example"),
]

GRIEVANCES = [
    ("RECLAMATION", "Bonjour,\n\nLa formation montage du 3 mars a été écourtée d’une demi-journée, sans prévenir. "
     "Je demande le remboursement de cette demi-journée.\n\nCordialement,"),
    ("Réclamation", "Madame, Monsieur,\n\nLe formateur est arrivé avec deux heures de retard les deux premiers jours et le "
     "programme annoncé n’a pas été tenu. Je souhaite que ces heures soient rattrapées."),
    ("réclamation salle glaciale", "La salle était à 14 °C toute la semaine. Nous avons gardé nos manteaux. C’est inadmissible."),
    ("RECLAMATION - facture", "La facture 2026-118 compte cinq jours. Je n’en ai suivi que quatre. Merci de la corriger."),
    ("Re: RECLAMATION", "Suite à notre échange, voici ce qui s’est passé : le matériel promis (caméra, trépied) n’était pas là."),
    ("TR: Réclamation stage", "Je vous transmets ma plainte. Mon attestation n’est toujours pas arrivée après six semaines."),
    ("Fwd: RÉCLAMATION", "Je conteste mon évaluation : le jury n’a pas regardé mon film jusqu’au bout."),
    ("URGENT réclamations", "Propos humiliants d’un intervenant devant tout le groupe, le 12 mai. Je veux une réponse écrite."),
    ("Mécontentement", "Je suis très déçu de la formation : rien de ce qui était écrit dans le programme n’a été fait. "
     "Je vous demande de me rembourser."),
    ("Problème formation CPF", "Bonjour, je souhaite déposer une réclamation. Le lien de connexion n’a jamais marché et mes "
     "droits CPF ont été débités."),
    ("", "Bonjour je suis pas content du tout le prof crie sur les gens et personne fait rien je veux etre rembourser"),
    ("plainte", "L’accès en fauteuil promis n’existait pas. J’ai dû être portée. C’est une discrimination."),
    ("Demande de remboursement", "J’ai annulé dans le délai prévu et vous refusez de me rendre l’acompte de 300 €. Je vous "
     "mets en demeure de le faire sous quinze jours."),
    ("insatisfaction session octobre", "Le support de cours est arrivé après la fin de la session. Ce n’est pas sérieux."),
    ("Réclamation : convention", "L’entreprise que je représente n’a reçu ni convention signée ni feuilles d’émargement."),
]
REQUESTS = [
    ("RECLAMATION", ""), ("Réclamation", "Bonjour,\n\nPouvez-vous m’envoyer le formulaire ?\n\nMerci"),
    ("reclamation", "Merci de me faire parvenir le formulaire de réclamation."), ("RÉCLAMATION", "Cordialement,"),
    ("Re: RECLAMATION", "Je voudrais le formulaire s’il vous plaît."),
    ("TR: reclamation", "Bonjour, où trouver votre formulaire de réclamation ? Bonne journée."),
    ("RECLAMATION.", "Formulaire svp"), ("  RECLAMATION  ", "\n\n"),
]
QUESTIONS = [
    ("Dates des prochaines sessions", "Bonjour, quand a lieu la prochaine session de montage ? Merci d’avance."),
    ("Devis", "Pourriez-vous nous faire parvenir un devis pour trois personnes ?"),
    ("Inscription", "Je souhaite m’inscrire à la formation son du mois de juin. Comment faire ?"),
    ("Merci !", "Un grand merci pour cette semaine, le groupe était formidable."),
    ("Facture", "Bonjour, pouvez-vous m’envoyer le duplicata de ma facture pour mon employeur ?"),
]
ROBOTS = [
    ({"Auto-Submitted": "auto-replied"}, "Absence du bureau : votre message",
     "Je suis absente jusqu’au 3 janvier. En cas d’urgence, écrivez à accueil@exemple.example."),
    ({"X-Auto-Response-Suppress": "All", "Auto-Submitted": "auto-generated"}, "Réponse automatique : Accusé de réception",
     "Je suis en congé et ne lis pas mes courriels."),
    ({"Precedence": "auto_reply"}, "Out of office", "I am out of the office until Monday."),
    ({}, "Réponse automatique : votre réclamation", "Bonjour, je suis absent du bureau et vous répondrai à mon retour."),
    ({}, "Message d’absence", "Merci de votre message. Je suis en congés jusqu’au 15 août inclus."),
    ({"Precedence": "bulk", "List-Unsubscribe": "<mailto:x@liste.example>", "List-Id": "<lettre.opco.example>"},
     "La lettre de l’OPCO", "Ce mois-ci : la réforme de l’apprentissage, nos webinaires."),
    ({"List-Id": "<of-idf.listes.example>", "Precedence": "list"}, "[of-idf] Réunion", "La réunion est déplacée à mardi."),
]
SPAM = [
    ({"X-Spam-Flag": "YES", "X-Spam-Status": "Yes, score=18.2"}, "You have won!!!", "Claim your 1.000.000 EUR prize now."),
    ({"X-Spam-Flag": "YES"}, "Votre colis est bloqué", "Payez 1,99 € ici : http://colis-suivi.example/x"),
]
QUOTED = "\n\nLe mar. 3 mars 2026 à 10:12, Ciné-Atelier <info@cine-atelier.example> a écrit :\n> Bonjour,\n> " \
    "Nous avons bien reçu votre inscription.\n> Cordialement,\n> L’équipe\n"


def encoded(words, charset="utf-8"):
    if charset != "utf-8":
        words = words.replace("’", "'").replace("Œ", "OE").encode(charset, "replace").decode(charset)
    return email.header.Header(words, charset).encode() if not words.isascii() else words


def head(name, address, subject, charset="utf-8", **more):
    sender = f"{encoded(name, charset)} <{address}>" if name else address
    if name and any(one in name for one in ",."):
        sender = f'"{name}" <{address}>' if name.isascii() else f"{encoded(name, charset)} <{address}>"
    lines = {"Return-Path": f"<{address}>", "From": sender, "To": HOUSE, "Subject": encoded(subject, charset),
             "Date": "Tue, 24 Nov 2026 09:41:00 +0100", "MIME-Version": "1.0", **more}
    return "".join(f"{key}: {value}\r\n" for key, value in lines.items() if value is not None)


def quoted(words, charset="utf-8"):
    return quopri.encodestring(words.encode(charset, "replace")).replace(b"\n", b"\r\n")


def sixty_four(words, charset="utf-8"):
    return base64.encodebytes(words.encode(charset, "replace")).replace(b"\n", b"\r\n")


def html(text, style=""):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    body = "".join(f"<p class={style or 'x'}>{line or '&nbsp;'}</p>\n" for line in escaped.split("\n"))
    return f"<html><head><style>p.x {{ color: #222 }}</style><title>Sans titre</title></head><body>{body}</body></html>"


def alternative(start, text, page, charset, encode, encoding, boundary="=_limite.42"):
    parts = [(kind, encode(words, charset)) for kind, words in (("plain", text), ("html", page))]
    body = b"".join(
        f"--{boundary}\r\nContent-Type: text/{kind}; charset=\"{charset}\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
        .encode() + content + b"\r\n" for kind, content in parts
    )
    kind = f'Content-Type: multipart/alternative;\r\n\tboundary="{boundary}"\r\n\r\n'
    return (start + kind).encode() + body + f"--{boundary}--\r\n".encode()


def outlook(who, subject, text):
    start = head(*who, subject, "iso-8859-1" if subject.isascii() else "utf-8", **{"X-Mailer": "Microsoft Outlook 16.0",
                 "Thread-Index": "Adx0b2Zk", "Content-Language": "fr"})
    return alternative(start, text, html(text, "MsoNormal"), "windows-1252", quoted, "quoted-printable",
                       "----=_NextPart_000_0021_01DB.5A")


def outlook_html(who, subject, text):
    start = head(*who, subject) + 'Content-Type: text/html; charset="iso-8859-1"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    return start.encode() + quoted(html(text, "MsoNormal").replace("’", "&rsquo;").replace("€", "&euro;").replace("œ", "&oelig;"),
                                   "iso-8859-1")


def gmail(who, subject, text):
    page = f'<div dir="ltr">{html(text)}</div>'
    return alternative(head(*who, subject), text, page, "UTF-8", sixty_four, "base64", "000000000000f1c3a905f6")


def iphone(who, subject, text):
    start = head(*who, subject, **{"X-Mailer": "iPhone Mail (23B82)"})
    boundary = "Apple-Mail-8F2A"
    words = quoted(text + "\n\nEnvoyé de mon iPhone")
    photo = base64.encodebytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8).replace(b"\n", b"\r\n")
    return (
        f"{start}Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n--{boundary}\r\nContent-Type: text/plain;\r\n\t"
        "charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    ).encode() + words + (
        f"\r\n--{boundary}\r\nContent-Type: image/jpeg;\r\n\tname=\"=?utf-8?B?{base64.b64encode('été.jpg'.encode()).decode()}?=\""
        "\r\nContent-Disposition: inline;\r\n\tfilename*=utf-8''%C3%A9t%C3%A9.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    ).encode() + photo + f"--{boundary}--\r\n".encode()


def thunderbird(who, subject, text):
    start = head(*who, subject, **{"User-Agent": "Mozilla Thunderbird"})
    kind = "Content-Type: text/plain; charset=UTF-8; format=flowed\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return (start + kind + text.replace("\n", "\r\n") + "\r\n-- \r\n" + who[0] + "\r\n").encode()


def orange(who, subject, text):
    start = head(*who, subject, **{"X-Mailer": "Orange Mail", "X-ME-User-Auth": who[1]})
    said = text + "\n\n\n> Message du 03/03/26 10:12\n> De : \"Ciné-Atelier\" <info@cine-atelier.example>\n> Objet : Votre session"
    return alternative(start, said, html(text), "UTF-8", quoted, "quoted-printable", "----=_Part_7_1.1772")


def zimbra(who, subject, text):
    start = head(*who, subject, **{"X-Mailer": "Zimbra 9.0.0 (ZimbraWebClient - FF3.0 (Win))"})
    kind = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    return (start + kind).encode() + quoted(text)


def laposte(who, subject, text):
    start = head(*who, subject, "iso-8859-15", **{"X-Mailer": "La Poste Webmail"})
    kind = "Content-Type: text/plain; charset=iso-8859-15\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return (start + kind).encode() + text.replace("’", "'").replace("\n", "\r\n").encode("iso-8859-15", "replace")


def samsung(who, subject, text):
    start = head(*who, subject) + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return start.encode() + sixty_four(html(text + "\n\nEnvoyé depuis mon appareil Galaxy") + "<!-- fin -->")


def bare(who, subject, text):
    """No MIME at all, eight bits in the head: as old scripts and some scanners still send."""
    start = f"Return-Path: <{who[1]}>\r\nFrom: {who[0]} <{who[1]}>\r\nTo: {HOUSE}\r\nSubject: {subject}\r\n\r\n{text}\r\n"
    return start.replace("’", "'").encode("iso-8859-1", "replace")


def replying(who, subject, text):
    return gmail(who, subject, text + QUOTED)


STYLES = [outlook, outlook_html, gmail, iphone, thunderbird, orange, zimbra, laposte, samsung, bare, replying]

DELIVERY = (
    "Reporting-MTA: dns; mx.relais.example\r\n\r\nFinal-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {status}\r\n"
    "Diagnostic-Code: smtp; {code}\r\n"
)


def report(to, status="5.1.1", code="550 5.1.1 User unknown", action="failed", system="Mail Delivery System",
           subject="Undelivered Mail Returned to Sender", said="This is the mail system at host mx.relais.example."):
    """A report in the form of RFC 3464."""
    boundary = "A1B2C3.1772/mx.relais.example"
    parts = [("text/plain; charset=utf-8", said), ("message/delivery-status", DELIVERY.format(to=to, action=action,
             status=status, code=code)), ("text/rfc822-headers", f"Subject: Votre message\r\nTo: {to}\r\nMessage-ID: <perdu@cine-atelier.example>\r\n")]
    body = "".join(f"--{boundary}\r\nContent-Type: {kind}\r\n\r\n{words}\r\n" for kind, words in parts)
    start = (
        f"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.relais.example ({system})\r\nTo: {HOUSE}\r\nSubject: {subject}\r\n"
        "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n"
        f"\tboundary=\"{boundary}\"\r\n\r\n"
    )
    return (start + body + f"--{boundary}--\r\n").encode()


def qmail(to):
    return (
        f"Return-Path: <>\r\nFrom: MAILER-DAEMON@qmail.example\r\nTo: {HOUSE}\r\nSubject: failure notice\r\n\r\n"
        "Hi. This is the qmail-send program at qmail.example.\r\nI'm afraid I wasn't able to deliver your message to the "
        f"following addresses.\r\n\r\n<{to}>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n\r\n--- Below this line is a "
        "copy of the message.\r\n\r\nReturn-Path: <info@cine-atelier.example>\r\nMessage-ID: <perdu@cine-atelier.example>\r\n"
    ).encode()


def exim(to):
    return (
        f"Return-Path: <>\r\nX-Failed-Recipients: {to}\r\nAuto-Submitted: auto-replied\r\nFrom: Mail Delivery System "
        f"<Mailer-Daemon@exim.example>\r\nTo: {HOUSE}\r\nSubject: Mail delivery failed: returning message to sender\r\n\r\n"
        f"A message that you sent could not be delivered to one or more of its recipients.\r\n\r\n  {to}\r\n    host "
        "mx.exim.example: 550 5.7.1 Rejected\r\n"
    ).encode()


def bounces():
    to = "parti@orange.example"
    yield "postfix", report(to)
    yield "full", report(to, "5.2.2", "552 5.2.2 Mailbox full")
    yield "exchange", report(to, "5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", system="Microsoft Outlook",
                             subject="Non remis : Votre message", said="Échec de la remise à ces destinataires.")
    yield "delayed", report(to, "4.4.1", "connect timed out", action="delayed", subject="Delayed Mail (still being retried)")
    yield "gmail", report(to, "5.2.1", "550 5.2.1 The email account is disabled", system="Mail Delivery Subsystem",
                          subject="Delivery Status Notification (Failure)")
    yield "qmail", qmail(to)
    yield "exim", exim(to)


def everything():
    """Every mail: its name, what it is, and its bytes."""
    # Nobody writes twice: what follows from that is another matter.
    people = ((name, f"p{number}.{address}") for number, (name, address) in enumerate(itertools.cycle(PEOPLE)))
    # Each grievance in most styles, each of the others in a few, so that nothing hangs together by chance.
    for number, (subject, text) in enumerate(GRIEVANCES):
        for style in STYLES[number % 2 :: 2] + STYLES[(number + 1) % 2 :: 4]:
            yield f"grievance {number} {style.__name__}", "grievance", style(next(people), subject, text)
    for number, (subject, text) in enumerate(REQUESTS):
        for style in STYLES[number % 3 :: 3]:
            if style is not replying or text.strip():
                yield f"form {number} {style.__name__}", "form", style(next(people), subject, text)
    for number, (subject, text) in enumerate(QUESTIONS):
        for style in STYLES[number % 3 :: 3]:
            yield f"question {number} {style.__name__}", "question", style(next(people), subject, text)
    for kind, those in (("robot", ROBOTS), ("spam", SPAM)):
        for number, (headers, subject, text) in enumerate(those):
            extra = "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode()
            for style in (zimbra, outlook):
                yield f"{kind} {number} {style.__name__}", kind, extra + style(next(people), subject, text)
    for name, raw in bounces():
        yield f"bounce {name}", "bounce", raw
