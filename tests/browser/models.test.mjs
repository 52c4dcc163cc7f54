// A quality consultant changes a model in the browser and releases it: every page of the editor in three languages, wide and narrow, light
// and dark, and the way without script.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, newPage } from "./lib/browser.mjs";
import { findings } from "./lib/checks.mjs";
import { picture } from "./lib/output.mjs";
import { signIn, speak } from "./lib/people.mjs";
import { going, send } from "./lib/round.mjs";
import { build, startDemo } from "./lib/server.mjs";

const skip = !process.env.MAERKBAR_DEMO && "set MAERKBAR_DEMO=1";
const draft = "/assessments/models/kompakt9/draft";
const pages = {
    models: "/assessments/models",
    new: "/assessments/models/new",
    mappings: "/assessments/models/kompakt9/mappings",
    outline: draft,
    head: `${draft}/head`,
    item: `${draft}/nodes/K1.1`,
    area: `${draft}/nodes/K1`,
    "new-item": `${draft}/nodes?parent=K1`,
    scale: `${draft}/scales/enabler-0-5`,
    "new-scale": `${draft}/scales`,
    words: `${draft}/words`,
    "roll-up": `${draft}/roll-up`,
    "edit-mappings": `${draft}/mappings?target=caf2020`,
    release: `${draft}/release`,
};
const readers = [
    { language: "da", width: 1280 },
    { language: "nb", width: 375, theme: "dark" },
    { language: "en", width: 1280, theme: "dark", script: false },
];

describe("the editor of models", { skip }, () => {
    let server, browser;

    before(async () => {
        if (skip) return;
        server = await startDemo(`${build}/src/app/maerkbar`);
        browser = await launch();
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    const consultant = async (look) => {
        const page = await newPage(browser, look);
        await signIn(page, server.url, { login: "kvalitetskonsulent", password: server.password });
        return page;
    };

    test("a new version is begun, and an item gets other words", async () => {
        const page = await consultant({ script: false });
        await page.goto(server.url + pages.models);
        await going(page, () => page.click('form[action$="kompakt9/draft/begin"] button'));
        await page.goto(server.url + pages.item);
        await page.fill('[name="question-da"]', "Ved alle, hvad vi er her for?");
        await going(page, () => page.click("main form .button-primary"));
        assert.match(page.url(), /done=saved/);
        await page.goto(server.url + pages.release);
        assert.match(await page.textContent("main table"), /Ved alle, hvad vi er her for\?/);
    });

    for (const { language, width, theme, script } of readers)
        test(`every page in ${language}, ${width} pixels`, async () => {
            const page = await consultant({ width, theme, script });
            await speak(page, language);
            for (const [name, address] of Object.entries(pages)) {
                await page.goto(server.url + address);
                await picture(page, `models-${name}-${language}-${width}`);
                if (script !== false) assert.deepEqual(await findings(page), [], `${name} in ${language}`);
            }
        });

    test("the version is released", async () => {
        const page = await consultant({});
        await page.goto(server.url + pages.release);
        await send(page, "/release");
        assert.match(page.url(), /done=released/);
    });
});
