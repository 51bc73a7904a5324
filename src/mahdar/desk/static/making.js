"use strict";
// Ask again until what is being made is there; then go to it.
const line = document.querySelector("[role=status]");
document.getElementById("turns").hidden = false;
const look = async () => {
  const told = await fetch(location.href).catch(() => null);
  if (told && told.status !== 202) return location.reload();
  if (told) {
    const page = new DOMParser().parseFromString(await told.text(), "text/html");
    line.textContent = page.querySelector("[role=status]").textContent;
  }
  setTimeout(look, 2000);
};
setTimeout(look, 500);
