// Mærkbar: what a page can do better with script. Every page works without it.
"use strict";
(() => {
  const on = (type, selector, act) =>
    document.addEventListener(type, (event) => {
      const target = event.target instanceof Element ? event.target.closest(selector) : null;
      if (target) act(target, event);
    });

  // Arrow keys walk along the points of a chart; only one of them is a tab stop.
  const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
  on("keydown", ".chart-stop", (stop, event) => {
    if (!(event.key in steps)) return;
    const stops = [...stop.closest("svg").querySelectorAll(".chart-stop")];
    const wanted = stops.indexOf(stop) + steps[event.key];
    const next = stops[Math.min(Math.max(wanted, 0), stops.length - 1)];
    stop.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
    event.preventDefault();
  });

  // A form with data-confirm asks first, in the page's one <dialog>. Its words come from the page.
  const ask = (form, submitter) => {
    const dialog = document.querySelector("dialog.confirm");
    if (!dialog || typeof dialog.showModal !== "function") return false;
    dialog.querySelector("p").textContent = form.dataset.confirm;
    dialog.onclose = () => {
      if (dialog.returnValue !== "yes") return;
      form.dataset.confirmed = "yes";
      form.requestSubmit(submitter);
    };
    dialog.returnValue = "";
    dialog.showModal();
    return true;
  };
  on("submit", "form[data-confirm]", (form, event) => {
    if (form.dataset.confirmed !== "yes" && ask(form, event.submitter)) event.preventDefault();
  });

  // A form with data-draft="name" keeps unsent text in this browser until it is sent. Passwords, files and hidden
  // fields are never kept. The key holds the path, so that two records do not share a draft.
  const kept = (field) => field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type);
  const key = (form) => `draft:${location.pathname}:${form.dataset.draft}`;
  const read = (form) => [...form.elements].filter(kept).map((f) => [f.name, f.value, f.checked === true]);
  // The field "seen" says which stored version a form shows; a draft of another one is of no use.
  const seen = (form) => form.elements.namedItem("seen")?.value ?? "";
  const store = (form) => {
    try {
      sessionStorage.setItem(key(form), JSON.stringify([seen(form), read(form)]));
    } catch {
      // Storage full or forbidden: works as without script.
    }
  };
  const restore = (form) => {
    const [version, draft] = JSON.parse(sessionStorage.getItem(key(form)) || "[]");
    const fields = [...form.elements].filter(kept);
    if (!draft || version !== seen(form) || draft.length !== fields.length || draft.some(([name], i) => name !== fields[i].name)) return false;
    fields.forEach((field, i) => {
      if (field.type === "checkbox" || field.type === "radio") field.checked = draft[i][2];
      else field.value = draft[i][1];
    });
    return true;
  };
  let waiting = 0;
  on("input", "form[data-draft]", (form) => {
    clearTimeout(waiting);
    waiting = setTimeout(store, 400, form);
  });

  // A draft form with a [data-saved] is sent with go=keep while it is filled in, and says there how it went. The answer
  // is the new version for "seen", or 422 and what is wrong. Unreached, it is tried again.
  let saving = Promise.resolve();
  let soon = 0;
  const save = async (form) => {
    const says = form.querySelector("[data-saved]");
    const body = new URLSearchParams(new FormData(form));
    body.set("go", "keep");
    store(form);
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      const text = await answer.text();
      says.textContent = answer.ok ? says.dataset.saved : answer.status === 422 ? text : says.dataset.offline;
      if (answer.ok) {
        form.elements.namedItem("seen").value = text;
        sessionStorage.removeItem(key(form));
      }
      return true;
    } catch {
      says.textContent = says.dataset.offline;
      later(form, 5000);
      return false;
    }
  };
  const autosave = (form) => (saving = saving.then(() => save(form)));
  const later = (form, milliseconds) => {
    clearTimeout(soon);
    soon = setTimeout(autosave, milliseconds, form);
  };
  const saves = (form) => form.querySelector("[data-saved]");
  on("input", "form[data-draft]", (form) => saves(form) && later(form, 1200));
  // Nothing is sent into a broken connection: the browser's error would replace what was typed.
  on("submit", "form[data-draft]", async (form, event) => {
    if (event.defaultPrevented) return;
    clearTimeout(waiting);
    clearTimeout(soon);
    const { submitter } = event;
    const { reached } = form.dataset;
    delete form.dataset.reached;
    if (reached || !saves(form)) return sessionStorage.removeItem(key(form));
    event.preventDefault();
    if (!(await autosave(form))) return;
    form.dataset.reached = "yes";
    form.requestSubmit(submitter);
  });
  for (const form of document.querySelectorAll("form[data-draft]"))
    if (!form.querySelector("[aria-invalid]") && restore(form)) // a form sent back holds what was typed already
      if (saves(form)) autosave(form);

  // <button data-copy="id"> copies the text of that element and says so in its own words.
  on("click", "button[data-copy]", async (button) => {
    const source = document.getElementById(button.dataset.copy);
    if (!source || !navigator.clipboard) return;
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    if (button.dataset.copied) button.textContent = button.dataset.copied;
  });
  for (const button of document.querySelectorAll("button[data-copy]")) button.hidden = !navigator.clipboard;

  // <select data-submit> sends its form at once; without script its button does.
  on("change", "select[data-submit]", (select) => select.form.requestSubmit());

  // A form sent back with errors: the summary gets the focus, so that it is read out and seen.
  document.getElementById("errors")?.focus();
})();
