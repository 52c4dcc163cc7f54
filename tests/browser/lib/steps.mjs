// The steps of a consultant's work, found by the names of fields so that they are the same in every language.
import assert from "node:assert/strict";

/** A file as a telephone system writes it: `;`, Windows-1252, one unknown unit, one impossible date, a column of personal numbers. */
export const calls = {
    name: "opkald.csv", mimeType: "text/csv",
    buffer: Buffer.from(["Dato;Enhed;Kanal;Besvaret;Ventetid;Borger",
        "02-10-2026;Telefonteam;Telefon;ja;0:45;010190-1234", "03-10-2026;Ukendt b\u00f8rneenhed;Telefon;nej;3:10;020285-4321",
        "31-09-2026;Telefonteam;Telefon;ja;0:20;311299-1111", "05-10-2026;Telefonteam;Telefon;nej;4:00;311299-1112", ""]
        .join("\r\n"), "latin1"),
};

const send = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

/** Uploads `calls` as the feed `feed` and answers on the page of columns. */
export async function upload(page, url, feed) {
    await page.goto(url + "/imports/new");
    await page.check('input[name="source"][value="contacts"]');
    await page.fill('input[name="feed"]', feed);
    await page.setInputFiles('input[name="file"]', calls);
    await send(page, 'main form[action="/imports/new"] button[type="submit"]');
}

/** Maps the column of personal numbers as pseudonym and checks the whole file. */
export async function mapPersonalNumbers(page) {
    await page.selectOption('select[name="column:pseudonym"]', "Borger");
    await check(page);
}

export const check = (page) => send(page, "main form:not([action$=discard]) button[type=submit]");

/** Leaves the bad rows out and waits until the import counts. */
export async function confirm(page) {
    await page.check('input[name="bad_rows"][value="leave_out"]');
    await send(page, 'main form[action$="/confirm"] button[type="submit"]');
    await settle(page);
    assert.equal(await page.locator('form[action$="/undo"]').count(), 1, `not imported:\n${await page.innerText("main")}`);
}

/** Undoes the import shown, and confirms it where scripts run; answers when it no longer counts. */
export async function undo(page) {
    const form = page.locator('form[action$="/undo"]');
    const answered = page.waitForNavigation();
    await form.locator('button[type="submit"]').click();
    if (await page.evaluate(() => document.querySelector("dialog[open]") !== null))
        await page.click('dialog button[value="yes"]');
    await answered;
    await settle(page);
    assert.equal(await form.count(), 0, "an import that was undone cannot be undone again");
}

/** Waits until the page shown no longer asks to be fetched again, which it does while a job is under way. */
async function settle(page) {
    for (let tries = 0; tries < 100; tries++) {
        const answer = await page.reload();
        if (!answer.headers().refresh) return;
        await page.waitForTimeout(100);
    }
    assert.fail(`still under way:\n${await page.innerText("main")}`);
}

/** What the table of an indicator's page gives for October 2026: [kept, of]. */
export async function october(page, url, unit, indicator) {
    await page.goto(`${url}/units/${unit}/indicators/${indicator}`);
    const told = await page.$$eval("main table tbody tr", (rows) =>
        rows.filter((row) => /^o[kc]tober 2026/i.test(row.cells[0].textContent)).map((row) => [...row.cells].at(-1).textContent)[0]);
    return told.match(/\d[\d.,\u00a0\u202f]*/g).slice(0, 2).map((number) => Number(number.replace(/\D/g, "")));
}
