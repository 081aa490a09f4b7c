package clause

// repairs are tried in this order, each on the tree that the one before left.
var repairs = []repair{
	{name: "SplitTitle", apply: (*builder).repairSplitTitle, worth: 2.45, texts: 79},
	{name: "ReportedThat", apply: (*builder).repairReportedThat, worth: 1.95, texts: 20},
	{name: "NoVerb", apply: (*builder).repairNoVerb, worth: 1.3, texts: 16},
	{name: "TwoSubjects", apply: (*builder).repairTwoSubjects, worth: 2.75, texts: 38},
	{name: "AfterConjunction", apply: (*builder).repairAfterConjunction, worth: 5.0, texts: 12},
	{name: "ObjectAsSubject", apply: (*builder).repairObjectAsSubject, worth: 4.0, texts: 33},
	{name: "Places", apply: (*builder).repairPlaces, worth: 2.2, texts: 40},
	{name: "JoinedCompound", apply: (*builder).repairJoinedCompound, worth: 5.3, texts: 80},
	{name: "Frames", apply: (*builder).repairFrames, worth: 7.1, texts: 246},
	{name: "TitleCase", apply: (*builder).repairTitleCase, worth: 2.6, texts: 79},
}
