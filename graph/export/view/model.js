"use strict"
// The data of the page and what follows from them: which statements the filters let through, the edges that these make,
// and where somebody changed sides. Nothing here touches the page.

const data = JSON.parse(document.getElementById("data").textContent)

// rows makes objects of a table of columns; each gets its place as index.
function rows(table) {
  const names = Object.keys(table)
  return (table[names[0]] || []).map((_, index) => {
    const row = { index }
    for (const name of names) row[name] = table[name][index]
    return row
  })
}

const types = rows(data.types)
const nodes = rows(data.nodes)
const documents = rows(data.documents)
const sentences = rows(data.sentences)
const statements = rows(data.statements)
for (const s of statements) s.claimed = s.sayer >= 0 && s.sayer !== s.holder

const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

// variants are what a statement's edge is told apart by: stated, inferred, claimed by others, or both of the latter.
function variantOf(s) {
  if (s.claimed) return s.inferred ? "claimed-inferred" : "claimed"
  return s.inferred ? "inferred" : "stated"
}

// earliest and latest fill up a date that has no day or month.
const earliest = (date) => date + "0000-01-01".slice(date.length)
const latest = (date) => date + "0000-12-31".slice(date.length)

// matcher says of a statement whether it passes the filters: sets of what is left out, by name, and limits.
function matcher(f) {
  const names = folded(f.name)
  const named = names && new Set(nodes.filter((n) => namesOf(n).some((name) => name.includes(names))).map((n) => n.index))
  return (s) =>
    s.confidence >= f.confidence &&
    !f.off.type.has(types[s.type].name) &&
    !f.off.sign.has(String(types[s.type].sign)) &&
    !f.off.modality.has(s.modality) &&
    !f.off.source.has(String(sourceOf(s))) &&
    !(s.inferred && f.off.origin.has("inferred")) &&
    !(s.claimed && f.off.origin.has("claimed")) &&
    !(!s.claimed && !s.inferred && f.off.origin.has("stated")) &&
    (!f.since || (s.date && earliest(s.date) >= f.since)) &&
    (!f.until || (s.date && latest(s.date) <= f.until)) &&
    (!named || named.has(s.holder) || named.has(s.target))
}

const documentOf = (s) => documents[sentences[s.sentence].document]
const sourceOf = (s) => documentOf(s).source

// edgesOf groups statements into edges, the heaviest first. Of equal ones the surer goes first, then the earlier nodes.
function edgesOf(list) {
  const byKey = new Map()
  for (const s of list) {
    const variant = variantOf(s)
    const key = [s.holder, s.type, s.target, variant].join("/")
    let edge = byKey.get(key)
    if (!edge) {
      edge = { key, holder: s.holder, target: s.target, type: types[s.type], variant, statements: [], confidence: 0 }
      byKey.set(key, edge)
    }
    edge.statements.push(s)
    edge.confidence = Math.max(edge.confidence, s.confidence)
  }
  return [...byKey.values()].sort((a, b) => b.statements.length - a.statements.length ||
    b.confidence - a.confidence || a.holder - b.holder || a.target - b.target || compareText(a.key, b.key))
}

const byDate = (a, b) => compareText(a.date, b.date) || a.index - b.index

// flipsOf finds the statements at which a holder changed sides towards a target, each with the one before. What the holder
// says itself, or the outlet tells of it, asserted, counts; a day with as much for as against is passed over.
function flipsOf(list) {
  const days = new Map()
  for (const s of list) {
    if (s.claimed || s.modality !== "asserted" || !s.polarity || s.date.length < 10) continue
    const pair = s.holder + "/" + s.target
    if (!days.has(pair)) days.set(pair, new Map())
    const byDay = days.get(pair)
    if (!byDay.has(s.date)) byDay.set(s.date, [])
    byDay.get(s.date).push(s)
  }
  const flips = new Map()
  for (const byDay of days.values()) {
    let before = null
    for (const date of [...byDay.keys()].sort(compareText)) {
      const side = Math.sign(byDay.get(date).reduce((sum, s) => sum + Math.sign(s.polarity), 0))
      if (!side) continue
      const surest = byDay.get(date).filter((s) => Math.sign(s.polarity) === side)
        .sort((a, b) => b.confidence - a.confidence || compareText(a.id, b.id))[0]
      if (before && Math.sign(before.polarity) !== side) flips.set(surest, before)
      before = surest
    }
  }
  return flips
}

// folded is a text as search compares it: without case and accents.
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim()
const namesOf = (n) => (n.folded ??= [n.name, n.id, ...n.aliases].map(folded))

// search gives the nodes with a name that holds the words: those that begin so first, then those of most statements.
function search(words) {
  const text = folded(words)
  if (!text) return []
  const rank = (n) => (namesOf(n).some((name) => name.startsWith(text)) ? 0 : 1)
  return nodes.filter((n) => namesOf(n).some((name) => name.includes(text)))
    .sort((a, b) => rank(a) - rank(b) || weights[b.index] - weights[a.index] || a.index - b.index)
}

const weights = nodes.map(() => 0)
for (const s of statements) {
  weights[s.holder]++
  weights[s.target]++
}
