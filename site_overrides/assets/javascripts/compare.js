// Two members compared over years and topics: ballots stand in the page, or are loaded once a decade, and are counted here.
import { make, t, unpacked } from "./tellers.js";

const box = document.querySelector(".tl-compare");
const MOST = 50;
const SAID = { y: "yes", n: "no", a: "abstain" };
const lang = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const votesAt = (address) => new URL(box.dataset.body ? `../../../votes/${box.dataset.body}/${address}/` : `../votes/${address}/`, document.baseURI);
const NAMES = ["a", "b", "from", "to", "topic"];

// Every vote in order of time, with a letter a member: nothing where it had no seat.
const gather = (decades) => {
  const votes = [], names = new Map(), topics = new Set();
  for (const decade of decades) {
    const rows = decade.votes.map(([address, day, name, title, about, said]) => ({
      address, day: said ?? written(day), name, title, year: day.slice(0, 4), topics: about.map((at) => decade.topics[at]), ballots: {},
    }));
    for (const [code, name, letters] of decade.members) {
      names.set(code, name);
      rows.forEach((row, at) => (row.ballots[code] = letters[at]));
    }
    for (const row of rows) row.topics.forEach((topic) => topics.add(topic));
    votes.push(...rows);
  }
  return { votes, names, topics: [...topics].sort() };
};

const counted = (votes, { a, b, from, to, topic }) => {
  const chosen = votes.filter(({ year, topics }) => year >= from && year <= to && (!topic || topics.includes(topic)));
  const both = chosen.filter(({ ballots }) => SAID[ballots[a]] && SAID[ballots[b]]);
  return { chosen, both, differed: both.filter(({ ballots }) => ballots[a] !== ballots[b]) };
};

// As everywhere on the site: whole per cents, never 0 or 100 for what is more or less than that.
const share = (same, both) => {
  const of = (same / both) * 100;
  return of > 0 && of < 1 ? "<1\u202f%" : of > 99 && of < 100 ? ">99\u202f%" : `${Math.floor((200 * same + both) / (2 * both))}\u202f%`;
};
const written = (day) => new Date(day).toLocaleDateString(lang, {
  timeZone: "UTC", year: "numeric", month: "long", ...(day.length > 7 && { day: "numeric" }), // of some votes the month alone is known
});
const many = (number) => number.toLocaleString(lang);

const bar = (part) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const draw = (className, width) => {
    const rect = document.createElementNS(svg.namespaceURI, "rect");
    for (const [name, value] of Object.entries({ class: className, width, height: 8 })) rect.setAttribute(name, value);
    svg.append(rect);
  };
  for (const [name, value] of Object.entries({ class: "tl-bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" })) svg.setAttribute(name, value);
  draw("tl-bar-whole", 100);
  draw("tl-bar-part", Math.round(part * 1000) / 10);
  return svg;
};

const table = (className, heads, rows) => make("div", { className: "tl-scroll" }, make("table", { className },
  make("thead", {}, make("tr", {}, ...heads.map((head) => (head ? make("th", { scope: "col", textContent: head }) : make("td"))))),
  make("tbody", {}, ...rows.map(([first, ...cells]) => make("tr", {}, make("th", { scope: "row" }, first),
    ...cells.map((cell) => make("td", {}, cell)))))));

const years = (both) => {
  const found = new Map();
  for (const { year, ballots, a, b } of both) {
    const [same, all] = found.get(year) ?? [0, 0];
    found.set(year, [same + (ballots[a] === ballots[b]), all + 1]);
  }
  return table("tl-years", [t("Year"), t("Same ballot"), t("Share"), ""],
    [...found].map(([year, [same, both]]) => [year, t("{same} of {both}", { same, both }), share(same, both), bar(same / both)]));
};

const row = ({ address, day, name, title, ballots }, { a, b }) => [
  make("span", {}, make("a", { href: votesAt(address).href, textContent: name }),
    title ? ` ${title}` : "", make("small", { textContent: day })), t(SAID[ballots[a]]), t(SAID[ballots[b]]),
];

