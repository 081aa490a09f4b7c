"use strict"
// The drawing: which of the edges are drawn, how they look, and where their nodes lie.

const shapes = { Country: "round-rectangle", Person: "ellipse", Organization: "hexagon", Group: "octagon",
  Issue: "round-tag", Actor: "ellipse" }
const variantWords = { stated: "stated", inferred: "inferred", claimed: "claimed by others",
  "claimed-inferred": "inferred of what others claim" }
const signWords = { "1": "for", "0": "neither", "-1": "against" }

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim()
const signColor = (sign) => color({ "1": "for", "0": "neutral", "-1": "against" }[sign])

// look is the style of nodes and edges in the colours of the page, which are light or dark.
function look() {
  const text = color("text"), ground = color("ground"), mark = color("mark")
  return [
    { selector: "node", style: { label: "data(name)", shape: (n) => shapes[n.data("kind")],
      "background-color": (n) => color("kind-" + n.data("kind")), width: "data(size)", height: "data(size)", color: text,
      "font-size": 11, "text-wrap": "ellipsis", "text-max-width": 130, "text-valign": "bottom", "text-margin-y": 3,
      "text-outline-color": ground, "text-outline-width": 2, "min-zoomed-font-size": 6 } },
    { selector: "edge", style: { "curve-style": "bezier", width: "data(width)", "line-color": (e) => signColor(e.data("sign")),
      "target-arrow-color": (e) => signColor(e.data("sign")), "arrow-scale": 0.9, opacity: 0.8,
      "target-arrow-shape": (e) => ({ "1": "triangle", "0": "vee", "-1": "tee" })[e.data("sign")],
      "line-style": (e) => ({ stated: "solid", inferred: "dashed" })[e.data("variant")] || "dotted",
      label: "data(type)", "font-size": 8, color: text, "text-rotation": "autorotate", "text-outline-color": ground,
      "text-outline-width": 2, "min-zoomed-font-size": 9 } },
    { selector: ".faint", style: { opacity: 0.15 } },
    { selector: "edge.chosen", style: { opacity: 1, "underlay-color": mark, "underlay-opacity": 0.5, "underlay-padding": 5 } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": mark } },
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

const cy = withoutChance(() => cytoscape({ container: document.getElementById("graph"), style: look(), minZoom: 0.05,
  maxZoom: 5, boxSelectionEnabled: false, autounselectify: true }))

const nodeElement = (index) => {
  const n = nodes[index]
  return { group: "nodes", data: { id: "n" + index, index, name: n.name, kind: n.kind,
    size: Math.round(16 + 8 * Math.log2(1 + weights[index])) } }
}
const edgeElement = (e) => ({ group: "edges", data: { id: "e" + e.key, key: e.key, source: "n" + e.holder,
  target: "n" + e.target, type: e.type.name, sign: e.type.sign, variant: e.variant,
  width: Math.round(10 * (1 + 1.5 * Math.log2(e.statements.length))) / 10 } })

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
}

// arrange lays the nodes out; of very many edges only roughly, for the page stands still meanwhile.
function arrange(size) {
  withoutChance(() => cy.layout({ name: "fcose", quality: size > 1000 ? "draft" : "default", animate: false, padding: 30,
    randomize: true, nodeSeparation: 110, idealEdgeLength: 110, nodeRepulsion: 9000 }).run())
}

// point brings out a node with its neighbours, or an edge, and into sight; nothing where it is not drawn.
function point(id) {
  const chosen = id ? cy.getElementById(id) : cy.collection()
  cy.batch(() => {
    cy.elements().removeClass("faint chosen")
    if (chosen.empty()) return
    cy.elements().not(chosen.isNode() ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes())).addClass("faint")
    chosen.addClass("chosen")
  })
  const box = chosen.nonempty() && chosen.boundingBox(), seen = cy.extent()
  if (box && (box.x1 < seen.x1 || box.x2 > seen.x2 || box.y1 < seen.y1 || box.y2 > seen.y2)) cy.center(chosen)
}
