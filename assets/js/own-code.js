// Hashes the signs of an own code before they leave the browser; without script the server does the same on arrival.
const fields = document.getElementById("own-code");
const form = fields.closest("form");

async function hash(place, element) {
    const text = `${fields.dataset.key}:${place}:${element.trim().toLowerCase()}`;
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

form.addEventListener("submit", async (event) => {
    if (!crypto.subtle) return; // not over https
    event.preventDefault();
    for (const [place, input] of [...fields.querySelectorAll("input[name]")].entries()) {
        const hashed = document.createElement("input");
        Object.assign(hashed, { type: "hidden", name: `h${place}`, value: input.value.trim() ? await hash(place, input.value) : "" });
        form.append(hashed);
        input.removeAttribute("name");
    }
    form.submit();
});
