// A kiosk: pressed by keyboard and finger, without a network over a reload, until every press has arrived once.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, newPage } from "./lib/browser.mjs";
import { findings, takeTroubles } from "./lib/checks.mjs";
import { picture } from "./lib/output.mjs";
import { signIn } from "./lib/people.mjs";
import { build, startProgram } from "./lib/server.mjs";

const skip = !process.env.MAERKBAR_DEMO && "set MAERKBAR_DEMO=1";
const program = join(build, "src/app/maerkbar");
let folder, server, port, browser;

const start = async (wanted) => { server = await startProgram(`'${program}' serve --data '${folder}' --port ${wanted}`); };
const send = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

before(async () => {
    if (skip) return;
    folder = mkdtempSync(join(tmpdir(), "maerkbar-kiosk-"));
    const said = execFileSync(program, ["demo", "--data", folder], { encoding: "utf8" });
    await start(0);
    port = new URL(server.url).port;
    browser = await launch();
    const page = await newPage(browser, {});
    await signIn(page, server.url, { login: "kvalitetskonsulent", password: said.match(/^Password: (\S+)/m)[1] });
    await page.goto(server.url + "/surveys");
    await send(page, 'form[action="/surveys/library/service_desk"] button');
    await page.goto(page.url() + "/links/new");
    await page.fill('input[name="code"]', "skranken");
    await send(page, "main form button[type=submit]");
    await page.context().close();
});

after(async () => {
    await browser?.close();
    await server?.close();
    if (folder) rmSync(folder, { recursive: true });
});

/** A kiosk as staff leave it: started, and its page kept for a time without network. */
async function kiosk(options = {}) {
    const page = await newPage(browser, options);
    await page.goto(server.url + "/k/skranken");
    await page.waitForSelector("#kiosk[data-ready]");
    await page.click(".start");
    return page;
}

const screen = (page) => page.locator(".screen:visible");
const state = (page) => page.textContent(".state");

/** Presses the `nth` answer of every question that comes. */
async function answerAll(page, nth) {
    while (!(await screen(page).evaluate((one) => one.matches(".thanks")))) {
        const presses = screen(page).locator(".press");
        await presses.nth(Math.min(nth, (await presses.count()) - 1)).click();
    }
}

const stored = (query) => execFileSync("python3", ["-c",
    "import sqlite3,sys;print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])", join(folder, "maerkbar.db"), query],
{ encoding: "utf8" }).trim();
const link = "link_id = (select id from survey_link where code = 'skranken')";

test("faces are large buttons in a row, in light and dark, upright and lying", { skip }, async () => {
    for (const [width, theme] of [[1280, "light"], [768, "dark"], [375, "light"], [320, "light"]]) {
        const page = await newPage(browser, { width, theme });
        await page.goto(server.url + "/k/skranken");
        await picture(page, `kiosk-begin-${width}`);
        assert.deepEqual(await findings(page), []);
        await page.click(".start");
        assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
        await picture(page, `kiosk-faces-${width}`);
        assert.deepEqual(await findings(page), [], `${width}`);
        for (const size of await page.$$eval(".screen:not([hidden]) .press .face", (all) => all
            .map((one) => one.getBoundingClientRect()).filter((box) => box.width > 0).map((box) => Math.min(box.width, box.height))))
            assert.ok(size >= 96, `a face of ${size} px`);
        await screen(page).locator(".press").nth(2).click();
        await picture(page, `kiosk-second-${width}`);
        await page.click('[data-speak="nb"]');
        assert.equal(await page.getAttribute("html", "lang"), "nb");
        await picture(page, `kiosk-nb-${width}`);
        await page.evaluate(() => localStorage.clear());
        await page.context().close();
    }
});

test("by keyboard alone; a key that is held presses once", { skip }, async () => {
    const page = await kiosk();
    for (let tries = 0; !(await page.evaluate(() => document.activeElement.matches(".press"))); tries++) {
        assert.ok(tries < 10);
        await page.keyboard.press("Tab");
    }
    const first = await screen(page).locator("h1").textContent();
    await page.keyboard.down("Enter");
    await page.keyboard.down("Enter"); // as the keyboard repeats it
    await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    assert.notEqual(await screen(page).locator("h1").textContent(), first);
    await page.click(".screen:not([hidden]) .back >> visible=true");
    assert.equal(await screen(page).locator("h1").textContent(), first);
    await answerAll(page, 1);
    assert.match(await screen(page).locator("h1").textContent(), /Tak for dit svar/);
    assert.deepEqual(await findings(page), []);
    await picture(page, "kiosk-thanks");
    await page.waitForFunction(() => document.querySelector(".state").textContent === "Alt er sendt.");
    await page.context().close();
});

