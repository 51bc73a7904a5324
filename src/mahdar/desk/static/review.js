"use strict";
// The bench: words are chosen in the text, verdicts given by keys.
(() => {
  const form = document.getElementById("judge");
  const text = document.getElementById("text");
  if (!form || !text) return;
  const fields = [...form.querySelectorAll("[data-pick]")];
  let armed = fields[0];
  const arm = (field) => { armed = field; fields.forEach((x) => x.classList.toggle("armed", x === field)); };
  fields.forEach((x) => x.addEventListener("focus", () => arm(x)));
  fields.forEach((x) => x.addEventListener("input", () => { form.elements[x.dataset.pick + "_at"].value = ""; }));

  // Offsets count code points, as in the record; a piece of text knows where it begins.
  const offset = (node, at) => {
    const piece = node.nodeType === 3 ? node.parentElement.closest("[data-at]") : null;
    return piece && !node.parentElement.closest("sup") ? Number(piece.dataset.at) + [...node.data.slice(0, at)].length : null;
  };
  const chosen = () => {
    const s = getSelection();
    if (!armed || s.isCollapsed || !s.rangeCount || !text.contains(s.anchorNode) || !text.contains(s.focusNode)) return;
    const range = s.getRangeAt(0);
    let words = "", start = null;
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!range.intersectsNode(node) || offset(node, 0) === null) continue;
      const a = node === range.startContainer ? range.startOffset : 0;
      const b = node === range.endContainer ? range.endOffset : node.data.length;
      if (a >= b) continue;
      const at = offset(node, a);
      if (start === null) start = at;
      else if (at > start + [...words].length) words += " ".repeat(at - start - [...words].length);
      words += node.data.slice(a, b);
    }
    const left = words.length - words.trimStart().length;
    if (start === null || !words.trim()) return;
    armed.value = words.trim();
    form.elements[armed.dataset.pick + "_at"].value = start + left;
  };
  text.addEventListener("mouseup", () => setTimeout(chosen));
  text.addEventListener("keyup", chosen);
  text.addEventListener("touchend", () => setTimeout(chosen, 400));

  text.addEventListener("click", (told) => {
    const link = told.target.closest("a[href^='#v']");
    const row = link && String(getSelection()).length === 0 && document.getElementById(link.getAttribute("href").slice(1));
    if (row) { told.preventDefault(); row.click(); }
  });

  const type = form.elements.type, mode = form.elements.mode;
  if (type && mode) {
    const fit = () => {
      for (const group of mode.querySelectorAll("optgroup")) group.hidden = group.disabled = group.dataset.type !== type.value;
      if (mode.selectedOptions[0].parentElement.disabled) mode.value = "";
    };
    type.addEventListener("change", fit);
    fit();
  }

  const press = (verdict) => { const b = form.querySelector(`button[value="${verdict}"]`); if (b) b.click(); };
  form.addEventListener("submit", (told) => {
    const verdict = told.submitter && told.submitter.value;
    const reason = form.elements.reason;
    const needs = ["reject", "correct", "add"].includes(verdict) && !reason.value.trim();
    reason.setCustomValidity("");
    if (needs) { told.preventDefault(); reason.focus(); reason.classList.add("needed"); }
  });
  form.elements.reason.addEventListener("keydown", (told) => {
    if (told.key === "Enter" && form.dataset.meant) { told.preventDefault(); press(form.dataset.meant); }
  });
  document.addEventListener("keydown", (told) => {
    if (told.ctrlKey || told.metaKey || told.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(told.target.tagName)) return;
    if (told.key === "a") press("accept");
    else if (told.key === "r") { told.preventDefault(); form.dataset.meant = "reject"; form.elements.reason.focus(); }
    else if (told.key === "e") { told.preventDefault(); delete form.dataset.meant; fields[0].focus(); }
    else if (told.key === "j" || told.key === "k") {
      const all = [...document.querySelectorAll(".rowlist .rowlink")];
      const at = all.findIndex((x) => x.hasAttribute("aria-current"));
      const next = all[told.key === "j" ? at + 1 : at - 1];
      if (next) next.click();
    }
  });
  const current = document.querySelector(".judge .target");
  if (current) { const there = document.getElementById(current.dataset.ids + "m"); if (there) { there.classList.add("cited"); there.scrollIntoView({ block: "center" }); scrollTo(0, Math.max(0, scrollY)); } }
})();
