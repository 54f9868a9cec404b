/* Sorting and filtering of tables, and one member shown in every figure. All of it is readable without this file. */
(() => {
  "use strict";
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const make = (tag, cls, ...inside) => {
    const el = document.createElement(tag);
    el.className = cls;
    el.append(...inside);
    return el;
  };
  const names = {};
  let tip, asked;

  const value = (row, n) => {
    const cell = row.cells[n], data = cell.querySelector("data");
    return data && data.textContent === cell.textContent.trim() ? data.value : cell.textContent.trim();
  };

  function sortable(table) {
    const heads = all("thead th", table), body = table.tBodies[0];
    heads.forEach((head, n) => {
      const button = make("button", "", head.textContent);
      button.type = "button";
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.ariaSort === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...body.rows].sort((a, b) => value(a, n).localeCompare(value(b, n), "en", { numeric: true }));
        body.append(...(down ? rows.reverse() : rows));
      });
    });
  }

  function filterable(table) {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 13) return;
    const input = make("input", ""), said = make("span", "");
    input.type = "search";
    said.setAttribute("role", "status");
    const heads = all("thead th", table).map((head) => head.textContent.trim().toLowerCase());
    input.placeholder = heads.join(", ");
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/);
      let shown = 0;
      for (const row of rows) {
        const text = " " + row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        shown += !row.hidden;
      }
      said.textContent = input.value ? `${shown} of ${rows.length}` : "";
    });
    table.parentNode.before(make("div", "tl-filter", make("label", "", "Filter", input), said));
  }

  const of = (mark) => mark.dataset.member;
  const named = (code) => names[code] || code;
  const picked = () => decodeURIComponent((location.hash.match(/^#member=(.+)/) || [])[1] || "");

  function show() {
    const code = picked();
    for (const svg of all(".tl-figure svg")) {
      const marks = all("[data-member]", svg);
      marks.forEach((mark) => mark.classList.toggle("tl-picked", of(mark) === code));
      svg.classList.toggle("tl-picking", marks.some((mark) => of(mark) === code));
    }
    all(".tl-roll td[data-member]").forEach((cell) => cell.parentNode.classList.toggle("tl-picked", of(cell) === code));
    all(".tl-find select").forEach((select) => (select.value = code));
  }

  function pick(code) {
    history.replaceState(null, "", code ? "#member=" + encodeURIComponent(code) : location.pathname + location.search);
    show();
  }

  function label() {
    for (const select of all(".tl-find select")) {
      const options = [...select.options].slice(1);
      options.forEach((option) => (option.textContent = named(option.value)));
      select.append(...options.sort((a, b) => a.textContent.localeCompare(b.textContent)));
    }
    show();
  }

  /* Names stand in the page's roll; where there is none, the list of members has them. */
  function ask() {
    if (asked || all(".tl-find option").every((option) => !option.value || names[option.value])) return;
    asked = fetch(new URL("members/", document.querySelector(".tl-brand").href))
      .then((answer) => answer.text())
      .then((text) => {
        for (const row of all(".tl-members tbody tr", new DOMParser().parseFromString(text, "text/html")))
          names[row.cells[1].textContent] ||= row.cells[0].textContent.trim();
        label();
      })
      .catch(() => {});
  }

  function findable(figure) {
    const codes = [...new Set(all("svg [data-member]", figure).map(of))];
    if (codes.length < 12) return;
    const select = make("select", "", ...["", ...codes].map((code) => new Option(code ? named(code) : "–", code)));
    select.addEventListener("change", () => pick(select.value));
    figure.querySelector("figcaption").prepend(make("label", "tl-find", "Find a member", select));
    for (const kind of ["pointerover", "focusin"]) figure.addEventListener(kind, ask);
  }

  function hint(event) {
    const mark = event.target.closest?.(".tl-figure svg [data-member]");
    tip.hidden = !mark;
    if (!mark) return;
    const drawn = mark.closest("svg").querySelector(`[data-option][data-member="${CSS.escape(of(mark))}"]`);
    const option = drawn ? ": " + drawn.dataset.option.replace("-", " ") : "";
    tip.textContent = named(of(mark)) + option;
    const box = mark.getBoundingClientRect(), half = tip.offsetWidth / 2;
    const middle = Math.min(Math.max(box.left + box.width / 2, half + 4), innerWidth - half - 4);
    tip.style.left = middle - half + "px";
    tip.style.top = (box.top > 50 ? box.top - tip.offsetHeight - 6 : box.bottom + 6) + "px";
  }

  function start() {
    for (const cell of all(".tl-roll td[data-member]")) names[of(cell)] = cell.parentNode.cells[0].textContent.trim();
    all(".tl-roll, .tl-votes, .tl-record, .tl-members").forEach((table) => {
      filterable(table);
      sortable(table);
    });
    tip = make("div", "tl-tip");
    tip.hidden = true;
    tip.ariaHidden = "true";
    document.body.append(tip);
    all(".tl-figure").forEach(findable);
    label();
    document.addEventListener("pointerover", hint);
    document.addEventListener("scroll", () => (tip.hidden = true), { passive: true });
    document.addEventListener("keydown", (event) => event.key === "Escape" && picked() && pick(""));
    document.addEventListener("click", (event) => {
      const mark = event.target.closest?.(".tl-figure svg [data-member], .tl-roll td[data-member]");
      if (mark) pick(of(mark) === picked() ? "" : of(mark));
    });
    addEventListener("hashchange", show);
  }

  start();
})();
