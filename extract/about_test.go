package extract

import (
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestAbout: whom a stance towards an issue is a stance towards as well, by its sign, and whose words stand for the holder.
func TestAbout(t *testing.T) {
	checkRows(t, []row{
		{text: "Kenya condemned the Boko Haram attack, which killed ten pupils.",
			want: "Kenya CRITICIZES -Boko Haram; Boko Haram ATTACKS", why: "a deed condemned is its doer's"},
		{text: "Kenya demands an end to the violence against the rebels.", want: "Kenya DEMANDS +the rebels",
			fails: "found is Kenya DEMANDS -the rebels; Kenya OPPOSES", why: "what is against them shall end"},
		{text: "Kenya urges Mali to lift the embargo imposed against Chad.", want: "Kenya DEMANDS 0Mali +Chad",
			fails: "found is Kenya DEMANDS 0Mali -Chad; Kenya OPPOSES", why: "the same with a verb"},
		{text: "Kenya demands an end to the fight against the rebels.", want: "Kenya DEMANDS +the rebels",
			fails: "found is Kenya DEMANDS -the rebels; Kenya OPPOSES", why: "wherever the phrase hangs"},
		{text: "Kenya is reluctant to arm the rebels.", want: "Kenya WANTS -the rebels",
			why: "not to want to arm them is not to be against them"},
		{text: "Kenya demands action against the rebels.", want: "Kenya DEMANDS -the rebels; Kenya OPPOSES", why: "no end"},
		{text: "Kenya calls on Mali to end its occupation of Chad.", want: "Kenya DEMANDS 0Mali 0Chad",
			fails: "found is Kenya DEMANDS 0Mali +Chad", why: "who suffers the deed is not its doer"},
		{text: "Kenya condemned the Nairobi attack.", want: "Kenya CRITICIZES", why: "a place does nothing"},
		{text: "Chad will not allow Boko Haram to hold towns.", want: "Chad REJECTS -Boko Haram", fails: "nothing is found",
			why: "what is not allowed him goes against him"},
		{text: "Chad bombed Boko Haram camps.", want: "Chad ATTACKS -Boko Haram",
			fails: "found is Chad ATTACKS 0Boko Haram", why: "whose camps they are"},
		{text: "Soldiers seized the town of Bani from Boko Haram.", want: "Soldiers COERCES 0Bani -Boko Haram",
			fails: "found is Soldiers COERCES 0Bani 0Boko Haram", why: "whom it is taken from"},
		{text: "France supports Niger against Boko Haram.", want: "France SUPPORTS -Boko Haram",
			fails: "found is France SUPPORTS", why: "support against somebody"},
		{text: "France helps Niger in the fight against Boko Haram.", want: "France AIDS -Boko Haram",
			fails: "found is France AIDS", why: "the same through a noun"},
		{text: "Soldiers joined Operation Noble Shield.", why: "an operation is nobody"},
		{text: "French troops carried out nine strikes against Boko Haram. Near the cape, two strikes engaged a Boko " +
			"Haram unit.", want: "French troops ATTACKS; two strikes ATTACKS", fails: "found is French troops ATTACKS",
			why: "deeds named again are their doer's"},
		{text: "French troops carried out nine strikes against Boko Haram. Near the cape, two strikes destroyed a " +
			"truck and a UAV.", want: "French troops ATTACKS", why: "a truck is nobody's here"},
		{text: "French troops carried out nine strikes against Boko Haram. In Bol a strike killed two nurses.",
			want: "French troops ATTACKS", fails: "the parser takes the place for the subject", why: "a strike is a new one"},
		{text: "Chad bombed a Boko Haram-held building.", want: "Chad ATTACKS -Boko Haram", fails: "found is Chad ATTACKS",
			why: "who holds it"},
		{text: "The coalition bombed two rebel-held hamlets.", want: "The coalition ATTACKS -rebel",
			fails: "found is The coalition ATTACKS", why: "who holds them, in small letters"},
		{text: "The navy carried out four airstrikes. These strikes engaged a Boko Haram vehicle; razed a depot; and " +
			"killed two guards, he said.", want: "These strikes ATTACKS; These strikes ATTACKS", fails: "nothing is found",
			why: "the acts of a list are those of the first word"},
		{text: "Two ferrymen were slain in a coalition airstrike.", want: "coalition ATTACKS", fails: "nothing is found",
			why: "whose airstrike it is"},
		{text: "The coalition government rests on three parties.", why: "a government is no deed of force"},
		{text: "Troops shield the villagers from Boko Haram.", want: "Troops DEFENDS -Boko Haram",
			fails: "found is Troops DEFENDS", why: "from whom somebody is kept safe"},
		{text: "Chad defended the villagers from Moussa Sall's brutality.", want: "Chad DEFENDS -Moussa Sall",
			fails: "found is Chad DEFENDS", why: "from whose evil"},
		{text: "Kenya wants to end Yemen's war.", want: "Kenya WANTS 0Yemen", why: "its war may be what it suffers"},
		{text: "Kenya wants an end to Haiti's violence.", want: "Kenya WANTS 0Haiti", why: "so may its violence"},
		{text: "Kenya promised to end Ukraine's occupation.", want: "Kenya PROMISES 0Ukraine", why: "so may its occupation"},
		{text: "Kenya wants to end Chad's occupation of Niger.", want: "Kenya WANTS -Chad +Niger; Kenya OPPOSES",
			fails: "found is Kenya WANTS 0Chad +Niger", why: "who suffers it is named beside"},
		{text: "Kenya wants action against the threat to Ukraine.", want: "Kenya WANTS 0Ukraine",
			why: "whom a threat is to"},
		{text: "Kenya wants action against propaganda about Poland.", want: "Kenya WANTS 0Poland", why: "what it is about"},
		{text: "Kenya wants to end Boko Haram's violence.", want: "Kenya WANTS -Boko Haram; Kenya OPPOSES",
			fails: "found is Kenya WANTS 0Boko Haram", why: "those who fight do violence"},
		{text: "Kenya wants to put an end to the junta's cruelty.", want: "Kenya WANTS -the junta; Kenya OPPOSES",
			fails: "found is Kenya WANTS 0the junta", why: "cruelty is its owner's"},
		{text: "Kenya supports the campaign against the brutality of the savage group Boko Haram.",
			want: "Kenya SUPPORTS -the savage group Boko Haram", fails: "found is Kenya SUPPORTS 0the savage group Boko Haram",
			why: "a name behind its description"},
		{text: "The prosecutor dropped all charges against Moussa Sall.", want: "The prosecutor CONCEDES +Moussa Sall",
			fails: "found is The prosecutor CONCEDES -Moussa Sall", why: "what was against him is over"},
		{text: "Kenya protects refugees from Chad.", want: "Kenya DEFENDS", why: "where they come from"},
		{text: "Kenya vowed to help Chad against the terrorism of Boko Haram.", want: "Kenya PROMISES +Chad -Boko Haram",
			fails: "found is Kenya PROMISES +Chad 0Boko Haram", why: "against whose evil"},
		{text: "Chadian troops held their positions against Boko Haram.", want: "Chadian troops OPPOSES",
			fails: "found is their OPPOSES", why: "they are whose positions they hold"},
		{text: "Chad launched nine raids agreed with and in support of Niger.", want: "Chad SUPPORTS",
			fails: "nothing is found", why: "strikes for somebody are their doer's"},
		{text: "The junta and its Hezbollah allies left the town.", want: "Hezbollah SUPPORTS",
			fails: "the tagger takes \"Hezbollah\" for an adjective", why: "whose allies, and who they are"},
		{text: "Moussa was captured by French Mountain Operations.", want: "French COERCES", fails: "nothing is found",
			why: "a nation's unit that no list has"},
		{text: "Kenya wants to improve Chad's defences against Boko Haram.",
			want:  "Kenya WANTS 0Chad -Boko Haram; Kenya OPPOSES; Chad OPPOSES",
			fails: "found is Kenya WANTS 0Chad -Boko Haram; Kenya OPPOSES", why: "there are defences to improve"},
		{text: "Chad delivered six bombs against Boko Haram camps.", want: "Chad ATTACKS -Boko Haram",
			fails: "found is Chad ATTACKS 0Boko Haram", why: "whom bombs go to"},
		{text: "Chad threatened a blockade against Mali.", want: "Chad THREATENS -Mali",
			fails: "found is Chad THREATENS +Mali", why: "what is threatened is meant for him"},
		{text: "Chad and Niger agreed to work together against Boko Haram.",
			want: "Chad ACCEPTS -Boko Haram; Niger ACCEPTS -Boko Haram", why: "against somebody within an issue"},
		{text: "Chad is part of the coalition against Boko Haram.", want: "Chad OPPOSES",
			why: "a coalition against somebody"},
		{text: "Chad renews its commitment to support Mali.", want: "Chad PROMISES +Mali",
			fails: "found is its PROMISES +Mali", why: "the name stands for its possessive"},
		{text: "Chad criticised an offer made by Mali.", want: "Chad CRITICIZES -Mali",
			fails: "found is Chad CRITICIZES 0Mali", why: "a thing judged is its maker's"},
		{text: "Chad praised remarks from Mali.", want: "Chad PRAISES +Mali", fails: "found is Chad PRAISES 0Mali",
			why: "who said them"},
		{text: "Chad praised the ruling by the Supreme Court.", want: "Chad PRAISES +Supreme Court", why: "whose it is"},
		{text: "Chad criticised the plan delayed by Mali.", want: "Chad CRITICIZES 0Mali; Mali OPPOSES",
			why: "who delays a thing has not made it"},
		{text: "Chad praised the cheese from Mali.", want: "Chad PRAISES 0Mali", why: "where a thing comes from"},
	}, func(s *schema.Statement) string {
		line := s.Holder.Text + " " + string(s.Type)
		for _, a := range s.About {
			line += " " + map[int]string{1: "+", 0: "0", -1: "-"}[a.Sign] + a.Text
		}
		return line
	})
}
