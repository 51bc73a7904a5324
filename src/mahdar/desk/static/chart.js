"use strict";
// A chart that is wider than the screen begins where it is looked at: at its last day, or in the middle of a map or network.
for (const region of document.querySelectorAll("[data-grid], .map, .net .scroll")) {
  const beyond = region.scrollWidth - region.clientWidth;
  const turned = getComputedStyle(region).direction === "rtl";
  const last = region.querySelector(".today");
  if (last) {
    const place = region.getBoundingClientRect();
    const x = last.getBoundingClientRect().x - place.x;
    region.scrollLeft += x - place.width * (turned ? 0.25 : 0.75);
  } else {
    region.scrollLeft = (turned ? -1 : 1) * beyond * (region.matches(".map, .net .scroll") ? 0.5 : 1);
  }
}
// Charts by keyboard: one link of a chart can be reached by Tab, arrow keys go to its neighbours, and the keys of pages
// to the next and the one before, in the order of the chart.
for (const region of document.querySelectorAll("[data-grid]")) {
  const links = [...region.querySelectorAll("a")];
  if (!links.length) continue;
  links[0].setAttribute("tabindex", "0");
  const middle = (link) => {
    const box = link.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  region.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const from = event.target.closest("a");
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (!from || !(way || step)) return;
    event.preventDefault();
    const [x, y] = middle(from);
    let best = step ? links[links.indexOf(from) + step] : null;
    let least = Infinity;
    for (const link of way ? links : []) {
      const [dx, dy] = middle(link).map((v, k) => v - [x, y][k]);
      const ahead = dx * way[0] + dy * way[1];
      const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      const cost = ahead + 4 * aside;
      if (link !== from && ahead > 1 && cost < least) [best, least] = [link, cost];
    }
    if (!best) return;
    from.setAttribute("tabindex", "-1");
    best.setAttribute("tabindex", "0");
    best.focus();
  });
}
// The map: a state that is pointed at or reached by keyboard shows its name over all others; a town has its own.
for (const chart of document.querySelectorAll(".map .chart")) {
  const name = document.createElementNS(chart.namespaceURI, "text");
  name.classList.add("pointed");
  name.setAttribute("text-anchor", "middle");
  name.setAttribute("aria-hidden", "true");
  chart.append(name);
  const { width } = chart.viewBox.baseVal;
  for (const state of chart.querySelectorAll(".state")) {
    const show = () => {
      const box = state.querySelector(".land").getBBox();
      name.setAttribute("x", Math.min(Math.max(box.x + box.width / 2, width / 8), (width * 7) / 8));
      name.setAttribute("y", Math.max(box.y - 8, 34));
      name.textContent = state.getAttribute("aria-label");
    };
    for (const kind of ["pointerenter", "focus"]) state.addEventListener(kind, show);
    for (const kind of ["pointerleave", "blur"]) state.addEventListener(kind, () => (name.textContent = ""));
  }
}
// The network: what a party deals with stands out while it is pointed at.
for (const chart of document.querySelectorAll(".net .chart")) {
  const near = (on, name) => {
    chart.classList.toggle("picked", on);
    const beside = new Set([name]);
    for (const edge of chart.querySelectorAll(".edge")) {
      const mine = edge.dataset.one === name || edge.dataset.other === name;
      edge.classList.toggle("near", on && mine);
      if (mine) beside.add(edge.dataset.one).add(edge.dataset.other);
    }
    for (const node of chart.querySelectorAll(".node")) node.classList.toggle("near", on && beside.has(node.dataset.node));
  };
  for (const node of chart.querySelectorAll(".node")) {
    for (const kind of ["pointerenter", "focus"]) node.addEventListener(kind, () => near(true, node.dataset.node));
    for (const kind of ["pointerleave", "blur"]) node.addEventListener(kind, () => near(false, node.dataset.node));
  }
}
