// A citizen answers on a phone: narrow, dark, enlarged, without script, by keyboard alone, in every language of the survey.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./lib/browser.mjs";
import { findings, takeTroubles } from "./lib/checks.mjs";
import { picture, print } from "./lib/output.mjs";
import { signIn, speak } from "./lib/people.mjs";
import { browser, server, visitSite } from "./lib/site.mjs";

const skip = !process.env.MAERKBAR_DEMO && "set MAERKBAR_DEMO=1";
const ways = [
    { width: 375, theme: "light", language: "da", script: true },
    { width: 320, theme: "dark", language: "nb", script: true },
    { width: 375, theme: "dark", language: "nn", script: true },
    { width: 375, theme: "light", language: "da-easy", script: true },
    { width: 375, theme: "light", language: "en", script: false },
    { width: 1280, theme: "light", language: "da", script: true },
];
const largest = 30 * 1024; // of a page with its style sheet

visitSite(skip, async () => {
    await paint("#a31f34");
    await ask("training_centre", "traening");
});

const send = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

/** The municipality has a colour of its own. */
async function paint(colour) {
    const page = await newPage(browser, {});
    await signIn(page, server.url, { login: "administrator", password: server.password });
    await page.goto(server.url + "/organisation/municipality");
    await page.fill('input[name="colour"]', colour);
    await send(page, "main form button[type=submit]");
    await page.context().close();
}

/** A consultant takes a ready survey into use, in Nynorsk too, and asks it at the first unit. */
async function ask(ready, code) {
    const page = await newPage(browser, {});
    await signIn(page, server.url, { login: "kvalitetskonsulent", password: server.password });
    await speak(page, "da");
    await page.goto(server.url + "/surveys");
    await send(page, `form[action="/surveys/library/${ready}"] button`);
    const survey = new URL(page.url()).pathname;
    await picture(page, "survey-editor");
    await page.goto(server.url + survey + "/texts");
    await page.fill('input[name="languages"]', `${await page.inputValue('input[name="languages"]')}, nn`);
    await send(page, "main form button[type=submit]");
    await page.goto(server.url + survey);
    await send(page, `form[action="${survey}/publish"] button`);
    await page.goto(server.url + survey + "/links/new");
    await page.fill('input[name="code"]', code);
    await picture(page, "survey-ask");
    await send(page, "main form button[type=submit]");
    await page.setViewportSize({ width: 375, height: 800 });
    for (const [name, path] of [["list", "/surveys"], ["one", survey], ["ask-narrow", survey + "/links/new"],
        ["question", survey + "/questions/satisfied"], ["texts", survey + "/texts"], ["preview", survey + "/preview"]]) {
        await page.goto(server.url + path);
        await picture(page, `survey-${name}`);
        assert.deepEqual(await findings(page), [], name);
    }
    await page.context().close();
}

/** No fault on the page, and every answer can be hit with a thumb. */
async function look(page, way, name) {
    await picture(page, `answer-${way.language}-${way.width}-${name}`);
    assert.deepEqual(way.script ? await findings(page) : takeTroubles(page), [], name);
    for (const box of await page.$$eval(".answer, .go, .field", (all) => all.map((one) => one.getBoundingClientRect().height)))
        assert.ok(box >= 48, `an answer of ${box} px on ${name}`);
}

for (const way of ways)
    test(`answering: ${way.language}, ${way.width} px, ${way.theme}, script ${way.script ? "on" : "off"}`, { skip }, async () => {
        const page = await newPage(browser, way);
        let bytes = 0;
        page.on("response", async (response) => { bytes += (await response.body().catch(() => "")).length; });
        await page.goto(`${server.url}/s/traening?l=${way.language}`);
        await look(page, way, "start");
        assert.ok(bytes <= largest, `${bytes} bytes`);
        await send(page, "button.go");
        for (let number = 1; !page.url().includes("/thanks"); number++) {
            assert.ok(number < 12, page.url());
            await look(page, way, `${number}-${new URL(page.url()).pathname.split("/").pop()}`);
            const choice = page.locator(".answer").nth(2);
            if (await choice.count()) await choice.click();
            await send(page, "button.go");
        }
        await look(page, way, "thanks");
        const receipt = await page.innerText(".receipt");
        await page.goBack();
        assert.equal(await page.innerText(".receipt"), receipt, "going back after sending leads to the same receipt");
        await page.context().close();
    });

test("answering by keyboard alone, with something to mend on the way", { skip }, async () => {
    const page = await newPage(browser, { width: 375 });
    await page.goto(`${server.url}/s/traening?l=da`);
    const press = async (key) => page.keyboard.press(key);
    const reach = async (selector) => {
        for (let tries = 0; tries < 30; tries++) {
            await press("Tab");
            if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
        }
        assert.fail(`the keyboard does not reach ${selector}`);
    };
    const enter = () => Promise.all([page.waitForNavigation(), press("Enter")]);
    await reach("button.go");
    await enter();
    await reach("input[type=radio]");
    await press("Space");
    await press("ArrowDown");
    assert.equal(await page.inputValue("input:checked"), "2");
    await enter(); // Enter in a field sends the form
    await reach("a.back");
    await enter();
    assert.equal(await page.inputValue("input:checked"), "2", "the answer is still there");
    assert.deepEqual(await findings(page), []);
    await page.context().close();
});

test("in the municipality's colour, and words of Nynorsk around the questions", { skip }, async () => {
    const page = await newPage(browser, { width: 375 });
    await page.goto(`${server.url}/s/traening?l=nn`);
    assert.equal(await page.$eval("button.go", (button) => getComputedStyle(button).backgroundColor), "rgb(163, 31, 52)");
    assert.match(await page.innerText("main"), /Du kan hoppe over/);
    await send(page, "button.go");
    assert.match(await page.innerText(".aside"), /hald fram seinare/);
    await page.context().close();
});

test("in the reader's own colours every choice, face and button has its outline", { skip }, async () => {
    const page = await newPage(browser, { width: 375 });
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(`${server.url}/s/traening?l=da`);
    await send(page, "button.go");
    await page.locator(".answer").nth(1).click();
    await picture(page, "answer-forced-colours");
    const [chosen, other] = await page.$$eval(".answer", (all) => [all[1], all[0]].map((one) => getComputedStyle(one).outlineStyle));
    assert.equal(chosen, "solid");
    assert.equal(other, "none");
    assert.deepEqual(await findings(page), []);
    await page.context().close();
});

test("answering enlarged to 400 %, and printed", { skip }, async () => {
    const page = await newPage(browser, { width: 320 });
    await page.setViewportSize({ width: 320, height: 256 }); // 1280 × 1024 at 400 %
    await page.goto(`${server.url}/s/traening?l=da`);
    await send(page, "button.go");
    await print(page, "answer-printed");
    await picture(page, "answer-320");
    assert.deepEqual(await findings(page), []);
    await page.goto(`${server.url}/s`);
    await page.fill("#field-code", "O123");
    await send(page, "button.go");
    await picture(page, "answer-code-mistake");
    assert.match(takeTroubles(page).join(), /422/); // the status of a mistake that can be mended
    assert.deepEqual(await findings(page), []);
    await page.goto(page.url().replace(/\/s.*/, "/s/findes-ikke"));
    await picture(page, "answer-nothing");
    await page.context().close();
});
