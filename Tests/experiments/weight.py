#!/usr/bin/env python3
"""What a telephone loads to show the public form: requests and bytes as they come over the wire, for somebody who has never
been here. It tells after how long the largest part stood there, which depends on the machine."""

from harness import Server, conduct, places, say
from windows import browsers

MOST_REQUESTS, MOST_BYTES = 4, 40_000
PAINTED = """() => new Promise(told => new PerformanceObserver(list => told(list.getEntries().at(-1).startTime))
    .observe({type: 'largest-contentful-paint', buffered: true}))"""


def run(tally, folder):
    with places("sqlite", folder) as place, Server(place) as server, browsers() as browser:
        page = browser.new_context(viewport={"width": 360, "height": 800}, locale="fr-FR").new_page()
        wire, loaded = page.context.new_cdp_session(page), []
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda told: loaded.append(told["encodedDataLength"]))
        page.goto(f"http://127.0.0.1:{server.port}/reclamation", wait_until="networkidle")
        weight = sum(loaded)
        tally.check(0 < len(loaded) <= MOST_REQUESTS, f"the form comes in {len(loaded)} requests", loaded)
        tally.check(0 < weight <= MOST_BYTES, f"it weighs {weight / 1000:.0f} kB", weight)
        say(f"      its largest part stood there after {page.evaluate(PAINTED):.0f} ms")


if __name__ == "__main__":
    conduct("weight", run)
