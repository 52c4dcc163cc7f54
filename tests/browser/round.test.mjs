// A whole self-assessment of 28 items: six participants at once in browsers of their own, and a facilitator, from setting it up to a plan that
// is followed, with everything that goes wrong on the way. On each database.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, newPage } from "./lib/browser.mjs";
import { findings, takeTroubles } from "./lib/checks.mjs";
import { guidePicture, picture, print } from "./lib/output.mjs";
import { signIn, speak } from "./lib/people.mjs";
import { going, invite, join, saveAndGoOn, scoreAll, send, setUp, told, write } from "./lib/round.mjs";
import { build, startDemo } from "./lib/server.mjs";

const skip = !process.env.MAERKBAR_DEMO && "set MAERKBAR_DEMO=1";
const databases = process.env.MAERKBAR_TEST_POSTGRESQL ? ["sqlite", "postgresql"] : ["sqlite"];

// Three from leadership and three from staff: then the roles may be shown apart.
const people = [
    { account: "Leder, Borgerservice", login: "leder-borgerservice", side: "leadership", width: 1280, language: "da" },
    { account: "Medarbejder, Borgerservice", login: "medarbejder-borgerservice", side: "staff", width: 375, language: "da" },
    { label: "Kollega 1", side: "leadership", width: 375, language: "nb", theme: "dark" },
    { label: "Kollega 2", side: "leadership", width: 1280, language: "en" },
    { label: "Kollega 3", side: "staff", width: 375, language: "da", script: false },
    { label: "Kollega 4", side: "staff", width: 375, language: "nb" },
];
const [, , phone, closing, , twice] = [0, 1, 2, 3, 4, 5];
const items = [4, 4, 3, 6, 3, 2, 2, 2, 2].flatMap((count, area) =>
    Array.from({ length: count }, (_, item) => `${area + 1}.${item + 1}`));
const [polarised, apart] = [4, 9]; // items on which the group sees it differently

/** What participant `who` says of an item: close to 40, but for two items; one leaves the third blank. */
function answerOf(who, number) {
    if (number === 2 && who === 5) return { improvements: "Det ved jeg for lidt om" };
    if (number === polarised) return { score: people[who].side === "leadership" ? 95 : 5, improvements: `Tavle ${who}` };
    if (number === apart) return { score: 15 + 12 * who };
    return { score: 38 + ((who + number) % 5), strengths: number === 0 ? `Vi hjælper hinanden ${who}` : undefined };
}

