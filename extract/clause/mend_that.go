package clause

// What a clause hangs on where nouns, adjectives and verbs of wishing take one.
