// The server and the browser of a file of tests, from its first test to its last.
import { after, before } from "node:test";
import { launch } from "./browser.mjs";
import { serverUnderTest } from "./server.mjs";

export let server, browser;

/** Starts both before the tests of the file unless they are skipped, and ends both after them; `prepare` runs in between. */
export function visitSite(skip, prepare = async () => {}) {
    before(async () => {
        if (skip) return;
        server = await serverUnderTest();
        browser = await launch();
        await prepare();
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });
}
