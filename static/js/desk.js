/* The boxes Django's admin puts in the place of long choices have no name of their own:
   each takes that of the field it stands for. jQuery keeps the order of what waits for
   the page, and the boxes were asked for before. */
"use strict";

window.django?.jQuery?.(() => {
  for (const box of document.querySelectorAll(".select2-selection[role=combobox]")) {
    const label = box.closest(".select2-container").previousElementSibling?.labels?.[0];
    const chosen = box.querySelector(".select2-selection__rendered");
    if (!label || !chosen) continue;
    label.id ||= `${label.htmlFor}_label`;
    box.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
    chosen.setAttribute("aria-labelledby", label.id);
  }
});
