package extract

import (
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestPlain: plain sentences that once came out wrong, by what they teach.
func TestPlain(t *testing.T) {
	checkRows(t, []row{
		{"Chile backs the reform that Peru wants to block.", "Chile SUPPORTS reform; Peru REJECTS reform", "who wants to block a reform wants none"},
		{"Chile backs the reform that Peru wants to pass.", "Chile SUPPORTS reform; Peru WANTS reform", "who wants to pass it does"},
		{"Eva Holm said the treaty should be scrapped and opposed the levy.", "Eva Holm WANTS treaty should be scrapped; Eva Holm OPPOSES levy", "a past with an object of its own is no passive"},
		{"Eva Holm said the treaty should be scrapped and the levy repealed.", "Eva Holm WANTS treaty should be scrapped", "a passive without one goes on"},
		{"Norway plans to close the port, citing security concerns.", "Norway PLANS close the port", "what is told aside is no part of the plan"},
		{"Norway considered buying, leasing or building ships.", "Norway PLANS buying, leasing or building ships", "a list of gerunds is"},
		{"Norway stands with its neighbours and urges members to make every effort to promote peace.", "Norway SUPPORTS Norway's neighbours; Norway DEMANDS make every effort to promote peace", "what others are asked to do is not done by those one stands with"},
		{"North Carolina Republican leaders blasted the deal.", "North Carolina Republican leaders CRITICIZES deal", "a party's leaders in a state are not the state"},
		{"New Jersey Republican Scott Garrett opposes the deal.", "Scott Garrett OPPOSES deal", "state, party, name"},
		{"British officials blasted the deal.", "United Kingdom CRITICIZES deal", "officials are"},
		{"Several moderate Republicans backed the plan.", "several moderate Republicans SUPPORTS plan", "a wing is not the party"},
		{"Many fellow Republicans backed the plan.", "many fellow Republicans SUPPORTS plan", "nor are many"},
		{"Republicans backed the plan.", "Republican Party SUPPORTS plan", "all of them are"},
		{"Chile sent ships. \"It was a grave mistake,\" Eva Holm said.", "", "what was done, not who did it"},
		{"Chile sent ships. \"It is a disgrace,\" Eva Holm said.", "Eva Holm CRITICIZES Chile", "who did it"},
		{"Holm turned the dogs loose on protesters.", "", "nobody turns on anybody"},
		{"Holm turned on her allies.", "Holm OPPOSES Holm's allies", "here she does"},
		{"Clinton fought off Sanders.", "Clinton OPPOSES Bernie Sanders", "a candidate fights with words"},
		{"Kenya blamed Chad for failing to protect Mali.", "Kenya ACCUSES Chad; Chad SUPPORTS Mali (not)", "what one fails to do is not done"},
		{"Bernie Sanders has yet to endorse Eva Holm.", "Bernie Sanders SUPPORTS Eva Holm (not)", "nor is what one has yet to do"},
		{"Norway stopped short of endorsing the plan.", "Norway SUPPORTS plan (not)", "nor what one stops short of"},
		{"Chile and Peru, but not Norway, support the ban.", "Chile SUPPORTS ban; Peru SUPPORTS ban; Norway SUPPORTS ban (not)", "who is ruled out"},
		{"Chile but not Peru backs the ban.", "Chile SUPPORTS ban; Peru SUPPORTS ban (not)", "without commas"},
		{"The ban is backed by Chile but not by Peru.", "Chile SUPPORTS ban; Peru SUPPORTS ban (not)", "in the passive"},
		{"Norway backs Chile but not Peru.", "Norway SUPPORTS Chile; Norway SUPPORTS Peru (not)", "whom one does not back"},
		{"Norway backs not Chile but Peru.", "Norway SUPPORTS Chile (not); Norway SUPPORTS Peru", "the one before"},
		{"Norway backs not only Chile but Peru.", "Norway SUPPORTS Chile; Norway SUPPORTS Peru", "both"},
		{"Not all ministers back the ban.", "", "some may not"},
		{"Norway neither supports nor opposes the plan.", "Norway SUPPORTS plan (not); Norway OPPOSES plan (not)", "neither of the two"},
		{"Nor does Chile back Peru.", "Chile SUPPORTS Peru (not)", "a denial in front"},
		{"Norway failed to back Chile.", "Norway SUPPORTS Chile (not)", "a verb before a name"},
		{"Chile went back on its promise to Peru.", "Chile PROMISES Peru (not)", "a promise taken back"},
		{"Chile stood up to Peru.", "Chile OPPOSES Peru", "a particle before a preposition"},
		{"The minister backed his car into a wall.", "", "a driver"},
		{"Norway backs a plan not approved by Chile.", "Norway SUPPORTS plan not approved by Chile; Chile ACCEPTS plan (not)", "a plan is no infinitive of its own participle"},
		{"The Americans are wary of the Saudis.", "United States FEARS Saudi Arabia", "a people for its country, behind of too"},
		{"The pope called for an end to the war and prayed for peace.", "pope DEMANDS end to the war; pope WANTS peace", "the first of two pasts"},
		{"\"France is no longer our friend,\" said Karl Odum.", "France SUPPORTS Karl Odum (not)", "what is over was"},
		{"The navy said it had shot down a Chadian drone.", "", "a drone is not turned down"},
		{"Kenya and the other states oppose the levy.", "Kenya OPPOSES levy; other states OPPOSES levy", "two subjects with and between"},
		{"Norway promised to leave the pact, a move that Chile says would hurt miners.", "Norway PROMISES leave the pact", "what others say of it is not the promiser's word"},
		{"\"Why should we back Peru?\" asked the dean. \"We have lost patience with Chile.\" The mayor said he understood.", "dean SUPPORTS Peru (asked); dean CRITICIZES Chile", "who asks behind a quotation says what goes on, and has stated nothing"},
		{"\"We have lost patience with Peru,\" said the mayor, Ann Holt, who accused Chile of fraud.", "Ann Holt ACCUSES Chile", "what stands behind the speaker is said of her"},
		{"The union condemned what it called excessive force.", "union CRITICIZES excessive force", "what it is called is what is condemned"},
		{"The union welcomed what the mayor described as a truce.", "union PRAISES truce", "the same with as"},
		{"Chile summoned the Peruvian envoy to protest against the raid.", "Chile PROTESTS raid", "who summons protests"},
		{"The Speaker, to whom the members appealed, refused to resign.", "Speaker REJECTS resign", "the first noun goes on"},
		{"Norway can hardly be said to support the plan.", "Norway SUPPORTS plan (not)", "what can hardly be said"},
		{"Everyone but Norway supports the plan.", "", "who is left out"},
		{"All countries except Norway support the plan.", "", "the same"},
		{"Far from supporting the plan, Chile tried to sink it.", "Chile SUPPORTS plan (not); Chile WANTS sink it", "far from"},
		{"Norway believes Chile to be behind the raid.", "", "what is thought of somebody is no trust in him"},
		{"Norway believes Chile.", "Norway TRUSTS Chile", "this is"},
		{"Chile is thought to support the rebels.", "Chile SUPPORTS rebels (possible)", "somebody thinks so"},
		{"Norway called for Chile to leave.", "Norway OPPOSES Chile; Norway DEMANDS leave", "a call for somebody to do it"},
		{"Norway is pushing for Chile to share the burden.", "Norway WANTS share the burden", "a push"},
		{"Norway wants the law changed.", "Norway WANTS law changed", "how one wants it"},
		{"Norway wants Chile out of the pact.", "Norway OPPOSES Chile; Norway WANTS Chile out of the pact", "one does not want Chile"},
		{"Analysts expect the bank to raise rates.", "", "a forecast"},
		{"The foreign minister paid tribute to the victims.", "foreign minister PRAISES victims", "a noun behind its verb"},
		{"The prime minister fought back tears.", "", "no enemy"},
		{"Eva Holm prevented Jon Falk from attacking Ann Lund.", "", "what one is kept from is not done"},
		{"The raid did not stop Eva Holm from backing Chile.", "Eva Holm SUPPORTS Chile", "what one is not kept from is"},
		{"Norway talked Sweden out of supporting the pact.", "", "nor what one is talked out of"},
		{"Sweden lacks the will to support Norway.", "Sweden SUPPORTS Norway (not)", "nor what one lacks the will for"},
		{"Jon Falk is too loyal to criticise Eva Holm.", "Jon Falk CRITICIZES Eva Holm (not)", "nor what one is too loyal for"},
		{"Portugal does not back the plan.", "Portugal SUPPORTS plan (not)", "a verb behind a denial"},
		{"Eva Holm sided with Senator Falk.", "Eva Holm SUPPORTS Falk", "a preposition before a title"},
		{"Eva Holm works for Boeing.", "", "a job"},
		{"Farmers blocked the road.", "", "a road is nobody's plan"},
		{"Jon Falk did not say that Norway is a disgrace.", "", "nobody said so"},
		{"Jon Falk said that Norway is a disgrace.", "Jon Falk CRITICIZES Norway", "he did"},
		{"The minister declined to say whether Norway backs Chile.", "Norway SUPPORTS Chile (asked)", "whether is open"},
		{"Spain defeated Germany in the final.", "", "a match"},
		{"Police are seeking a man in his thirties.", "", "a manhunt"},
		{"Jon Falk lashed out at Sweden for the march.", "Jon Falk CRITICIZES Sweden", "nobody is at a country"},
		{"Jon Falk lashed out at Chad for leaving the pact, calling the move a disgrace.", "Jon Falk CRITICIZES Chad; Jon Falk CRITICIZES move", "who calls it so"},
		{"Norway would have supported the pact had Sweden asked.", "Norway SUPPORTS pact", "a condition says nothing"},
		{"The judge threw out the case against the aide.", "judge REJECTS case against the aide", "whose case it is not"},
		{"Israel wants the Lebanese army to disarm Hezbollah.", "Israel WANTS Lebanese army to disarm Hezbollah; Israel OPPOSES Hezbollah", "who is to disarm others is not disarmed"},
		{"Norway wants the Americans out by May.", "Norway OPPOSES United States; Norway WANTS Americans out", "one does not want them"},
		{"Poland is under pressure from Norway to leave the pact.", "", "no enemy"},
		{"The Lords defeated the government over the Rwanda bill.", "Lords OPPOSES government", "whose government a bill's name does not tell"},
		{"Eva Holm fears a shutdown would hurt her party.", "Eva Holm FEARS shutdown would hurt her party", "what is feared has a subject"},
		{"The Kurds set up a state on the border.", "", "set up is not set on"},
		{"Finland criticised Estonia, and Latvia Lithuania.", "Finland CRITICIZES Estonia", "who acts upon whom behind and"},
		{"Eva Holm said the plan was late and urged Chile to wait.", "Eva Holm DEMANDS wait", "who says so urges"},
		{"The minister conceded that errors had been made but rejected calls to resign.", "minister CONCEDES errors had been made; minister REJECTS calls to resign", "who concedes rejects"},
		{"Rwanda denies backing the rebels, a charge made by UN experts.", "Rwanda DENIES backing the rebels", "what is told beside"},
		{"Neighbouring Chad backs the plan.", "Chad SUPPORTS plan", "no part of the name"},
		{"At a rally in Tulsa, the former president mocked Eva Holm.", "former president CRITICIZES Eva Holm", "a town is no president"},
		{"The decision to pull troops out was attacked by Republicans.", "Republican Party CRITICIZES decision to pull troops out", "troops in a decision have no arms"},
		{"The judge sided with the states.", "judge SUPPORTS states", "states of a union"},
		{"Labour MPs backed the plan.", "Labour MPs SUPPORTS plan", "MPs are people, no name"},
		{"The Kremlin called the accusations baseless.", "Russia CRITICIZES accusations", "an adjective behind the object is what it is called"},
	}, func(s *schema.Statement) string {
		switch {
		case s.Negated:
			return plainly(s) + " (not)"
		case s.Modality == schema.Asked:
			return plainly(s) + " (asked)"
		case s.Modality == schema.Possible:
			return plainly(s) + " (possible)"
		}
		return plainly(s)
	})
}
