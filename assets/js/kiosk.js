// The kiosk: one screen at a time, and answers kept on this device until the server has them.
const kiosk = document.getElementById("kiosk");
const { code, main, version } = kiosk.dataset;
const seconds = { idle: +kiosk.dataset.idle, reset: +kiosk.dataset.reset, thanks: +kiosk.dataset.thanks };
const burstGap = 10_000; // as in kiosk.hpp
const atOnce = 50; // answers in one message
const key = (kind, id = "") => `kiosk:${code}:${kind}:${id}`;
const told = document.getElementById("told");
const state = kiosk.querySelector(".state");
const overflow = new Map(); // answers that the device has no room for

// --- what is kept on the device: one entry an answer, so that nothing is read, changed and written back ---

function keep(name, value) {
    try {
        localStorage.setItem(name, JSON.stringify(value));
        overflow.delete(name);
    } catch {
        overflow.set(name, value);
    }
}
function kept(name) {
    try {
        return overflow.get(name) ?? JSON.parse(localStorage.getItem(name));
    } catch {
        return null;
    }
}
function forget(name) {
    overflow.delete(name);
    localStorage.removeItem(name);
}
const names = (kind) => [...new Set([...Object.keys(localStorage), ...overflow.keys()])]
    .filter((name) => name.startsWith(key(kind)));

// --- one answer ---

