package mention

import "strings"

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	// organisationWord ends (or, before "of", begins) the name of a body.
	organisationWord = wordSet(`academy administration agency alliance army assembly association authority bank batallion board bureau
		brigade brigades brotherhood bundestag cabinet center centre chamber charity church club co coalition college commission committee communications
		companies company confederation conference congress consortium cooperative corp corporation corps council court courts department directorate division duma
		embassy enterprises federation fellowship force forces foundation front fund gmbh government group guard guards guild
		holdings house inc industries initiative institute institution international investments judiciary labs league legislature limited llc llp ltd
		media militia ministry mission mosque movement museum nations network networks news nhs observatory office organisation organization parliament
		partners party plc police post press project radio railways regiment schools school sa secretariat senate service services society
		studios syndicate synod systems taskforce team technologies telegraph television times today tribune tribunal trust tv
		union united university watch workers airlines airways motors pharmaceuticals energy electric oil petroleum steel bancorp capital software hospital
		caucus junta command university front unit squad troops patrol airlines journal gazette herald magazine review`)

	// actingBody are the bodies of a state: after a country's name they are described, not named.
	actingBody = wordSet(`army navy government ministry forces military police administration parliament embassy department troops guard`)

	// thingWord ends the name of a thing, a place or an event: no actor.
	thingWord = wordSet(`accord accords act acts agreement airport amendment anthem article attack avenue award awards barrier bay beach bill boulevard
		bridge building bypass canal castle cathedral charter christmas city clause coast code conflict constitution convention county crisis cup day deal
		declaration derby district doctrine dome east eve express festival forest games garden gate globe globes gulf hall heights highway hill hills
		holiday hotel island islands isle jail jet lake lane law list marathon massacre memorial mountain mountains nationality ocean olympics open park pass
		peninsula plan plant plaza pledge pole pool port prison prize programme program protocol province pyramid range region report resolution
		river road route rule rules sea season semi-final square stadium station story strait straits street summit superbowl syndrome system tax temple
		terminal test theater theatre tournament tower towers trail treaty trial tunnel valley village wall war wars waters way week weekend west
		woods world year zone north south bowl century championship championships gazebo airport monument marches march memoir palace`)

	// gear are weapons and machines that are called by their initials.
	gear = wordSet(`uav ied vbied svbied rpg icbm slbm irbm atgm manpads manpad apc ifv mrap suv atv ucav usv wmd gps cctv atm dvd pc`)

	// shipPrefix stands before the name of a ship: "HMS Kent"; shortShipPrefix only in a text with a word of the sea, for it means much else.
	shipPrefix      = map[string]bool{"HMS": true, "USS": true, "USNS": true, "USCGC": true, "HMAS": true, "HMCS": true, "HMNZS": true}
	shortShipPrefix = map[string]bool{"FS": true, "INS": true, "ITS": true, "TCG": true, "RFA": true, "JS": true, "PNS": true}
	naval           = wordSet("frigate frigates destroyer destroyers carrier carriers warship warships submarine submarines flagship naval navy fleet corvette corvettes")

	calendar = wordSet(`january february march april june july august september october november december monday tuesday wednesday thursday friday
		saturday sunday jan feb apr aug sept oct nov dec christmas easter ramadan eid thanksgiving
		am pm gmt bst et edt est pst`)

	// neverName are words with a capital that name no actor.
	neverName = wordSet(`neighbouring neighboring nearby i i'm mr mrs ms dr the a an and but or so yet if when while as at by for from in into of on to with he she it they we you
		his her its their our my your this that these those there here what who why how where which not no yes also however meanwhile moreover
		english arabic islam christianity judaism god allah bible koran quran brexit obamacare trumpcare internet web covid covid-19 coronavirus
		earth mars lgbt lgbtq aids hiv dna gdp tv iphone ipad windows ebola zika medicare medicaid bitcoin grexit ok oh well now then
		today yesterday tomorrow tonight one two three four five six seven eight nine ten first second third once still even just only after before since
		although though because unless until despite during under over about both either neither each every some many most few several all any none
		another other others such like let's let dear thanks thank please photo photos image video read advertisement story related breaking exclusive update
		updated watch live north south east west northern southern eastern western central upper lower northeast northwest southeast southwest`)

	// particle may stand inside a person's name in small letters.
	particle = wordSet(`de la le du des da do dos das di del della van von der den ter ten bin ibn bint al el abu ben y e zu af av ul ur`)

	// commonVerb are words that begin headlines and commands: "Ask John", "Meet Anna".
	commonVerb = wordSet("ask see read watch meet call tell listen follow join remember consider take let give say vote elect blame thank welcome")

	// wideWord inside a name make it a body's.
	wideWord = wordSet("national international global federal american european african asian royal")

	// commonStart are words that a tagger takes for names when they begin a sentence.
	commonStart = wordSet(`according asked given despite critics experts polls growers supporters opponents asking speaking gunmen diplomats aid police leaders
		officials lawmakers residents protesters sources reports analysts observers voters workers students teachers back inside outside further earlier later`)
)
