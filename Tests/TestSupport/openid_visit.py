"""Somebody who says who they are to a real provider of identities, as a browser would: `openid_visit.py ADDRESS NAME PASSWORD`.

It follows the address, fills in what is asked, and prints where the provider sends the browser back to, without going there.
"""

import html.parser
import http.cookiejar
import sys
import urllib.error
import urllib.parse
import urllib.request


class Stay(urllib.request.HTTPRedirectHandler):
    """Each step is taken by hand."""

    def redirect_request(self, *_):
        return None


class Form(html.parser.HTMLParser):
    """The fields of a page's forms, all together: the pages here have one that matters."""

    def __init__(self, text):
        super().__init__()
        self.fields = {}
        self.action = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form" and (given.get("method") or "").lower() == "post":
            self.action = given.get("action") or ""
        if tag in ("input", "button") and given.get("name"):
            self.fields.setdefault(given["name"], given.get("value") or "")


def main():
    address, name, password = sys.argv[1:4]
    home = urllib.parse.urlsplit(address).netloc
    browser = urllib.request.build_opener(Stay, urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    data = None
    for _ in range(12):
        try:
            answer = browser.open(address, data, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        data = None
        if answer.status in (302, 303, 307):
            address = urllib.parse.urljoin(address, answer.headers["Location"])
            if urllib.parse.urlsplit(address).netloc != home:
                print(address)
                return
            continue
        text = answer.read().decode()
        form = Form(text)
        fields = form.fields
        if "password" in fields:
            fields["password"] = password
        elif "login" in fields:
            fields["login"] = name
        else:
            sys.exit(f"{answer.status} at {address}: {text[:2000]}")
        address = urllib.parse.urljoin(address, form.action or "")
        data = urllib.parse.urlencode(fields).encode()
    sys.exit(f"no end at {address}")


if __name__ == "__main__":
    main()