const newAnswer = () => ({
    id: [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    version: +version, language: main, held: 0, answers: {},
});
let answer = newAnswer();
let at = 0; // which question

// Puts the answer into the queue; from here on it is only removed when the server has it.
function queue(finished) {
    forget(key("now"));
    if (Object.keys(finished.answers).length === 0) return;
    const last = kept(key("last"));
    const now = Date.now();
    const run = last && Math.abs(now - last.at) < burstGap ? last.run + 1 : 1;
    keep(key("last"), { at: now, run });
    keep(key("press", finished.id), { ...finished, at: finished.at ?? now, run });
}

// --- sending ---

let sending = false;
let newestVersion = version;
async function send() {
    if (sending) return;
    sending = true;
    try {
        while (await sendSome());
    } catch {
        // no connection: they stay, and the next attempt comes by itself
    }
    sending = false;
    tellState();
}
async function sendSome() {
    const batch = names("press").slice(0, atOnce).map(kept).filter(Boolean);
    const presses = batch.map(({ at: given, ...press }) =>
        ({ ...press, age: Math.max(0, Math.round((Date.now() - given) / 1000)) }));
    const reply = await fetch(`/k/${code}/presses`, { method: "POST", body: JSON.stringify({ presses }),
        headers: { "Content-Type": "application/json", Accept: "application/json" } });
    if (!reply.ok) throw new Error(reply.status);
    const { received, refused, version: latest } = await reply.json();
    for (const id of received) forget(key("press", id));
    for (const { id, why } of refused) {
        keep(key("refused", id), { ...kept(key("press", id)), why });
        forget(key("press", id));
    }
    newestVersion = String(latest);
    return received.length + refused.length > 0 && names("press").length > 0;
}
function tellState() {
    const waiting = names("press").length;
    const refused = names("refused").length;
    const lines = waiting ? [state.dataset.waiting.replace("{count}", waiting)] : [state.dataset.sent];
    if (refused) lines.push(state.dataset.refused.replace("{count}", refused));
    if (overflow.size) lines.push(state.dataset.full);
    state.textContent = lines.join(" ");
}

// --- screens ---

let timer;
const tongue = () => kiosk.querySelector(`.tongue[data-language="${answer.language}"]`);
const questions = () => [...tongue().querySelectorAll("form")];

function show(screen) {
    for (const one of kiosk.querySelectorAll(".screen")) one.hidden = one !== screen;
    for (const one of kiosk.querySelectorAll(".tongue")) one.hidden = !one.contains(screen);
    for (const one of kiosk.querySelectorAll("[data-speak]"))
        one.setAttribute("aria-pressed", one.dataset.speak === answer.language);
    document.documentElement.lang = tongue().lang;
    screen.querySelector("h1").focus();
    scrollTo(0, 0);
}
function begin() {
    stopTimers();
    answer = newAnswer();
    at = 0;
    if (newestVersion !== version) return location.reload();
    show(questions()[0]);
}
function finish() {
    stopTimers();
    answer.at = Date.now();
    queue(answer);
    tellState();
    send();
    const screen = tongue().querySelector(".thanks");
    show(screen);
    countDown(screen, seconds.thanks, begin);
}
function goOn(step) {
    at += step;
    const next = questions()[at];
    if (!next) return finish();
    show(next);
    watch();
}

// --- the announced reset ---

function stopTimers() {
    clearTimeout(timer);
    for (const dialog of kiosk.querySelectorAll("dialog[open]")) dialog.close();
}
// Shows every second, says it at the start and near the end.
function countDown(place, from, then) {
    const line = place.querySelector(".countdown");
    const tick = (left) => {
        line.querySelector(".seconds").textContent = left;
        if (left === from || left === 10 || left === 5) told.textContent = line.textContent;
        timer = setTimeout(left > 0 ? () => tick(left - 1) : then, 1000);
    };
    tick(from);
}
// Nobody has touched the screen for a while in the middle of an answer.
function watch() {
    if (questions()[at]?.hidden !== false) return; // thanks, or not started
    stopTimers();
    if (at === 0 && answer.language === main) return;
    timer = setTimeout(() => {
        const dialog = tongue().querySelector("dialog");
        dialog.showModal();
        sound();
        countDown(dialog, seconds.reset, () => (at === 0 ? begin() : finish()));
    }, seconds.idle * 1000);
}
let audio;
function sound() {
    try {
        audio ??= new AudioContext();
        const tone = audio.createOscillator();
        tone.connect(audio.destination);
        tone.start();
        tone.stop(audio.currentTime + 0.2);
    } catch {
        // no sound on this device; the screen says it too
    }
}

// --- what people do ---

let down = 0;
const touched = () => { if (!kiosk.querySelector("dialog[open]")) watch(); };
addEventListener("pointerdown", () => { down = Date.now(); touched(); });
addEventListener("keydown", (event) => {
    if (!event.repeat) down = Date.now();
    else if (event.key === "Enter" || event.key === " ") event.preventDefault(); // a key that is held presses once
    touched();
});
kiosk.addEventListener("submit", (event) => {
    event.preventDefault();
    const { name, value } = event.submitter;
    answer.answers[name] = value.startsWith("missing.") ? { missing: value.slice(8) } : value;
    answer.held = Math.max(answer.held, down ? Date.now() - down : 0);
    keep(key("now"), answer);
    fill();
    goOn(1);
});
kiosk.addEventListener("click", (event) => {
    const button = event.target.closest("button[type=button]");
    if (!button) return;
    if (button.dataset.speak) {
        answer.language = button.dataset.speak;
        show(questions()[at] ?? questions()[0]);
        watch();
    } else if (button.matches(".back")) goOn(-1);
    else if (button.matches(".again")) begin();
    else if (button.matches(".finish")) finish();
    else if (button.matches(".more")) watch();
    else if (button.matches(".start")) start();
});
kiosk.addEventListener("close", watch, true); // Escape is "more time"

function fill() {
    if (!document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {});
    navigator.wakeLock?.request("screen").catch(() => {});
}
function start() {
    keep(key("on"), true);
    navigator.storage?.persist?.();
    fill();
    run();
}
function run() {
    for (const one of kiosk.querySelectorAll(".tongues")) one.hidden = false;
    begin();
}

// --- coming up, perhaps after a power cut in the middle of an answer ---

const interrupted = kept(key("now"));
if (interrupted) queue({ ...interrupted, at: Date.now() });
if (kept(key("on"))) run();
else show(kiosk.querySelector(".begin"));
tellState();
send();
setInterval(send, 30_000);
addEventListener("online", send);
navigator.serviceWorker?.register("/k/worker.js").then(() => navigator.serviceWorker.ready)
    .then(() => caches.open("kiosk"))
    .then((cache) => cache.addAll([location.pathname, ...[...document.querySelectorAll("link[href], script[src]")]
        .map((one) => one.href ?? one.src)]))
    .then(() => { kiosk.dataset.ready = "yes"; })
    .catch(() => {});
