/* Tables sort and filter; one member shows in every figure. All reads without this. */
const all = (what, where = document) => [...where.querySelectorAll(what)];
export const make = (tag, set, ...inside) => {
  const el = Object.assign(document.createElement(tag), set);
  el.append(...inside);
  return el;
};
const names = {};
const of = (mark) => mark.dataset.member;
const named = (code) => names[code] || code;
const known = (code) => (names[code] ? `${names[code]} (${code})` : code);
const words = Object.assign({}, ...all("[data-words]").map((el) => JSON.parse(el.dataset.words)));
export const t = (message, gaps = {}) => Object.entries(gaps).reduce((text, [name, said]) => text.replace(`{${name}}`, () => said), words[message] || message);
export const unpacked = async (address) => {
  const bytes = await (await fetch(address)).blob();
  const packed = new Uint8Array(await bytes.slice(0, 1).arrayBuffer())[0] === 0x1f; // some hosts unpack it on the way
  return new Response(packed ? bytes.stream().pipeThrough(new DecompressionStream("gzip")) : bytes).json();
};
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const picked = () => location.hash.split("#member=")[1] || "";
const codeOf = (a) => a.pathname.split("members/")[1]?.split("/")[0];

const value = (row, n) => row.cells[n].querySelector("data:only-child")?.value ?? row.cells[n].textContent.trim();
// Only numbers with a decimal point can be below zero; other texts compare as texts do.
const signed = (row, n) => (/^[−]?\d+\.\d+/.test(value(row, n)) ? parseFloat(value(row, n).replace("−", "-")) : 0);

const told = (cell) => (cell.querySelector("data") || cell).textContent.trim();

// A list of what stands in a column, where that is little and often the same.
function choice(head, n, rows) {
  const found = [...new Set(rows.map((row) => told(row.cells[n])))].filter(Boolean);
  if (found.length < 2 || found.length > 8) return [];
  const options = found.sort((a, b) => a.localeCompare(b)).map((text) => new Option(text));
  return [{ n, text: head.textContent, select: make("select", {}, new Option("–", ""), ...options) }];
}

function enhance(table) {
  const heads = all("thead th", table), body = table.tBodies[0], rows = [...body.rows];
  if (rows.length > 12) {
    const said = make("span", { role: "status" });
    const choices = heads.flatMap((head, n) => choice(head, n, rows));
    const others = heads.filter((_, n) => choices.every((one) => one.n !== n));
    const input = make("input", { type: "search", placeholder: others.map((head) => head.textContent).join(", ") });
    const look = () => {
      const wanted = plain(input.value).split(/\s+/), chosen = choices.filter(({ select }) => select.value);
      const fits = (row) => wanted.every((word) => plain(row.textContent).includes(word)) && chosen.every(({ n, select }) => told(row.cells[n]) === select.value);
      for (const row of rows) row.hidden = !fits(row);
      const some = input.value || chosen.length;
      table.parentNode.classList.toggle("tl-whole", some);
      said.textContent = some ? t("{n} of {all}", { n: rows.filter((row) => !row.hidden).length, all: rows.length }) : "";
    };
    const fields = choices.map(({ text, select }) => make("label", {}, text, select));
    const bar = make("div", { className: "tl-filter", oninput: look }, make("label", {}, t("Filter"), input), ...fields, said);
    table.parentNode.before(bar);
    if (table.className === "tl-roll") groups(choices, look);
  }
  heads.forEach((head, n) => {
    const onclick = () => {
      const down = head.ariaSort === "ascending";
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = down ? "descending" : "ascending";
      rows.sort((a, b) => signed(a, n) - signed(b, n) || value(a, n).localeCompare(value(b, n), document.documentElement.lang, { numeric: true }));
      body.append(...(down ? rows.reverse() : rows));
    };
    head.replaceChildren(make("button", { type: "button", onclick }, ...head.childNodes));
  });
}