for (const database of databases)
    describe(`a round of 28 items with six people at once, on ${database}`, { skip }, () => {
        let server, browser, facilitator, administrator, round, pages, codes, broken;

        /** One step of the round; those after a step that failed are left out. */
        const step = (name, work) => test(name, async (t) => {
            if (broken) return t.skip(broken);
            broken = `not reached: ${name}`;
            await work();
            broken = undefined;
        });

        before(async () => {
            if (skip) return;
            server = await startDemo(`${build}/src/app/maerkbar`, { database });
            browser = await launch();
            facilitator = await newPage(browser);
            await signIn(facilitator, server.url, { login: "kvalitetskonsulent", password: server.password });
            administrator = await newPage(browser);
            await signIn(administrator, server.url, { login: "administrator", password: server.password });
        });

        after(async () => {
            await browser?.close();
            await server?.close();
        });

        /** The page has no fault, also as a picture. */
        async function look(page, name, guide = false) {
            await picture(page, `round-${database}-${name}`);
            if (guide && database === "sqlite") await guidePicture(page, `selvevaluering-${name}`);
            page.troubles = page.troubles.filter((trouble) => !/status of (409|422)/.test(trouble)); // refused, as it should be
            assert.deepEqual(page.context().scriptless ? takeTroubles(page) : await findings(page), [], name);
        }

        async function comeIn(person, code) {
            const page = await newPage(browser, person);
            page.setDefaultTimeout(120_000); // six come in at once, perhaps on a busy machine
            page.context().scriptless = person.script === false;
            if (code) await join(page, server.url, code);
            else await signIn(page, server.url, { login: person.login, password: server.password });
            if (person.language !== "da") await speak(page, person.language);
            return page;
        }

        const main = (page) => page.innerText("main");

        step("the facilitator sets it up", async () => {
            round = await setUp(facilitator, server.url, { model: "caf2020", unit: "Telefonteam", name: "CAF i Telefonteamet" });
            await look(facilitator, "new");
            assert.match(await main(facilitator), /2 t 48 min/);
            await facilitator.goto(`${round}/setup`);
            await send(facilitator, "/setup", async (form) => {
                await form.locator('[name="trained_on"]').fill("2026-11-02");
                await form.locator('[name="training-1.1"]').check();
                await form.locator('[name="note-1.1"]').fill("Målene på tavlen ved indgangen");
            });
            codes = [];
            for (const person of people) codes.push(await invite(facilitator, round, person));
            codes.push(await invite(facilitator, round, { label: "Kollega 5", side: "staff" }));
            await look(facilitator, "code");
            await facilitator.goto(round);
            await look(facilitator, "participants", true);
            await send(facilitator, "/start");
        });

        step("everybody scores at once", async () => {
            pages = await Promise.all(people.map((person, who) => comeIn(person, codes[who])));
            const mishaps = {
                [phone]: async (page, number) => number === 5 && loseConnection(page),
                [closing]: async (page, number) => number === 7 && closeAndResume(page),
                [twice]: async (page, number) => number === 3 && editTwice(page),
            };
            await Promise.all([leaveEarly(), ...pages.map(async (page, who) => {
                await page.goto(`${round}/score`);
                if (who === 1) await look(page, "begin", true);
                await going(page, () => page.click("main .button-primary"));
                if (who < 3) await look(page, `item-${people[who].language}-${people[who].width}`, who === 1);
                await scoreAll(page, items, (number) => answerOf(who, number),
                    async (number) => mishaps[who] && mishaps[who](page, number));
                await look(page, `done-${who}`);
            })]);
        });

        /** The connection is lost: it is said, what was typed stays, and it is saved when the connection is back. */
        async function loseConnection(page) {
            await page.context().setOffline(true);
            await page.fill('[name="improvements"]', "Skrevet i toget");
            await page.click("form[data-draft] .button-primary");
            await told(page, "offline");
            await picture(page, `round-${database}-offline`);
            assert.equal(await page.inputValue('[name="improvements"]'), "Skrevet i toget");
            await page.context().setOffline(false);
            await told(page, "saved");
            page.troubles.length = 0; // the browser itself complained of the lost connection
        }

        /** The page is closed in the middle of an item and opened again: what was typed is there, saved without a button. */
        async function closeAndResume(page) {
            const here = page.url();
            await page.fill('[name="evidence"]', "Referat fra personalemødet");
            await told(page, "saved");
            const again = await page.context().newPage();
            await again.goto(here);
            assert.equal(await again.inputValue('[name="evidence"]'), "Referat fra personalemødet");
            await again.close();
        }

        /** The same person in two windows: the second is told, sees both, and decides. */
        async function editTwice(page) {
            await told(page, "saved");
            const other = await page.context().newPage();
            await other.goto(page.url());
            await write(other, { score: 70, strengths: "Fra den anden telefon" });
            await told(other, "saved");
            await page.fill('[name="strengths"]', "Fra den første telefon");
            await going(page, () => page.click("form[data-draft] .button-primary"));
            const text = await main(page);
            assert.match(text, /Fra den anden telefon/);
            assert.equal(await page.inputValue('[name="strengths"]'), "Fra den første telefon");
            await look(page, "two-windows");
            await other.close();
        }

        /** A seventh leaves after three items: no longer waited for, what was answered stays. */
        async function leaveEarly() {
            const page = await comeIn({ width: 375, language: "da" }, codes[6]);
            await going(page, () => page.click("main .button-primary"));
            for (let number = 0; number < 3; number++) {
                await write(page, { score: 40, improvements: "Sagt, før jeg gik" });
                await saveAndGoOn(page);
            }
            const row = facilitator.locator("tr", { hasText: "Kollega 5" });
            await facilitator.goto(round);
            assert.match(await row.innerText(), /3 af 28/);
            await going(facilitator, () => row.locator('form[action$="/leave"] button').click());
            await page.goto(`${round}/score`);
            assert.match(page.url(), /\/join/);
            await page.context().close();
        }

        step("the unit is moved and the model gets a new version while it is scored: both are said", async () => {
            const model = JSON.parse(await (await facilitator.request.get(`${server.url}/assessments/models/caf2020.json`)).text());
            model.version = "1.1.0";
            model.nodes.find((node) => node.id === "1.1").question.da = "Et nyt spørgsmål?";
            await facilitator.goto(`${server.url}/assessments/models`);
            await send(facilitator, "/assessments/models", (form) => form.locator('[name="document"]').fill(JSON.stringify(model)));
            await send(facilitator, "/release"); // what is new is looked at first; the round is not taken over
            await change(administrator, "move", "parent", "Sundhed og Ældre");
            await facilitator.goto(round);
            assert.match(await main(facilitator), /1\.1\.0.*1\.0\.0/s);
            await pages[1].goto(`${round}/score/1.1`);
            assert.doesNotMatch(await main(pages[1]), /Et nyt spørgsmål/);
        });

        /** Moves or merges the team by the page of its unit. */
        async function change(page, what, field, target) {
            await page.goto(`${server.url}/organisation/4/${what}`);
            await send(page, `/${what}`, async (form) => {
                const value = await form.locator(`[name="${field}"] option:text("${target}")`).first().getAttribute("value");
                await form.locator(`[name="${field}"]`).selectOption(value);
                await form.locator('[name="from"]').fill(new Date().toISOString().slice(0, 10));
            });
            assert.equal(await page.locator("#errors").count(), 0, await main(page));
        }

        step("nobody sees a score before scoring is closed, and then disagreement comes first", async () => {
            await facilitator.goto(round);
            assert.doesNotMatch(await main(facilitator), /Tavle|Skrevet i toget/);
            assert.equal((await facilitator.goto(`${round}/agenda`)).status(), 409);
            await facilitator.goto(round);
            await send(facilitator, "/close-scoring");
            const first = await facilitator.innerText("main table tbody tr:first-child");
            assert.ok(first.includes(items[polarised]), first);
            assert.match(await main(facilitator), /28 punkter tilbage, omkring 2 t 48 min/);
            await look(facilitator, "agenda", true);
        });

        step("the group meets: points without names, both sides apart, and nothing suggested where there are two camps", async () => {
            await facilitator.goto(`${round}/consensus/${items[polarised]}`);
            assert.equal(await facilitator.locator(".grid-2 figure").count(), 3);
            assert.equal(await facilitator.inputValue('[name="value"]'), "");
            for (const name of ["Kollega", "Leder, Borgerservice"]) assert.ok(!(await main(facilitator)).includes(name));
            await look(facilitator, "consensus", true);
            await facilitator.setViewportSize({ width: 1920, height: 1080 });
            await look(facilitator, "consensus-projector");
            await facilitator.setViewportSize({ width: 1280, height: 900 });
        });

        step("two decide the same item: the second is told, and both texts are there", async () => {
            const other = await newPage(browser);
            await signIn(other, server.url, { login: "administrator", password: server.password });
            await other.goto(`${round}/consensus/${items[polarised]}`);
            await decide(facilitator, "Vi mødes på midten", 50);
            assert.match(facilitator.url(), /done=decided/);
            await decide(other, "Ledelsen ser det rigtigst", 80);
            assert.match(await main(other), /Vi mødes på midten/);
            assert.equal(await other.inputValue('[name="reason"]'), "Ledelsen ser det rigtigst");
            await look(other, "consensus-two");
            await other.context().close();
        });

        const decide = (page, reason, value, more = {}) => send(page, new URL(page.url()).pathname, async (form) => {
            await form.locator('[name="value"]').fill(String(value));
            await form.locator('[name="reason"]').fill(reason);
            for (const [name, text] of Object.entries(more)) await form.locator(`[name="${name}"]`).fill(text);
        });

        step("what is agreed is accepted together, the rest one by one, though the unit is merged meanwhile", async () => {
            await change(administrator, "merge", "into", "Borgerservice");
            await facilitator.goto(`${round}/agenda`);
            await send(facilitator, "/agenda/accept");
            assert.match(await main(facilitator), /1 punkt tilbage/);
            await facilitator.goto(`${round}/consensus/${items[apart]}`);
            await decide(facilitator, "Vi er ikke der endnu", 35, {
                minority_note: "En mener, at det står bedre til", minutes: "Lang snak om samarbejdet",
                improvement: "Vi mangler mål for svartid", strength: "Vi kender hinandens arbejde" });
            await facilitator.goto(round);
            assert.match(await main(facilitator), /lagt sammen med Borgerservice/);
            await facilitator.goto(`${round}/agenda`);
            await send(facilitator, "/finish");
        });

        step("six vote at once, and the plan begins with what helps most", async () => {
            await Promise.all(pages.map(async (page, who) => {
                await page.goto(`${round}/votes`);
                await send(page, "/votes", async (form) => {
                    await form.locator('select[name^="effect-"]').selectOption("5");
                    await form.locator('select[name^="ease-"]').selectOption(who % 2 ? "4" : "5");
                });
            }));
            await look(pages[1], "votes", true);
            await facilitator.goto(`${round}/plan`);
            const row = await facilitator.locator("tr", { hasText: "Vi mangler mål for svartid" }).innerText();
            assert.match(row, /6$/m);
            await send(facilitator, "/close");
            assert.match(facilitator.url(), /problem=assessment\.no_plan/);
            await facilitator.goto(`${round}/plan`);
            await send(facilitator, "/actions", async (form) => {
                await form.locator('[name="title"]').fill("Sæt mål for svartid på telefonen");
                const owner = await form.locator('[name="owner"] option:text("Medarbejder, Borgerservice")').getAttribute("value");
                await form.locator('[name="owner"]').selectOption(owner);
                await form.locator('[name="due"]').fill("2027-03-01");
                await form.locator('[name="indicator"]').selectOption({ index: 1 });
            });
            await look(facilitator, "plan", true);
            await send(facilitator, "/close");
        });

        step("the owner does it, and it is followed up", async () => {
            const owner = pages[1];
            await owner.goto(`${server.url}/actions`);
            await going(owner, () => owner.click('a:text("Sæt mål for svartid på telefonen")'));
            await send(owner, new URL(owner.url()).pathname, async (form) => {
                await form.locator('[name="status"][value="done"]').check();
                await form.locator('[name="outcome"]').fill("Målet er 80 % inden to minutter");
            });
            await facilitator.goto(`${round}/plan`);
            await send(facilitator, "/reviews", (form) => form.locator('[name="note"]').fill("84 % besvaret inden to minutter"));
            const text = await main(facilitator);
            assert.match(text, /Udført|Færdig|Gjort/);
            assert.match(text, /84 % besvaret/);
            await look(facilitator, "followed-up", true);
        });

        step("profile, report and one page for politicians can be read, printed and taken along", async () => {
            for (const name of ["profile", "report", "summary"]) {
                await facilitator.goto(`${round}/${name}`);
                await look(facilitator, name, name !== "report");
            }
            assert.equal(await print(facilitator, `round-${database}-summary`), 1);
            const report = await (await facilitator.request.get(`${round}/round.json`)).json();
            assert.equal(report.items.length, 28);
            assert.equal(report.items[2].scores.length, 6, "five who scored, and the one who left after it");
            assert.ok(report.items[5].improvements.includes("Skrevet i toget"));
            assert.ok(report.items[0].improvements.includes("Sagt, før jeg gik"));
            assert.deepEqual(report.items[3].strengths, ["Fra den første telefon"]);
            assert.deepEqual(report.items[7].evidence, ["Referat fra personalemødet"]);
            assert.deepEqual(report.items[polarised].scores.map((score) => score.values[0].value), [5, 5, 5, 95, 95, 95]);
        });
    });
