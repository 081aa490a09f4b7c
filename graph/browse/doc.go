// Package browse makes a stance graph look like one in Neo4j Browser: a guide whose slides hold the shipped
// questions, ready to run; a style that colours actors by kind and stances by sign; favourites; and the handler
// that serves them to a Browser on the same machine.
//
// What Neo4j Browser 5.24 does with them was read off its own code and is tested in a real one:
//
//   - A guide is HTML, cut at its slide elements. Of scripts, "on…=" and "javascript:" it is cleaned by patterns.
//   - pre.runnable is a query: a click puts it into the editor, a click on its arrow runs it.
//   - What is typed into an input with value-for="k" is written into every element with value-key="k".
//   - data-exec="style URL" runs ":style URL".
//   - Pages and styles come only from hosts on the server's list, by default guides.neo4j.com and localhost.
//   - A style knows no comments, and of rules that fit equally well the last one counts.
//   - A dropped zip of .cypher files becomes favourites, in folders as in the zip, each named by its first comment.
package browse
