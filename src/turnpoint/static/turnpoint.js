// What a page gains with JavaScript. Every form and link works without this file.
"use strict";

const palette = () => document.getElementById("palette");

function openPalette() {
  const dialog = palette();
  if (!dialog || dialog.open) return;
  dialog.showModal();
  const input = dialog.querySelector("input");
  input.select();
  htmx.trigger(input, "palette-open");
}

function choices() {
  return [...document.querySelectorAll("#palette-found [role=option]")];
}

function choose(step) {
  const all = choices();
  if (!all.length) return;
  const now = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const next = (now + step + all.length) % all.length;
  all.forEach((option, index) => option.setAttribute("aria-selected", String(index === next)));
  all[next].scrollIntoView({ block: "nearest" });
  palette().querySelector("input").setAttribute("aria-activedescendant", all[next].id);
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openPalette();
    return;
  }
  const dialog = palette();
  if (!dialog?.open || !dialog.contains(event.target)) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    choose(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter") {
    const chosen = choices().find((option) => option.getAttribute("aria-selected") === "true") ?? choices()[0];
    if (chosen) {
      event.preventDefault();
      window.location.assign(chosen.href);
    }
  }
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-palette]");
  if (opener && palette()) {
    event.preventDefault();
    openPalette();
  }
  const dialog = palette();
  if (dialog && event.target === dialog) dialog.close();
  if (event.target.closest("[data-dismiss]")) event.target.closest(".toast").remove();
  const print = event.target.closest("[data-print]");
  if (print) window.print();
});

// In a set of four, 1 to 4 choose the best first, then the worst, and go on.
document.addEventListener("keydown", (event) => {
  const form = document.querySelector("form[data-best-worst]");
  if (!form || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=text], input[type=search], select, textarea")) return;
  const place = Number(event.key) - 1;
  const best = form.querySelectorAll("input[name=best]"), worst = form.querySelectorAll("input[name=worst]");
  if (!(place in best)) return;
  const chosen = [...best].findIndex((each) => each.checked);
  if (chosen < 0) { best[place].checked = true; best[place].focus(); }
  else if (place !== chosen) { worst[place].checked = true; form.requestSubmit(); }
});

// A range says its value while it moves.
document.addEventListener("input", (event) => {
  if (event.target.type !== "range") return;
  const said = document.querySelector(`output[for="${event.target.id}"] span`);
  if (said) said.textContent = event.target.value;
});

// What was opened stays open when its part of the page comes anew.
const opened = new Set();
document.addEventListener("toggle", (event) => {
  if (event.target.matches("details[id]")) opened[event.target.open ? "add" : "delete"](event.target.id);
}, true);
document.addEventListener("htmx:load", (event) => {
  event.target.querySelectorAll("details[id]").forEach((part) => { if (opened.has(part.id)) part.open = true; });
});

// Where the button that had the focus does not come back, its neighbour has it.
let beside = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  const all = [...event.detail.target.querySelectorAll("button[id]")], at = all.indexOf(document.activeElement);
  beside = at < 0 ? [] : [...all.slice(at), ...all.slice(0, at).reverse()].map((each) => each.id);
});
document.addEventListener("htmx:afterSettle", () => {
  const next = beside.map((id) => document.getElementById(id)).find((each) => each && !each.disabled);
  if (next && document.activeElement === document.body) next.focus();
  beside = [];
});

// A line with little room counts its characters while one types.
function count(input) {
  const said = document.querySelector(`output[for="${input.id}"]`);
  const length = [...input.value.trim()].length, most = Number(input.dataset.count);
  if (!said) return;
  said.textContent = `${length} of ${most}`;
  said.classList.toggle("error", length > most);
}
document.addEventListener("input", (event) => {
  if (event.target.matches("[data-count]")) count(event.target);
});

// A form that was changed and not sent asks before it is left.
let changed = false;
document.addEventListener("change", (event) => {
  if (event.target.closest("form[data-keep]")) changed = true;
});
document.addEventListener("submit", () => { changed = false; });
window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});

// Days begin where the browser is, until somebody says otherwise; Settings offers the browser's place.
function sayTimeZone() {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!here) return;
  document.querySelectorAll("button[data-time-zone]").forEach((button) => {
    const input = document.getElementById(button.dataset.timeZone);
    button.hidden = input.value === here;
    button.textContent = `Use this browser’s: ${here}`;
    button.addEventListener("click", () => { input.value = here; button.hidden = true; });
  });
  const form = document.querySelector("form[data-time-zone]");
  if (!form) return;
  form.elements.time_zone.value = here;
  htmx.ajax("POST", form.getAttribute("action"), { source: form, swap: "none" });
}

// A session’s clock: what is left, with a button to start and to stop it. It goes on while one
// writes a note and comes back to the page.
function clock(place) {
  const said = place.querySelector("[role=timer]"), button = document.createElement("button");
  const name = `clock ${location.pathname}`, kept = JSON.parse(sessionStorage.getItem(name) ?? "{}");
  let left = kept.left ?? Number(place.dataset.clock) * 60, since = kept.since ?? 0, ticking = 0;
  const rest = () => left - (since ? (Date.now() - since) / 1000 : 0);
  const say = () => {
    const minutes = Math.ceil(Math.abs(rest()) / 60);
    said.textContent = rest() >= 0 ? `${minutes} min left` : `${minutes} min over`;
  };
  button.type = "button";
  button.className = "button quiet";
  button.textContent = "Start the clock";
  button.addEventListener("click", () => {
    if (since) { left = rest(); since = 0; }
    else since = Date.now();
    sessionStorage.setItem(name, JSON.stringify({ left, since }));
    tick();
  });
  const tick = () => {
    clearInterval(ticking);
    if (since) ticking = setInterval(say, 5000);
    button.textContent = since ? "Stop the clock" : "Go on";
    say();
  };
  if (kept.left) tick();
  place.append(button);
}

// What could not be done in a part of a page is said there; what was typed stays.
function sayFailed(event, said) {
  if (event.target.closest("[hidden]")) return;
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.textContent = said;
  document.querySelector(".toasts").replaceChildren(toast);
}
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status < 500) return;
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  sayFailed(event, page.querySelector("h1")?.textContent ?? "That did not work. Try again in a moment.");
});
document.addEventListener("htmx:sendError", (event) => sayFailed(event, "Turnpoint does not answer. Look whether it is running."));

function show() {
  document.querySelectorAll("[data-dismiss], [data-print]").forEach((button) => { button.hidden = false; });
}
document.addEventListener("htmx:afterSettle", show);

document.addEventListener("DOMContentLoaded", () => {
  show();
  sayTimeZone();
  document.querySelectorAll("[data-count]").forEach(count);
  document.querySelectorAll("[data-clock]").forEach(clock);
  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    document.querySelectorAll(".find kbd:first-child").forEach((key) => { key.textContent = "⌘"; });
  }
});