// Each number of a group leads to its ballots: `#in=Africa&option=Abstain` is also an address to pass on.
function groups(choices, look) {
  const heads = all(".tl-groups thead th");
  for (const a of all(".tl-groups td a")) {
    const cell = a.parentNode, row = cell.parentNode;
    a.hash = new URLSearchParams({ in: row.cells[0].dataset.in, option: heads[cell.cellIndex].textContent });
  }
  const ask = () => {
    const asked = new URLSearchParams(location.hash.slice(1)), texts = [asked.get("in"), asked.get("option")];
    if (!texts[0] || choices.length < 2) return;
    choices.slice(-2).forEach(({ select }, i) => (select.value = texts[i]));
    look();
    document.getElementById("every-ballot").scrollIntoView();
    choices.at(-2).select.focus({ preventScroll: true });
  };
  addEventListener("hashchange", ask);
  addEventListener("load", ask);
}

function said(mark) {
  const name = named(of(mark)), option = t(mark.dataset.option)?.replace("-", " ");
  return option ? t("{name}: {option}", { name, option }) : name;
}

function show() {
  const code = picked();
  for (const svg of all(".tl-figure svg")) {
    const marks = all("[data-member]", svg);
    for (const mark of marks) mark.classList.toggle("tl-picked", of(mark) === code);
    svg.classList.toggle("tl-picking", marks.some((mark) => of(mark) === code));
  }
  for (const cell of all(".tl-roll td[data-member]")) cell.parentNode.className = of(cell) === code ? "tl-picked" : "";
  for (const select of all(".tl-find select")) {
    select.value = code;
    const mark = code && select.closest("figure").querySelector(`svg [data-member="${CSS.escape(code)}"][data-option]`);
    select.parentNode.nextSibling.textContent = mark ? said(mark) : "";
  }
}

function pick(code) {
  history.replaceState(null, "", code ? "#member=" + code : location.pathname);
  show();
}

const unnamed = [];

function list(select, codes) {
  const options = codes.map((code) => new Option(known(code), code)).sort((a, b) => a.text.localeCompare(b.text));
  select.replaceChildren(new Option("–", ""), ...options);
}

// Names that the page does not say stand in the list of members.
async function learn() {
  const way = document.querySelector(".tl-tabs a[href$='members/']");
  if (!way || unnamed.every(([, codes]) => codes.every((code) => names[code]))) return;
  const page = new DOMParser().parseFromString(await (await fetch(way.href)).text(), "text/html");
  for (const a of page.querySelectorAll(".tl-members tbody a")) names[codeOf(a)] ||= a.textContent;
  for (const [select, codes] of unnamed) list(select, codes);
  show();
}

function offer(figure) {
  const codes = [...new Set(all("svg [data-member]", figure).map(of))];
  if (codes.length < 12) return;
  const select = make("select", { onchange: () => pick(select.value) });
  list(select, codes);
  unnamed.push([select, codes]);
  figure.querySelector("figcaption").prepend(make("label", { className: "tl-find" }, t("Find a member"), select), make("output", { className: "tl-said" }));
}

const tip = make("div", { className: "tl-tip", hidden: true, ariaHidden: "true" });
document.body.append(tip);

function hint({ target }) {
  const mark = target.closest(".tl-figure svg [data-member]");
  tip.hidden = !mark;
  if (!mark) return;
  tip.textContent = said(mark);
  const box = mark.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(box.left, innerWidth - tip.offsetWidth - 4)) + "px";
  tip.style.top = box.top - tip.offsetHeight - 6 + "px";
}

for (const a of [...all(".tl-roll a"), ...all("a[href*='members/']")]) names[codeOf(a)] ||= a.textContent;
all(".tl-roll, .tl-votes, .tl-record, .tl-members").forEach(enhance);
all(".tl-figure").forEach(offer);
show();
learn().catch(() => {}); // codes stay where nothing can be read
addEventListener("hashchange", show);
addEventListener("scroll", () => (tip.hidden = true));
addEventListener("keydown", ({ key }) => key === "Escape" && picked() && pick(""));
document.addEventListener("pointerover", hint);
document.addEventListener("click", ({ target }) => {
  const mark = target.closest(".tl-figure svg [data-member], .tl-roll td[data-member]");
  if (mark) pick(of(mark) === picked() ? "" : of(mark));
});
if (document.querySelector(".tl-compare[data-ballots]")) import("./compare.js");
