package source

import "strings"

// roleWords end a title: "president", "specialist". They are what a caption's title is about.
var roleWords = words(`
	activist actor actress adjutant administrator admiral adviser advisor agent aide ally ambassador analyst anchor
	archbishop archaeologist architect artist assistant astronaut athlete attache attorney author ayatollah
	baker ballerina banker barrister bishop blogger boss botanist broker brigadier builder butcher
	campaigner candidate captain cardinal caretaker carpenter chair chairman chairperson chairwoman chancellor
	chef chemist chief clerk coach colonel columnist comedian commander commentator commissioner comptroller
	congressman congresswoman consul consultant contractor coordinator coroner correspondent councillor
	councilman counsel counsellor critic curator customer
	dealer defector delegate demonstrator dentist deputy designer detective developer diplomat director
	dissident doctor donor driver
	ecologist economist editor electrician emir engineer entrepreneur envoy epidemiologist eurosceptic executive
	expert eyewitness
	farmer father fellow fighter firefighter fisherman founder freelancer
	general geologist geographer governor graduate grocer guard guerrilla guide
	head headteacher historian hostage host hotelier
	imam immigrant immunologist inspector instructor insider interpreter investigator investor
	journalist judge jurist justice
	king
	labourer landlord lawmaker lawyer leader lecturer legislator librarian lieutenant lobbyist
	magistrate major manager manufacturer marshal mayor mechanic mediator medic member merchant meteorologist
	migrant militant militiaman miner minister missionary monitor monk moderator mother mp mep msp mla
	naturalist negotiator neighbour neighbor nominee novelist nun nurse
	observer officer official ombudsman operator organiser organizer owner
	painter panelist panellist paramedic parent parliamentarian participant pastor patient pensioner performer
	pharmacist photographer physician physicist pilot planner player plumber poet policeman policewoman
	politician pollster pope porter postman prefect premier presenter president priest prime prince princess
	principal prisoner producer professor programmer prosecutor protester protestor provost psychiatrist
	psychologist publisher
	queen
	rabbi ranger rebel rector referee refugee registrar relative reporter representative researcher resident
	retailer reverend
	sailor salesman scholar scientist secretary senator sergeant servant shareholder sheikh sheriff shopkeeper
	shopper singer sociologist soldier solicitor specialist speaker spokesman spokesperson spokeswoman
	statistician steelworker steward strategist striker student sultan supervisor supporter surgeon survivor
	surveyor
	teacher technician theologian tourist trader trainer translator treasurer trucker trustee
	undersecretary unionist vendor veteran vet veterinarian vicar victim villager virologist visitor voter
	volunteer
	waiter warden watchdog widow wife husband witness worker writer youth
	rep sen gov gen col lt capt sgt dr prof mr mrs ms amb ceo cfo coo
	beekeeper breeder chauffeur cleaner collector courier craftsman cyclist exporter grower gunsmith hairdresser herder importer
	keeper maker milkman picker producer promoter runner seller shipowner skipper smuggler supplier tailor watchmaker winemaker
	wing-commander vice-president secretary-general director-general co-founder co-chair ex-president ex-minister
	vice-chancellor vice-chairman commander-in-chief editor-in-chief attorney-general governor-general
`)

// topicRoles study or cover what stands before them: a "Russia analyst" is not Russia's.
var topicRoles = words(`
	analyst author columnist commentator consultant correspondent editor expert fellow historian journalist lecturer
	observer professor reporter researcher scholar scientist specialist strategist watcher writer student
	traveller desk bureau campaigner activist lobbyist investor trader
`)

// reporterRoles are held by the outlet's own people.
var reporterRoles = words("anchor bureau correspondent editor host presenter reporter")

// unnamed open the label of a speaker whom the outlet does not name.
var unnamed = words("unidentified unknown unnamed anonymous")

