// A citizen writes on a phone, staff see it, the leader answers, and the citizen reads the answer and writes again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./lib/browser.mjs";
import { findings, takeTroubles } from "./lib/checks.mjs";
import { guidePicture, picture } from "./lib/output.mjs";
import { signIn, speak } from "./lib/people.mjs";
import { browser, server, visitSite } from "./lib/site.mjs";

const skip = !process.env.MAERKBAR_DEMO && "set MAERKBAR_DEMO=1";
const ways = [{ width: 375, theme: "light", language: "da" }, { width: 1280, theme: "light", language: "da" },
    { width: 375, theme: "dark", language: "nb" }, { width: 1280, theme: "light", language: "en", script: false }];

visitSite(skip);

const send = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

async function look(page, way, name, guide = "") {
    await picture(page, `feedback-${way.language}-${way.width}-${name}`);
    if (guide && way === guideWays[guide]) await guidePicture(page, guide);
    assert.deepEqual(page.scriptless ? takeTroubles(page) : await findings(page), [], name);
}
const guideWays = { "ros-klager-skriv": ways[0], "ros-klager-liste": ways[1] };

/** Whatever a thumb must hit is high enough. */
async function reachable(page) {
    for (const height of await page.$$eval(".answer, .go, .field", (all) => all.map((one) => one.getBoundingClientRect().height)))
        assert.ok(height >= 48, `${height} px`);
}

async function staff(login, way) {
    const page = await newPage(browser, { ...way, script: true });
    await signIn(page, server.url, { login, password: server.password });
    await speak(page, way.language);
    return page;
}

async function writes(page, way, words) {
    await page.goto(`${server.url}/tell-us?l=${way.language}`);
    await look(page, way, "write", "ros-klager-skriv");
    await page.fill("#field-text", "Mit nummer er 010190-1234");
    await send(page, "button.go");
    assert.match(takeTroubles(page).join(), /422/);
    assert.equal(await page.inputValue("#field-text"), "Mit nummer er 010190-1234", "nothing has to be typed twice");
    await look(page, way, "refused");
    await page.fill("#field-text", words);
    await page.selectOption("#field-unit", { label: "– Borgerservice" });
    await reachable(page);
    await send(page, "button.go");
    await look(page, way, "sent");
    const code = await page.innerText(".receipt");
    await page.reload();
    assert.equal(await page.innerText(".receipt"), code);
    return code;
}

async function follows(page, way, code) {
    await page.goto(`${server.url}/tell-us/follow?l=${way.language}`);
    await page.fill("#field-code", code.toLowerCase());
    await look(page, way, "code");
    await send(page, "button.go");
    assert.ok(!page.url().includes(code), "the code stands in no address");
}

for (const way of ways)
    test(`from a citizen's words to an answer: ${way.language}, ${way.width} px, ${way.theme}`, { skip }, async () => {
        const words = `Der var kø ved skranken (${way.language} ${way.width}). Ring på 20 12 34 56.`;
        const citizen = await newPage(browser, way);
        citizen.scriptless = way.script === false;
        const code = await writes(citizen, way, words);
        await follows(citizen, way, code);
        assert.match(await citizen.innerText("main"), /\[(telefonnummer|phone number)\]/);

        const employee = await staff("medarbejder-borgerservice", way);
        assert.equal(await employee.locator(".notice a[href='/feedback']").count(), 1, "the unit's page says that somebody waits");
        await look(employee, way, "overview");
        await employee.goto(server.url + "/feedback/new");
        await look(employee, way, "new");
        await employee.context().close();

        const leader = await staff("leder-borgerservice", way);
        await leader.goto(server.url + "/feedback");
        await look(leader, way, "list", "ros-klager-liste");
        const newest = Math.max(...await leader.$$eval("main tbody th a", (all) => all.map((one) => +one.href.split("/").pop())));
        const entry = `${server.url}/feedback/${newest}`;
        await leader.goto(entry);
        assert.match(await leader.innerText("main"), new RegExp(`${way.language} ${way.width}`));
        await look(leader, way, "entry");
        await leader.goto(entry + "/answer");
        assert.equal(await leader.locator("input[name=outcome]:checked").count(), 0, "nothing is decided beforehand");
        await leader.check("input[name=outcome][value=upheld]");
        await leader.fill("textarea[name=text]", "Vi åbner en skranke mere om mandagen.");
        await look(leader, way, "answer");
        await send(leader, "main form button[type=submit]");
        await look(leader, way, "answered");

        await follows(citizen, way, code);
        assert.match(await citizen.innerText("main"), /Vi åbner en skranke mere om mandagen\./);
        await look(citizen, way, "follow");
        await citizen.fill("#field-text", "Tak.");
        await send(citizen, "form[action='/tell-us/write'] button");
        await citizen.fill("#field-contact", "20 12 34 56");
        await send(citizen, "form[action='/tell-us/contact'] button");
        await look(citizen, way, "contact-asked");

        await leader.goto(entry + "/contact");
        assert.match(await leader.innerText("main"), /20 12 34 56/);
        await look(leader, way, "contact");
        await send(leader, "form[action$='/looked-after'] button");
        await leader.goto(entry + "/edit");
        await look(leader, way, "edit");
        await citizen.context().close();
        await leader.context().close();
    });

test("indicators follow the register, and its rules are the consultant's", { skip }, async () => {
    const page = await staff("kvalitetskonsulent", ways[1]);
    await page.goto(server.url + "/feedback/rules");
    await look(page, ways[1], "rules");
    await page.context().close();
    const leader = await staff("leder-borgerservice", ways[1]);
    await leader.goto(server.url);
    await leader.locator("main a", { hasText: /^Klager$/ }).first().click();
    await look(leader, ways[1], "indicator");
    assert.match(await leader.innerText("main"), /klager/);
    await leader.goto(server.url + "/panels");
    await look(leader, ways[1], "panels");
    assert.equal(await leader.locator("main tbody tr").count(), 2, "the user panel's two meetings at Borgerservice");
    await leader.goto(server.url + "/you-said");
    await look(leader, ways[1], "you-said");
    await leader.locator("main .links a").first().click();
    await look(leader, ways[1], "you-said-unit");
    assert.match(new URL(leader.url()).pathname, /^\/you-said\/\d+$/, "the unit has a public page of its own");
    await leader.context().close();
});
