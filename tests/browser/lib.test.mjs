// The helpers: following links finds what is broken, and a program under test is started and stopped for certain.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { launch, newPage } from "./lib/browser.mjs";
import { crawl } from "./lib/crawl.mjs";
import { serveFolder, startProgram } from "./lib/server.mjs";

const page_with = (...links) => "<!DOCTYPE html><title>x</title>" + links.map((to) => `<a href="${to}">x</a>`).join("");
const node = (script) => `${process.execPath} -e '${script}'`;

test("a crawl sees every page once, files not at all, and says what is missing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "maerkbar-crawl-"));
    const pages = { "a.html": page_with("b.html", "b.html#part", "unit1.html", "unit2.html", "unit3.html", "https://elsewhere.example/"),
        "b.html": page_with("a.html", "missing.html", "data.css"), "unit1.html": page_with(), "unit2.html": page_with(),
        "unit3.html": page_with(), "data.css": "" };
    for (const [name, content] of Object.entries(pages)) writeFileSync(join(folder, name), content);
    const server = await serveFolder(folder);
    const browser = await launch();
    const page = await newPage(browser);
    const { findings, visited } = await crawl(page, `${server.url}/a.html`, async (_, url) =>
        (url.pathname === "/b.html" ? ["odd"] : []));
    assert.deepEqual(visited, ["/a.html", "/b.html", "/unit1.html", "/unit2.html"]);
    assert.deepEqual(findings, ["/b.html: odd", "/missing.html: answers 404"]);
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
});

test("a program is ready when it prints its address, and ends when asked to", async () => {
    const program = await startProgram(node(
        'process.on("SIGTERM", () => process.exit(7)); console.log("Ready at http://127.0.0.1:8123/"); setInterval(() => {}, 1e3)'));
    assert.equal(program.url, "http://127.0.0.1:8123");
    assert.equal(await program.close(), 7);
});

test("a program that ends too early says why", async () => {
    await assert.rejects(startProgram(node('console.error("no database"); process.exit(3)')), /ended with 3[^]*no database/);
});

test("a program that says nothing is not waited for without end", async () => {
    await assert.rejects(startProgram(node("setTimeout(() => {}, 3000)"), { seconds: 0.3 }), /not ready after 0.3 s/);
});
