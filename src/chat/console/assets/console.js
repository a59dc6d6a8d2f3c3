// Makes the page live: cards arrive and change by server-sent events, commands are answered in place, options complete.
const { path, token } = document.body.dataset;
const cards = document.querySelector("#cards");
const replies = document.querySelector("#replies");
const line = document.querySelector("#line");
const choices = document.querySelector("#choices");
const connection = document.querySelector("#connection");

/** HTML that the server made and escaped, as an element. */
function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
/** Beyond this, "6 months ago" says less than the date. */
const MONTH_SECONDS = 2_592_000;
const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

function showTimes() {
  for (const time of document.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    const seconds = (at.getTime() - Date.now()) / 1000;
    const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
    const isNear = time.dataset.style === "relative" && Math.abs(seconds) < MONTH_SECONDS;
    time.title = absolute.format(at);
    time.textContent = isNear ? relative.format(Math.round(seconds / size), unit) : absolute.format(at);
  }
}

function isAtEnd() {
  return cards.scrollHeight - cards.scrollTop - cards.clientHeight < 120;
}

function showCard(html) {
  const next = element(html);
  if (!next) return;
  const follow = isAtEnd();
  const before = document.getElementById(next.id);
  if (before) before.replaceWith(next);
  else cards.append(next);
  next.classList.add("changed");
  if (follow && !before) cards.scrollTop = cards.scrollHeight;
  showTimes();
}

function listen() {
  const events = new EventSource(`${path}/events`);
  events.addEventListener("card", (event) => showCard(JSON.parse(event.data).html));
  events.addEventListener("open", () => {
    connection.textContent = "live";
  });
  events.addEventListener("error", () => {
    connection.textContent = "connection lost, trying again";
  });
}

async function ask(body) {
  const response = await fetch(`${path}/command`, {
    method: "POST",
    headers: { "x-sitrep-fragment": "1" },
    body: new URLSearchParams({ ...body, token }),
  });
  const reply = element(await response.text());
  if (!reply) return;
  replies.replaceChildren(reply);
  showTimes();
  replies.scrollTop = 0;
}

let asked = 0;
/** Also drops completions that are still on their way. */
function closeChoices() {
  asked++;
  choices.hidden = true;
  line.setAttribute("aria-expanded", "false");
  line.removeAttribute("aria-activedescendant");
}

function select(index) {
  const options = [...choices.children];
  options.forEach((option, at) => {
    option.setAttribute("aria-selected", String(at === index));
  });
  const chosen = options[index];
  if (chosen) line.setAttribute("aria-activedescendant", chosen.id);
  chosen?.scrollIntoView({ block: "nearest" });
}

function accept(option) {
  line.value = option.dataset.line;
  closeChoices();
  line.focus();
  complete();
}

async function complete() {
  if (!line.value.startsWith("/")) return closeChoices();
  const turn = ++asked;
  const response = await fetch(`${path}/complete?line=${encodeURIComponent(line.value)}`);
  const found = response.ok ? await response.json() : [];
  if (turn !== asked) return;
  const useful = found.filter((choice) => choice.line !== line.value);
  choices.replaceChildren(
    ...useful.map((choice, at) => {
      const option = document.createElement("li");
      option.id = `choice-${at}`;
      option.role = "option";
      option.dataset.line = choice.line;
      option.textContent = choice.label;
      option.addEventListener("mousedown", (event) => {
        event.preventDefault();
        accept(option);
      });
      return option;
    }),
  );
  if (useful.length === 0) return closeChoices();
  choices.hidden = false;
  line.setAttribute("aria-expanded", "true");
}

function onLineKey(event) {
  if (choices.hidden) return;
  const options = [...choices.children];
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    select((at + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
  } else if (event.key === "Escape") {
    closeChoices();
  } else if (event.key === "Tab" || (event.key === "Enter" && at >= 0)) {
    event.preventDefault();
    accept(options[Math.max(0, at)]);
  }
}

function focusCard(step) {
  const all = [...document.querySelectorAll("#cards > .card")];
  const at = all.indexOf(document.activeElement?.closest?.("#cards > .card"));
  const next = all[at < 0 ? all.length - 1 : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function onPageKey(event) {
  if (event.target === line || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    line.focus();
  } else if (event.key === "j") focusCard(1);
  else if (event.key === "k") focusCard(-1);
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  closeChoices();
  const action = event.submitter?.name === "action" ? event.submitter.value : undefined;
  if (action !== undefined) ask({ action });
  else {
    ask({ line: line.value });
    line.value = "";
  }
});
line.addEventListener("input", complete);
line.addEventListener("keydown", onLineKey);
line.addEventListener("blur", closeChoices);
document.addEventListener("keydown", onPageKey);
setInterval(showTimes, 20_000);
showTimes();
cards.scrollTop = cards.scrollHeight;
listen();
