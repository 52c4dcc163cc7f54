// Hashes an own code before it leaves the browser, as a whole and without each of its signs in turn; without script the
// server does the same on arrival. The names of the fields are taken away, so that what was typed is not sent.
const fields = document.getElementById("own-code");
const form = fields.closest("form");

async function hash(elements, leftOut) {
    const joined = elements.map((element, place) => (place + 1 === leftOut ? "*" : element)).join("|");
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${fields.dataset.key}:${joined}`)));
    return [...bytes.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

form.addEventListener("submit", async (event) => {
    if (!crypto.subtle) return; // not over https
    event.preventDefault();
    const inputs = [...fields.querySelectorAll("input[name]")];
    const elements = inputs.map((input) => input.value.trim().toLowerCase());
    if (elements.some((element) => element !== ""))
        for (let leftOut = 0; leftOut <= elements.length; leftOut++) {
            const hashed = document.createElement("input");
            Object.assign(hashed, { type: "hidden", name: `h${leftOut}`, value: await hash(elements, leftOut) });
            form.append(hashed);
        }
    for (const input of inputs) input.removeAttribute("name");
    form.submit();
});
