// Every part and chart in every state (maerkbar_gallery), looked at as the pages are: axe, width, policy, print, keys.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, newPage } from "./lib/browser.mjs";
import { findings, overflowFindings, takeTroubles } from "./lib/checks.mjs";
import { picture, print } from "./lib/output.mjs";
import { build, serveFolder } from "./lib/server.mjs";

const names = ["overview", "indicator", "form_with_errors", "pieces", "sign_in"];
let folder, server, browser;

before(async () => {
    folder = mkdtempSync(join(tmpdir(), "maerkbar-gallery-"));
    execFileSync(join(build, "tests/browser/gallery/maerkbar_gallery"), [folder]);
    server = await serveFolder(folder);
    browser = await launch();
});

after(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true });
});

const open = async (name, options = {}, language = "da") => {
    const page = await newPage(browser, options);
    await page.goto(`${server.url}/${language}/${name}.html`);
    return page;
};

for (const name of names) {
    for (const theme of ["light", "dark"])
        for (const width of [1280, 375])
            test(`${name}, ${theme}, ${width} px: nothing found in any language`, async () => {
                for (const language of ["da", "nb", "en"]) {
                    const page = await open(name, { width, theme }, language);
                    assert.deepEqual(await findings(page), [], language);
                    await picture(page, `gallery-${name}-${language}-${theme}-${width}`);
                    await page.context().close();
                }
            });

    test(`${name} without script, 320 px wide, is complete`, async () => {
        const page = await open(name, { width: 320, script: false }); // WCAG 1.4.10: reflow
        assert.deepEqual([...takeTroubles(page), ...(await overflowFindings(page))], []);
        assert.ok(await page.locator("main h1").isVisible());
        await page.context().close();
    });
}

test("an overview prints on at most three sheets, an indicator on at most four", async () => {
    for (const [name, sheets] of [["overview", 3], ["indicator", 4]]) {
        const page = await open(name, { theme: "dark" });
        assert.ok((await print(page, `gallery-${name}`)) <= sheets, name);
        await page.emulateMedia({ media: "print" });
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "light");
        assert.equal(await page.locator(".side-wide").isVisible(), false);
        await page.context().close();
    }
});

test("a phone gets the narrow chart, a wide window the wide one", async () => {
    for (const [width, shown, hidden] of [[1280, "wide", "small-box"], [375, "small-box", "wide"]]) {
        const page = await open("indicator", { width });
        assert.ok(await page.locator(`.chart-${shown} svg`).first().isVisible());
        assert.equal(await page.locator(`.chart-${hidden} svg`).first().isVisible(), false);
        await page.context().close();
    }
});

test("the keyboard reaches the content first and walks along a chart", async () => {
    const page = await open("indicator");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    const name = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    await page.locator(".chart-wide .chart-stop[tabindex='0']").first().focus();
    assert.match(await name(), /^april 2026/);
    await page.keyboard.press("ArrowLeft");
    assert.match(await name(), /^marts 2026/);
    await page.keyboard.press("Home");
    assert.match(await name(), /^maj 2024/);
    assert.equal(await page.locator(".chart-wide .chart-stop[tabindex='0']").count(), 1);
    await page.context().close();
});

test("a form sent back with errors puts the summary in focus, and its links lead to the fields", async () => {
    const page = await open("form_with_errors");
    assert.equal(await page.evaluate(() => document.activeElement.id), "errors");
    await page.click('#errors a[href="#field-name"]');
    assert.equal(await page.evaluate(() => document.activeElement.id), "field-name");
    await page.context().close();
});

test("a confirmation can be refused, and then nothing is sent", async () => {
    const page = await open("pieces");
    await page.click("form[data-confirm] button");
    assert.equal(await page.locator("dialog p").textContent(), "Vil du fortryde importen?");
    await page.click('dialog button[value="no"]');
    assert.equal(await page.locator("dialog").isVisible(), false);
    const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/undo"));
    await page.click("form[data-confirm] button");
    await page.click('dialog button[value="yes"]');
    await sent;
    await page.context().close();
});

test("unsent text is found again after leaving the page, but no password", async () => {
    const page = await open("form_with_errors");
    // A form with errors shows what was sent; a fresh one gets the draft back.
    await page.evaluate(() => document.querySelectorAll("[aria-invalid]").forEach((e) => e.removeAttribute("aria-invalid")));
    await page.fill("#field-name", "Færre overleveringer");
    await page.waitForFunction(() => sessionStorage.length === 1);
    const stored = await page.evaluate(() => sessionStorage.getItem(sessionStorage.key(0)));
    assert.match(stored, /Færre overleveringer/);
    assert.doesNotMatch(stored, /gallery/); // the hidden token
    await page.context().close();
});
