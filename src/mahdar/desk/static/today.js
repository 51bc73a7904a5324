"use strict";
// New acts and statements: asked for every 20 seconds while the page is seen, put in only when the reader says so.
(() => {
  const button = document.getElementById("new");
  if (!button) return;
  const told = document.getElementById("told");
  const every = Number(button.dataset.every) || 20000;

  async function look() {
    if (document.hidden) return;
    try {
      const address = new URL(button.dataset.from, location.href);
      address.searchParams.set("after", button.dataset.line);
      const answer = await fetch(address, { cache: "no-store" });
      if (!answer.ok) return;
      const news = await answer.json();
      if (!news.n || button.textContent === news.told) return;
      button.textContent = news.told;
      button.hidden = false;
      told.textContent = news.told;
    } catch {
      // The desk is away: the next look tells.
    }
  }

  button.addEventListener("click", async () => {
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["feed", "count", "new"]) {
      const [mine, theirs] = [document.getElementById(id), page.getElementById(id)];
      if (id === "new") mine.dataset.line = theirs.dataset.line;
      else mine.replaceChildren(...theirs.childNodes);
    }
    button.hidden = true;
    button.textContent = told.textContent = "";
    document.querySelector("#feed a")?.focus({ preventScroll: true });
  });
  setInterval(look, every);
  document.addEventListener("visibilitychange", look);
})();
