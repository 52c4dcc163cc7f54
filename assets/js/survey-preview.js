// Shows a question as respondents will see it, while it is written. The server makes the page; without script its
// button shows it.
const side = document.querySelector(".preview");
const form = side.previousElementSibling;
const frame = side.querySelector("iframe");
const language = side.querySelector("select");
let number = 0;

// A button is called "action", so form.action would be that.
async function show() {
    const mine = ++number;
    const body = new URLSearchParams(new FormData(form));
    body.set("action", "live");
    body.set("preview_language", language.value);
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body }).catch(() => null);
    if (!answer?.ok || mine !== number) return; // it stays as it was until the server answers again
    const text = await answer.text();
    const inside = frame.contentDocument;
    side.hidden = false;
    if (!inside.querySelector("main")) {
        inside.open();
        inside.write(text);
        inside.close();
        return;
    }
    const next = new DOMParser().parseFromString(text, "text/html");
    inside.documentElement.lang = next.documentElement.lang;
    inside.body.replaceWith(next.body); // the style sheet and how far one has scrolled stay
}

let waiting;
form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 300);
});
language.addEventListener("change", show);
show();
