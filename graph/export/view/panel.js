"use strict"
// The panel beside the drawing: a page on an actor, an issue, an edge, or on all. Texts come out of documents, so they are
// put in as text only, never as HTML.

// el makes an element; strings among the children become text.
function el(name, attributes, ...children) {
  const e = document.createElement(name)
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === "onclick") e.addEventListener("click", value)
    else if (value !== undefined && value !== false) e.setAttribute(key, value === true ? "" : value)
  }
  e.append(...children.flat().filter((c) => c !== "" && c !== undefined && c !== null))
  return e
}

const counted = (n, word) => n.toLocaleString("en") + " " + word + (n === 1 ? "" : "s")

// link opens the page of a node or an edge by its address.
const link = (address, ...children) => el("a", { href: "#" + address }, ...children)
const nodeLink = (index) => link("node/" + index, nodes[index].name)

const signed = (type) => el("span", { class: "type sign" + type.sign },
  ({ "1": "+", "0": "", "-1": "−" })[type.sign] + type.name)

// many makes a list of which the first are shown and the rest on demand, so that a long one does not stop the page.
function many(items, make, attributes) {
  const step = 100
  const list = el("ul", attributes)
  let shown = 0
  const more = el("button", { type: "button", class: "more", onclick: () => grow() })
  function grow() {
    list.append(...items.slice(shown, shown + step).map(make))
    shown += step
    more.textContent = counted(Math.max(0, items.length - shown), "more")
    more.hidden = shown >= items.length
  }
  grow()
  return [list, more]
}

// clock is a time in a video: 65000 ms are 1:05.
function clock(ms) {
  const s = Math.floor(ms / 1000)
  const two = (n) => String(n).padStart(2, "0")
  return s < 3600 ? Math.floor(s / 60) + ":" + two(s % 60) : Math.floor(s / 3600) + ":" + two(Math.floor(s / 60) % 60) + ":" +
    two(s % 60)
}

// sentence is the statement's sentence, in which the words that state it are marked.
function sentence(s) {
  const text = sentences[s.sentence].text
  return el("blockquote", {}, text.slice(0, s.from), el("mark", {}, text.slice(s.from, s.to)), text.slice(s.to))
}

// placeOf says where the sentence stands: document, outlet, date, time in the video. Only addresses of the web are links.
function placeOf(s) {
  const d = documentOf(s), from = sentences[s.sentence]
  const title = d.title || d.id
  const parts = [/^https?:\/\//i.test(d.url) ? el("a", { href: d.url, target: "_blank", rel: "noopener noreferrer" }, title) : title,
    d.source >= 0 ? data.sources[d.source] : "", s.date, from.time >= 0 ? "at " + clock(from.time) : ""]
  return parts.filter((p) => p !== "").flatMap((p, i) => (i ? [" · ", p] : [p]))
}

// voice says who says it.
function voice(s) {
  if (s.sayer < 0) return ["told by the writer"]
  return ["says ", nodeLink(s.sayer), ...(s.behalf >= 0 ? [" for ", nodeLink(s.behalf)] : [])]
}

// traits are what else is known of a statement, as far as it is not the plain case.
function traits(s) {
  const list = [s.modality !== "asserted" && s.modality, s.phase !== "ongoing" && s.phase, s.inferred && "inferred",
    s.claimed && "claimed by others", s.review, "confidence " + s.confidence.toFixed(2)]
  return list.filter(Boolean).join(" · ")
}

// statementItem shows a statement; before is the one from which its holder changed sides with it, if it did.
function statementItem(s, before, whole) {
  const head = whole ? [nodeLink(s.holder), " ", signed(types[s.type]), " ", nodeLink(s.target)] : []
  return el("li", { class: before ? "statement flip" : "statement" },
    before ? el("p", { class: "change" }, "Changed sides: " + types[before.type].name + " on " + before.date + ", " +
      types[s.type].name + " on " + s.date) : "",
    head.length ? el("p", { class: "head" }, head) : "", sentence(s), el("p", { class: "voice" }, voice(s)),
    el("p", { class: "origin" }, placeOf(s)), el("p", { class: "traits" }, traits(s), " · ", el("code", {}, s.id)))
}

