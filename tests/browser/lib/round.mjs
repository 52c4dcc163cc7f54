// The steps of a self-assessment, found by the names of fields so that they are the same in every language.
import assert from "node:assert/strict";

/** Does `act`, which sends a form or follows a link, and waits for the page it leads to. */
export const going = (page, act) => Promise.all([page.waitForNavigation({ timeout: 60_000 }), act()]);

/** Sends the form whose action ends with `end`, after `fill`. Where scripts run, a question before sending is answered yes. */
export async function send(page, end, fill = async () => {}) {
    const form = page.locator(`main form[action$="${end}"]`).first();
    await form.evaluate((e) => [e.closest("details"), ...e.querySelectorAll("details")].forEach((d) => d?.setAttribute("open", "")));
    await fill(form);
    await going(page, () => form.locator('button[type="submit"], button:not([type])').first().click());
}

/** Sets a round up on `model` for the unit called `unit`; answers its address. */
export async function setUp(page, url, { model, unit, name }) {
    await page.goto(`${url}/assessments/new?model=${model}`);
    await send(page, `model=${model}`, async (form) => {
        await form.locator('[name="name"]').fill(name);
        const value = await form.locator(`[name="unit"] option:text("${unit}")`).first().getAttribute("value");
        await form.locator('[name="unit"]').selectOption(value);
    });
    return page.url().split("?")[0];
}

/** Adds somebody by `code` (what they are called) or by account (a part of the name); answers the code, if any. */
export async function invite(page, round, { account, label, side }) {
    await page.goto(round);
    await send(page, "/participants", async (form) => {
        if (label) await form.locator('[name="label"]').fill(label);
        else {
            const value = await form.locator(`[name="person"] option:text("${account}")`).first().getAttribute("value");
            await form.locator('[name="person"]').selectOption(value);
        }
        await form.locator(`[name="side"][value="${side}"]`).check();
    });
    return label ? page.textContent("code.secret") : undefined;
}

/** Comes in by a code, as somebody without an account. */
export async function join(page, url, code) {
    await page.goto(url + "/join");
    await page.fill('[name="code"]', code.toLowerCase());
    await going(page, () => page.click('main form button[type="submit"]'));
}

/** Writes an answer on the page of one item, without sending it. */
export async function write(page, { score, improvements, strengths, evidence }) {
    if (score === undefined) await page.check('[name="blank"]');
    else await page.fill('[name="score"]', String(score));
    if (improvements) await page.fill('[name="improvements"]', improvements);
    if (strengths) await page.fill('[name="strengths"]', strengths);
    if (evidence) await page.fill('[name="evidence"]', evidence);
}

export const saveAndGoOn = (page) => going(page, () => page.click("form[data-draft] .button-primary"));

/** Waits until the browser says that what was typed is stored, or that it is not. */
export const told = (page, which) =>
    page.waitForFunction((name) => {
        const line = document.querySelector("[data-saved]");
        return line.textContent !== "" && line.textContent === line.dataset[name];
    }, which, { timeout: 60_000 });

/** Answers every item from where the page stands: `answer(number)` says what; `meanwhile(number)` is called before each is sent. */
export async function scoreAll(page, items, answer, meanwhile = async () => {}) {
    for (let number = items.indexOf(page.url().split("/").at(-1)); number < items.length; number++) {
        assert.equal(page.url().split("/").at(-1), items[number], "one item follows the other");
        await write(page, answer(number));
        await meanwhile(number);
        await saveAndGoOn(page);
    }
    await send(page, "/score/done");
}
