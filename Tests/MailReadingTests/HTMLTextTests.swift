import Mail
import MailReading
import Testing

@Suite struct `HTML` {
    private func text(_ html: String) -> String {
        ReadMail.of("Content-Type: text/html; charset=utf-8\n\n\(html)").passages.map(\.text).joined(separator: "\n")
    }

    @Test func `is read as text, with its lists and links`() throws {
        let mail = try MailFile.read("gmail-html-only")
        #expect(
            mail.ownText == """
                Bonjour,

                Le cours du 3\u{A0}mars n’a pas eu lieu\u{A0}: voir le planning <https://ecole-exemple.fr/cours/3> et \
                ecole-exemple.fr.

                - salle fermée
                - aucun avis

                Cordialement,
                Camille & Lou — €50
                """
        )
        #expect(mail.quotedText.hasPrefix("Le mer. 11 mars 2026") && mail.quotedText.hasSuffix("L'école"))
        #expect(mail.files == [])
    }

    // Shows: S-23, S-78
    @Test(arguments: [
        ("<script>fetch('x')</script>a<style>b{}</style>", "a"), ("a<!-- b -->c", "ac"),
        ("<img src=http://x/p.gif>a", "a"),
        ("<title>t</title>a", "a"), ("<img alt='Logo' src=x>", "[Logo]"), ("a<b onclick='x>y'>b</b>", "ab"),
        ("<a href='javascript:x()'>a</a>", "a"), ("<a href=\"http://x.fr\">a</a>", "a <http://x.fr>"),
        ("<iframe>x</iframe>a", "a"),
    ]) func `shows no script, no style and nothing from elsewhere`(html: String, read: String) {
        #expect(text(html) == read)
    }

    // Shows: S-23
    @Test func `of a whole mail is its words alone, whatever it would run, fetch, send or look like`() {
        let mail = ReadMail.of(
            """
            From: Zoé <zoe@exemple.fr>
            Subject: RECLAMATION
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <html><head><base href="https://pisteur.example/"><link rel=stylesheet href="https://pisteur.example/b.css">
            <meta http-equiv=refresh content="0;url=https://pisteur.example/"><script>alert(document.cookie)</script>
            <style>@import url(https://pisteur.example/a); p {color: red}</style></head>
            <body onload="alert(1)"><p style="color: red">Personne ne répond.</p>
            <img src="https://pisteur.example/p.gif" width=1><iframe src="https://pisteur.example/"></iframe>
            <svg onload="alert(2)"><script>alert(3)</script></svg><object data="https://pisteur.example/"></object>
            <form action="https://pisteur.example/"><input name=mdp type=password></form>
            <a href="https://lien.example/suite" onclick="alert(4)">La suite</a></body></html>
            """
        )
        let text = mail.passages.map(\.text).joined(separator: "\n")
        #expect(text.contains("Personne ne répond.") && text.contains("La suite <https://lien.example/suite>"))
        for trace in ["alert", "pisteur", "color", "import", "<p", "<form", "mdp", "onload", "refresh"] {
            #expect(!text.contains(trace), "\(trace)")
        }
        #expect(mail.files == [])
    }

    @Test(arguments: [
        ("&eacute;&Eacute;&nbsp;&euro;&hellip;x", "éÉ\u{A0}€…x"), ("&#233;&#xe9;&#146;", "éé’"), ("&amp;lt;", "&lt;"),
        ("a & b &unknown; &", "a & b &unknown; &"), ("?a=1&copy=2", "?a=1&copy=2"), ("&#0;&#55296;a", "&#0;&#55296;a"),
        ("&#8;&#x7f;a&#13;b", "&#8;&#x7f;a b"),
    ]) func `has its entities read, and no others`(html: String, read: String) { #expect(text(html) == read) }

    @Test(arguments: [
        ("a<br>b<br><br>c", "a\nb\n\nc"), ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<p class=MsoNormal>a</p><p class=MsoNormal>b</p>", "a\nb"), ("<div>a</div><div>b</div>", "a\nb"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<pre>a\n  b</pre>", "a\n  b"), ("a \n   b", "a b"), ("<h1>a</h1>b", "a\n\nb"),
    ]) func `keeps the lines that it shows`(html: String, read: String) { #expect(text(html) == read) }

    @Test(arguments: ["<", "a<b", "<a href=\"x", "<!-- a", "<style>a", "</", "<div", "&#x", "<a b='>c", "<![CDATA[a"])
    func `that was cut loses no more than its cut tag`(html: String) {
        #expect(text("début \(html)").hasPrefix("début"))
        #expect(text("\(html) <p>fin").contains("fin"), "\(text("\(html) <p>fin"))")
    }

    @Test func `is read only where there is no plain text to speak of`() throws {
        #expect(try MailFile.read("laposte-webmail").ownText.hasPrefix("Je n’ai pas reçu"))
        #expect(try MailFile.read("gmail-web-reply").ownText.contains("relevé"))
    }
}
