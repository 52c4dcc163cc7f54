// A dissatisfied answer in linked mode, from the citizen's phone to what came of it: somebody has it, by a date, and says what was done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./lib/browser.mjs";
import { findings } from "./lib/checks.mjs";
import { picture } from "./lib/output.mjs";
import { signIn, speak } from "./lib/people.mjs";
import { browser, server, visitSite } from "./lib/site.mjs";

const skip = !process.env.MAERKBAR_DEMO && "set MAERKBAR_DEMO=1";
const ways = [{ width: 1280, language: "da" }, { width: 375, theme: "dark", language: "nb" }];
const title = "Følg op på et svar fra en, der er utilfreds"; // stored in the language of the country
let survey;

visitSite(skip, prepare);

const send = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

async function arrive(login, way) {
    const page = await newPage(browser, way);
    await signIn(page, server.url, { login, password: server.password });
    await speak(page, way.language);
    return page;
}

async function look(page, way, name) {
    await picture(page, `low-${way.language}-${way.width}-${name}`);
    assert.deepEqual(await findings(page), [], name);
}

/** The consultant asks at Borgerservice, known to those who answer as linked, and says who looks after low answers. */
async function prepare() {
    const page = await arrive("kvalitetskonsulent", ways[0]);
    await page.goto(server.url + "/surveys");
    await send(page, 'form[action="/surveys/library/service_desk"] button');
    survey = new URL(page.url()).pathname;
    await page.goto(`${server.url}${survey}/follow-up`);
    await page.check('[name="active"]');
    await page.selectOption('[name="question"]', "satisfied");
    await page.fill('[name="at_most"]', "2");
    await page.selectOption('[name="owner"]', { label: "Leder, Borgerservice" });
    await look(page, ways[0], "rule");
    await send(page, "main form button[type=submit]");
    await page.goto(`${server.url}${survey}/links/new`);
    await page.selectOption('[name="unit"]', { label: "Borgerservice" });
    await page.check('[name="mode"][value="linked"]');
    await page.fill('[name="code"]', "hvordan-gik-det");
    await send(page, "main form button[type=submit]");
    await page.context().close();
}

/** Somebody answers, with the face at `place` for the first question. */
async function answer(way, place) {
    const page = await newPage(browser, { ...way, width: 375 });
    await page.goto(`${server.url}/s/hvordan-gik-det?l=${way.language}`);
    await send(page, "button.go");
    await page.locator(".answer").nth(place).click();
    while (!page.url().includes("/thanks"))
        await send(page, "button.go");
    await page.context().close();
}

/** The row of an action that is not done yet, as soon as the answers have been looked at. */
async function waiting(page) {
    const row = page.locator("main tbody tr", { hasText: title });
    for (let tries = 0; await row.count() === 0; tries++) {
        assert.ok(tries < 60, "no action was opened");
        await page.waitForTimeout(500);
        await page.goto(server.url + "/actions");
    }
    return row;
}

for (const way of ways)
    test(`a low answer is followed up to its end: ${way.language}, ${way.width} px`, { skip }, async () => {
        await answer(way, 4); // the best one
        await answer(way, 0); // the worst one
        const leader = await arrive("leder-borgerservice", way);
        await leader.goto(server.url + "/actions");
        const row = await waiting(leader);
        assert.equal(await row.count(), 1, "the good answer is nobody's task");
        await row.locator("a").first().click();
        await look(leader, way, "action");
        const action = leader.url();
        await leader.click('main a[href^="/survey-low-scores/"]');
        await look(leader, way, "answer");
        await leader.goto(action);
        assert.equal(await leader.locator('[name="owner"] option:checked').innerText(), "Leder, Borgerservice", "it has an owner");
        assert.match(await leader.inputValue('[name="due"]'), /\d/, "it has a deadline");
        await leader.check('[name="status"][value="done"]');
        await leader.fill('[name="outcome"]', "Vi har ringet og sagt undskyld. Skiltet er flyttet.");
        await send(leader, 'main form button[type="submit"]');
        await leader.goto(action);
        assert.match(await leader.innerText("main"), /Skiltet er flyttet/, "what came of it stands there");
        await look(leader, way, "done");
        await leader.goto(server.url + "/actions");
        assert.equal(await leader.locator("main tbody tr", { hasText: title }).count(), 0, "nothing waits any more");
        await leader.context().close();
    });
