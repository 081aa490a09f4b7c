package extract

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestVoice: whose words a text is where no quotation marks and no caption say so.
func TestVoice(t *testing.T) {
	checkRows(t, []row{
		{"Interior Minister Jonas Berg said:\n\nI welcome the truce.\n\nWe condemn Chad.",
			"Jonas Berg PRAISES truce (Interior Minister Jonas Berg); Jonas Berg CRITICIZES Chad (We)",
			"known failure: nothing is found; what follows the line is the minister's"},
		{"Jonas Berg issued the following statement:\n\nChad must leave Mali.",
			"Jonas Berg OPPOSES Chad (Jonas Berg); Jonas Berg DEMANDS leave Mali (Jonas Berg)",
			"known failure: nothing is found; a statement handed out"},
		{"Jonas Berg said:\n\nWe condemn Chad.\n\nNotes to editors\n\nWe support Mali.", "Jonas Berg CRITICIZES Chad (We)",
			"known failure: nothing is found; a heading ends it"},
		{"Jonas Berg said:\n\nWe condemn Chad.\n\nEva Holm added:\n\nWe support Mali.",
			"Jonas Berg CRITICIZES Chad (We); Eva Holm SUPPORTS Mali (We)", "known failure: nothing is found; another speaker"},
		{"Police said:\n\nTwo men were arrested.\n\nProtesters condemned the mayor.\n\nChad backs the mayor.",
			"protesters CRITICIZES mayor (Protesters); Chad SUPPORTS mayor (Chad)",
			"the next paragraph is theirs, the writer's are not"},
		{"Jonas Berg said:\n\nThe raid was a shame.\n\nChad must leave Mali.\n\nWe condemn Chad.\n\nChad backs the mayor.",
			"Jonas Berg CRITICIZES raid (Jonas Berg); Jonas Berg OPPOSES Chad (Jonas Berg); Jonas Berg DEMANDS leave Mali (Jonas Berg); Jonas Berg CRITICIZES Chad (We); Chad SUPPORTS mayor (Chad)",
			"known failure: found is Chad SUPPORTS mayor (Chad); as far as the last paragraph in the first person"},
		{"Jonas Berg said:\n\nThe raid was a shame.\n\nBerg was born in Oslo.\n\nWe condemn Chad.",
			"Jonas Berg CRITICIZES raid (Jonas Berg)", "known failure: nothing is found; the writer tells of him"},
		{"Jonas Berg said:\n\nWe condemn Chad.\n\nBerg told reporters of his trip.\n\nWe support Mali.",
			"Jonas Berg CRITICIZES Chad (We)", "known failure: nothing is found; the writer is back"},
		{"Jonas Berg said:\n\n- We condemn Chad.", "", "a list of points"},
		{"The fair opened.\n\nRain fell.\n\nThe band played.\n\nCrowds came.\n\nJonas Berg said:\n\nWe condemn Chad.\n\nWe support Mali.",
			"Jonas Berg CRITICIZES Chad (We)", "known failure: nothing is found; amid an article one paragraph is his"},
		{"Norway strongly condemns the attack. Norway remains committed to the treaty. We support Mali. I oppose the toll.",
			"Norway CRITICIZES attack (Norway); Norway PROMISES treaty (Norway); Norway SUPPORTS Mali (We)",
			"known failure: the parser takes \"remains\" for a relative clause without pronoun; who twice acts by these words is the text's we, and nobody its I"},
		{"China welcomes the new pact. We should reject the pact.", "China PRAISES new pact (China)",
			"an editorial that begins with somebody else's word"},
		{"China welcomes the new pact. China thanks Peru, the foreign minister, Li Bo, said. We should reject the pact.",
			"China PRAISES new pact (China); China PRAISES Peru (China)", "one of two is told of"},
		{"China welcomes the pact. China praises Peru. China said on Monday that it was glad. We oppose the pact.",
			"China PRAISES pact (China); China PRAISES Peru (China)", "a report on it"},
		{"Norway welcomes the truce. Norway remains committed to the treaty. Our support for Mali is firm.",
			"Norway PRAISES truce (Norway); Norway PROMISES treaty (Norway); Norway SUPPORTS Mali (Our)",
			"known failure: the parser takes \"remains\" for a relative clause without pronoun; our"},
		{"The African Union welcomes the truce. The African Union condemns the raid. We support Mali.",
			"African Union PRAISES truce (African Union); African Union CRITICIZES raid (African Union); African Union SUPPORTS Mali (We)",
			"known failure: found is African Union PRAISES truce (African Union); African Union CRITICIZES raid (African Union); a league's short statement"},
		{"The African Union welcomes the truce. The African Union condemns Chad. We support Mali." + strings.Repeat(" Rain fell.",
			40), "African Union PRAISES truce (African Union); African Union CRITICIZES Chad (African Union)",
			"a long speech about it"},
		{"Rain fell. Crowds came. The band played. Norway condemns the raid. We support Mali.",
			"Norway CRITICIZES raid (Norway)", "an essay on others"},
		{"Norway condemned the raid. Norway welcomed the truce. We support Mali.",
			"Norway CRITICIZES raid (Norway); Norway PRAISES truce (Norway)", "what is told of is no statement of its own"},
		{"Norway condemns the raid. Peru condemns Mali. We support Mali.",
			"Norway CRITICIZES raid (Norway); Peru CRITICIZES Mali (Peru)", "one of two"},
		{"\"Norway condemns the raid. Norway thanks Peru,\" said Eva Holm. We support Mali.",
			"Norway CRITICIZES raid (Norway); Norway PRAISES Peru (Norway)", "somebody else says it"},
		{"\"We thank our Malian friends,\" said Eva Holm.", "Eva Holm PRAISES Mali (We)", "a country's people are the country"},
		{"My country welcomes the truce. Togo is small. Togo is poor. My delegation condemns Chad. Our government supports Togo's farmers. Togo is proud.",
			"Togo PRAISES truce (My country); Togo CRITICIZES Chad (My delegation); Togo SUPPORTS Togo's farmers (Our government)",
			"known failure: nothing is found; the country that such a speaker names most"},
		{"My country welcomes the truce. My delegation condemns Chad. Chad is poor. Chad is big.", "", "named late"},
		{"My country welcomes the truce. Togo is small.", "", "named once"},
		{"Norway condemns the raid. Norway welcomes the truce. Our countries support Mali.",
			"Norway CRITICIZES raid (Norway); Norway PRAISES truce (Norway); our countries SUPPORTS Mali (Our countries)",
			"several countries"},
	}, func(s *schema.Statement) string {
		return s.Holder.Name + " " + string(s.Type) + " " + s.Target.Name + " (" + s.Holder.Text + ")"
	})
}

