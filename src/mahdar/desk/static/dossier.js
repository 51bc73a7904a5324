"use strict";
// Choosing a filter shows what fits at once.
for (const form of document.querySelectorAll("form.filters"))
  form.addEventListener("change", () => form.requestSubmit());
