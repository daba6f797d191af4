/* A figure beside the text and its words in the text light each other up.
   Without this script the links between them do. */
"use strict";

const LIT = "lit";
const placesOf = (item) => item.dataset.marks.split(" ").filter(Boolean);
const items = [...document.querySelectorAll("[data-marks]")];
const itemsOf = new Map();
for (const item of items) {
  for (const id of placesOf(item)) {
    itemsOf.set(id, [...(itemsOf.get(id) || []), item]);
  }
}

const light = (elements, on) => {
  for (const element of elements) element.classList.toggle(LIT, on);
};
const marksOf = (item) => placesOf(item)
  .map((id) => document.getElementById(id)).filter(Boolean);

for (const item of items) {
  for (const [begins, ends] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
    item.addEventListener(begins, () => light(marksOf(item), true));
    item.addEventListener(ends, () => light(marksOf(item), false));
  }
}

for (const [id, beside] of itemsOf) {
  const mark = document.getElementById(id);
  if (!mark) continue;
  mark.addEventListener("mouseenter", () => light(beside, true));
  mark.addEventListener("mouseleave", () => light(beside, false));
}

// Who followed a link to words in the text sees which figure they are.
const followTarget = () => {
  light(items, false);
  light(itemsOf.get(location.hash.slice(1)) || [], true);
};
addEventListener("hashchange", followTarget);
followTarget();
