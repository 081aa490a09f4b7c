package extract

import (
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestAbout: whom a stance towards an issue is a stance towards as well, by its sign, and whose words stand for the holder.
func TestAbout(t *testing.T) {
	checkRows(t, []row{
		{"Kenya condemned the Boko Haram attack, which killed ten pupils.", "Kenya CRITICIZES -Boko Haram; Boko Haram ATTACKS", "a deed condemned is its doer's"},
		{"Kenya demands an end to the violence against the rebels.", "Kenya DEMANDS +the rebels", "known failure: found is Kenya DEMANDS -the rebels; Kenya OPPOSES; what is against them shall end"},
		{"Kenya urges Mali to lift the embargo imposed against Chad.", "Kenya DEMANDS 0Mali +Chad", "known failure: found is Kenya DEMANDS 0Mali -Chad; Kenya OPPOSES; the same with a verb"},
		{"Kenya demands an end to the fight against the rebels.", "Kenya DEMANDS +the rebels", "known failure: found is Kenya DEMANDS -the rebels; Kenya OPPOSES; wherever the phrase hangs"},
		{"Kenya is reluctant to arm the rebels.", "Kenya WANTS -the rebels", "not to want to arm them is not to be against them"},
		{"Kenya demands action against the rebels.", "Kenya DEMANDS -the rebels; Kenya OPPOSES", "no end"},
		{"Kenya calls on Mali to end its occupation of Chad.", "Kenya DEMANDS 0Mali 0Chad", "known failure: found is Kenya DEMANDS 0Mali +Chad; who suffers the deed is not its doer"},
		{"Kenya condemned the Nairobi attack.", "Kenya CRITICIZES", "a place does nothing"},
		{"Chad will not allow Boko Haram to hold towns.", "Chad REJECTS -Boko Haram", "known failure: nothing is found; what is not allowed him goes against him"},
		{"Chad bombed Boko Haram camps.", "Chad ATTACKS -Boko Haram", "known failure: found is Chad ATTACKS 0Boko Haram; whose camps they are"},
		{"Soldiers seized the town of Bani from Boko Haram.", "Soldiers COERCES 0Bani -Boko Haram", "known failure: found is Soldiers COERCES 0Bani 0Boko Haram; whom it is taken from"},
		{"France supports Niger against Boko Haram.", "France SUPPORTS -Boko Haram", "known failure: found is France SUPPORTS; support against somebody"},
		{"France helps Niger in the fight against Boko Haram.", "France AIDS -Boko Haram", "known failure: found is France AIDS; the same through a noun"},
		{"Soldiers joined Operation Noble Shield.", "", "an operation is nobody"},
		{"French troops carried out nine strikes against Boko Haram. Near the cape, two strikes engaged a Boko Haram unit.", "French troops ATTACKS; two strikes ATTACKS", "known failure: found is French troops ATTACKS; deeds named again are their doer's"},
		{"French troops carried out nine strikes against Boko Haram. Near the cape, two strikes destroyed a truck and a UAV.", "French troops ATTACKS", "known failure: found is French troops ATTACKS; two strikes ATTACKS; two strikes ATTACKS; a truck is nobody's here"},
		{"French troops carried out nine strikes against Boko Haram. In Bol a strike killed two nurses.", "French troops ATTACKS", "known failure: the parser takes the place for the subject; a strike is a new one"},
		{"Chad bombed a Boko Haram-held building.", "Chad ATTACKS -Boko Haram", "known failure: found is Chad ATTACKS; who holds it"},
		{"The coalition bombed two rebel-held hamlets.", "The coalition ATTACKS -rebel", "known failure: found is The coalition ATTACKS; who holds them, in small letters"},
		{"The navy carried out four airstrikes. These strikes engaged a Boko Haram vehicle; razed a depot; and killed two guards, he said.", "These strikes ATTACKS; These strikes ATTACKS", "known failure: nothing is found; the acts of a list are those of the first word"},
		{"Two ferrymen were slain in a coalition airstrike.", "coalition ATTACKS", "known failure: nothing is found; whose airstrike it is"},
		{"The coalition government rests on three parties.", "", "a government is no deed of force"},
		{"Troops shield the villagers from Boko Haram.", "Troops DEFENDS -Boko Haram", "known failure: found is Troops DEFENDS; from whom somebody is kept safe"},
		{"Chad defended the villagers from Moussa Sall's brutality.", "Chad DEFENDS -Moussa Sall", "known failure: found is Chad DEFENDS; from whose evil"},
		{"Kenya wants to end Yemen's war.", "Kenya WANTS 0Yemen", "its war may be what it suffers"},
		{"Kenya wants an end to Haiti's violence.", "Kenya WANTS 0Haiti", "so may its violence"},
		{"Kenya promised to end Ukraine's occupation.", "Kenya PROMISES 0Ukraine", "so may its occupation"},
		{"Kenya wants to end Chad's occupation of Niger.", "Kenya WANTS -Chad +Niger; Kenya OPPOSES", "known failure: found is Kenya WANTS 0Chad +Niger; who suffers it is named beside"},
		{"Kenya wants action against the threat to Ukraine.", "Kenya WANTS 0Ukraine", "whom a threat is to"},
		{"Kenya wants action against propaganda about Poland.", "Kenya WANTS 0Poland", "what it is about"},
		{"Kenya wants to end Boko Haram's violence.", "Kenya WANTS -Boko Haram; Kenya OPPOSES", "known failure: found is Kenya WANTS 0Boko Haram; those who fight do violence"},
		{"Kenya wants to put an end to the junta's cruelty.", "Kenya WANTS -the junta; Kenya OPPOSES", "known failure: found is Kenya WANTS 0the junta; cruelty is its owner's"},
		{"Kenya supports the campaign against the brutality of the savage group Boko Haram.", "Kenya SUPPORTS -the savage group Boko Haram", "known failure: found is Kenya SUPPORTS 0the savage group Boko Haram; a name behind its description"},
		{"The prosecutor dropped all charges against Moussa Sall.", "The prosecutor CONCEDES +Moussa Sall", "known failure: found is The prosecutor CONCEDES -Moussa Sall; what was against him is over"},
		{"Kenya protects refugees from Chad.", "Kenya DEFENDS", "where they come from"},
		{"Kenya vowed to help Chad against the terrorism of Boko Haram.", "Kenya PROMISES +Chad -Boko Haram", "known failure: found is Kenya PROMISES +Chad 0Boko Haram; against whose evil"},
		{"Chadian troops held their positions against Boko Haram.", "Chadian troops OPPOSES", "known failure: found is their OPPOSES; they are whose positions they hold"},
		{"Chad launched nine raids agreed with and in support of Niger.", "Chad SUPPORTS", "known failure: nothing is found; strikes for somebody are their doer's"},
		{"The junta and its Hezbollah allies left the town.", "Hezbollah SUPPORTS", "known failure: the tagger takes \"Hezbollah\" for an adjective; whose allies, and who they are"},
		{"Moussa was captured by French Mountain Operations.", "French COERCES", "known failure: nothing is found; a nation's unit that no list has"},
		{"Kenya wants to improve Chad's defences against Boko Haram.", "Kenya WANTS 0Chad -Boko Haram; Kenya OPPOSES; Chad OPPOSES", "known failure: found is Kenya WANTS 0Chad -Boko Haram; Kenya OPPOSES; there are defences to improve"},
		{"Chad delivered six bombs against Boko Haram camps.", "Chad ATTACKS -Boko Haram", "known failure: found is Chad ATTACKS 0Boko Haram; whom bombs go to"},
		{"Chad threatened a blockade against Mali.", "Chad THREATENS -Mali", "known failure: found is Chad THREATENS +Mali; what is threatened is meant for him"},
		{"Chad and Niger agreed to work together against Boko Haram.", "Chad ACCEPTS -Boko Haram; Niger ACCEPTS -Boko Haram", "against somebody within an issue"},
		{"Chad is part of the coalition against Boko Haram.", "Chad OPPOSES", "a coalition against somebody"},
		{"Chad renews its commitment to support Mali.", "Chad PROMISES +Mali", "known failure: found is its PROMISES +Mali; the name stands for its possessive"},
		{"Chad criticised an offer made by Mali.", "Chad CRITICIZES -Mali", "known failure: found is Chad CRITICIZES 0Mali; a thing judged is its maker's"},
		{"Chad praised remarks from Mali.", "Chad PRAISES +Mali", "known failure: found is Chad PRAISES 0Mali; who said them"},
		{"Chad praised the ruling by the Supreme Court.", "Chad PRAISES +Supreme Court", "whose it is"},
		{"Chad criticised the plan delayed by Mali.", "Chad CRITICIZES 0Mali; Mali OPPOSES", "who delays a thing has not made it"},
		{"Chad praised the cheese from Mali.", "Chad PRAISES 0Mali", "where a thing comes from"},
	}, func(s *schema.Statement) string {
		line := s.Holder.Text + " " + string(s.Type)
		for _, a := range s.About {
			line += " " + map[int]string{1: "+", 0: "0", -1: "-"}[a.Sign] + a.Text
		}
		return line
	})
}
