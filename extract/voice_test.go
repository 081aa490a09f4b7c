package extract

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestVoice: whose words a text is where no quotation marks and no caption say so.
func TestVoice(t *testing.T) {
	checkRows(t, []row{
		{text: "Interior Minister Jonas Berg said:\n\nI welcome the truce.\n\nWe condemn Chad.",
			want:  "Jonas Berg PRAISES truce (Interior Minister Jonas Berg); Jonas Berg CRITICIZES Chad (We)",
			fails: "nothing is found", why: "what follows the line is the minister's"},
		{text: "Jonas Berg issued the following statement:\n\nChad must leave Mali.",
			want:  "Jonas Berg OPPOSES Chad (Jonas Berg); Jonas Berg DEMANDS leave Mali (Jonas Berg)",
			fails: "nothing is found", why: "a statement handed out"},
		{text: "Jonas Berg said:\n\nWe condemn Chad.\n\nNotes to editors\n\nWe support Mali.",
			want: "Jonas Berg CRITICIZES Chad (We)", fails: "nothing is found", why: "a heading ends it"},
		{text: "Jonas Berg said:\n\nWe condemn Chad.\n\nEva Holm added:\n\nWe support Mali.",
			want: "Jonas Berg CRITICIZES Chad (We); Eva Holm SUPPORTS Mali (We)", fails: "nothing is found",
			why: "another speaker"},
		{text: "Police said:\n\nTwo men were arrested.\n\nProtesters condemned the mayor.\n\nChad backs the mayor.",
			want: "protesters CRITICIZES mayor (Protesters); Chad SUPPORTS mayor (Chad)",
			why:  "the next paragraph is theirs, the writer's are not"},
		{text: "Jonas Berg said:\n\nThe raid was a shame.\n\nChad must leave Mali.\n\nWe condemn Chad.\n\n" +
			"Chad backs the mayor.",
			want: "Jonas Berg CRITICIZES raid (Jonas Berg); Jonas Berg OPPOSES Chad (Jonas Berg); Jonas Berg DEMANDS " +
				"leave Mali (Jonas Berg); Jonas Berg CRITICIZES Chad (We); Chad SUPPORTS mayor (Chad)",
			fails: "found is Chad SUPPORTS mayor (Chad)", why: "as far as the last paragraph in the first person"},
		{text: "Jonas Berg said:\n\nThe raid was a shame.\n\nBerg was born in Oslo.\n\nWe condemn Chad.",
			want: "Jonas Berg CRITICIZES raid (Jonas Berg)", fails: "nothing is found", why: "the writer tells of him"},
		{text: "Jonas Berg said:\n\nWe condemn Chad.\n\nBerg told reporters of his trip.\n\nWe support Mali.",
			want: "Jonas Berg CRITICIZES Chad (We)", fails: "nothing is found", why: "the writer is back"},
		{text: "Jonas Berg said:\n\n- We condemn Chad.", why: "a list of points"},
		{text: "The fair opened.\n\nRain fell.\n\nThe band played.\n\nCrowds came.\n\nJonas Berg said:\n\n" +
			"We condemn Chad.\n\nWe support Mali.", want: "Jonas Berg CRITICIZES Chad (We)", fails: "nothing is found",
			why: "amid an article one paragraph is his"},
		{text: "Norway strongly condemns the attack. Norway remains committed to the treaty. We support Mali. I " +
			"oppose the toll.",
			want:  "Norway CRITICIZES attack (Norway); Norway PROMISES treaty (Norway); Norway SUPPORTS Mali (We)",
			fails: "the parser takes \"remains\" for a relative clause without pronoun",
			why:   "who twice acts by these words is the text's we, and nobody its I"},
		{text: "China welcomes the new pact. We should reject the pact.", want: "China PRAISES new pact (China)",
			why: "an editorial that begins with somebody else's word"},
		{text: "China welcomes the new pact. China thanks Peru, the foreign minister, Li Bo, said. We should reject " +
			"the pact.", want: "China PRAISES new pact (China); China PRAISES Peru (China)", why: "one of two is told of"},
		{text: "China welcomes the pact. China praises Peru. China said on Monday that it was glad. We oppose the pact.",
			want: "China PRAISES pact (China); China PRAISES Peru (China)", why: "a report on it"},
		{text: "Norway welcomes the truce. Norway remains committed to the treaty. Our support for Mali is firm.",
			want:  "Norway PRAISES truce (Norway); Norway PROMISES treaty (Norway); Norway SUPPORTS Mali (Our)",
			fails: "the parser takes \"remains\" for a relative clause without pronoun", why: "our"},
		{text: "The African Union welcomes the truce. The African Union condemns the raid. We support Mali.",
			want: "African Union PRAISES truce (African Union); African Union CRITICIZES raid (African Union); African " +
				"Union SUPPORTS Mali (We)",
			fails: "found is African Union PRAISES truce (African Union); African Union CRITICIZES raid (African Union)",
			why:   "a league's short statement"},
		{text: "The African Union welcomes the truce. The African Union condemns Chad. We support Mali." + strings.Repeat(" Rain fell.", 40),
			want: "African Union PRAISES truce (African Union); African Union CRITICIZES Chad (African Union)",
			why:  "a long speech about it"},
		{text: "Rain fell. Crowds came. The band played. Norway condemns the raid. We support Mali.",
			want: "Norway CRITICIZES raid (Norway)", why: "an essay on others"},
		{text: "Norway condemned the raid. Norway welcomed the truce. We support Mali.",
			want: "Norway CRITICIZES raid (Norway); Norway PRAISES truce (Norway)",
			why:  "what is told of is no statement of its own"},
		{text: "Norway condemns the raid. Peru condemns Mali. We support Mali.",
			want: "Norway CRITICIZES raid (Norway); Peru CRITICIZES Mali (Peru)", why: "one of two"},
		{text: "\"Norway condemns the raid. Norway thanks Peru,\" said Eva Holm. We support Mali.",
			want: "Norway CRITICIZES raid (Norway); Norway PRAISES Peru (Norway)", why: "somebody else says it"},
		{text: "\"We thank our Malian friends,\" said Eva Holm.", want: "Eva Holm PRAISES Mali (We)",
			fails: "the friends are a group: our Malian friends", why: "a country's people are the country"},
		{text: "My country welcomes the truce. Togo is small. Togo is poor. My delegation condemns Chad. Our " +
			"government supports Togo's farmers. Togo is proud.",
			want: "Togo PRAISES truce (My country); Togo CRITICIZES Chad (My delegation); Togo SUPPORTS Togo's farmers " +
				"(Our government)", fails: "nothing is found", why: "the country that such a speaker names most"},
		{text: "My country welcomes the truce. My delegation condemns Chad. Chad is poor. Chad is big.", why: "named late"},
		{text: "My country welcomes the truce. Togo is small.", why: "named once"},
		{text: "Norway condemns the raid. Norway welcomes the truce. Our countries support Mali.",
			want: "Norway CRITICIZES raid (Norway); Norway PRAISES truce (Norway); our countries SUPPORTS Mali (Our " +
				"countries)", why: "several countries"},
	}, func(s *schema.Statement) string {
		return s.Holder.Name + " " + string(s.Type) + " " + s.Target.Name + " (" + s.Holder.Text + ")"
	})
}

