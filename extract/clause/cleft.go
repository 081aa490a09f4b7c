package clause

// Clefts: "What Mongolia wants is a route", "It was Malta that vetoed it".