const show = (all, asked, out, said) => {
  const { a, b } = asked, name = (code) => all.names.get(code);
  out.replaceChildren();
  if (!a || !b || a === b) {
    said.textContent = a && a === b ? t("Choose two different members.") : t("Choose two members.");
    return;
  }
  const { chosen, both, differed } = counted(all.votes, asked);
  const same = both.length - differed.length, span = asked.from === asked.to ? asked.from : `${asked.from}–${asked.to}`;
  const when = asked.topic ? `${span}, ${asked.topic}` : span;
  const names = { a: name(a), b: name(b), when };
  said.textContent = both.length
    ? t("{a} and {b}, {when}: the same ballot in {same} of {both} ({share}).",
      { ...names, same: many(same), both: many(both.length), share: share(same, both.length) })
    : t("{a} and {b}, {when}: no vote in which both cast a ballot.", names);
  const n = many(chosen.length - both.length);
  if (n !== "0") out.append(make("p", { textContent: t("Other votes, in which one or both cast no ballot or had no seat: {n}.", { n }) }));
  if (!both.length) return;
  out.append(make("h2", { textContent: t("By year") }), years(both.map((vote) => ({ ...vote, a, b }))));
  if (!differed.length) return;
  const newest = [...differed].reverse(), heads = [t("Vote"), name(a), name(b)];
  const list = make("div", {}, table("tl-differed", heads, newest.slice(0, MOST).map((vote) => row(vote, asked))));
  out.append(make("h2", { textContent: t("Where they differed: {n}", { n: many(differed.length) }) }), list);
  if (newest.length > MOST) {
    const more = make("button", { type: "button", textContent: t("Show all {n}", { n: many(newest.length) }) });
    more.onclick = () => {
      list.replaceChildren(table("tl-differed", heads, newest.map((vote) => row(vote, asked))));
      list.querySelectorAll("a")[MOST].focus(); // where reading goes on
      more.remove();
    };
    out.append(more);
  }
};

const start = async () => {
  const said = make("p", { textContent: box.dataset.ballots ? "" : "Loading …" }), out = make("div", { className: "tl-compared" });
  said.setAttribute("role", "status");
  box.append(said);
  const links = [...document.querySelectorAll(".tl-archived a")].filter(({ href }) => /\/decades\/\d+s\/$/.test(href));
  const all = gather(box.dataset.ballots ? [JSON.parse(box.dataset.ballots)]
    : await Promise.all(links.map(({ href }) => unpacked(new URL("ballots.json.gz", href)))));
  const spans = [...new Set(all.votes.map(({ year }) => year))];
  const people = [...all.names].sort(([, one], [, other]) => one.localeCompare(other, lang));
  const field = (name, label, options) => make("label", {}, make("span", { textContent: label }),
    make("select", { name }, ...options.map(([value, textContent]) => make("option", { value, textContent }))));
  const form = make("form", {},
    field("a", t("Member"), [["", "–"], ...people]), field("b", t("Other member"), [["", "–"], ...people]),
    field("from", t("From"), spans.map((year) => [year, year])), field("to", t("To"), spans.map((year) => [year, year])),
    field("topic", t("Topic"), [["", t("any")], ...all.topics.map((topic) => [topic, topic])]));
  const asked = () => Object.fromEntries(NAMES.map((name) => [name, form.elements[name].value]));
  const usual = { a: "", b: "", from: spans[0], to: spans.at(-1), topic: "" };
  const open = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    for (const name of NAMES) {
      const select = form.elements[name], value = wanted.get(name) ?? usual[name];
      select.value = [...select.options].some((option) => option.value === value) ? value : usual[name];
    }
    show(all, asked(), out, said);
  };
  box.prepend(form);
  box.append(out);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const chosen = Object.entries(asked()).filter(([name, value]) => value !== usual[name]);
    history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
    show(all, asked(), out, said);
  });
  addEventListener("hashchange", open);
  open();
};

if (box) start();
