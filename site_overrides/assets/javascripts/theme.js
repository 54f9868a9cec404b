/* Before the theme's own script, what it should do otherwise. The index of the search waits until the search is opened. Single
   letters are no commands: whoever dictates to a browser would give them unawares. The drawer opens by keyboard. And a page in
   another language is a link like others, for which nothing is loaded. */
{
  for (const link of document.querySelectorAll("link[hreflang]")) link.rel += " translation";
  const { send } = XMLHttpRequest.prototype, [drawer, search] = document.querySelectorAll("[data-md-toggle]");
  XMLHttpRequest.prototype.send = function () {
    if (search.checked) send.call(this);
    else search.addEventListener("change", () => send.call(this), { once: true });
  };
  addEventListener("keydown", (event) => search.checked || event.key.length > 1 || event.stopImmediatePropagation(), true);
  const button = document.querySelector(".tl-drawer");
  button.onclick = () => drawer.click();
  drawer.addEventListener("change", () => (button.ariaExpanded = drawer.checked));
}