// From here on only the test moves the time: the machine's own pace must not count.
const holdTime = async (page) => page.clock.pauseAt(await page.evaluate(() => Date.now()) + 3_000);

test("it asks whether somebody is still there, gives more time, and begins again", { skip }, async () => {
    const page = await newPage(browser, {});
    await page.clock.install();
    await page.goto(server.url + "/k/skranken");
    await page.click(".start");
    await holdTime(page);
    const first = await screen(page).locator("h1").textContent();
    await page.clock.runFor(300_000);
    assert.equal(await page.locator("dialog[open]").count(), 0, "nothing is asked of an empty room");
    await screen(page).locator(".press").nth(3).click();
    await page.clock.runFor(30_500);
    assert.equal(await page.locator("dialog[open] .seconds").textContent(), "20");
    assert.match(await page.textContent("#told"), /20/);
    await picture(page, "kiosk-still-there");
    // The browser tells of the dialog's end a moment later, and only then the time of silence begins.
    const closed = page.evaluate(() => new Promise((told) => {
        document.querySelector("dialog[open]").addEventListener("close", () => told(), { once: true });
    }));
    await page.click("dialog[open] .more");
    await closed;
    await page.clock.runFor(25_000);
    assert.equal(await page.locator("dialog[open]").count(), 0);
    await page.clock.runFor(10_000);
    await page.clock.runFor(21_000);
    assert.match(await screen(page).locator("h1").textContent(), /Tak/);
    await page.clock.runFor(8_000);
    assert.equal(await screen(page).locator("h1").textContent(), first);
    await screen(page).locator(".press").nth(3).click();
    await page.clock.runFor(30_500);
    await page.clock.resume(); // axe waits for timers
    assert.deepEqual(await findings(page), []);
    await page.context().close();
});

test("days without a network and a reload in between lose nothing and double nothing", { skip }, async () => {
    const before = Number(stored(`select count(*) from survey_answer where ${link}`));
    const page = await kiosk();
    await server.close(); // the network is gone
    for (let round = 0; round < 3; round++) {
        await answerAll(page, round);
        await page.click(".again >> visible=true");
    }
    await screen(page).locator(".press").nth(4).click(); // in the middle of an answer …
    assert.match(await state(page), /3 svar er gemt her/);
    await page.reload(); // … the power goes
    await page.waitForSelector(".tongue .screen:not([hidden])");
    assert.equal(await page.locator(".begin:visible").count(), 0, "it goes on by itself");
    assert.match(await state(page), /4 svar er gemt her/);
    await picture(page, "kiosk-offline");
    await page.evaluate(() => { // a week passes
        for (const name of Object.keys(localStorage).filter((one) => one.includes(":press:"))) {
            const press = JSON.parse(localStorage[name]);
            localStorage[name] = JSON.stringify({ ...press, at: press.at - 7 * 86_400_000 });
        }
    });
    const kept = await page.evaluate(() => ({ ...localStorage }));
    await start(port);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.waitForFunction(() => document.querySelector(".state").textContent === "Alt er sendt.");
    await page.evaluate((all) => Object.assign(localStorage, all), kept); // its reply was lost: it sends again
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.waitForFunction(() => !Object.keys(localStorage).some((one) => one.includes(":press:")));
    assert.equal(Number(stored(`select count(*) from survey_answer where ${link}`)), before + 4);
    assert.equal(stored(`select count(distinct week) from survey_answer where ${link}`), "2", "they count in their own week");
    assert.equal(stored(`select count(*) from survey_answer where ${link} and oddity = 'burst'`), "1", "the fourth in a row is marked");
    takeTroubles(page); // the requests that failed
    await page.context().close();
});

test("without script it says what to do", { skip }, async () => {
    const page = await newPage(browser, { script: false, width: 375 });
    await page.goto(server.url + "/k/skranken");
    await picture(page, "kiosk-no-script");
    assert.match(await page.innerText("main"), /JavaScript.*\/s\/skranken/s);
    await page.click("main a");
    assert.match(page.url(), /\/s\/skranken/);
    await page.context().close();
});