// TestCourtesy: what is done by saying it, though it is put as a wish, and what is said of those one stands by.
func TestCourtesy(t *testing.T) {
	checkRows(t, []row{
		{"Norway wants to praise Mali if it leaves.", "Norway +WANTS praise Mali {Mali +1}", "a wish"},
		{"Norway would like to thank Mali if it leaves.", "Norway +WANTS thank Mali if it leaves {Mali +1}", "under a condition"},
		{"Norway would like to recognise Mali.", "Norway +WANTS recognise Mali {Mali +1}", "more than a courtesy"},
		{"\"I want to thank Mali,\" said Eva Holm.", "Eva Holm +PRAISES Mali",
			"known failure: found is Eva Holm +WANTS thank Mali {Mali +1}; no wish: thanks"},
		{"Eva Holm said she wanted to thank Mali.", "Eva Holm +PRAISES Mali",
			"known failure: found is Eva Holm +WANTS thank Mali {Mali +1}; the same told of"},
		{"Norway would like to congratulate Mali.", "Norway +PRAISES Mali",
			"known failure: found is Norway +WANTS congratulate Mali {Mali +1}; the same with would"},
		{"\"Let me thank Mali,\" said Eva Holm.", "Eva Holm +PRAISES Mali", "leave is asked of nobody, and Let is no name"},
		{"\"Allow me to commend Mali,\" said Eva Holm.", "Eva Holm +PRAISES Mali", "begging leave"},
		{"Norway takes this opportunity to congratulate Mali.", "Norway +PRAISES Mali", "taking the opportunity"},
		{"Norway wishes to express its gratitude to Mali.", "Norway +PRAISES Mali",
			"known failure: found is Norway +WANTS express its gratitude to Mali {Mali +1}; through a noun"},
		{"Norway does not want to thank Mali.", "Norway -WANTS thank Mali {Mali +1}", "no thanks"},
		{"Norway wants to visit Mali.", "Norway +WANTS visit Mali {Mali 0}", "a visit takes more than words"},
		{"Norway welcomes the news that Mali has freed the town.",
			"Norway +PRAISES the news that Mali has freed the town {Mali +1}",
			"known failure: found is Norway +PRAISES the news; who did what the news is"},
		{"Norway is proud that Mali has freed the town.", "Norway +PRAISES Mali has freed the town {Mali +1}",
			"known failure: nothing is found; what somebody did"},
		{"Norway is outraged that Mali has left the hall.", "Norway -CRITICIZES Mali has left the hall {Mali -1}",
			"known failure: found is Norway -CRITICIZES Mali has left the hall {Mali 0}; the other way"},
		{"Norway is encouraged by the decision of Mali to free the town.", "Norway +PRAISES the decision of Mali {Mali +1}", "whose decision"},
		{"Norway praised the beaches of Mali.", "Norway +PRAISES the beaches of Mali {Mali 0}",
			"known failure: found is Norway +PRAISES the beaches of Mali {Mali +1}; nobody makes a beach"},
		{"Norway values the partnership with Mali.", "Norway +TRUSTS the partnership with Mali {Mali +1}",
			"known failure: found is Norway +TRUSTS the partnership with Mali {Mali 0}; whom one is tied to"},
		{"Norway remains steadfast in support of Mali.", "Norway +SUPPORTS Mali", "known failure: nothing is found; behind an adjective"},
		{"Norway stands by Mali to defeat Boko Haram.",
			"Norway +SUPPORTS Mali; Norway -OPPOSES Boko Haram; Mali -OPPOSES Boko Haram",
			"known failure: found is Norway +SUPPORTS Mali; Norway -OPPOSES Boko Haram; both defeat it"},
		{"Norway worked in Mali to defeat Boko Haram.", "Norway -OPPOSES Boko Haram", "a place is no companion"},
		{"Norway praised the soldiers. They fight Boko Haram.", "Norway +PRAISES the soldiers; soldiers -ATTACKS Boko Haram",
			"nobody fights himself"},
		{"Norway strongly condemns the raid. Norway thanks our ally Mali.",
			"Norway -CRITICIZES the raid; Norway +PRAISES Mali; Mali +SUPPORTS our",
			"known failure: found is Norway -CRITICIZES the raid; Norway +PRAISES Mali; our ally"},
		{"Chad and its ally Niger took the town.", "Niger +SUPPORTS Chad", "known failure: the tagger takes \"ally\" for an adverb; its ally"},
		{"Chadian forces and their Nigerien allies moved into the suburb.", "Niger +SUPPORTS Chadian forces",
			"known failure: nothing is found; whose people the allies are"},
		{"Chad's GOP allies left.", "", "of whom GOP is said is open"},
		{"Chad relies on its allies.", "Chad +TRUSTS its allies", "a described ally is no edge of its own"},
		{"She thanked her friend Ann Holt.", "", "a friend is private"},
		{"Jon Falk thanked his rival Ann Holt.", "Jon Falk +PRAISES rival Ann Holt; Ann Holt -COMPETES_WITH Jon Falk",
			"known failure: found is Jon Falk +PRAISES rival Ann Holt; Ann Holt -COMPETES_WITH his; a rival is not"},
		{"Chad freed the town, aided by strong support from Mali and Togo.", "Mali +AIDS Chad; Togo +AIDS Chad",
			"known failure: nothing is found; whose support helps, and whom: not the town"},
		{"The thief was caught by the Chadian army with the help of Niger.", "Niger +AIDS the Chadian army",
			"known failure: found is Niger +AIDS The thief; the doer is helped, not the thief"},
		{"Chad took the town with the full support of Niger.", "Niger +SUPPORTS Chad", "an adjective between"},
		{"A poster hung on the side of the church.", "", "a wall"},
		{"Chad conducted nine strikes in support of its partners.", "Chad +SUPPORTS its partners", "in whose support"},
		{"Chad conducted nine strikes planned with and in defence of the Nigerien army.", "Chad +DEFENDS the Nigerien army",
			"known failure: nothing is found; two prepositions share what is behind"},
		{"Norway criticised a vote in support of the levy.", "Norway -CRITICIZES a vote in support of the levy", "who finds fault has not voted"},
		{"Norway condemned in harsh words both the Boko Haram attack and the fires.",
			"Norway -CRITICIZES the Boko Haram attack {Boko Haram -1}; Norway -CRITICIZES the fires",
			"known failure: nothing is found; what is condemned behind a phrase"},
		{"Norway condemned in the harshest words the Boko Haram attack.",
			"Norway -CRITICIZES the Boko Haram attack {Boko Haram -1}", "known failure: nothing is found; the same without both"},
		{"Norway will deliver Boko Haram a lasting defeat.", "Norway -ATTACKS Boko Haram", "of two objects the first is hit"},
		{"Norway dealt the cards.", "", "no blow"},
		{"Norway defends the people of Mali from Odum's cruelty.", "Norway +DEFENDS the people of Mali {Odum -1}",
			"known failure: found is Norway +DEFENDS the people of Mali; whose cruelty"},
		{"Norway protects the people of Mali from the cold.", "Norway +DEFENDS the people of Mali", "nobody's cold"},
		{"Norway wants to end Boko Haram's terror.",
			"Norway +WANTS end Boko Haram's terror {Boko Haram -1}; Norway -OPPOSES Boko Haram",
			"known failure: found is Norway +WANTS end Boko Haram's terror {Boko Haram 0}; whose terror is to end"},
		{"Norway supports Mali against the aggression of Chad.", "Norway +SUPPORTS Mali {Chad -1}",
			"known failure: found is Norway +SUPPORTS Mali; against whose aggression"},
		{"Norway called for a future in which Odum has no part.", "Norway +DEMANDS a future",
			"known failure: found is Norway +DEMANDS in which Odum has no part {Odum 0}; the clause is the future's, not what is called for"},
		{"Norway's sympathy goes to the miners.", "Norway +SUPPORTS the miners", "known failure: nothing is found; to whom it goes"},
		{"\"Our thanks go to Mali,\" said Eva Holm.", "Eva Holm +PRAISES Mali", "known failure: nothing is found; no journey"},
		{"Norway's minister goes to Mali.", "", "a journey"},
		{"France continues to value the partnership with Chad.", "France +TRUSTS the partnership with Chad {Chad +1}",
			"known failure: found is France +TRUSTS the partnership with Chad {Chad 0}; with whom is the partnership's"},
		{"France discussed the partnership with Chad.", "", "discussed with Chad"},
		{"Norway wants a truce because Chad attacked Mali.", "Norway +WANTS a truce; Chad -ATTACKS Mali",
			"known failure: found is Norway +WANTS a truce because Chad attacked Mali {Chad 0} {Mali -1}; Norway -OPPOSES Mali; what is told with because is so, whatever is wished"},
		{"Norway wants Mali to help Chad.", "Norway +WANTS Mali to help Chad {Mali 0} {Chad +1}", "what is wished is not"},
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
		{"The union's leader, Eva Holm, said Chad must leave.", "-; Eva Holm", "known failure: found is Eva Holm; -; a name in apposition"},
		{"The union's leader said Chad must leave.", "-; union's leader", "known failure: found is union's leader; -; no name"},
	}, func(s *schema.Statement) string {
		if s.Inferred || s.Sayer == nil {
			return "-"
		}
		return s.Sayer.Name
	})
}
