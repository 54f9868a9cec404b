// What a browser shows of one document, as plain facts. It judges nothing: that is done where it can be tested.
(() => {
  // A style that changes what is seen without changing what is there, and the value with which it does not.
  const NEUTRAL = {
    opacity: "1", visibility: "visible", filter: "none", backdropFilter: "none", clipPath: "none", clip: "auto",
    maskImage: "none", mixBlendMode: "normal", transform: "none", translate: "none", rotate: "none", scale: "none",
    zoom: "1", offsetPath: "none", animationName: "none", contentVisibility: "visible", writingMode: "horizontal-tb",
    webkitTextSecurity: "none", wordSpacing: "0px", webkitTextStrokeWidth: "0px", textShadow: "none",
    outlineStyle: "none", textEmphasisStyle: "none", webkitLineClamp: "none", backgroundImage: "none",
    borderImageSource: "none", webkitBoxReflect: "none", float: "none", order: "0",
  };
  const LOUD = Object.entries(NEUTRAL);
  const SHAPES = "rect:not(.ground), circle, ellipse, path, line, polyline, polygon, image, use, foreignObject";
  const SAID = "[data-claim], td, th, h1, .tl-lead, .tl-checked";
  const SKIPPED = "script, style, template, noscript, select, option, textarea, svg";

  const plain = (text) => text.replace(/[\u200b\u2060\u00ad]/g, "").replace(/\s+/g, " ").trim();
  const tidy = (value) => Math.round(value * 100) / 100;
  const box = (r) => [r.left, r.top, r.right, r.bottom].map(tidy);

  function named(el) {
    const svg = el.closest?.("svg[data-figure]");
    if (svg && el !== svg) return el.dataset.mark || plain(el.textContent).slice(0, 40) || kind(el);
    if (svg) return "the picture";
    if (el.dataset?.claim) return el.dataset.claim;
    const row = el.closest?.("tr"), cell = el.closest?.("td, th");
    const said = plain(el.textContent).slice(0, 40);
    if (row && cell && row.cells[0] !== cell) return `cell "${plain(cell.textContent).slice(0, 40)}" of row "${plain(row.cells[0].textContent).slice(0, 40)}"`;
    return kind(el) + (said ? ` "${said}"` : "");
  }
  const kind = (el) => el.tagName.toLowerCase() + [...el.classList].filter((name) => name !== "ground").map((name) => "." + name).join("");

  // Colours as [red, green, blue, alpha], whatever notation the style has.
  function colours(doc) {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const known = new Map([["none", [0, 0, 0, 0]]]);
    return (value) => {
      if (!known.has(value)) {
        const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(value);
        if (parts) known.set(value, [+parts[1], +parts[2], +parts[3], parts[4] === undefined ? 1 : +parts[4]]);
        else {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = value;
          canvas.fillRect(0, 0, 1, 1);
          const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
          known.set(value, [r, g, b, a / 255]);
        }
      }
      return known.get(value);
    };
  }

  // Everything that waits for a click, or to be scrolled to, is opened, and what lets clicks through shows that it is there.
  function open(root) {
    for (const el of root.querySelectorAll("details")) el.open = true;
    for (const el of root.querySelectorAll("*")) {
      const style = getComputedStyle(el);
      el.inert = false;
      if (style.contentVisibility === "auto") el.style.setProperty("content-visibility", "visible", "important");
      if (style.pointerEvents === "none") el.style.setProperty("pointer-events", "auto", "important");
      if (el instanceof HTMLElement && style.maxHeight !== "none" && el.scrollHeight > el.clientHeight + 1 && /auto|scroll/.test(style.overflowY)) {
        el.style.setProperty("max-height", "none", "important");
      }
    }
  }

  function measurer(doc, root) {
    const win = doc.defaultView, styles = new Map(), rgba = colours(doc);
    const style = (el) => styles.get(el) || (styles.set(el, win.getComputedStyle(el)), styles.get(el));

    const layer = (el) => {
      const s = style(el);
      if (el instanceof win.SVGElement && el.tagName !== "svg") {
        const [r, g, b, a] = rgba(s.fill);
        return [r, g, b, a * s.fillOpacity * s.opacity];
      }
      const [r, g, b, a] = rgba(s.backgroundColor);
      return [r, g, b, a * s.opacity];
    };
    // The colour on which something at the point is painted: layers below it, blended down to the first opaque one.
    function ground(stack, from) {
      const layers = [];
      for (const el of stack.slice(from)) {
        const painted = layer(el);
        if (painted[3] > 0) layers.push(painted);
        if (painted[3] >= 1) break;
      }
      let seen = [255, 255, 255];
      for (const [r, g, b, a] of layers.reverse()) seen = [r, g, b].map((value, n) => value * a + seen[n] * (1 - a));
      return seen.map(Math.round);
    }

    // How much of a box is left by what it lies in, from `inner` on; it scrolls where one can scroll to it.
    function left(inner, rect) {
      let [x0, y0, x1, y1] = box(rect), scrolls = false;
      for (let up = inner; up && up !== doc.documentElement; up = up.parentElement) {
        const s = style(up);
        if (s.display === "inline" || s.display === "contents") continue;
        if (s.overflowX === "visible" && s.overflowY === "visible") continue;
        if (up === doc.body) continue;
        const r = up.getBoundingClientRect();
        if (/auto|scroll/.test(s.overflowX + s.overflowY)) {
          if (x0 < r.left - 1 || x1 > r.right + 1 || y0 < r.top - 1 || y1 > r.bottom + 1) scrolls = true;
          if (scrolls) break;
          continue;
        }
        if (s.overflowX !== "visible") [x0, x1] = [Math.max(x0, r.left), Math.min(x1, r.right)];
        if (s.overflowY !== "visible") [y0, y1] = [Math.max(y0, r.top), Math.min(y1, r.bottom)];
      }
      return { scrolls, cut: [x0, y0, x1, y1].map(tidy) };
    }

    // The styles of the element that are not neutral, with their values.
    function loud(el) {
      const s = style(el), found = [];
      for (const [name, value] of LOUD) if (s[name] !== value && s[name]) found.push([name, s[name]]);
      if (s.boxShadow !== "none" && !s.boxShadow.includes("inset")) found.push(["boxShadow", s.boxShadow]);
      if (/reverse/.test(s.flexDirection)) found.push(["flexDirection", s.flexDirection]);
      if (s.direction === "rtl" && !el.closest("[lang]:not(html), [dir]")) found.push(["direction", s.direction]);
      if (!/^(normal|none)$/.test(s.content)) found.push(["content", s.content]);
      if (s.unicodeBidi.includes("override")) found.push(["unicodeBidi", s.unicodeBidi]);
      if (s.textDecorationLine.includes("line-through")) found.push(["textDecorationLine", s.textDecorationLine]);
      if (Math.abs(parseFloat(s.letterSpacing)) > 0.12 * parseFloat(s.fontSize)) found.push(["letterSpacing", s.letterSpacing]);
      return found;
    }

    function strange(els) {
      const out = [];
      for (const el of els) for (const [name, value] of loud(el)) out.push([named(el), kind(el), name, value.slice(0, 60)]);
      return out;
    }

    // What lies over the point, from the top, before the element itself is reached; and the ground below the element.
    function at(x, y, el, within) {
      const stack = doc.elementsFromPoint(x, y);
      const found = stack.findIndex((other) => other === el || within && el.contains(other));
      return { found: found >= 0, over: stack.slice(0, Math.max(found, 0)), stack, from: Math.max(found, 0) };
    }

    function probes(shape) {
      const b = shape.getBBox(), ctm = shape.getScreenCTM();
      const spots = [[0.5, 0.5], [0.22, 0.3], [0.78, 0.7]];
      const point = (x, y) => new win.DOMPoint(b.x + b.width * x, b.y + b.height * y);
      const filled = rgba(style(shape).fill)[3] > 0;
      let points = filled ? spots.map(([x, y]) => point(x, y)) : [];
      if (filled && shape.tagName === "path") {
        points = points.filter((p) => shape.isPointInFill(p));
        for (let n = 1; n < 10 && points.length < 2; n++)
          for (let m = 1; m < 10 && points.length < 2; m++) {
            const p = point(n / 10, m / 10);
            if (shape.isPointInFill(p)) points.push(p);
          }
      }
      if (!filled && shape.getTotalLength) {
        const length = shape.getTotalLength();
        points = length ? [0.21, 0.5, 0.83].map((part) => shape.getPointAtLength(length * part)) : [];
      }
      return points.map((p) => new win.DOMPoint(p.x, p.y).matrixTransform(ctm));
    }

    // Place and size as written in the attributes and as drawn: styles can change the one without the other.
    function written(shape) {
      const number = (name) => parseFloat(shape.getAttribute(name) || 0), b = shape.getBBox(), drawn = [b.x, b.y, b.width, b.height].map(tidy);
      if (shape.tagName === "rect") return [["x", "y", "width", "height"].map(number), drawn];
      if (shape.tagName === "circle") return [[number("cx") - number("r"), number("cy") - number("r"), 2 * number("r"), 2 * number("r")], drawn];
      if (shape.tagName !== "path") return [[], []];
      const bare = doc.createElementNS(shape.namespaceURI, "path");
      bare.setAttribute("d", shape.getAttribute("d"));
      return [[tidy(bare.getTotalLength())], [tidy(shape.getTotalLength())]];
    }

    // Where the anchor of words is written, and where they begin, are centred or end.
    function anchored(el) {
      const anchor = el.getAttribute("text-anchor") || "start", last = el.getNumberOfChars() - 1;
      const [start, end] = last < 0 ? [null, null] : [el.getStartPositionOfChar(0), el.getEndPositionOfChar(last)];
      if (!start) return [[], []];
      const x = anchor === "start" ? start.x : anchor === "end" ? end.x : (start.x + end.x) / 2;
      return [["x", "y"].map((name) => parseFloat(el.getAttribute(name) || 0)), [tidy(x), tidy(start.y)]];
    }

    function mark(shape) {
      const s = style(shape), over = new Set();
      let seen = 0, ground_ = null;
      const tried = probes(shape);
      for (const p of tried) {
        const hit = at(p.x, p.y, shape);
        if (hit.found) seen += 1;
        if (hit.found && !ground_) ground_ = ground(hit.stack, hit.from + 1);
        for (const other of hit.over) over.add(kind(other) + "\t" + (other.closest("svg") === shape.closest("svg") ? other.dataset.mark || "" : "page"));
      }
      return {
        id: shape.dataset.mark || "", tag: shape.tagName, classes: [...shape.classList], box: box(shape.getBoundingClientRect()),
        fill: [...rgba(s.fill).slice(0, 3), tidy(rgba(s.fill)[3] * s.fillOpacity)],
        edge: s.stroke === "none" ? null : [...rgba(s.stroke).slice(0, 3), tidy(rgba(s.stroke)[3] * s.strokeOpacity)], edge_width: parseFloat(s.strokeWidth),
        dash: s.strokeDasharray.replace(/px|,/g, ""), written: written(shape),
        tried: tried.length, seen, over: [...over], ground: ground_ || [],
      };
    }

    function text(el) {
      const s = style(el), r = el.getBoundingClientRect(), ctm = el.getScreenCTM(), letters = el.getNumberOfChars();
      const scale = Math.hypot(ctm.a, ctm.b), size = parseFloat(s.fontSize) * scale;
      const baseline = letters ? el.getStartPositionOfChar(0).matrixTransform(ctm).y : r.bottom;
      const grounds = new Set(), over = new Set();
      let seen = 0;
      const middle = baseline - size * 0.3, spots = r.width > 60 ? [0.06, 0.5, 0.94] : [0.5];
      for (const part of spots) {
        const hit = at(r.left + r.width * part, middle, el);
        seen += hit.found ? 1 : 0;
        if (hit.found) grounds.add(ground(hit.stack, hit.from + 1).join());
        for (const other of hit.over) over.add(kind(other) + "\t" + (other.dataset.mark || plain(other.textContent).slice(0, 40)));
      }
      return {
        id: el.dataset.mark || "", text: plain(el.textContent), classes: [...el.classList], box: [r.left, baseline - size * 0.74, r.right, baseline + size * 0.02].map(tidy),
        size: tidy(size), weight: +s.fontWeight, colour: [...rgba(s.fill).slice(0, 3), tidy(rgba(s.fill)[3] * s.fillOpacity)],
        grounds: [...grounds].map((g) => g.split(",").map(Number)), family: s.fontFamily, written: anchored(el),
        tried: spots.length, seen, over: [...over],
      };
    }

    function picture(svg) {
      const r = svg.getBoundingClientRect(), s = style(svg), view = svg.viewBox.baseVal, ctm = svg.getScreenCTM();
      const shown = svg.getClientRects().length > 0 && s.display !== "none";
      const facts = { figure: svg.dataset.figure, kind: svg.dataset.kind, width: +svg.dataset.width, shown, marks: [], texts: [], strange: [] };
      if (!shown) return facts;
      const shapes = [...svg.querySelectorAll(SHAPES)], words = [...svg.querySelectorAll("text")];
      return Object.assign(facts, {
        box: box(r), view: [view.x, view.y, view.width, view.height], cut: left(svg.parentElement, r).cut, matrix: [ctm.a, ctm.b, ctm.c, ctm.d].map(tidy),
        marks: shapes.map(mark), texts: words.map(text), strange: strange([svg, ...shapes, ...words]),
        unseen: [...shapes, ...words].filter((el) => !el.getClientRects().length).map(named),
      });
    }

    // Each run of words outside figures, with the element that says it.
    function words() {
      const walker = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT), out = [], range = doc.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const el = node.parentElement, said = plain(node.data);
        if (!said || el.closest(SKIPPED)) continue;
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()].filter((r) => r.width > 0);
        out.push(run(el, said, rects));
      }
      return out;
    }

    function run(el, said, rects) {
      const s = style(el), bound = el.closest(SAID);
      const facts = {
        name: named(bound || el), bound: Boolean(bound), text: said, size: tidy(parseFloat(s.fontSize)), weight: +s.fontWeight, family: s.fontFamily,
        shown: rects.length > 0 && s.visibility === "visible", box: [], cut: [], scrolls: false, seen: 0, tried: 0, over: [], grounds: [], colour: [],
      };
      if (!facts.shown) return Object.assign(facts, { hidden: hidden(el) });
      const over = new Set(), grounds = new Set(), whole = rects.length > 1 ? [rects[0], rects[rects.length - 1]] : rects;
      const first = left(el, rects[0]);
      Object.assign(facts, { box: box(rects[0]), cut: first.cut, scrolls: first.scrolls, colour: rgba(s.webkitTextFillColor || s.color) });
      if (first.scrolls) return facts;
      for (const r of whole) {
        const hit = at((r.left + r.right) / 2, (r.top + r.bottom) / 2, el, true);
        facts.tried += 1;
        facts.seen += hit.found && hit.over.length === 0 ? 1 : 0;
        if (hit.found) grounds.add(ground(hit.stack, hit.from).join());
        for (const other of hit.over) over.add(named(other));
      }
      return Object.assign(facts, { over: [...over], grounds: [...grounds].map((g) => g.split(",").map(Number)) });
    }

    // Words that stand before the words that are written before them, and lines that lie on one another.
    function shuffled() {
      const out = [], range = doc.createRange(), walker = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let block = null, last = null;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const el = node.parentElement;
        if (!plain(node.data) || el.closest(SKIPPED)) continue;
        range.selectNodeContents(node);
        const around = el.closest("p, h1, h2, h3, li, td, th, caption, footer"), size = parseFloat(style(el).fontSize);
        if (around !== block) [block, last] = [around, null];
        for (const r of range.getClientRects()) {
          if (!r.width) continue;
          const middle = (r.top + r.bottom) / 2;
          if (around && last && (middle < last.middle - 0.7 * size || Math.abs(middle - last.middle) < 0.7 * size && r.left < last.right - 2)) out.push([named(el), plain(node.data).slice(0, 40)]);
          last = { middle, right: r.right };
        }
      }
      return out;
    }

    // Cells that do not stand below the head of their column.
    function astray() {
      const out = [];
      for (const table of root.querySelectorAll("table")) {
        const heads = table.tHead?.rows[0]?.cells;
        if (!heads || style(table).display !== "table" || !table.getClientRects().length) continue;
        const lefts = [...heads].map((head) => head.getBoundingClientRect().left);
        for (const body of table.tBodies) for (const row of body.rows) {
          if (row.cells.length !== lefts.length || !row.getClientRects().length) continue;
          [...row.cells].forEach((cell, n) => {
            const left = cell.getBoundingClientRect().left;
            if (Math.abs(left - lefts[n]) > 1.5) out.push([named(cell), tidy(left), tidy(lefts[n])]);
          });
        }
      }
      return out;
    }

    // Why words have no place on the page: the outermost element that is not shown.
    function hidden(el) {
      let found = el;
      for (let up = el; up && up !== root; up = up.parentElement) if (style(up).display === "none") found = up;
      return kind(found) + (found.hidden ? "[hidden]" : "");
    }

    // Words and digits that style sheets would put on the page.
    function generated() {
      const out = [];
      for (const el of root.querySelectorAll("*")) {
        for (const part of ["::before", "::after", "::marker"]) {
          if (part === "::marker" && el.tagName !== "LI" && el.tagName !== "SUMMARY") continue;
          const content = win.getComputedStyle(el, part).content;
          if (content !== "none" && content !== "normal" && /[\p{L}\p{N}]/u.test(content.replace(/\\[0-9a-f]+/gi, ""))) out.push([named(el), part, content.slice(0, 60)]);
        }
        if (el.tagName === "LI" && /^["']/.test(style(el).listStyleType)) out.push([named(el), "::marker", style(el).listStyleType]);
      }
      return out;
    }

    // Where what is shown differs from what is written, but for its case and its breaks.
    function said() {
      const bare = (text) => plain(text).replace(/[\s\u00b6\u2195\u2191\u2193]/g, "").toLowerCase();
      return [...root.querySelectorAll("[data-claim], td, th, h1")].filter((el) => el.getClientRects().length)
        .map((el) => [named(el), plain(el.textContent), plain(el.innerText)]).filter(([, there, shown]) => bare(there) !== bare(shown));
    }

    function page() {
      const ups = [];
      for (let up = root; up; up = up.parentElement) ups.push(up);
      const html = [...root.querySelectorAll("*")].filter((el) => !el.closest("svg") && el.getClientRects().length);
      return {
        width: doc.documentElement.scrollWidth, view: doc.documentElement.clientWidth, words: words(), strange: strange([...ups, ...html]),
        generated: generated(), said: said(), outside: outside(html), astray: astray(), shuffled: shuffled(),
        figures: [...root.querySelectorAll("figure[data-figure]")].map((el) => [el.dataset.figure, [...el.querySelectorAll("svg[data-figure]")].filter((svg) => svg.getClientRects().length).map((svg) => +svg.dataset.width)]),
      };
    }

    function outside(els) {
      const wide = doc.documentElement.clientWidth, out = [];
      for (const el of els) {
        const r = el.getBoundingClientRect();
        if ((r.left < -1 || r.right > wide + 1) && r.width && r.height && !left(el.parentElement, r).scrolls) out.push([named(el), tidy(r.left), tidy(r.right)]);
      }
      return out.slice(0, 20);
    }

    return { picture, page };
  }

  const fonts = (doc) => [...doc.fonts].filter((face) => face.status === "loaded").map((face) => face.family.replace(/["']/g, ""));

  function of(doc, whole) {
    const root = whole ? doc.querySelector("article") || doc.body : doc.documentElement;
    const tool = measurer(doc, root);
    const svgs = whole ? [...root.querySelectorAll("svg[data-figure]")] : [root];
    return { scheme: doc.body?.dataset?.mdColorScheme || "", fonts: [...new Set(fonts(doc))].sort(), pictures: svgs.map(tool.picture), page: whole ? tool.page() : null };
  }

  // Pictures as a visitor opens them alone, each in a frame of its own, with the fonts of the site.
  async function files(paths, sheet) {
    const frames = paths.map((path) => Object.assign(document.createElement("iframe"), { src: "/" + path }));
    const ready = frames.map((frame) => new Promise((done) => (frame.onload = done)));
    document.body.replaceChildren(...frames);
    await Promise.all(ready);
    return Promise.all(frames.map((frame) => file(frame, sheet)));
  }

  async function file(frame, sheet) {
    const doc = frame.contentDocument, svg = doc?.documentElement;
    if (svg?.tagName !== "svg") return null;
    Object.assign(frame, { width: svg.width.baseVal.value, height: svg.height.baseVal.value });
    const fonts = new doc.defaultView.CSSStyleSheet();
    fonts.replaceSync(sheet);
    doc.adoptedStyleSheets = [fonts];
    await Promise.all([...doc.fonts].map((face) => face.load().catch(() => null)));
    return of(doc, false);
  }

  return {
    open: () => open(document.body),
    page: () => JSON.stringify(of(document, true)),
    files: async (paths, sheet) => JSON.stringify(await files(paths, sheet)),
  };
})()
