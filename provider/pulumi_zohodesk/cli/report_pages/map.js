"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const [map, about, path, search, found] = ["map", "about", "path", "search", "found"].map((id) => document.getElementById(id));
const named = data.nodes.map(() => []); // by node: what refers to it, with the words of the field
data.nodes.forEach((node, from) => node.refers.forEach(([words, to]) => named[to].push([words, from])));
const shown = new Set(data.kinds.keys());
let focus = null; // the part that is looked into
let chosen = null;

const make = (tag, words, className) => {
  const made = document.createElement(tag);
  made.textContent = words ?? "";
  if (className) made.className = className;
  return made;
};
const title = (node) => data.nodes[node].name || "(no name)";
const colour = (kind) => `k${kind % 8}`;
const many = (kind) => `${data.kinds[kind]}s`;
const visible = (places) => places.filter(([node]) => shown.has(data.nodes[node].kind));
const lie = ([node, inside]) => {
  const children = visible(inside).map(lie);
  return { node, kind: data.nodes[node].kind, name: title(node), children: children.length ? children : undefined };
};
// A part of the whole: an area with a group for each kind in it, or all of a kind that belongs to no area.
const parts = () => {
  const areas = data.areas.map(([node, inside]) => {
    const kinds = [...new Set(inside.map(([one]) => data.nodes[one].kind))].filter((kind) => shown.has(kind));
    const children = kinds.map((kind) => {
      const own = inside.filter(([one]) => data.nodes[one].kind === kind).map(lie);
      return { kind, name: `${many(kind)} ${own.length}`, children: own };
    });
    return { node, kind: data.nodes[node].kind, name: title(node), children };
  });
  const others = data.others.filter(([kind]) => shown.has(kind))
    .map(([kind, places]) => ({ kind, name: many(kind), children: places.map(lie) }));
  return [...areas, ...others];
};
const same = (a, b) => a.node === b.node && (a.node !== undefined || a.kind === b.kind);

