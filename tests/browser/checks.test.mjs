// The checks themselves: each must find the fault it is there for.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, newPage } from "./lib/browser.mjs";
import { findings } from "./lib/checks.mjs";
import { serveFolder } from "./lib/server.mjs";

const faults = {
    "low contrast": ['<link rel="stylesheet" href="grey.css"><p class="grey">grey on white</p>', /color-contrast/],
    "a field without a name": ['<input type="text">', /label/],
    "an inline style": ['<p style="color: red">red</p>', /console: .*style/i],
    "an inline script": ["<script>alert(1)</script>", /console: .*script/i],
    "a file that is missing": ['<link rel="stylesheet" href="missing.css">', /404/],
    "an exception": ['<script src="throws.js"></script>', /exception: on purpose/],
    "a line wider than the window": ['<link rel="stylesheet" href="wide.css"><p class="wide">wide</p>', /wider than the window: P.wide/],
    "a link to a place that is not there": ['<a href="#field-name">Write a name</a>', /leads nowhere: #field-name/],
    "a line wider than a small phone": ['<link rel="stylesheet" href="wide.css"><p class="tablet">wide</p>', /at 320 px .*P.tablet/],
    "focus that does not show": ['<link rel="stylesheet" href="bare.css"><p><a class="bare" href="#top">Go</a></p>', /focus does not show: A Go/],
    "an order of its own": ['<p><a tabindex="3" href="page.html">Go</a></p>', /an order of its own: A Go/],
    "text cut off": ['<link rel="stylesheet" href="cut.css"><h2 class="cut">A long heading without room</h2>', /cut off: H2/],
};
const files = { "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>', "grey.css": ".grey { color: #bbb }", "wide.css": ".wide { width: 3000px } .tablet { width: 500px }",
    "bare.css": ".bare:focus { outline: 0 }", "throws.js": 'throw new Error("on purpose")',
    "cut.css": ".cut { width: 40px; overflow: hidden; white-space: nowrap }" };
const document_with = (content) => '<!DOCTYPE html><html lang="en"><head><meta name="viewport" content="width=device-width">' +
    `<title>Fault</title><link rel="icon" href="icon.svg"></head><body><main><h1>Fault</h1>${content}</main></body></html>`;
let folder, server, browser;

before(async () => {
    folder = mkdtempSync(join(tmpdir(), "maerkbar-checks-"));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    server = await serveFolder(folder);
    browser = await launch();
});

after(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true });
});

async function found(content) {
    writeFileSync(join(folder, "page.html"), document_with(content));
    const page = await newPage(browser);
    await page.goto(server.url + "/page.html");
    const all = await findings(page);
    await page.context().close();
    return all;
}

test("a page without fault has no findings", async () => {
    assert.deepEqual(await found("<p>Nothing is wrong here.</p>"), []);
});

for (const [name, [content, expected]] of Object.entries(faults))
    test(`${name} is found`, async () => {
        const all = await found(content);
        assert.ok(all.some((finding) => expected.test(finding)), `not found among ${JSON.stringify(all)}`);
    });
