// Search in an archive: its one file is asked for when somebody begins to search, and looked through here.
import { make, unpacked } from "./tellers.js";

const box = document.querySelector(".tl-search");
const root = new URL("../../", import.meta.url);
const FILTERS = {
  Decade: (row) => [`${row[3].slice(0, 3)}0s`],
  Year: (row) => [row[3]],
  Topic: (row) => row[4],
  Outcome: (row) => [row[5]],
  "Nearly alone": (row) => row[6],
};
const MOST = 30;
let loading = null;

const start = async () => {
  const rows = await unpacked("votes.json.gz");
  for (const [name, of] of Object.entries(FILTERS)) {
    const select = box.querySelector(`[name="${name}"]`);
    const values = [...new Set(rows.flatMap(of))].sort();
    select.append(...values.map((value) => make("option", { value, textContent: value })));
    select.closest("label").hidden = values.length < 2;
  }
  return rows.map((row) => ({ row, text: `${row[1]} ${row[2]}`.toLowerCase() }));
};

const load = () => (loading ??= start());

const item = ([address, title, about]) =>
  make("li", {}, make("a", { href: new URL(`votes/${box.dataset.body}/${address}/`, root).href, textContent: title }),
    make("small", { textContent: about }));

const search = async () => {
  const asked = new FormData(box.querySelector("form"));
  const words = asked.get("query").toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = Object.entries(FILTERS).filter(([name]) => asked.get(name));
  const found = (await load()).filter(({ row, text }) => words.every((word) => text.includes(word))
    && wanted.every(([name, of]) => of(row).includes(asked.get(name))));
  box.querySelector("[role=status]").textContent = `${found.length} found`
    + (found.length > MOST ? `, the newest ${MOST} shown` : "");
  box.querySelector("ol").replaceChildren(...found.slice(0, MOST).map(({ row }) => item(row)));
};

if (box) {
  const label = (text, field) => make("label", {}, make("span", { textContent: text }), field);
  const fields = Object.keys(FILTERS).map((name) => label(name, make("select", { name }, make("option", { value: "", textContent: "any" }))));
  const form = make("form", { role: "search" }, label("Search", make("input", { type: "search", name: "query" })), ...fields);
  box.append(form, make("p", { role: "status" }), make("ol"));
  form.addEventListener("focusin", load, { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", search);
}
