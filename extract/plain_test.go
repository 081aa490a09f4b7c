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
		{"Chile sent troops. \"It was a big mistake,\" Eva Holm said.", "", "what was done, not who did it"},
		{"Chile sent troops. \"It is a disgrace,\" Eva Holm said.", "Eva Holm CRITICIZES Chile", "who did it"},
		{"Holm turned the dogs loose on protesters.", "", "nobody turns on anybody"},
		{"Holm turned on her allies.", "Holm OPPOSES Holm's allies", "here she does"},
		{"Clinton fought off Sanders.", "Clinton OPPOSES Bernie Sanders", "a candidate fights with words"},
		{"Kenya blamed Chad for failing to protect Mali.", "Kenya ACCUSES Chad; Chad SUPPORTS Mali (not)", "what one fails to do is not done"},
		{"Bernie Sanders has yet to endorse Eva Holm.", "Bernie Sanders SUPPORTS Eva Holm (not)", "nor is what one has yet to do"},
		{"Norway stopped short of endorsing the plan.", "Norway SUPPORTS plan (not)", "nor what one stops short of"},
		{"Labour MPs backed the plan.", "Labour MPs SUPPORTS plan", "MPs are people, no name"},
		{"The Kremlin called the accusations baseless.", "Russia CRITICIZES accusations", "an adjective behind the object is what it is called"},
	}, func(s *schema.Statement) string {
		if s.Negated {
			return plainly(s) + " (not)"
		}
		return plainly(s)
	})
}
