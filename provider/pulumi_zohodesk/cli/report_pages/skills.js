"use strict";
// Every head sorts: a column's head its rows, a row's head the columns. A second click turns the order around.
const valueOf = (cell) => {
  const text = cell.dataset.name ?? cell.textContent.trim();
  if (cell.classList.contains("has")) return 1;
  return text === "" ? 0 : /^-?[\d.]+%?$/.test(text) ? parseFloat(text) : text.toLocaleLowerCase();
};
const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b)));
const turned = (head, first) => {
  const next = head.getAttribute("aria-sort") === first ? (first === "ascending" ? "descending" : "ascending") : first;
  for (const other of head.closest("table").querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", next);
  return next === "ascending" ? 1 : -1;
};
const sortRows = (table, head) => {
  const place = [...head.parentNode.cells].indexOf(head);
  const sign = turned(head, place ? "descending" : "ascending");
  const rows = [...table.tBodies[0].rows];
  rows.sort((a, b) => sign * compare(valueOf(a.cells[place]), valueOf(b.cells[place])));
  table.tBodies[0].append(...rows);
};
const sortColumns = (table, head) => {
  const fixed = 2; // the names, and how many skills each has
  const sign = turned(head, "descending");
  const cells = [...head.parentNode.cells].slice(fixed);
  const order = cells.map((_, place) => place);
  order.sort((a, b) => sign * compare(valueOf(cells[a]), valueOf(cells[b])));
  for (const row of table.rows) {
    const old = [...row.cells].slice(fixed);
    row.append(...order.map((place) => old[place]));
  }
};
document.addEventListener("click", (event) => {
  const head = event.target.closest("th button")?.closest("th");
  if (!head) return;
  const table = head.closest("table");
  (head.scope === "col" ? sortRows : sortColumns)(table, head);
});
// A text leaves the rows and columns that hold it; a department that has neither goes.
const search = document.getElementById("search");
const thinOnly = document.getElementById("lacks");
const show = () => {
  const text = search.value.trim().toLocaleLowerCase();
  for (const part of document.querySelectorAll("details")) {
    const table = part.querySelector("table");
    const named = part.dataset.name.toLocaleLowerCase().includes(text);
    const heads = [...table.tHead.rows[0].cells].slice(2);
    const says = (cell) => cell.textContent.toLocaleLowerCase().includes(text);
    const columns = heads.map((head) => says(head));
    const rows = [...table.tBodies[0].rows].map((row) => says(row.cells[0]));
    const byColumn = !named && columns.some(Boolean);
    const byRow = !named && rows.some(Boolean);
    const lacking = !thinOnly.checked || part.classList.contains("lacking");
    part.hidden = !lacking || !(named || byColumn || byRow);
    [...table.tBodies[0].rows].forEach((row, place) => {
      row.hidden = byRow && !rows[place];
    });
    for (const row of table.rows) {
      [...row.cells].slice(2).forEach((cell, place) => {
        cell.hidden = (byColumn && !byRow && !columns[place]) ||
          (thinOnly.checked && !heads[place].classList.contains("thin"));
      });
    }
  }
};
search.addEventListener("input", show);
thinOnly.addEventListener("change", show);
document.querySelector(".controls").hidden = false;
// What is folded would not be printed.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => (part.open = true)));
