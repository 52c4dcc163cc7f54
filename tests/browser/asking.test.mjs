// Everything that brings people to a survey: editor with its preview, poster, paper form and quick entry, interview, waves and
// invitations, wide and narrow. Mail goes nowhere: nothing listens at its server's address.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, newPage } from "./lib/browser.mjs";
import { findings, takeTroubles } from "./lib/checks.mjs";
import { guidePicture, picture, print } from "./lib/output.mjs";
import { signIn, speak } from "./lib/people.mjs";
import { build, startProgram } from "./lib/server.mjs";

const skip = !process.env.MAERKBAR_DEMO && "set MAERKBAR_DEMO=1";
const program = join(build, "src/app/maerkbar");
const inGuide = ["invitations", "waves", "entry", "question"];
let folder, server, browser, password, survey;

const send = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

before(async () => {
    if (skip) return;
    folder = mkdtempSync(join(tmpdir(), "maerkbar-asking-"));
    const data = join(folder, "data");
    password = execFileSync(program, ["demo", "--data", data], { encoding: "utf8" }).match(/^Password: (\S+)/m)[1];
    writeFileSync(join(folder, "maerkbar.toml"), '[mail]\nserver = "smtp://127.0.0.1:9"\nfrom = "kvalitet@fjordby.example"\n');
    server = await startProgram(`'${program}' serve --data '${data}' --config '${folder}/maerkbar.toml' --port 0`);
    browser = await launch();
    const page = await arrive({});
    await page.goto(server.url + "/surveys");
    await send(page, 'form[action="/surveys/library/service_desk"] button');
    survey = new URL(page.url()).pathname;
    await page.context().close();
});

after(async () => {
    await browser?.close();
    await server?.close();
    if (folder) rmSync(folder, { recursive: true });
});

async function arrive(options) {
    const page = await newPage(browser, options);
    await signIn(page, server.url, { login: "kvalitetskonsulent", password });
    await speak(page, options.language ?? "da");
    return page;
}

