package clause

// repairs are tried in this order, each on the tree that the one before left.
var repairs = []repair{
	{
		name: "SplitTitle", apply: (*builder).repairSplitTitle, worth: 2.45, texts: 79,
		doc: "a title without an article and the name after it are one subject, though the name's verb was " +
			"read as a relative clause of the title",
		example: "Union leader Ann Lund has hinted she quits",
		before:  "acl:relcl(leader, hinted)", after: "compound(Ann, leader)",
	},
	{
		name: "ReportedThat", apply: (*builder).repairReportedThat, worth: 1.95, texts: 20,
		doc:     "a clause with that under a circumstance of a verb of speech is what was said",
		example: "The dean said in a letter that guards had fired",
		before:  "acl(letter, fired)", after: "ccomp(said, fired)",
	},
	{
		name: "NoVerb", apply: (*builder).repairNoVerb, worth: 1.3, texts: 16,
		doc:     "a sentence that ends in a full stop and has no finite verb has one in the participle of its noun",
		example: "The league stood by its captain .",
		before:  "acl(league, stood)", after: "nsubj(stood, league)",
	},
	{
		name: "ObjectAsSubject", apply: (*builder).repairObjectAsSubject, worth: 4.0, texts: 33,
		doc:     "the noun between a verb and its clause, which has no subject, is that subject",
		example: "Polls show most nurses back Lund",
		before:  "obj(show, nurses)", after: "nsubj(back, nurses)",
	},
	{
		name: "Places", apply: (*builder).repairPlaces, worth: 2.2, texts: 40,
		doc: "a phrase without a preposition straight after its verb is the object; one with a preposition " +
			"between a subject and its verb modifies the subject",
		example: "Nurses greeted Hale 's offer",
		before:  "obl:unmarked(greeted, offer)", after: "obj(greeted, offer)",
	},
	{
		name: "JoinedCompound", apply: (*builder).repairJoinedCompound, worth: 5.3, texts: 80,
		doc:     "a noun before a conjunction is no modifier of the noun after it but its conjunct",
		example: "They blamed the guild and relief funds",
		before:  "compound(funds, guild)", after: "obj(blamed, guild)",
	},
	{
		name: "Frames", apply: (*builder).repairFrames, worth: 7.1, texts: 246,
		doc:     "what a verb's frame asks for depends on the verb, not on the noun between",
		example: "They ordered the pilots to leave",
		before:  "acl(pilots, leave)", after: "xcomp(ordered, leave)",
	},
	{
		name: "TitleCase", apply: (*builder).repairTitleCase, worth: 2.6, texts: 79,
		doc:     "a preposition before a title is that of the whole name",
		example: "They sided with Senator Hale",
		before:  "case(Senator, with)", after: "case(Hale, with)",
	},
}
