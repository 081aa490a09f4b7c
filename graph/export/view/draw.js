"use strict"
// The drawing: which of the edges are drawn, how they look, and where their nodes lie.

const shapes = { Country: "round-rectangle", Person: "ellipse", Organization: "hexagon", Group: "octagon",
  Issue: "round-tag", Actor: "ellipse" }
const variantWords = { stated: "stated", inferred: "inferred", claimed: "claimed by others",
  "claimed-inferred": "inferred of what others claim", pair: "by what they are for and against" }
const signWords = { "1": "for", "0": "neither", "-1": "against" }

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim()

// onScreen is a size in pixels of the screen whatever the zoom, and atLeast one that grows with the zoom only.
const onScreen = (size) => () => size / cy.zoom()
const atLeast = (size) => size / Math.min(1, cy.zoom())

// look is the style of nodes and edges in the colours of the page, which are light or dark.
function look() {
  const text = color("text"), ground = color("ground"), mark = color("mark")
  const signs = { "1": color("for"), "0": color("neutral"), "-1": color("against") }
  const kinds = Object.fromEntries(Object.keys(shapes).map((kind) => [kind, color("kind-" + kind)]))
  const words = (size) => ({ color: text, "font-size": onScreen(size), "text-outline-color": ground,
    "text-outline-width": onScreen(2) })
  return [
    { selector: "node", style: { label: "data(name)", shape: (n) => shapes[n.data("kind")],
      "background-color": (n) => kinds[n.data("kind")], width: "data(size)", height: "data(size)", ...words(12),
      "text-wrap": "ellipsis", "text-max-width": onScreen(150), "text-valign": "bottom", "text-margin-y": onScreen(3) } },
    { selector: "edge", style: { "curve-style": "bezier", width: (e) => atLeast(e.data("width")), "arrow-scale": 0.9,
      "line-color": (e) => signs[e.data("sign")], "target-arrow-color": (e) => signs[e.data("sign")],
      "target-arrow-shape": (e) => ({ "1": "triangle", "0": "vee", "-1": "tee" })[e.data("sign")], opacity: 0.8,
      "line-style": (e) => ({ stated: "solid", pair: "solid", inferred: "dashed" })[e.data("variant")] || "dotted" } },
    { selector: 'edge[variant = "pair"]', style: { "target-arrow-shape": "none" } },
    { selector: ".faint", style: { opacity: 0.15 } },
    { selector: ".unnamed", style: { label: "" } },
    { selector: "node.near", style: { label: "data(name)" } },
    { selector: "edge.near", style: { label: "data(type)", "text-rotation": "autorotate", ...words(10) } },
    { selector: "edge.chosen", style: { opacity: 1, "underlay-color": mark, "underlay-opacity": 0.5,
      "underlay-padding": onScreen(5) } },
    { selector: "node.chosen", style: { "border-width": onScreen(4), "border-color": mark } },
  ]
}

// cytoscape and fcose take random numbers from Math.random. The same numbers each time give the same picture each time.
function withoutChance(work) {
  const random = Math.random
  let state = 1
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  try {
    return work()
  } finally {
    Math.random = random
  }
}

const cy = withoutChance(() => cytoscape({ container: document.getElementById("graph"), minZoom: 0.02, maxZoom: 5,
  boxSelectionEnabled: false, autounselectify: true }))

let fitted = 1 // the zoom at which the whole drawing fits
let styled = 0 // the zoom for which it has its style

function fit() {
  cy.resize() // what stands around the drawing may have changed its room
  cy.fit(undefined, 30)
  fitted = cy.zoom()
}

// restyle gives sizes their pixels at this zoom, and names to as many nodes, the heaviest first, as there is room for.
function restyle() {
  styled = cy.zoom()
  const room = 50 * Math.max(1, (cy.zoom() / fitted) ** 2)
  cy.batch(() => cy.nodes().sort((a, b) => b.data("size") - a.data("size") || a.data("index") - b.data("index"))
    .forEach((n, i) => n.toggleClass("unnamed", i >= room)))
  cy.style(look())
}

let waiting = 0
cy.on("zoom", () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => cy.zoom() === styled || restyle(), 150)
})

const nodeElement = (index) => {
  const n = nodes[index]
  return { group: "nodes", data: { id: "n" + index, index, name: n.name, kind: n.kind,
    size: Math.round(16 + 8 * Math.log2(1 + weights[index])) } }
}
const edgeElement = (e) => ({ group: "edges", data: { id: "e" + e.key, key: e.key, source: "n" + e.holder,
  target: "n" + e.target, type: e.type.name, sign: e.type.sign, variant: e.variant,
  width: Math.round(10 * (1 + 1.5 * Math.log2(e.weight))) / 10 } })

// drawnOf picks the edges to draw: the first so many, and those of the node that is looked at, as many again at most.
function drawnOf(edges, most, focus) {
  const first = edges.slice(0, most)
  return first.concat(edges.slice(most).filter((e) => e.holder === focus || e.target === focus).slice(0, most))
}

// draw shows just these edges. What was there stays where it is; whatever is new makes all be laid out again.
function draw(edges) {
  const wanted = new Map()
  for (const e of edges) {
    for (const index of [e.holder, e.target]) wanted.set("n" + index, () => nodeElement(index))
    wanted.set("e" + e.key, () => edgeElement(e))
  }
  cy.batch(() => {
    cy.elements().filter((x) => !wanted.has(x.id())).remove()
    for (const e of edges) { // the weight may differ under other filters
      const old = cy.getElementById("e" + e.key)
      if (old.nonempty()) old.data(edgeElement(e).data)
    }
  })
  const added = [...wanted].filter(([id]) => cy.getElementById(id).empty()).map(([, make]) => make())
  cy.add(added.filter((x) => x.group === "nodes").concat(added.filter((x) => x.group === "edges")))
  if (added.some((x) => x.group === "nodes")) arrange(edges.length)
  restyle()
}

// arrange lays the nodes out; of very many edges only roughly, for the page stands still meanwhile.
function arrange(size) {
  const rough = size > 2000
  withoutChance(() => cy.layout({ name: "fcose", quality: rough ? "draft" : "default", animate: false, fit: false,
    randomize: true, nodeSeparation: rough ? 400 : 110, idealEdgeLength: 110, nodeRepulsion: 9000 }).run())
  fit()
}

// point brings out a node with its neighbours, or an edge, and into sight; nothing where it is not drawn.
function point(id) {
  const chosen = id ? cy.getElementById(id) : cy.collection()
  const near = chosen.isNode() ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes())
  cy.batch(() => {
    cy.elements().removeClass("faint chosen near")
    if (chosen.empty()) return
    cy.elements().not(near).addClass("faint")
    near.addClass("near")
    chosen.addClass("chosen")
  })
  const box = chosen.nonempty() && chosen.boundingBox(), seen = cy.extent()
  if (box && (box.x1 < seen.x1 || box.x2 > seen.x2 || box.y1 < seen.y1 || box.y2 > seen.y2)) cy.center(chosen)
}
