"use strict"
// The controls: filters, search, keys, and the address after #, which says whose page is open, so that Back goes back.

const $ = (id) => document.getElementById(id)
const form = $("filters")

// choices are the filters with a box for each value that occurs: name, title, values with their words, whether on at first.
const present = (of) => [...new Set(statements.map((s) => String(of(s))))]
const inOrder = (order, of) => order.filter((value) => present(of).includes(value))
const choices = [
  { name: "sign", title: "Sign", on: () => true,
    values: inOrder(["1", "-1", "0"], (s) => types[s.type].sign).map((v) => [v, signWords[v]]) },
  { name: "origin", title: "Whose word", on: () => true, values: [["stated", "stated by itself or the writer"],
    ["inferred", "inferred"], ["claimed", "claimed by others"]] },
  { name: "modality", title: "Modality", on: (value) => value === "asserted",
    values: present((s) => s.modality).sort().map((v) => [v, v]) },
  { name: "type", title: "Stance", on: () => true,
    values: inOrder(types.map((t) => t.name), (s) => types[s.type].name).map((v) => [v, v]) },
  { name: "source", title: "Source", on: () => true,
    values: inOrder([...data.sources.keys(), -1].map(String), sourceOf).map((v) => [v, v === "-1" ? "unknown" : data.sources[v]]) },
]

function makeChoices() {
  for (const c of choices) {
    const boxes = c.values.map(([value, words]) => el("label", {},
      el("input", { type: "checkbox", name: c.name, value, checked: c.on(value) }), words))
    const all = (on) => () => {
      for (const box of form.querySelectorAll(`input[name=${c.name}]`)) box.checked = on
      update()
    }
    const long = c.values.length > 5
    $("choices").append(el("details", { open: !long }, el("summary", {}, c.title),
      long ? el("p", {}, el("button", { type: "button", onclick: all(true) }, "all"),
        el("button", { type: "button", onclick: all(false) }, "none")) : "", boxes))
  }
}

// filters reads the form.
function filters() {
  const off = {}
  for (const c of choices) {
    off[c.name] = new Set([...form.querySelectorAll(`input[name=${c.name}]:not(:checked)`)].map((box) => box.value))
  }
  return { off, name: form.elements.name.value, confidence: Number(form.elements.confidence.value),
    since: form.elements.since.value, until: form.elements.until.value }
}

let stances = [] // the edges of all statements that pass
let edges = [] // those of the network that is drawn

// update is called after every change of the filters: it draws anew and renews the page that is open.
function update() {
  const list = statements.filter(matcher(filters()))
  const network = form.elements.network.value
  stances = edgesOf(list)
  edges = network === "stances" ? stances : pairsOf(list, network)
  $("least").textContent = Number(form.elements.confidence.value).toFixed(2)
  show()
}

// show draws the edges and opens the page that the address names.
function show() {
  const [kind, ...rest] = location.hash.slice(1).split("/")
  const node = kind === "node" ? nodes[Number(rest[0])] : undefined
  const key = rest.join("/")
  const edge = kind === "edge" ? edges.find((e) => e.key === key) : undefined
  const most = Math.max(1, Number(form.elements.most.value) || 1)
  let drawn = drawnOf(edges, most, node ? node.index : -1)
  if (edge && !drawn.includes(edge)) drawn = drawn.concat(edge)
  draw(drawn)
  point(node ? "n" + node.index : edge ? "e" + edge.key : "")
  say(drawn.length, most)
  const lost = kind === "edge" && !edge ? [el("p", {}, "This edge does not pass the filters.")] : []
  $("panel").replaceChildren(...lost, ...(node ? pageOfNode(node, stances, edges === stances ? [] : edges)
    : edge ? pageOfEdge(edge) : pageOfAll(edges, stances)))
  $("panel").scrollTop = 0
  $("all").hidden = !node && !edge
}

function say(drawn, most) {
  const n = edges.length
  const of = stances.reduce((sum, e) => sum + e.weight, 0)
  const shown = n > most ? `The ${most.toLocaleString("en")} heaviest of ${counted(n, "edge")} are drawn` +
    (drawn > most ? `, and ${counted(drawn - most, "edge")} of what is open` : "") : `${counted(n, "edge")} drawn`
  $("status").textContent = `${shown}, of ${counted(of, "statement")} (${statements.length.toLocaleString("en")} in all).`
  $("graph").setAttribute("aria-label", "Drawing of the stance graph. " + $("status").textContent)
}

