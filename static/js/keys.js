/* Keys for those who read without a mouse, and a button to copy a reference. Everything
   here can be done without it; one choice at the foot of the page turns the keys off.

   Letters are known by their place on the keyboard (event.code): where N is printed an
   Arabic layout types another letter, and the reader means the key. */
(() => {
  "use strict";

  const page = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];

  const typing = (element) =>
    element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);

  const focus = (element) => {
    if (!element) return false;
    element.focus();
    element.scrollIntoView({ block: "nearest" });
    return true;
  };

  const search = () => {
    const box = find('main input[type="search"]') || find('input[type="search"]');
    if (!focus(box)) return false;
    box.select();
    return true;
  };

  /* Arrows go through the titles of a list; above the first is the search box. */
  const step = (by) => {
    const titles = all(".rows .row h3 a");
    if (!titles.length) return false;
    const here = titles.indexOf(document.activeElement);
    if (here < 0 && (by < 0 || document.activeElement.closest("table, nav"))) return false;
    if (here === 0 && by < 0) return search();
    return focus(titles[here + by]);
  };

  /* Hits are numbered through a text: h1, h2, …; the address tells where one stands. */
  const hop = (by) => {
    const hits = all("mark.hit[id]");
    if (!hits.length) return false;
    const here = hits.findIndex((hit) => `#${hit.id}` === location.hash);
    const next = here < 0 && by < 0 ? hits.length - 1 : here + by;
    const hit = hits[(next + hits.length) % hits.length];
    location.hash = hit.id;
    return true;
  };

  const follow = (element) => {
    if (!element) return false;
    element.click();
    return true;
  };

  const figures = () => focus(find(".figure a"));
  const neighbour = (relation) => follow(find(`main a[rel="${relation}"]`));
  const help = () => follow(find('a[rel="help"]'));

  const actions = {
    KeyN: () => hop(1) || neighbour("next"),
    KeyP: () => hop(-1) || neighbour("prev"),
    KeyF: figures,
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
  };

  const action = (event) => {
    if (event.key === "?" || event.key === "\u061f") return help;
    if (event.shiftKey) return undefined;
    if (event.key === "/" || event.code === "Slash") return search;
    return actions[event.code];
  };

  const onKey = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const box = document.activeElement;
    if (typing(box)) {
      /* From a search box, Escape leads out and the arrow into the results. */
      if (event.key === "Escape") box.blur();
      else if (event.key !== "ArrowDown" || box.type !== "search") return;
      else if (focus(find(".rows .row h3 a"))) event.preventDefault();
      return;
    }
    const act = action(event);
    if (act && act()) event.preventDefault();
  };

  if (page.dataset.keys !== "off") document.addEventListener("keydown", onKey);

  /* A reference is copied as plain text, without the isolates of the page. */
  const copyButton = (reference) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip copy";
    button.textContent = reference.dataset.copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(reference.textContent.trim());
        button.textContent = reference.dataset.copied;
      } catch {
        getSelection().selectAllChildren(reference);
      }
    });
    reference.after(button);
  };

  all("[data-copy]").forEach(copyButton);
})();
