// Every page that can be reached by links from the Overview, for each account: nothing is missing and nothing is found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./lib/browser.mjs";
import { findings } from "./lib/checks.mjs";
import { crawl } from "./lib/crawl.mjs";
import { picture } from "./lib/output.mjs";
import { accounts, signIn, speak } from "./lib/people.mjs";
import { browser, server, visitSite } from "./lib/site.mjs";

const { MAERKBAR_DEMO, MAERKBAR_SERVER, MAERKBAR_URL } = process.env;
const configured = (MAERKBAR_DEMO || MAERKBAR_SERVER || MAERKBAR_URL) && accounts().length > 0;
const skip = !configured && "set MAERKBAR_DEMO=1, or MAERKBAR_SERVER or MAERKBAR_URL with MAERKBAR_ACCOUNTS";
// The first account, which sees most, in every way, and of each kind of page two in the first; the others see the same pages or fewer.
const ways = [{ width: 1280, theme: "light", language: "da" }, { width: 375, theme: "dark", language: "nb" },
    { width: 375, theme: "light", language: "en" }];

visitSite(skip);

const fileName = (url) => (url.pathname + url.search).replace(/[^\w-]+/g, "_").slice(0, 80) || "front";

async function lookEverywhere(account, { width, theme, language }, alike) {
    const page = await newPage(browser, { width, theme });
    await signIn(page, server.url, { password: server.password, ...account });
    await speak(page, language);
    const { findings: found, visited } = await crawl(page, server.url + "/", async (seen, url) => {
        await picture(seen, `${account.login}-${language}-${width}-${fileName(url)}`);
        return findings(seen);
    }, { alike });
    await page.context().close();
    assert.deepEqual(found, []);
    assert.ok(visited.length > 1, "the Overview leads nowhere");
}

for (const [number, account] of accounts().entries())
    for (const way of number === 0 ? ways : ways.slice(0, 1))
        test(`${account.login}, ${way.width} px, ${way.theme}, ${way.language}: every page reached by links`, { skip },
            () => lookEverywhere(account, way, number === 0 && way === ways[0] ? 2 : 1));

if (skip) test("every page reached by links", { skip }, () => {});
