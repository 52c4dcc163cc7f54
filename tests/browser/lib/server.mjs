// Servers under test: the program itself, or files of a folder behind the program's own security headers.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder the program was built in. */
export const build = process.env.MAERKBAR_BUILD ?? fileURLToPath(new URL("../../../build", import.meta.url));

// The policy of src/web; a page that needs more than this is wrong.
export const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
    "media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml" };

/** Serves `folder` on a free port of 127.0.0.1: { url, close() }. */
export async function serveFolder(folder) {
    const server = createServer(async (request, response) => {
        const path = normalize(decodeURIComponent(new URL(request.url, "http://local").pathname));
        try {
            const content = await readFile(join(folder, path));
            response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream",
                "content-security-policy": policy });
            response.end(content);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/**
 * Runs `command` (a shell line) and waits until it prints an address of this machine: { url, output(), close() }.
 * It is stopped with SIGTERM and must then end within ten seconds.
 */
export function startProgram(command, { seconds = 60 } = {}) {
    const child = spawn("exec " + command, { shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal)));
    const close = async () => {
        child.kill("SIGTERM");
        const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
        const code = await ended;
        clearTimeout(late);
        return code;
    };
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
            child.kill("SIGKILL");
            reject(new Error(`not ready after ${seconds} s:\n${output}`));
        }, seconds * 1000);
        const listen = (chunk) => {
            output += chunk;
            const address = output.match(/http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+/);
            if (!address) return;
            clearTimeout(timer);
            resolve({ url: address[0], output: () => output, close });
        };
        child.stdout.on("data", listen);
        child.stderr.on("data", listen);
        ended.then((code) => {
            clearTimeout(timer);
            reject(new Error(`ended with ${code} before it was ready:\n${output}`));
        });
    });
}

/** A new, empty database of the server that tools/test_postgresql.sh runs: its address. */
function newPostgresql() {
    const name = `browser_${process.pid}`;
    execFileSync("psql", [process.env.MAERKBAR_TEST_POSTGRESQL, "-qc", `create database ${name}`]);
    return process.env.MAERKBAR_TEST_POSTGRESQL.replace("/postgres?", `/${name}?`);
}

/**
 * Makes the demo municipality in a temporary folder, on the embedded database or on "postgresql", and serves it:
 * { url, password, close() }.
 */
export async function startDemo(program, { database = "sqlite" } = {}) {
    const folder = mkdtempSync(join(tmpdir(), "maerkbar-demo-"));
    const where = database === "sqlite" ? [] : ["--database", newPostgresql()];
    const said = execFileSync(program, ["demo", "--data", folder, ...where], { encoding: "utf8" });
    const server = await startProgram([program, "serve", "--data", folder, "--port", "0", ...where].map((word) => `'${word}'`).join(" "));
    const close = async () => {
        const code = await server.close();
        rmSync(folder, { recursive: true });
        return code;
    };
    return { url: server.url, password: said.match(/^Password: (\S+)/m)[1], close };
}

/**
 * The server the environment names: MAERKBAR_URL (running already), MAERKBAR_SERVER (a command), or MAERKBAR_DEMO=1 for the
 * demo municipality from the build folder. No value when none is set, and the test that wants it says that it is left out.
 */
export async function serverUnderTest() {
    if (process.env.MAERKBAR_URL) return { url: process.env.MAERKBAR_URL, close: async () => {} };
    if (process.env.MAERKBAR_SERVER) return startProgram(process.env.MAERKBAR_SERVER);
    return process.env.MAERKBAR_DEMO ? startDemo(join(build, "src/app/maerkbar")) : undefined;
}
