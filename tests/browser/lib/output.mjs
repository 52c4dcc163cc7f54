// Pictures of pages, kept out of git: tests/browser/output/ (or MAERKBAR_PICTURES).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.env.MAERKBAR_PICTURES ?? fileURLToPath(new URL("../output/", import.meta.url));
mkdirSync(folder, { recursive: true });

export const outputPath = (name) => join(folder, name);

/** A PNG of the whole page. */
export function picture(page, name) {
    return page.screenshot({ path: outputPath(`${name}.png`), fullPage: true, animations: "disabled" });
}

/** The page as it is printed on A4; answers the number of sheets. */
export async function print(page, name) {
    const pdf = await page.pdf({ path: outputPath(`${name}.pdf`), format: "A4", printBackground: false, preferCSSPageSize: true });
    return (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
}

/** A picture of the window for docs/guide, made only when MAERKBAR_GUIDE names the folder they lie in. */
export async function guidePicture(page, name) {
    if (process.env.MAERKBAR_GUIDE)
        await page.screenshot({ path: join(process.env.MAERKBAR_GUIDE, `${name}.png`), animations: "disabled" });
}
