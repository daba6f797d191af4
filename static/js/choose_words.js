/* Marking words of a sentence chooses the sentence and copies the words. Without this
   script an editor types them. */
"use strict";

const field = document.querySelector("#addition [name=quote]");
const sentences = document.querySelector("#addition .sentences");

if (field && sentences) {
  sentences.addEventListener("mouseup", () => {
    const marked = getSelection();
    const words = marked.toString().trim();
    const sentence = marked.anchorNode && marked.anchorNode.parentElement
      && marked.anchorNode.parentElement.closest("label");
    if (!words || !sentence || !sentence.textContent.includes(words)) return;
    sentence.querySelector("input").checked = true;
    field.value = words;
  });
  sentences.addEventListener("click", (event) => {
    // A click that ends a selection must not move the choice elsewhere.
    if (getSelection().toString().trim() && event.target.tagName !== "INPUT") {
      event.preventDefault();
    }
  });
}
