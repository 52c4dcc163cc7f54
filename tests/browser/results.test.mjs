// Stories 1 to 3 as their users answered them: the leader sees whether the promise is kept, and where it fails.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./lib/browser.mjs";
import { findings } from "./lib/checks.mjs";
import { guidePicture, picture, print } from "./lib/output.mjs";
import { signIn, speak } from "./lib/people.mjs";
import { browser, server, visitSite } from "./lib/site.mjs";

const skip = !process.env.MAERKBAR_DEMO && "set MAERKBAR_DEMO=1";
const ways = [{ width: 1280, theme: "light", language: "da" }, { width: 375, theme: "dark", language: "nb" },
    { width: 375, theme: "light", language: "en" }];

visitSite(skip);

async function arrive(login, way) {
    const page = await newPage(browser, way);
    await signIn(page, server.url, { password: server.password, login });
    await speak(page, way.language);
    await page.goto(server.url + "/results");
    return page;
}

async function look(page, way, name, inGuide = false) {
    await picture(page, `results-${way.language}-${way.width}-${name}`);
    if (inGuide && way.language === "da") await guidePicture(page, name);
    assert.deepEqual(await findings(page), [], name);
}

const surveys = (page) => page.locator("main tbody tr").count();

for (const way of ways) {
    test(`the brain-injury service sees where its promise fails: ${way.language}, ${way.width} px`, { skip }, async () => {
        const page = await arrive("leder-bro", way);
        assert.equal(await surveys(page), 4, "meetings and three experiments, nothing of other units");
        await look(page, way, "list");
        await page.locator("main tbody tr", { hasText: /Dit møde med os|Møtet ditt med oss|Your meeting with us/ })
            .locator("a").last().click();
        await look(page, way, "results-map", true);
        const text = await page.innerText("main");
        assert.match(text, /Indflytning \/ Pårørende/, "the promise fails for relatives when somebody moves in");
        assert.doesNotMatch(text, /fails at:[^.]*Besøg/);
        await print(page, `results-map-${way.language}`);
        await page.context().close();
    });
    test(`the service centre sees each channel, one of them better than before: ${way.language}, ${way.width} px`, { skip },
        async () => {
            const page = await arrive("leder-borgerservice", way);
            assert.equal(await surveys(page), 3, "phone, mail and web");
            await page.locator("main tbody tr", { hasText: /[Ss]amtale|call/ }).locator("a").first().click();
            await look(page, way, "results", true);
            assert.ok(await page.locator("main svg").count() >= 2, "answers over time, and how they are spread");
            assert.ok(await page.locator("main .comments li").count() >= 1, "comments that somebody has read");
            await page.context().close();
        });
}

for (const way of ways) {
    test(`an experiment before and after: ${way.language}, ${way.width} px`, { skip }, async () => {
        const page = await arrive("leder-bro", way);
        await page.locator("main tbody tr", { hasText: /hverdag|everyday/i }).locator("a").first().click();
        await page.locator('main a[href*="/waves"]').first().click();
        await look(page, way, "waves", true);
        const told = await page.innerText("main");
        assert.match(told, /Før forsøget → Efter forsøget/);
        const sentences = told.match(/\(Før forsøget\)\D+\d+\s?%[^.]*\(Efter forsøget\)[^.]*\./g) ?? [];
        assert.equal(sentences.length, await page.locator("main h3").count(), "every question of the experiment is compared");
        await page.context().close();
    });
    test(`what people wrote is read before it is shown: ${way.language}, ${way.width} px`, { skip }, async () => {
        const page = await arrive("kvalitetskonsulent", way);
        await page.goto(server.url + "/survey-comments");
        assert.ok(await page.locator("main .comments li").count() >= 10, "comments wait");
        await look(page, way, "comments", true);
        await page.locator('main .comments a').first().click();
        await look(page, way, "comment");
        await page.goto(server.url + "/survey-topics");
        await look(page, way, "topics");
        await page.goto(server.url + "/surveys/1/follow-up");
        await look(page, way, "follow-up");
        await page.context().close();
    });
}

test("the training centre keeps its promise of 80 % satisfied, and the API says the same", { skip }, async () => {
    const page = await arrive("leder-solvaenget", ways[0]);
    await page.locator("main tbody tr a").first().click();
    const words = await page.innerText("main");
    assert.match(words, /[Ll]øftet om mindst 80\s%/);
    const survey = new URL(page.url()).pathname.split("/").at(-1);
    const answer = await page.request.get(`${server.url}/api/v1/surveys/${survey}/results${new URL(page.url()).search}`);
    const { items } = await answer.json();
    const quarter = items.filter((item) => item.question === "satisfied" && item.kind === "quarter").at(-1);
    assert.ok(words.includes(`${quarter.favourable} af ${quarter.answers}`), "page and API show the same figures");
    for (const item of items)
        if (item.shown === "nothing") assert.ok(!("mean" in item) && !("distribution" in item) && !("favourable" in item));
    await page.context().close();
});
