// Following links as a curious person would.

const shape = (url) => url.pathname.replace(/\d+/g, "#") + "?" + [...new Set(url.searchParams.keys())].sort().join("&");

async function links(page, origin) {
    const all = await page.$$eval("a[href]:not([download])", (anchors) =>
        // A link inside a chart has its address in an object of SVG's own.
        anchors.map((a) => new URL(a.getAttribute("href"), document.baseURI).href));
    return all.map((href) => new URL(href)).filter((url) => url.origin === origin).map((url) => {
        url.hash = "";
        return url;
    });
}

/**
 * Visits `start` and every page of the same origin that links lead to; of addresses that differ in numbers alone only the first
 * `alike`. `look(page, url)` answers with findings. The result has { findings, visited }: what each page showed, addresses
 * that answer with 400 or more among them, and the pages seen. Files are asked for, not looked at.
 */
export async function crawl(page, start, look, { alike = 2 } = {}) {
    const waiting = [new URL(start)];
    const known = new Set([waiting[0].href]);
    const times = new Map();
    const findings = [];
    const visited = [];
    while (waiting.length > 0) {
        const url = waiting.shift();
        times.set(shape(url), (times.get(shape(url)) ?? 0) + 1);
        if (times.get(shape(url)) > alike) continue;
        const place = url.pathname + url.search;
        const answer = await page.request.get(url.href);
        if (answer.status() >= 400) findings.push(`${place}: answers ${answer.status()}`);
        if (answer.status() >= 400 || !(answer.headers()["content-type"] ?? "").includes("text/html")) continue;
        await page.goto(url.href);
        visited.push(place);
        findings.push(...(await look(page, url)).map((finding) => `${place}: ${finding}`));
        for (const next of await links(page, url.origin))
            if (!known.has(next.href)) {
                known.add(next.href);
                waiting.push(next);
            }
    }
    return { findings, visited };
}
