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

// heaviest sorts edges. Of equal ones the surer goes first, then the earlier nodes.
const heaviest = (edges) => edges.sort((a, b) => b.weight - a.weight || b.confidence - a.confidence || a.holder - b.holder ||
  a.target - b.target || compareText(a.key, b.key))

// edgesOf groups statements into edges, the heaviest first. The weight of an edge is the number of its statements.
function edgesOf(list) {
  const byKey = new Map()
  for (const s of list) {
    const variant = variantOf(s)
    const key = [s.holder, s.type, s.target, variant].join("/")
    let edge = byKey.get(key)
    if (!edge) {
      edge = { key, holder: s.holder, target: s.target, type: types[s.type], variant, statements: [], confidence: 0, weight: 0 }
      byKey.set(key, edge)
    }
    edge.statements.push(s)
    edge.weight++
    edge.confidence = Math.max(edge.confidence, s.confidence)
  }
  return heaviest([...byKey.values()])
}

// ownSide is the side, +1 or -1, that a statement puts its holder on, by its own words or the outlet's, asserted; else 0.
const ownSide = (s) => (s.claimed || s.modality !== "asserted" ? 0 : Math.sign(s.polarity))

// mostActive is of how many actors, the most active ones, a network of pairs is made.
const mostActive = 200

// standsOf gives by target and holder the statements for and against it, of the most active holders: those that stand to most
// targets, for and against one being two.
function standsOf(list) {
  const byTarget = new Map(), activity = nodes.map(() => 0)
  for (const s of list) {
    const side = ownSide(s)
    if (!side) continue
    if (!byTarget.has(s.target)) byTarget.set(s.target, new Map())
    const holders = byTarget.get(s.target)
    if (!holders.has(s.holder)) holders.set(s.holder, { "1": [], "-1": [] })
    const stand = holders.get(s.holder)[side]
    if (!stand.length) activity[s.holder]++
    stand.push(s)
  }
  const active = new Set([...activity.keys()].sort((a, b) => activity[b] - activity[a] || a - b).slice(0, mostActive))
  for (const [target, holders] of byTarget) {
    byTarget.set(target, [...holders].filter(([holder]) => active.has(holder)).sort((a, b) => a[0] - b[0]))
  }
  return byTarget
}

const agree = { name: "agrees with", sign: 1 }
const disagree = { name: "disagrees with", sign: -1 }

// pairsOf ties actors, as Discourse Network Analyzer does: in the congruence network by each target that both are for and each
// that both are against, in the conflict network by each that one is for and the other against. That is the tie's weight.
function pairsOf(list, network) {
  const type = network === "congruence" ? agree : disagree
  const pairs = new Map()
  for (const holders of standsOf(list).values()) {
    for (const [i, [one, a]] of holders.entries()) {
      for (const [other, b] of holders.slice(i + 1)) {
        for (const side of ["1", "-1"]) {
          const against = b[network === "congruence" ? side : -side]
          if (!a[side].length || !against.length) continue
          const key = network + "/" + one + "/" + other
          if (!pairs.has(key)) {
            pairs.set(key, { key, holder: one, target: other, type, variant: "pair", statements: [], confidence: 0, weight: 0 })
          }
          const pair = pairs.get(key)
          pair.weight++
          pair.statements.push(...a[side], ...against)
        }
      }
    }
  }
  return heaviest([...pairs.values()])
}

const byDate = (a, b) => compareText(a.date, b.date) || a.index - b.index

// flipsOf finds the statements at which a holder changed sides towards a target, each with the one before. What the holder
// says itself, or the outlet tells of it, asserted, counts; a day with as much for as against is passed over.
function flipsOf(list) {
  const days = new Map()
  for (const s of list) {
    if (!ownSide(s) || s.date.length < 10) continue
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