const draw = () => {
  const all = parts();
  const part = focus === null ? undefined : all.find((one) => same(one, focus));
  map.className = part ? "near-by" : "from-afar";
  map.replaceChildren(...(part ? inner(part.children) : picture(all)));
  map.style.height = part ? "" : map.dataset.height;
  light();
  const whole = make("button", "Everything");
  whole.onclick = () => look(null);
  path.replaceChildren(...(part ? [whole, ` › ${part.name}`] : ["Everything. Choose a part to look into it."]));
};
// From afar: each part as large as what it holds, so that sizes can be compared.
const picture = (all) => {
  const tree = d3.hierarchy({ children: all }, (one) => one.children)
    .sum((one) => (one.children?.length ? 0 : 1)).sort((a, b) => b.value - a.value);
  const width = map.clientWidth;
  const narrow = width < 600;
  const least = (0.35 * tree.value) / all.length; // room for the name of a part that holds next to nothing
  for (const one of tree.children ?? []) one.value = Math.max(one.value, least);
  tree.value = (tree.children ?? []).reduce((sum, one) => sum + one.value, 0);
  const height = Math.max(420, Math.round(Math.max(all.length * 26000, tree.value * 500) / width));
  map.dataset.height = `${height}px`;
  const tiling = d3.treemapSquarify.ratio(1.5);
  const rows = (node, ...box) => (node.depth || !narrow ? tiling : d3.treemapSlice)(node, ...box);
  d3.treemap().size([width, height]).round(true).tile(rows).paddingInner(2)
    .paddingOuter((one) => (one.depth ? 2 : 0)).paddingTop((one) => (one.depth === 1 ? 22 : one.depth ? 1 : 0))(tree);
  return tree.descendants().slice(1).filter((one) => one.x1 - one.x0 > 1 && one.y1 - one.y0 > 1).map((one) => {
    const made = tile(one.data, one.depth === 1 ? "area" : one.children ? "group" : "leaf");
    const [wide, high] = [one.x1 - one.x0, one.y1 - one.y0];
    const share = (pixels) => `${(100 * pixels) / width}%`; // paper has another width
    Object.assign(made.style, { left: share(one.x0), top: `${one.y0}px`, width: share(wide), height: `${high}px` });
    if (one.depth > 1 && (one.children || wide < 58 || high < 16)) made.textContent = "";
    if (one.depth > 1) made.tabIndex = -1;
    else made.replaceChildren(make("span", one.data.name));
    made.onclick = () => look(one.ancestors().at(-2).data);
    return made;
  });
};
// From near: everything by its name, in as many columns as there is room for.
const inner = (children) => {
  const leaves = make("div", "", "leaves");
  const groups = [];
  for (const one of children) {
    const made = tile(one, one.children ? "head" : "leaf");
    if (one.node !== undefined) made.onclick = () => choose(one.node);
    if (!one.children) leaves.append(made);
    else {
      const group = make("div", "", `group ${colour(one.kind)}`);
      group.append(made, ...inner(one.children));
      groups.push(group);
    }
  }
  return leaves.children.length ? [leaves, ...groups] : groups;
};
const tile = ({ node, kind, name }, form) => {
  const { off, detail } = node === undefined ? {} : data.nodes[node];
  const made = make(node === undefined && form === "head" ? "span" : "button", name, `${form} ${colour(kind)}${off ? " off" : ""}`);
  made.title = [name, detail, off ? "out of service" : ""].filter(Boolean).join("; ");
  if (node !== undefined) made.dataset.node = node;
  return made;
};
const look = (part) => {
  focus = part;
  if (part?.node !== undefined && chosen === null) tell(part.node);
  draw();
};
const related = (node) => [...data.nodes[node].refers.map(([, to]) => to), ...named[node].map(([, from]) => from)];
const light = () => {
  const near = new Set(chosen === null ? [] : related(chosen));
  map.classList.toggle("lit", chosen !== null);
  for (const one of map.querySelectorAll("[data-node]")) {
    const node = Number(one.dataset.node ?? -1);
    one.classList.toggle("near", near.has(node));
    one.classList.toggle("chosen", node === chosen);
  }
};
const choose = (node) => {
  chosen = node;
  tell(node);
  light();
  if (innerWidth <= 768) about.scrollIntoView({ block: "nearest" });
};
// The part that a node is in; the first of several.
const home = (node) => {
  const holds = ([one, inside]) => one === node || inside.some(holds);
  const area = data.areas.find(holds);
  if (area) return { node: area[0] };
  const other = data.others.find(([, places]) => places.some(holds));
  return other && { kind: other[0] };
};
const go = (node) => {
  const { kind } = data.nodes[node];
  if (!shown.has(kind)) document.querySelector(`#kinds input[value="${kind}"]`).click();
  chosen = node;
  if (focus === null || !map.querySelector(`[data-node="${node}"]`)) look(home(node) ?? null);
  choose(node);
};
const tell = (node) => {
  const { kind, name, detail, off, refers } = data.nodes[node];
  const groups = new Map();
  const add = (head, one) => groups.get(head)?.push(one) ?? groups.set(head, [one]);
  refers.forEach(([words, to]) => add(words, to));
  const ways = data.kinds.map(() => new Set()); // by kind: the fields with which its nodes refer to this one
  named[node].forEach(([words, one]) => ways[data.nodes[one].kind].add(words));
  named[node].forEach(([words, one]) => {
    const from = data.nodes[one].kind;
    add(ways[from].size > 1 ? `${many(from)}, as ${words}` : many(from), one);
  });
  about.replaceChildren(make("h2", name || "(no name)"), make("small", [data.kinds[kind], detail, off ? "out of service" : ""].filter(Boolean).join("; ")));
  for (const [head, nodes] of groups) {
    const list = document.createElement("ul");
    list.append(...nodes.map((one) => {
      const entry = document.createElement("li");
      const link = make("button", title(one));
      link.onclick = () => go(one);
      entry.append(link);
      return entry;
    }));
    about.append(make("h3", `${head} (${nodes.length})`), list);
  }
  const everywhere = make("button", "Show where all these are");
  everywhere.style.cssText = "margin-top:.8rem;text-decoration:underline";
  everywhere.onclick = () => { chosen = node; look(null); };
  if (groups.size) about.append(everywhere);
};
search.addEventListener("input", () => {
  const text = search.value.trim().toLocaleLowerCase();
  const hits = text ? data.nodes.map((_, node) => node).filter((node) =>
    `${data.nodes[node].name}\n${data.nodes[node].detail}`.toLocaleLowerCase().includes(text)) : [];
  found.hidden = !text;
  found.replaceChildren(...hits.slice(0, 30).map((node) => {
    const entry = document.createElement("li");
    const place = home(node);
    const where = place?.node !== undefined && place.node !== node ? `, ${title(place.node)}` : "";
    const link = make("button", title(node));
    link.append(" ", make("small", `${data.kinds[data.nodes[node].kind]}${where}`));
    link.onclick = () => { found.hidden = true; go(node); };
    entry.append(link);
    return entry;
  }), make("li", hits.length > 30 ? `and ${hits.length - 30} more` : hits.length ? "" : "Nothing has this name."));
});
document.addEventListener("click", (event) => { if (!event.target.closest(".find")) found.hidden = true; });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (!found.hidden) found.hidden = true;
  else if (chosen !== null) { chosen = null; light(); } else look(null);
});
const ground = data.nodes[data.areas[0]?.[0]]?.kind; // what the organisation is divided by is always drawn
data.kinds.forEach((words, kind) => {
  if (kind === ground) return;
  const label = make("label", "", colour(kind));
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true, value: kind });
  box.onchange = () => { box.checked ? shown.add(kind) : shown.delete(kind); draw(); };
  label.append(box, ` ${many(kind)} ${data.nodes.filter((node) => node.kind === kind).length}`);
  document.getElementById("kinds").append(label);
});
document.querySelectorAll("main > [hidden]").forEach((one) => (one.hidden = false));
about.append(make("p", "Each part of the map is as large as what it holds. Choose an agent, a skill or anything else to see what belongs to it; Escape goes back."));
addEventListener("resize", draw);
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => (one.open = true)));
draw();
