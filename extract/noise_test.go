package extract

import "testing"

// TestVerbal: who attacks with words, and who with arms.
func TestVerbal(t *testing.T) {
	checkRows(t, []row{
		{text: "Labour attacked the government's record.", want: "Labour Party CRITICIZES government's record",
			fails: "found is Labour Party ATTACKS government's record", why: "a party has no arms"},
		{text: "Democrats attacked Donald Trump.", want: "Democratic Party CRITICIZES Donald Trump",
			fails: "found is Democratic Party ATTACKS Donald Trump", why: "nor have Democrats"},
		{text: "Chile attacked the decision.", want: "Chile CRITICIZES decision", fails: "found is Chile ATTACKS decision",
			why: "a decision is hit by words"},
		{text: "Critics attacked Norway over the vote.", want: "critics CRITICIZES Norway",
			fails: "found is critics ATTACKS Norway", why: "over what"},
		{text: "The plan was attacked by several MPs.", want: "MPs CRITICIZES plan", fails: "found is MPs ATTACKS plan",
			why: "the same in the passive"},
		{text: "Chile attacked Peru.", want: "Chile ATTACKS Peru", why: "a country has arms"},
		{text: "The army attacked the village.", want: "army ATTACKS village", why: "so has an army"},
		{text: "Rebels attacked the minister.", want: "rebels ATTACKS minister", why: "and rebels"},
		{text: "A suicide bomber attacked a checkpoint.", want: "suicide bomber ATTACKS checkpoint",
			fails: "found is suicide bomber CRITICIZES checkpoint", why: "so has a bomber"},
		{text: "A man attacked two nurses.", want: "man ATTACKS two nurses", fails: "found is man CRITICIZES nurses",
			why: "a man has hands"},
		{text: "Donald Trump attacked Eva Holm.", want: "Donald Trump CRITICIZES Eva Holm", why: "a politician has words"},
		{text: "A mob attacked the newspaper.", want: "mob ATTACKS newspaper", why: "a mob has fists"},
	}, plainly)
}

// TestNoise: what has the words of a stance and says none, beside what looks like it and does.
func TestNoise(t *testing.T) {
	checkRows(t, []row{
		{text: "He wants to buy a suit.", why: "a shopper"},
		{text: "Maria Silva wants to go home.", fails: "found is Maria Silva WANTS go home", why: "somebody private"},
		{text: "Refugees want to go home.", want: "refugees WANTS go home", why: "what many want is a matter of all"},
		{text: "Malian women want to study.", want: "Malian women WANTS study", why: "so is study"},
		{text: "Women want to drive.", want: "women WANTS drive", why: "and to drive"},
		{text: "Residents want a library.", want: "residents WANTS library", why: "and a library"},
		{text: "Students like the novel.", fails: "found is students TRUSTS novel", why: "a taste"},
		{text: "Norway wants a suit.", want: "Norway WANTS suit", why: "a country has no wardrobe"},
		{text: "The bank values Norway at nine billion dollars.", fails: "the parser takes the price for the object",
			why: "a price"},
		{text: "Norway values Chile.", want: "Norway TRUSTS Chile", why: "no price"},
		{text: "She stood by a lectern.", why: "where somebody stands"},
		{text: "Jonas Berg stood behind Eva Holm as she signed the bill.", want: "Eva Holm ACCEPTS bill",
			fails: "found is Jonas Berg SUPPORTS Eva Holm; Eva Holm ACCEPTS bill", why: "for a picture"},
		{text: "Norway stood by Chile as its king announced the war.", want: "Norway SUPPORTS Chile",
			why: "nobody stands by a country for a picture"},
		{text: "The task fell to Norway.", fails: "found is Norway COERCES task", why: "a task"},
		{text: "Greece fell to Turkey in the final.", fails: "found is Turkey COERCES Greece", why: "a match"},
		{text: "The town fell to the rebels.", want: "rebels COERCES town", why: "a conquest"},
		{text: "Labour regained the seat from the Conservatives.",
			fails: "found is Labour Party ATTACKS Conservative Party", why: "an election"},
		{text: "Kenya regained the title from Uganda.", fails: "found is Kenya ATTACKS Uganda", why: "a cup"},
		{text: "Iraqi forces regained the town from Boko Haram.", want: "Iraq ATTACKS Boko Haram", why: "a battle"},
		{text: "The Democrats pushed back the Republicans in Ohio.",
			fails: "found is Democratic Party ATTACKS Republican Party", why: "at the polls"},
		{text: "The army pushed back the rebels.", want: "army ATTACKS rebels", why: "in the field"},
		{text: "The government raid on the pension fund ended.", why: "no raid of arms"},
		{text: "The rebel raid on the fort ended.", want: "rebels ATTACKS fort", fails: "nothing is found",
			why: "one of arms"},
		{text: "The opposition campaign against the tax ended.", want: "opposition OPPOSES tax", fails: "nothing is found",
			why: "whose campaign"},
		{text: "The army dealt the rebels a blow.", want: "army ATTACKS rebels", fails: "nothing is found",
			why: "in the field"},
		{text: "The army inflicted a defeat on the rebels.", want: "army ATTACKS rebels",
			why: "the same with a preposition"},
		{text: "The Supreme Court dealt Donald Trump a defeat.", why: "in court"},
		{text: "The navy launched a counterattack. Two attacks killed nurses.", why: "another deed"},
	}, plainly)
}