// TestCourtesy: what is done by saying it, though it is put as a wish, and what is said of those one stands by.
func TestCourtesy(t *testing.T) {
	checkRows(t, []row{
		{text: "Norway wants to praise Mali if it leaves.", want: "Norway +WANTS praise Mali {Mali +1}", why: "a wish"},
		{text: "Norway would like to thank Mali if it leaves.", want: "Norway +WANTS thank Mali if it leaves {Mali +1}",
			why: "under a condition"},
		{text: "Norway would like to recognise Mali.", want: "Norway +WANTS recognise Mali {Mali +1}",
			why: "more than a courtesy"},
		{text: "\"I want to thank Mali,\" said Eva Holm.", want: "Eva Holm +PRAISES Mali",
			fails: "found is Eva Holm +WANTS thank Mali {Mali +1}", why: "no wish: thanks"},
		{text: "Eva Holm said she wanted to thank Mali.", want: "Eva Holm +PRAISES Mali",
			fails: "found is Eva Holm +WANTS thank Mali {Mali +1}", why: "the same told of"},
		{text: "Norway would like to congratulate Mali.", want: "Norway +PRAISES Mali",
			fails: "found is Norway +WANTS congratulate Mali {Mali +1}", why: "the same with would"},
		{text: "\"Let me thank Mali,\" said Eva Holm.", want: "Eva Holm +PRAISES Mali",
			why: "leave is asked of nobody, and Let is no name"},
		{text: "\"Allow me to commend Mali,\" said Eva Holm.", want: "Eva Holm +PRAISES Mali", why: "begging leave"},
		{text: "Norway takes this opportunity to congratulate Mali.", want: "Norway +PRAISES Mali",
			why: "taking the opportunity"},
		{text: "Norway wishes to express its gratitude to Mali.", want: "Norway +PRAISES Mali",
			fails: "found is Norway +WANTS express its gratitude to Mali {Mali +1}", why: "through a noun"},
		{text: "Norway does not want to thank Mali.", want: "Norway -WANTS thank Mali {Mali +1}", why: "no thanks"},
		{text: "Norway wants to visit Mali.", want: "Norway +WANTS visit Mali {Mali 0}",
			why: "a visit takes more than words"},
		{text: "Norway welcomes the news that Mali has freed the town.",
			want:  "Norway +PRAISES the news that Mali has freed the town {Mali +1}",
			fails: "found is Norway +PRAISES the news", why: "who did what the news is"},
		{text: "Norway is proud that Mali has freed the town.", want: "Norway +PRAISES Mali has freed the town {Mali +1}",
			fails: "nothing is found", why: "what somebody did"},
		{text: "Norway is outraged that Mali has left the hall.",
			want:  "Norway -CRITICIZES Mali has left the hall {Mali -1}",
			fails: "found is Norway -CRITICIZES Mali has left the hall {Mali 0}", why: "the other way"},
		{text: "Norway is encouraged by the decision of Mali to free the town.",
			want: "Norway +PRAISES the decision of Mali {Mali +1}", why: "whose decision"},
		{text: "Norway praised the beaches of Mali.", want: "Norway +PRAISES the beaches of Mali {Mali 0}",
			fails: "found is Norway +PRAISES the beaches of Mali {Mali +1}", why: "nobody makes a beach"},
		{text: "Norway values the partnership with Mali.", want: "Norway +TRUSTS the partnership with Mali {Mali +1}",
			fails: "found is Norway +TRUSTS the partnership with Mali {Mali 0}", why: "whom one is tied to"},
		{text: "Norway remains steadfast in support of Mali.", want: "Norway +SUPPORTS Mali", fails: "nothing is found",
			why: "behind an adjective"},
		{text: "Norway stands by Mali to defeat Boko Haram.",
			want:  "Norway +SUPPORTS Mali; Norway -OPPOSES Boko Haram; Mali -OPPOSES Boko Haram",
			fails: "found is Norway +SUPPORTS Mali; Norway -OPPOSES Boko Haram", why: "both defeat it"},
		{text: "Norway worked in Mali to defeat Boko Haram.", want: "Norway -OPPOSES Boko Haram",
			why: "a place is no companion"},
		{text: "Norway praised the soldiers. They fight Boko Haram.",
			want:  "Norway +PRAISES the soldiers; soldiers -ATTACKS Boko Haram",
			fails: "found is Norway +PRAISES the soldiers", why: "nobody fights himself"},
		{text: "Norway strongly condemns the raid. Norway thanks our ally Mali.",
			want:  "Norway -CRITICIZES the raid; Norway +PRAISES Mali; Mali +SUPPORTS our",
			fails: "found is Norway -CRITICIZES the raid; Norway +PRAISES Mali", why: "our ally"},
		{text: "Chad and its ally Niger took the town.", want: "Niger +SUPPORTS Chad",
			fails: "the tagger takes \"ally\" for an adverb", why: "its ally"},
		{text: "Chadian forces and their Nigerien allies moved into the suburb.", want: "Niger +SUPPORTS Chadian forces",
			fails: "nothing is found", why: "whose people the allies are"},
		{text: "Chad's GOP allies left.", why: "of whom GOP is said is open"},
		{text: "Chad relies on its allies.", want: "Chad +TRUSTS its allies", why: "a described ally is no edge of its own"},
		{text: "She thanked her friend Ann Holt.", why: "a friend is private"},
		{text: "Jon Falk thanked his rival Ann Holt.",
			want:  "Jon Falk +PRAISES rival Ann Holt; Ann Holt -COMPETES_WITH Jon Falk",
			fails: "found is Jon Falk +PRAISES rival Ann Holt; Ann Holt -COMPETES_WITH his", why: "a rival is not"},
		{text: "Chad freed the town, aided by strong support from Mali and Togo.", want: "Mali +AIDS Chad; Togo +AIDS Chad",
			fails: "nothing is found", why: "whose support helps, and whom: not the town"},
		{text: "The thief was caught by the Chadian army with the help of Niger.", want: "Niger +AIDS the Chadian army",
			fails: "found is Niger +AIDS The thief", why: "the doer is helped, not the thief"},
		{text: "Chad took the town with the full support of Niger.", want: "Niger +SUPPORTS Chad",
			why: "an adjective between"},
		{text: "A poster hung on the side of the church.", why: "a wall"},
		{text: "Chad conducted nine strikes in support of its partners.", want: "Chad +SUPPORTS its partners",
			why: "in whose support"},
		{text: "Chad conducted nine strikes planned with and in defence of the Nigerien army.",
			want: "Chad +DEFENDS the Nigerien army", fails: "nothing is found", why: "two prepositions share what is behind"},
		{text: "Norway criticised a vote in support of the levy.", want: "Norway -CRITICIZES a vote in support of the levy",
			why: "who finds fault has not voted"},
		{text: "Norway condemned in harsh words both the Boko Haram attack and the fires.",
			want:  "Norway -CRITICIZES the Boko Haram attack {Boko Haram -1}; Norway -CRITICIZES the fires",
			fails: "nothing is found", why: "what is condemned behind a phrase"},
		{text: "Norway condemned in the harshest words the Boko Haram attack.",
			want: "Norway -CRITICIZES the Boko Haram attack {Boko Haram -1}", fails: "nothing is found",
			why: "the same without both"},
		{text: "Norway will deliver Boko Haram a lasting defeat.", want: "Norway -ATTACKS Boko Haram",
			why: "of two objects the first is hit"},
		{text: "Norway dealt the cards.", why: "no blow"},
		{text: "Norway defends the people of Mali from Odum's cruelty.",
			want: "Norway +DEFENDS the people of Mali {Odum -1}", fails: "found is Norway +DEFENDS the people of Mali",
			why: "whose cruelty"},
		{text: "Norway protects the people of Mali from the cold.", want: "Norway +DEFENDS the people of Mali",
			why: "nobody's cold"},
		{text: "Norway wants to end Boko Haram's terror.",
			want:  "Norway +WANTS end Boko Haram's terror {Boko Haram -1}; Norway -OPPOSES Boko Haram",
			fails: "found is Norway +WANTS end Boko Haram's terror {Boko Haram 0}", why: "whose terror is to end"},
		{text: "Norway supports Mali against the aggression of Chad.", want: "Norway +SUPPORTS Mali {Chad -1}",
			fails: "found is Norway +SUPPORTS Mali", why: "against whose aggression"},
		{text: "Norway called for a future in which Odum has no part.", want: "Norway +DEMANDS a future",
			fails: "found is Norway +DEMANDS in which Odum has no part {Odum 0}",
			why:   "the clause is the future's, not what is called for"},
		{text: "Norway's sympathy goes to the miners.", want: "Norway +SUPPORTS the miners", fails: "nothing is found",
			why: "to whom it goes"},
		{text: "\"Our thanks go to Mali,\" said Eva Holm.", want: "Eva Holm +PRAISES Mali", fails: "nothing is found",
			why: "no journey"},
		{text: "Norway's minister goes to Mali.", why: "a journey"},
		{text: "France continues to value the partnership with Chad.",
			want:  "France +TRUSTS the partnership with Chad {Chad +1}",
			fails: "found is France +TRUSTS the partnership with Chad {Chad 0}", why: "with whom is the partnership's"},
		{text: "France discussed the partnership with Chad.", why: "discussed with Chad"},
		{text: "Norway wants a truce because Chad attacked Mali.", want: "Norway +WANTS a truce; Chad -ATTACKS Mali",
			fails: "found is Norway +WANTS a truce because Chad attacked Mali {Chad 0} {Mali -1}; Norway -OPPOSES Mali",
			why:   "what is told with because is so, whatever is wished"},
		{text: "Norway wants Mali to help Chad.", want: "Norway +WANTS Mali to help Chad {Mali 0} {Chad +1}",
			why: "what is wished is not"},
	}, func(s *schema.Statement) string {
		line := s.Holder.Name + " " + map[int]string{1: "+", 0: "", -1: "-"}[s.Polarity] + string(s.Type) + " " + s.Target.Text
		for _, a := range s.About {
			line += " {" + a.Name + " " + map[int]string{1: "+1", 0: "0", -1: "-1"}[a.Sign] + "}"
		}
		return line
	})
}

// TestNamedSayer: the name beside a description is who says it.
func TestNamedSayer(t *testing.T) {
	checkRows(t, []row{
		{text: "The union's leader, Eva Holm, said Chad must leave.", want: "-; Eva Holm", fails: "found is Eva Holm; -",
			why: "a name in apposition"},
		{text: "The union's leader said Chad must leave.", want: "-; union's leader", fails: "found is union's leader; -",
			why: "no name"},
	}, func(s *schema.Statement) string {
		if s.Inferred || s.Sayer == nil {
			return "-"
		}
		return s.Sayer.Name
	})
}
