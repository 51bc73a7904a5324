"use strict";
// The article: what is beside the text and what is in it light up together; keys go from event to event.
(() => {
  const text = document.getElementById("text");
  if (!text) return;
  const side = document.querySelector(".side");
  const of = (node) => (node.dataset.ids || "").split(" ").filter(Boolean);
  let lit = [];

  const dim = () => { lit.forEach((x) => x.classList.remove("lit")); lit = []; };
  const light = (ids) => {
    dim();
    for (const node of document.querySelectorAll("[data-ids]"))
      if (of(node).some((id) => ids.includes(id)) && !node.matches("summary, sup a")) { node.classList.add("lit"); lit.push(node); }
  };
  // In the text the innermost thing is meant: an event before the statement around it.
  const meant = (node) => {
    const ids = of(node);
    const first = (letter) => ids.filter((id) => id.startsWith(letter));
    return first("v").length ? first("v") : first("e").length ? first("e") : ids;
  };
  for (const kind of ["mouseover", "focusin"])
    document.addEventListener(kind, (told) => {
      const node = told.target.closest ? told.target.closest("[data-ids]") : null;
      if (node) light(meant(node)); else if (kind === "mouseover") dim();
    });

  const rows = () => [...side.querySelectorAll("details.event")];
  const show = (node) => node && node.scrollIntoView({ block: "nearest" });
  const open = (id, focus) => {
    const body = document.getElementById(id);
    const row = body && body.closest("details");
    if (!row) return false;
    row.open = true;
    const head = row.querySelector("summary");
    if (focus) head.focus({ preventScroll: true });
    show(row); show(head);
    light([id]);
    return true;
  };

  text.addEventListener("click", (told) => {
    const link = told.target.closest("a[href^='#v']");
    if (!link || !side || String(getSelection()).length) { if (link) told.preventDefault(); return; }
    if (open(link.getAttribute("href").slice(1), true)) { told.preventDefault(); history.replaceState(null, "", link.getAttribute("href")); }
  });

  document.addEventListener("keydown", (told) => {
    if (told.ctrlKey || told.metaKey || told.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(told.target.tagName)) return;
    if (told.key === " " && told.target.matches(".layer")) { told.preventDefault(); told.target.click(); return; }
    if (!side || (told.key !== "j" && told.key !== "k")) return;
    const all = rows();
    const at = all.indexOf(document.activeElement.closest("details.event"));
    const next = all[told.key === "j" ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0)];
    if (!next) return;
    told.preventDefault();
    const head = next.querySelector("summary");
    head.focus({ preventScroll: true });
    show(next);
    const there = document.getElementById(next.dataset.ids + "m");
    if (there) { const box = there.getBoundingClientRect(); if (box.top < 80 || box.bottom > innerHeight - 20) there.scrollIntoView({ block: "center" }); }
  });

  for (const link of document.querySelectorAll("[data-layer]"))
    link.addEventListener("click", (told) => {
      told.preventDefault();
      const off = text.classList.toggle("no-" + link.dataset.layer);
      link.setAttribute("aria-pressed", String(!off));
      const all = [...document.querySelectorAll("[data-layer]")];
      const hidden = all.filter((x) => x.getAttribute("aria-pressed") === "false").map((x) => x.dataset.layer);
      const here = new URL(location.href);
      if (hidden.length) here.searchParams.set("hide", hidden.join(",")); else here.searchParams.delete("hide");
      history.replaceState(null, "", here);
    });

  const hash = () => { if (/^#[vs]\d+$/.test(location.hash)) { open(location.hash.slice(1), false); const there = document.getElementById(location.hash.slice(1) + "m"); if (there && matchMedia("(min-width: 64rem)").matches) there.scrollIntoView({ block: "center" }); } };
  addEventListener("hashchange", hash);
  hash();
  const cited = document.getElementById("cited");
  if (cited && !/^#[vs]\d/.test(location.hash)) cited.scrollIntoView({ block: "center" });
})();
