// Debian's Chromium, driven by playwright-core, with pages that remember what went wrong on them.
import { chromium } from "playwright-core";

const flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"];

/** Starts Chromium; MAERKBAR_CHROMIUM names another binary than Debian's. */
export function launch() {
    const asRoot = process.getuid?.() === 0; // Chromium's sandbox refuses root
    return chromium.launch({
        executablePath: process.env.MAERKBAR_CHROMIUM ?? "/usr/bin/chromium",
        args: asRoot ? [...flags, "--no-sandbox"] : flags,
    });
}

/**
 * A new page. `script: false` switches scripts off, `theme` is "light" or "dark", `width` in pixels.
 * `page.troubles` collects console errors, exceptions, failed requests and breaches of the content-security policy.
 */
export async function newPage(browser, { width = 1280, theme = "light", script = true } = {}) {
    const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: theme,
        javaScriptEnabled: script,
        reducedMotion: "reduce",
        locale: "da-DK",
    });
    const page = await context.newPage();
    page.troubles = [];
    page.on("console", (message) => message.type() === "error" && page.troubles.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => page.troubles.push(`exception: ${error.message}`));
    page.on("requestfailed", (request) => {
        const why = request.failure()?.errorText;
        if (why !== "net::ERR_ABORTED") page.troubles.push(`request: ${request.url()} ${why}`);
    });
    return page;
}
