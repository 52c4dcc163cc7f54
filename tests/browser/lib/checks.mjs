// What holds for every page, as functions that answer with a list of findings (empty: nothing wrong).
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Findings of axe-core for WCAG 2.0 to 2.2 A and AA and best practice. */
export async function axeFindings(page) {
    if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
    const { violations } = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), tags);
    return violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id} (${rule.impact}): ${node.target.join(" ")} – ${node.failureSummary}`));
}

/** Elements that make the page wider than the window. */
export function overflowFindings(page) {
    return page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return [];
        const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > room + 1);
        return wide.slice(0, 5).map((e) => `wider than the window: ${e.tagName}.${e.className?.baseVal ?? e.className}`);
    });
}

/** What script, server and policy complained of since the last call. */
export function takeTroubles(page) {
    return page.troubles.splice(0);
}

/** Text that the style cuts off without a way to scroll to it. */
export function cutFindings(page) {
    return page.evaluate(() =>
        [...document.querySelectorAll("main a, main button, main .tag, main th, main td, main h1, main h2, main h3")]
            .filter((e) => !e.closest(".hidden-text, svg") && e.scrollWidth > e.clientWidth + 2 && e.clientWidth > 0)
            .filter((e) => getComputedStyle(e).overflowX !== "visible" && getComputedStyle(e).display !== "inline")
            .map((e) => `cut off: ${e.tagName} ${e.textContent.trim().slice(0, 40)}`));
}

/** Links within the page that lead nowhere (an error summary that names a field the form does not have). */
export function anchorFindings(page) {
    return page.$$eval('a[href^="#"]', (all) =>
        all.map((a) => a.getAttribute("href")).filter((href) => !document.getElementById(href.slice(1)))
            .map((href) => `leads nowhere: ${href}`));
}

/** What the Tab key reaches without showing it (WCAG 2.4.7), and orders of their own (a positive tabindex). */
export async function focusFindings(page) {
    await page.keyboard.press("Tab"); // from here on the browser shows focus as it does for the keyboard
    return page.evaluate(() => {
        const shows = (element, part) => {
            const style = getComputedStyle(element, part);
            return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
        };
        const name = (e) => `${e.tagName} ${(e.textContent || e.name || e.className).toString().trim().slice(0, 40)}`;
        const reached = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
            .filter((e) => e.tabIndex >= 0 && e.checkVisibility());
        const found = reached.filter((e) => e.tabIndex > 0).map((e) => `an order of its own: ${name(e)}`);
        for (const element of reached) {
            element.focus({ preventScroll: true });
            const around = element.closest("label"); // a radio button may show it on the answer around it
            if (document.activeElement === element && !shows(element) && !shows(element, "::after") && !(around && shows(around)))
                found.push(`focus does not show: ${name(element)}`);
        }
        document.activeElement.blur();
        return found;
    });
}

/** Elements that make the page wider than the narrowest window it must fit into (WCAG 1.4.10). */
export async function narrowestFindings(page) {
    const before = page.viewportSize();
    await page.setViewportSize({ ...before, width: 320 });
    const found = await overflowFindings(page);
    await page.setViewportSize(before);
    return found.map((finding) => `at 320 px ${finding}`);
}

/** All of the above. */
export async function findings(page) {
    return [...takeTroubles(page), ...(await overflowFindings(page)), ...(await narrowestFindings(page)),
        ...(await cutFindings(page)), ...(await anchorFindings(page)), ...(await axeFindings(page)),
        ...(await focusFindings(page)), ...takeTroubles(page)];
}