/** The page is faultless as it is, and 375 px wide. */
async function look(page, name) {
    for (const [width, height] of [[1280, 900], [375, 800]]) {
        await page.setViewportSize({ width, height });
        await picture(page, `asking-${name}-${width}`);
        if (width === 1280 && inGuide.includes(name)) await guidePicture(page, `spoerg-${name}`);
        assert.deepEqual(await findings(page), [], `${name}, ${width} px`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
}

/** Opens the survey for answers under `code`, after `fill`; the address of its page. */
async function ask(page, code, fill = async () => {}) {
    await page.goto(`${server.url}${survey}/links/new`);
    await page.fill('[name="code"]', code);
    await page.$$eval("main details", (all) => all.forEach((one) => one.setAttribute("open", "")));
    await fill();
    await send(page, "main form button[type=submit]");
    await send(page, `a:text-is("/s/${code}")`);
    return page.url();
}

test("a question is written, and its page stands beside it as it is typed", { skip }, async () => {
    const page = await arrive({});
    await page.goto(`${server.url}${survey}/questions/new`);
    await page.fill('[name="title.da"]', "Hvordan var");
    const inside = page.frameLocator(".preview iframe");
    await inside.locator('h1:text-is("Hvordan var")').waitFor();
    assert.equal(await inside.locator(".answer .face").count(), 5);
    await page.fill('[name="title.da"]', "Hvordan var dit besøg hos os i dag?");
    await page.focus('[name="points"]');
    await page.selectOption('[name="points"]', "3");
    await inside.locator('h1:has-text("besøg hos os i dag?")').waitFor();
    assert.equal(await inside.locator(".answer .face").count(), 3);
    assert.equal(await page.evaluate(() => document.activeElement.name), "points", "the focus stays in the form");
    await look(page, "question");
    assert.match(page.url(), /questions\/new$/, "the preview adds nothing to the history");
    await page.context().close();
});

test("without script the same button shows the preview", { skip }, async () => {
    const page = await arrive({ script: false });
    await page.goto(`${server.url}${survey}/questions/new`);
    assert.equal(await page.locator(".preview").isVisible(), false);
    await page.fill('[name="title.da"]', "Er du tilfreds?");
    await send(page, 'button[value="preview"]');
    assert.equal(await page.innerText("h1"), "Er du tilfreds?");
    await page.goBack();
    assert.deepEqual(takeTroubles(page), []);
    await page.context().close();
});

test("pages, sections and conditions", { skip }, async () => {
    const page = await arrive({});
    await page.goto(`${server.url}${survey}/sections`);
    await page.fill('[name="section.0.da"]', "Om besøget");
    await send(page, "main form button[type=submit]");
    await look(page, "sections");
    await page.goto(`${server.url}${survey}/pages/new`);
    await page.fill('[name="title.da"]', "Mere om besøget");
    await page.selectOption('[name="section"]', "section1");
    await page.selectOption('[name="shown_if.0.question"]', "satisfied");
    await page.selectOption('[name="shown_if.0.is"]', "at_most");
    await page.fill('[name="shown_if.0.value"]', "2");
    await look(page, "page");
    await send(page, "main form button[type=submit]");
    await look(page, "survey");
    const before = await page.locator('a:text-is("Ret siden")').count();
    await send(page, 'form[action*="/pages/"][action$="/move"] button[value="away"] >> nth=-1');
    assert.equal(await page.locator('a:text-is("Ret siden")').count(), before - 1);
    await page.context().close();
});

test("a place: poster, paper form, quick entry and interview", { skip }, async () => {
    const page = await arrive({});
    const place = await ask(page, "skranke", () => page.check('[name="proxies"]'));
    await look(page, "place");
    await send(page, 'form[action$="/poster"] button');
    await look(page, "poster");
    assert.equal(await print(page, "asking-poster"), 1, "a poster is one sheet");
    await page.goto(place + "/paper");
    await look(page, "paper");
    assert.ok((await print(page, "asking-paper")) <= 2);
    await page.goto(place + "/enter");
    await look(page, "entry");
    await page.fill('[name="a.satisfied"]', "9");
    await send(page, "main form button[type=submit]");
    assert.match(takeTroubles(page).join(), /422/);
    await look(page, "entry-mistake");
    await page.fill('[name="a.satisfied"]', "4");
    await page.keyboard.press("Enter"); // as somebody with a pile of paper does
    await page.waitForURL(/receipt=/);
    await look(page, "entry-stored");
    await page.goto(place + "/enter?way=interview");
    await look(page, "interview");
    await page.context().close();
});

test("waves, and codes that pair their answers", { skip }, async () => {
    const page = await arrive({});
    await page.goto(`${server.url}${survey}/waves`);
    for (const [kind, name] of [["baseline", "Forår 2026"], ["follow_up", "Efterår 2026"]]) {
        await page.fill('[name="name"]', name);
        await page.check(`[name="kind"][value="${kind}"]`);
        await send(page, 'form[action$="/waves"] button[type=submit]');
    }
    await look(page, "waves");
    await page.fill('[name="count"]', "3");
    await send(page, 'form[action$="/waves/codes"] button');
    const codes = (await page.inputValue("textarea")).trim().split("\n");
    assert.equal(codes.length, 3);
    await look(page, "codes");
    await ask(page, "maaling", async () => {
        await page.selectOption('[name="wave"]', { label: "Forår 2026" });
        await page.check('[name="pairing"][value="token"]');
    });
    await look(page, "wave-place");
    await page.goto(server.url + "/s/maaling?l=da");
    await send(page, "button.go");
    await page.fill('[name="code"]', codes[0].slice(0, -1) + (codes[0].endsWith("A") ? "B" : "A"));
    await send(page, "button.go");
    assert.match(takeTroubles(page).join(), /422/);
    await look(page, "code-mistake");
    await page.fill('[name="code"]', codes[0].toLowerCase());
    await send(page, "button.go");
    assert.match(page.url(), /\/q\//);
    await page.context().close();
});

test("an own code leaves the browser as hashes alone, the same that the server makes", { skip }, async () => {
    const page = await arrive({});
    await ask(page, "egenkode", () => page.check('[name="pairing"][value="own_code"]'));
    const sent = [];
    page.on("request", (request) => request.url().includes("/pair") && sent.push(request.postData() ?? ""));
    await page.goto(server.url + "/s/egenkode?l=da");
    await send(page, "button.go");
    await look(page, "own-code");
    await page.fill('[name="e0"]', "Ø");
    await page.fill('[name="e1"]', "12");
    await send(page, "button.go");
    assert.match(page.url(), /\/q\//);
    const form = new URLSearchParams(sent.find((one) => one !== ""));
    assert.deepEqual([...form.keys()], ["h0", "h1", "h2", "h3", "h4", "h5", "h6"]);
    assert.ok([...form.values()].every((hash) => /^[0-9a-f]{32}$/.test(hash)));
    await page.context().close();
});

test("invitations: a list with a personal number is refused, a good one waits for its gateway", { skip }, async () => {
    const page = await arrive({});
    const place = await ask(page, "brev", () => page.check('[name="by_code"]'));
    await page.goto(place + "/invitations");
    await look(page, "invitations");
    await page.fill('[name="addresses"]', "anna@fjordby.example\n010190-1234");
    await send(page, 'form[action$="/invitations"] button[type=submit]');
    assert.match(takeTroubles(page).join(), /422/);
    await look(page, "invitations-refused");
    await page.fill('[name="addresses"]', "anna@fjordby.example\nbo@fjordby.example");
    await send(page, 'form[action$="/invitations"] button[type=submit]');
    assert.doesNotMatch(await page.content(), /anna@fjordby/);
    await look(page, "invitations-waiting");
    await page.context().close();
});