// The list of what is found: arrows move in it, Enter opens.
let found = [], at = -1

function findNodes() {
  found = search($("search").value).slice(0, 30)
  at = found.length ? 0 : -1
  $("found").replaceChildren(...found.map((n, i) => el("li", { role: "option", id: "found" + i, onclick: () => openFound(i) },
    n.name, el("small", {}, " " + n.kind))))
  mark()
}

function mark() {
  const list = $("found")
  list.hidden = !found.length
  $("search").setAttribute("aria-expanded", String(!list.hidden))
  $("search").setAttribute("aria-activedescendant", at >= 0 ? "found" + at : "")
  for (const [i, item] of [...list.children].entries()) {
    item.setAttribute("aria-selected", String(i === at))
    if (i === at) item.scrollIntoView({ block: "nearest" })
  }
}

function openFound(i) {
  if (!found[i]) return
  location.hash = "node/" + found[i].index
  closeSearch()
}

function closeSearch() {
  $("search").value = ""
  findNodes()
}

function searchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step && found.length) {
    at = (at + step + found.length) % found.length
    mark()
  } else if (event.key === "Enter") {
    openFound(at)
  } else if (event.key === "Escape") {
    closeSearch()
    $("search").blur()
  } else return
  event.preventDefault()
}

// pageKey: / searches, + - 0 and the arrows move the drawing, Escape leaves the open page.
function pageKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return
  const zoom = (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } })
  const inGraph = document.activeElement === $("graph")
  const moves = { "/": () => $("search").focus(), "+": () => zoom(1.25), "-": () => zoom(0.8), "0": fit,
    Escape: () => { location.hash = "" },
    ...(inGraph && { ArrowLeft: () => cy.panBy({ x: 60, y: 0 }), ArrowRight: () => cy.panBy({ x: -60, y: 0 }),
      ArrowUp: () => cy.panBy({ x: 0, y: 60 }), ArrowDown: () => cy.panBy({ x: 0, y: -60 }) }) }
  if (!Object.hasOwn(moves, event.key)) return
  moves[event.key]()
  event.preventDefault()
}

// theme sets the colours; without a word it follows those of the system.
function theme(name) {
  document.documentElement.dataset.theme = name
  $("theme").textContent = name === "dark" ? "Light" : "Dark"
  restyle()
}

function listen() {
  const dark = matchMedia("(prefers-color-scheme: dark)")
  let before = ""
  form.addEventListener("input", update)
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("reset", () => setTimeout(update))
  $("search").addEventListener("input", findNodes)
  $("search").addEventListener("keydown", searchKey)
  document.addEventListener("keydown", pageKey)
  $("fit").addEventListener("click", fit)
  $("print").addEventListener("click", () => print())
  $("theme").addEventListener("click", () => theme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"))
  dark.addEventListener("change", () => theme(dark.matches ? "dark" : "light"))
  addEventListener("beforeprint", () => { before = document.documentElement.dataset.theme; theme("light") })
  addEventListener("afterprint", () => theme(before))
  addEventListener("hashchange", show)
  cy.on("tap", "edge", (event) => { location.hash = "edge/" + event.target.data("key") })
  cy.on("tap", "node", (event) => { location.hash = "node/" + event.target.data("index") })
  cy.on("tap", (event) => { if (event.target === cy) location.hash = "" })
  theme(dark.matches ? "dark" : "light")
}

function legend() {
  const kinds = Object.keys(shapes).filter((kind) => nodes.some((n) => n.kind === kind))
  $("legend").append(...["1", "-1", "0"].map((sign) => el("li", { class: "line sign" + sign }, signWords[sign])),
    el("li", { class: "line inferred" }, "inferred"),
    el("li", { class: "line claimed" }, "claimed by others"),
    ...kinds.map((kind) => el("li", { class: "node kind-" + kind }, kind.toLowerCase())))
}

makeChoices()
legend()
listen()
update()
document.body.dataset.drawn = "yes"
performance.mark("drawn")
