package extract

import "testing"

// TestVerbal: who attacks with words, and who with arms.
func TestVerbal(t *testing.T) {
	checkRows(t, []row{
		{"Labour attacked the government's record.", "Labour Party CRITICIZES government's record",
			"known failure: found is Labour Party ATTACKS government's record; a party has no arms"},
		{"Democrats attacked Donald Trump.", "Democratic Party CRITICIZES Donald Trump",
			"known failure: found is Democratic Party ATTACKS Donald Trump; nor have Democrats"},
		{"Chile attacked the decision.", "Chile CRITICIZES decision",
			"known failure: found is Chile ATTACKS decision; a decision is hit by words"},
		{"Critics attacked Norway over the vote.", "critics CRITICIZES Norway", "known failure: found is critics ATTACKS Norway; over what"},
		{"The plan was attacked by several MPs.", "MPs CRITICIZES plan", "known failure: found is MPs ATTACKS plan; the same in the passive"},
		{"Chile attacked Peru.", "Chile ATTACKS Peru", "a country has arms"},
		{"The army attacked the village.", "army ATTACKS village", "so has an army"},
		{"Rebels attacked the minister.", "rebels ATTACKS minister", "and rebels"},
		{"A suicide bomber attacked a checkpoint.", "suicide bomber ATTACKS checkpoint",
			"known failure: found is suicide bomber CRITICIZES checkpoint; so has a bomber"},
		{"A man attacked two nurses.", "man ATTACKS two nurses", "known failure: found is man CRITICIZES nurses; a man has hands"},
		{"Donald Trump attacked Eva Holm.", "Donald Trump CRITICIZES Eva Holm", "a politician has words"},
		{"A mob attacked the newspaper.", "mob ATTACKS newspaper", "a mob has fists"},
	}, plainly)
}

// TestNoise: what has the words of a stance and says none, beside what looks like it and does.
func TestNoise(t *testing.T) {
	checkRows(t, []row{
		{"He wants to buy a suit.", "", "a shopper"},
		{"Maria Silva wants to go home.", "", "known failure: found is Maria Silva WANTS go home; somebody private"},
		{"Refugees want to go home.", "refugees WANTS go home", "what many want is a matter of all"},
		{"Malian women want to study.", "Malian women WANTS study", "so is study"},
		{"Women want to drive.", "women WANTS drive", "and to drive"},
		{"Residents want a library.", "residents WANTS library", "and a library"},
		{"Students like the novel.", "", "known failure: found is students TRUSTS novel; a taste"},
		{"Norway wants a suit.", "Norway WANTS suit", "a country has no wardrobe"},
		{"The bank values Norway at nine billion dollars.", "", "known failure: the parser takes the price for the object; a price"},
		{"Norway values Chile.", "Norway TRUSTS Chile", "no price"},
		{"She stood by a lectern.", "", "where somebody stands"},
		{"Jonas Berg stood behind Eva Holm as she signed the bill.", "Eva Holm ACCEPTS bill",
			"known failure: found is Jonas Berg SUPPORTS Eva Holm; Eva Holm ACCEPTS bill; for a picture"},
		{"Norway stood by Chile as its king announced the war.", "Norway SUPPORTS Chile", "nobody stands by a country for a picture"},
		{"The task fell to Norway.", "", "known failure: found is Norway COERCES task; a task"},
		{"Greece fell to Turkey in the final.", "", "known failure: found is Turkey COERCES Greece; a match"},
		{"The town fell to the rebels.", "rebels COERCES town", "a conquest"},
		{"Labour regained the seat from the Conservatives.", "", "known failure: found is Labour Party ATTACKS Conservative Party; an election"},
		{"Kenya regained the title from Uganda.", "", "known failure: found is Kenya ATTACKS Uganda; a cup"},
		{"Iraqi forces regained the town from Boko Haram.", "Iraq ATTACKS Boko Haram", "a battle"},
		{"The Democrats pushed back the Republicans in Ohio.", "",
			"known failure: found is Democratic Party ATTACKS Republican Party; at the polls"},
		{"The army pushed back the rebels.", "army ATTACKS rebels", "in the field"},
		{"The government raid on the pension fund ended.", "", "no raid of arms"},
		{"The rebel raid on the fort ended.", "rebels ATTACKS fort", "known failure: nothing is found; one of arms"},
		{"The opposition campaign against the tax ended.", "opposition OPPOSES tax", "known failure: nothing is found; whose campaign"},
		{"The army dealt the rebels a blow.", "army ATTACKS rebels", "known failure: nothing is found; in the field"},
		{"The army inflicted a defeat on the rebels.", "army ATTACKS rebels", "the same with a preposition"},
		{"The Supreme Court dealt Donald Trump a defeat.", "", "in court"},
		{"The navy launched a counterattack. Two attacks killed nurses.", "", "another deed"},
	}, plainly)
}
