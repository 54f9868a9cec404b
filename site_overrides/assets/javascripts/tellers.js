/* Tables sort and filter; one member shows in every figure. All reads without this. */
const all = (what, where = document) => [...where.querySelectorAll(what)];
const make = (tag, set, ...inside) => {
  const el = Object.assign(document.createElement(tag), set);
  el.append(...inside);
  return el;
};
const names = {};
const of = (mark) => mark.dataset.member;
const named = (code) => names[code] || code;
const words = JSON.parse(document.querySelector(".tl-page")?.dataset.words || "{}");
const t = (message) => words[message] || message;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const picked = () => location.hash.split("#member=")[1] || "";

const value = (row, n) => row.cells[n].querySelector("data:only-child")?.value ?? row.cells[n].textContent.trim();
// Only numbers with a decimal point can be below zero; other texts compare as texts do.
const signed = (row, n) => (/^[−]?\d+\.\d+/.test(value(row, n)) ? parseFloat(value(row, n).replace("−", "-")) : 0);

function enhance(table) {
  const heads = all("thead th", table), body = table.tBodies[0], rows = [...body.rows];
  if (rows.length > 12) {
    const said = make("span", { role: "status" });
    const input = make("input", { type: "search", placeholder: heads.map((head) => head.textContent).join(", ") });
    input.oninput = () => {
      const wanted = plain(input.value).split(/\s+/);
      for (const row of rows) row.hidden = wanted.some((word) => !plain(row.textContent).includes(word));
      table.parentNode.classList.toggle("tl-whole", input.value);
      said.textContent = input.value && t("{n} of {all}").replace("{n}", rows.filter((row) => !row.hidden).length).replace("{all}", rows.length);
    };
    table.parentNode.before(make("div", { className: "tl-filter" }, make("label", {}, t("Filter"), input), said));
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

function said(mark) {
  return [named(of(mark)), t(mark.dataset.option)?.replace("-", " ")].filter(Boolean).join(": ");
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

function offer(figure) {
  const codes = [...new Set(all("svg [data-member]", figure).map(of))];
  if (codes.length < 12) return;
  const options = codes.map((code) => new Option(named(code), code)).sort((a, b) => a.text.localeCompare(b.text));
  const select = make("select", { onchange: () => pick(select.value) }, new Option("–", ""), ...options);
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

for (const a of [...all(".tl-roll a"), ...all("a[href*='members/']")]) names[a.pathname.split("members/")[1]?.split("/")[0]] ||= a.textContent;
all(".tl-roll, .tl-votes, .tl-record, .tl-members").forEach(enhance);
all(".tl-figure").forEach(offer);
show();
addEventListener("hashchange", show);
addEventListener("scroll", () => (tip.hidden = true));
addEventListener("keydown", ({ key }) => key === "Escape" && picked() && pick(""));
document.addEventListener("pointerover", hint);
document.addEventListener("click", ({ target }) => {
  const mark = target.closest(".tl-figure svg [data-member], .tl-roll td[data-member]");
  if (mark) pick(of(mark) === picked() ? "" : of(mark));
});
if (document.querySelector(".tl-compare[data-ballots]")) import("./compare.js");