// modifiers stand before or within a title and are hardly ever part of a name.
var modifiers = words(`
	acting adjunct affairs aid agricultural agriculture air airline aerospace army artificial assistant associate aviation
	bank banking basketball border budget bureau business
	cabinet cafe campaign car care caretaker cathedral centre center central charity chief child childhood church
	city civil climate club co-operative coal coast college commerce communications communist community company
	conflict congressional conservative constitutional construction consumer cooperation correctional council
	counter-terrorism counterterrorism country county court covid crime criminal crisis crown cultural culture
	currency customs cyber cybersecurity
	data defence defense democracy democratic department deputy desk development digital diplomatic disaster
	district division domestic
	economic economics economy education elected election electoral elect emergency emerita emeritus employment
	energy environment environmental equality ethics european executive exiled ex export external
	factory faculty family far-left far-right farm federal film finance financial first fisheries fishing food
	football foreign former founding
	gas gender general government grain green group
	health heritage high higher highway home hospital hotel house housing human humanitarian
	immigration independent industrial industry infrastructure information infectious institute intelligence interim
	interior international internet investigative investment
	joint judicial junior
	labor labour land law lead leading legal legislative liberal lifeguard literary local logistics
	majority managing manufacturing marine maritime market marketing mass media medical mental migration military
	mining minority missing monetary municipal music
	national naval navy news newspaper nuclear
	office oil operations opposition orthodox outgoing
	parliament parliamentary party peace pension permanent petroleum physics planning police policy political
	port power preparedness presidential press prime prison private privacy programme program project property
	protest provincial public
	rail railway ranking ration reconstruction red refugee regional relief religious republican research
	reserve restaurant retired rights river rival road roman royal rural ruling
	safety school science second secret sector security senior separatist shadow shipping shop socialist social
	software solar special sports staff state steel strategic strategy supply supreme sustainable
	taxi tax technical technology television tenant terrorism textile theatre third think-tank tourism town
	trade transport transition transitional treasury tribal tribunal truck
	undercover union universal university urban
	vaccine veterinary vice village violence visiting
	war warehouse water weapons welfare wildlife women women's youth workers
	x-ray young zoo
	north south east west northern southern eastern western middle latin central
	head chair joint
	aluminium animal antiques apple arms art asylum auto bakery banana barley beach beef beer bicycle bird blood boat book
	border bread bridge bus butter camp canal cancer cattle cereal chicken chip cocoa coffee computer copper corn cotton
	crop dairy dam data debt desert diamond dock dog drone drought drug earthquake eel election electricity ferry fire
	flight flood flower forest fossil fruit fuel garment genocide gold grape guesthouse gym hate heart herb horse
	hunger hunting ice insurance iron island jewellery landmine leather livestock lobster lorry mafia market meat milk
	minefield mobile mosque mountain night nursery nut olive onion opera orchard organic oyster palm pig pipeline plastic
	poppy potato poultry pub rally razor rent ride rubber salt sanctions sea seafood seed shale shellfish shelter shoe silk
	silver soccer souvenir soy soya soybean space spice squatter street submarine sugar tank tariff tea temple tennis
	think timber tobacco tomato toy train tram trawler tunnel turbine uranium vegetable vest video vineyard wedding
	wheat whisky wildfire wind wine wolf wool yellow
`)

// bodyWords name bodies: what stands with them is an organisation, not a person.
var bodyWords = words(`
	academy administration agency airline airlines alliance army assembly association authority bank board branch bureau cabinet
	centre center chamber church club coalition college commission committee company confederation congress
	consortium cooperative corporation council court delegation department directorate embassy federation
	firm force forces forum foundation front fund government group guard hospital house human initiative inc
	institute institution international journal laboratory league ltd magazine ministry mission monitor
	movement museum nations network news newspaper observatory office organisation organization parliament
	partnership party party's police post press programme program project radio railways red regiment
	republic rights school secretariat senate service services society staff state studies syndicate tribunal
	trust television times treasury tv union university watch
`)

// commonSurnames are words of titles that are surnames as well; behind a first name they are that.
var commonSurnames = words(`
	abbott archer baker banks bishop butcher butler chambers chancellor church cook constable deacon dean driver
	duke earl england english farmer farmers fisher fisherman forest french friend gardener german goldsmith guard
	holland hunter ireland israel jordan judge justice king knight lane law lord major marshal marshall mason mayer
	mayor merchant miller monk moody norman officer page painter parish park parson pastor pilot poland pope porter
	power powers president price priest prince prior provost queen ranger reader reeve rhodes ritter rivers sailor
	scott sergeant servant sexton shepherd singer smith spain squire steward taylor teacher trader turner walker
	wales ward warden waters west weaver wood woods young north south east chad paris georgia sydney florence
	austin lincoln washington troy london berlin odessa bush green hall hill house kent lake moor reid short small
	town vale vance ali khan singh kim lee rice ross sharp bond child childs field garrison noble post read steel
	street trump walters wells wolf worth chief head home guide roman victor vicar
`)

// smallWords stand within names of offices and bodies in small letters.
var smallWords = words("a an and at but by de del des du e en et for from in into la le of on or per the to und von with y")

// honorifics stand before a name and say no more than that somebody is a person, or what rank a title
// behind the name says better.
var honorifics = words("mr mrs ms miss dr prof professor sir dame lord lady gen general col colonel lt maj capt sgt sen senator rep rev judge justice")

// particles stand before a surname in small letters.
var particles = words("af al ap as bin bint da das de del della den der dos du el ibn la le lo los och ter ten tot und van vom von y zu zum zur")

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