function edgeItem(e) {
  return el("li", {}, nodeLink(e.holder), " ", link("edge/" + e.key, signed(e.type)), " ", nodeLink(e.target),
    el("span", { class: "weight" }, " " + e.weight + (["stated", "pair"].includes(e.variant) ? "" : ", " + variantWords[e.variant])))
}

// section has a heading with a count, and a list; nothing where the list is empty.
function section(title, items, make, attributes) {
  if (!items.length) return []
  return [el("h3", {}, title + " (" + items.length.toLocaleString("en") + ")"), many(items, make, attributes)].flat()
}

// timeline lists statements by date, those first that have none, and marks where somebody changed sides.
function timeline(list, whole) {
  const flips = flipsOf(list)
  const title = "Timeline" + (flips.size ? ", " + counted(flips.size, "change") + " of sides" : "")
  return section(title, [...list].sort(byDate), (s) => statementItem(s, flips.get(s), whole), { class: "timeline" })
}

// pageOfNode is the page of an actor or an issue, out of the stances that the filters let through, and of the pairs of actors
// where these are drawn.
function pageOfNode(n, stances, pairs) {
  const ties = pairs.filter((e) => e.holder === n.index || e.target === n.index)
  const of = stances.filter((e) => e.holder === n.index || e.target === n.index)
  const sided = (sign) => of.filter((e) => e.target === n.index && e.type.sign === sign)
  const lists = n.kind === "Issue"
    ? [section("For it", sided(1), edgeItem), section("Against it", sided(-1), edgeItem), section("Neither", sided(0), edgeItem)]
    : [section("Its stances", of.filter((e) => e.holder === n.index), edgeItem),
      section("Stances towards it", of.filter((e) => e.target === n.index), edgeItem)]
  return [el("h2", {}, n.name), el("p", { class: "kind" }, n.kind === "Actor" ? "actor" : n.kind.toLowerCase(),
    n.aliases.length ? ", also: " + n.aliases.join(", ") : ""), of.length ? "" : el("p", {}, "No stance passes the filters."),
    ...section("In the network that is drawn", ties, edgeItem), ...lists.flat(), ...timeline(of.flatMap((e) => e.statements), true)]
}

// pageOfPair is the page of two actors that agree or disagree: by target, what each says.
function pageOfPair(e) {
  const targets = [...new Set(e.statements.map((s) => s.target))]
  const item = (target) => el("li", {}, el("h4", {}, nodeLink(target)), el("ul", {}, e.statements
    .filter((s) => s.target === target).sort((a, b) => a.holder - b.holder || byDate(a, b)).map((s) => statementItem(s, undefined, true))))
  return [el("h2", {}, nodeLink(e.holder), " ", signed(e.type), " ", nodeLink(e.target)),
    el("p", { class: "kind" }, variantWords.pair), ...section("Actors and issues", targets, item)]
}

function pageOfEdge(e) {
  if (e.variant === "pair") return pageOfPair(e)
  return [el("h2", {}, nodeLink(e.holder), " ", signed(e.type), " ", nodeLink(e.target)),
    el("p", { class: "kind" }, variantWords[e.variant] + ", " + signWords[e.type.sign]),
    ...section("Statements", [...e.statements].sort(byDate), (s) => statementItem(s, undefined, false))]
}

function pageOfAll(edges, stances) {
  return [el("h2", {}, "All stances"), el("p", { class: "kind" },
    "Click an edge for its sentences, a node for its page; / searches."),
    ...section("Edges, the heaviest first", edges, edgeItem), ...timeline(stances.flatMap((e) => e.statements), true)]
}
