// Signing in, as a person does it.

const demo = ["administrator", "kvalitetskonsulent", "leder-borgerservice", "laeser"];

/** The accounts of MAERKBAR_ACCOUNTS ("login:password login:password"), or of the demo municipality without passwords. */
export function accounts() {
    if (process.env.MAERKBAR_DEMO) return demo.map((login) => ({ login }));
    return (process.env.MAERKBAR_ACCOUNTS ?? "").split(/\s+/).filter(Boolean).map((pair) => {
        const [login, ...password] = pair.split(":");
        return { login, password: password.join(":") };
    });
}

export async function signIn(page, url, { login, password }) {
    await page.goto(url + "/sign-in");
    await page.fill('input[name="login"]', login);
    await page.fill('input[name="password"]', password);
    await Promise.all([page.waitForURL((now) => !now.pathname.startsWith("/sign-in")),
        page.click('main form button[type="submit"]')]);
}

/** Chooses the language in the footer. */
export async function speak(page, code) {
    await Promise.all([page.waitForLoadState("load"), page.click(`footer button[name="language"][value="${code}"]`)]);
    await page.waitForSelector(`html[lang="${code}"]`);
}
