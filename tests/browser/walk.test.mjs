// A consultant's work from a file to a verdict and back, in every language, narrow and wide, without script and by keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./lib/browser.mjs";
import { findings, takeTroubles } from "./lib/checks.mjs";
import { guidePicture, picture, print } from "./lib/output.mjs";
import { signIn, speak } from "./lib/people.mjs";
import { browser, server, visitSite } from "./lib/site.mjs";
import { check, confirm, mapPersonalNumbers, october, undo, upload } from "./lib/steps.mjs";

const skip = !process.env.MAERKBAR_DEMO && "set MAERKBAR_DEMO=1";
const consultant = { login: "kvalitetskonsulent" };
const [telephones, answered] = [4, 1]; // the telephone team, and the share answered within two minutes
const ways = [
    { width: 1280, theme: "light", language: "da", script: true, feed: "Telefonsystemet", note: "Fast bemanding af telefonen fra kl. 8" },
    { width: 375, theme: "dark", language: "nb", script: true, feed: "Telefonsystemet (nb)", note: "Fast bemanning på telefonen fra kl. 8" },
    { width: 375, theme: "light", language: "en", script: false, feed: "The telephone system", note: "Always somebody at the telephone from 8" },
];
const inGuide = ["overview", "indicator", "library", "import-columns", "import-check", "import-done"];

visitSite(skip);

async function arrive(way) {
    const page = await newPage(browser, way);
    await signIn(page, server.url, { password: server.password, ...consultant });
    await speak(page, way.language);
    return page;
}

/** The page as it is now has no fault; axe needs scripts. */
async function look(page, way, name) {
    await picture(page, `walk-${way.language}-${way.width}-${name}`);
    if (way.language === "da" && inGuide.includes(name)) await guidePicture(page, name);
    assert.deepEqual(way.script ? await findings(page) : takeTroubles(page), [], name);
}

for (const way of ways)
    test(`a file of calls is taken in and undone: ${way.language}, ${way.width} px, script ${way.script ? "on" : "off"}`, { skip },
        async () => {
            const page = await arrive(way);
            const first = await october(page, server.url, telephones, answered);
            await upload(page, server.url, way.feed);
            await look(page, way, "import-columns");
            assert.doesNotMatch(await page.innerText("main"), /010190/);
            await check(page);
            assert.equal(await page.locator('form[action$="/confirm"]').count(), 0, "personal numbers stop the import");
            await look(page, way, "import-personal-numbers");
            await page.goBack();
            await mapPersonalNumbers(page);
            await look(page, way, "import-check");
            await confirm(page);
            await look(page, way, "import-done");
            const imported = page.url();
            assert.deepEqual(await october(page, server.url, telephones, answered), [first[0] + 1, first[1] + 2]);
            await page.goto(imported);
            await undo(page);
            await look(page, way, "import-undone");
            assert.deepEqual(await october(page, server.url, telephones, answered), first);
            await page.context().close();
        });

test("bad rows can be fetched as a file that Excel opens", { skip }, async () => {
    const page = await arrive(ways[0]);
    await upload(page, server.url, "Telefonsystemet (fejl)");
    await mapPersonalNumbers(page);
    const href = await page.getAttribute('a[href$="errors.csv"]', "href");
    const text = await (await page.request.get(server.url + href)).text();
    assert.match(text, /Ukendt børneenhed/);
    assert.doesNotMatch(text, /010190|020285|311299/);
    await page.context().close();
});

const targetForm = 'form[action$="/targets"]';
const noteForm = 'form[action$="/notes"]';

for (const way of ways)
    test(`a target and a note are set: ${way.language}, script ${way.script ? "on" : "off"}`, { skip }, async () => {
        const page = await arrive(way);
        const place = `${server.url}/units/${telephones}/indicators/${answered}`;
        await page.goto(place);
        await page.locator("details", { has: page.locator(targetForm) }).locator("summary").click();
        await page.fill(`${targetForm} [name="low"]`, "83");
        await page.fill(`${targetForm} [name="from"]`, "2026-06-01");
        await Promise.all([page.waitForNavigation(), page.click(`${targetForm} button[type="submit"]`)]);
        assert.match(await page.textContent("main"), /83/);
        await page.locator("details", { has: page.locator(noteForm) }).locator("summary").click();
        await page.fill(`${noteForm} [name="day"]`, "2026-05-12");
        await page.fill(`${noteForm} [name="text"]`, way.note);
        await Promise.all([page.waitForNavigation(), page.click(`${noteForm} button[type="submit"]`)]);
        assert.ok((await page.textContent("main")).includes(way.note), "the note is not on the page");
        await look(page, way, "indicator");
        if (way.language === "da") assert.ok((await print(page, "walk-indicator")) <= 4, "an indicator prints on at most four sheets");
        await page.context().close();
    });

/** Presses Tab until the focus is on `selector`, as somebody without a mouse does. */
async function tabTo(page, selector) {
    for (let presses = 0; presses < 120; presses++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
        await page.keyboard.press("Tab");
    }
    assert.fail(`Tab does not reach ${selector} on ${page.url()}`);
}

test("by keyboard alone: sign in, find the indicator, set a note, look up a unit", { skip }, async () => {
    const page = await newPage(browser, ways[0]);
    await page.goto(server.url + "/");
    await tabTo(page, 'input[name="login"]');
    await page.keyboard.type(consultant.login);
    await tabTo(page, 'input[name="password"]');
    await page.keyboard.type(server.password);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await tabTo(page, 'main a[href^="/units/1/indicators/1"]');
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await tabTo(page, `details:has(${noteForm}) > summary`);
    await page.keyboard.press("Enter");
    await tabTo(page, `${noteForm} [name="day"]`);
    await page.keyboard.type("05122026"); // the browser's own date field
    await tabTo(page, `${noteForm} [name="text"]`);
    await page.keyboard.type("Kun med tastatur");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.match(await page.textContent("main"), /Kun med tastatur/);
    await tabTo(page, 'input[name="q"]');
    await page.keyboard.type("Telefonteam");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.ok(await page.locator(`main a[href^="/units/${telephones}"]`).count());
    await page.context().close();
});

const focused = (page, where) => page.evaluate((selector) => document.activeElement?.closest(selector) !== null, where);

test("by keyboard alone: past the menu, and out of a question that was not meant", { skip }, async () => {
    const page = await arrive(ways[0]);
    await page.goto(server.url + "/");
    await page.keyboard.press("Tab");
    assert.ok(await focused(page, ".skip"), "the first stop is the way past the menu");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await focused(page, "main"), "the next stop lies in the content");
    await page.goto(server.url + "/imports/2"); // the demo's own, which counts whatever was undone before
    const before = await page.innerText("main");
    await tabTo(page, 'form[action$="/undo"] button');
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
    for (let presses = 0; presses < 4; presses++) {
        assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null),
            "the focus stays in the question");
        await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    assert.ok(await focused(page, 'form[action$="/undo"]'), "the focus is back where it was");
    assert.equal(await page.innerText("main"), before, "nothing was undone");
    await page.context().close();
});

test("the pages a consultant works on from day to day", { skip }, async () => {
    const page = await arrive(ways[0]);
    for (const [name, path] of [["overview", "/units/3"], ["library", "/indicators"], ["imports", "/imports"], ["sheets", "/figures"]]) {
        await page.goto(server.url + path);
        await look(page, ways[0], name);
    }
    await page.context().close();
});
