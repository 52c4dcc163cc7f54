// Every page that can be reached by links from the Overview, for each account: nothing is missing and nothing is found.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, newPage } from "./lib/browser.mjs";
import { findings } from "./lib/checks.mjs";
import { accounts, signIn, speak } from "./lib/people.mjs";
import { serverUnderTest } from "./lib/server.mjs";

const reason = "set MAERKBAR_SERVER (a command) or MAERKBAR_URL, and MAERKBAR_ACCOUNTS";
const configured = (process.env.MAERKBAR_URL || process.env.MAERKBAR_SERVER) && accounts().length > 0;
const alike = 2; // pages of one shape (the same address but for numbers) that are looked at
let server, browser;

before(async () => {
    if (!configured) return;
    server = await serverUnderTest();
    browser = await launch();
});

after(async () => {
    await browser?.close();
    await server?.close();
});

const shape = (url) => url.pathname.replace(/\d+/g, "#") + "?" + [...new Set(url.searchParams.keys())].sort().join("&");

const links = (page) =>
    page.$$eval("a[href]:not([download])", (all) => all.map((a) => a.href)).then((all) =>
        all.map((href) => new URL(href)).filter((url) => url.origin === server.url).map((url) => {
            url.hash = "";
            return url;
        }));

async function crawl(page, visit) {
    const waiting = [new URL("/", server.url)];
    const known = new Set([waiting[0].href]);
    const seen = new Map();
    while (waiting.length > 0) {
        const url = waiting.shift();
        const times = (seen.get(shape(url)) ?? 0) + 1;
        seen.set(shape(url), times);
        if (times > alike) continue;
        await visit(url);
        if (!(await page.evaluate(() => document.contentType)).includes("html")) continue;
        for (const next of await links(page))
            if (!known.has(next.href)) {
                known.add(next.href);
                waiting.push(next);
            }
    }
    return known.size;
}

// A link to a file starts a download instead of a page; asking for it directly says whether it is there.
async function isPage(page, url) {
    const answer = await page.request.get(url.href, { maxRedirects: 5 });
    assert.ok(answer.status() < 400, `${url.pathname}${url.search} answers ${answer.status()}`);
    return (answer.headers()["content-type"] ?? "").includes("text/html");
}

for (const account of accounts())
    for (const [width, theme, language] of [[1280, "light", "da"], [375, "dark", "nb"]])
        test(`${account.login}, ${width} px, ${theme}, ${language}: every page reached by links`, { skip: !configured && reason },
            async () => {
                const page = await newPage(browser, { width, theme });
                await signIn(page, server.url, account);
                await speak(page, language);
                const found = [];
                await crawl(page, async (url) => {
                    if (!(await isPage(page, url))) return;
                    await page.goto(url.href);
                    found.push(...(await findings(page)).map((finding) => `${url.pathname}${url.search}: ${finding}`));
                });
                assert.deepEqual(found, []);
                await page.context().close();
            });

if (!configured) test("every page reached by links", { skip: reason }, () => {});
