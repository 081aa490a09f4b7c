package clause

// repairs are tried in this order, each on the tree that the one before left.
var repairs = []repair{
	{
		name: "SplitTitle",
		doc: "a title without an article and the name after it are one subject, though the name's " +
			"verb was read as a relative clause of the title",
		apply: (*builder).repairSplitTitle,
		worth: 2.45, texts: 79,
		examples: []example{{
			before: "Union/NN/2/compound leader/NN/8/nsubj Ann/NNP/6/nsubj Lund/NNP/3/flat has/VBZ/6/aux " +
				"hinted/VBN/2/acl:relcl she/PRP/8/nsubj quits/VBZ/0/root",
			after: "Union/NN/2/compound leader/NN/3/compound Ann/NNP/6/nsubj Lund/NNP/3/flat has/VBZ/6/aux " +
				"hinted/VBN/0/root she/PRP/8/nsubj quits/VBZ/6/ccomp",
		}},
	},
	{
		name:  "ReportedThat",
		doc:   "a clause with that under a circumstance of a verb of speech is what was said",
		apply: (*builder).repairReportedThat,
		worth: 1.95, texts: 20,
		examples: []example{{
			before: "The/DT/2/det dean/NN/3/nsubj said/VBD/0/root in/IN/6/case a/DT/6/det letter/NN/3/obl " +
				"that/IN/10/mark guards/NNS/10/nsubj had/VBD/10/aux fired/VBN/6/acl",
			after: "The/DT/2/det dean/NN/3/nsubj said/VBD/0/root in/IN/6/case a/DT/6/det letter/NN/3/obl " +
				"that/IN/10/mark guards/NNS/10/nsubj had/VBD/10/aux fired/VBN/3/ccomp",
		}},
	},
	{
		name: "NoVerb",
		doc: "a sentence that ends in a full stop and has no finite verb has one in the participle of " +
			"its noun",
		apply: (*builder).repairNoVerb,
		worth: 1.3, texts: 16,
		examples: []example{{
			before: "The/DT/2/det league/NN/0/root stood/VBN/2/acl by/IN/6/case its/PRP$/6/nmod:poss " +
				"captain/NN/3/obl ././2/punct",
			after: "The/DT/2/det league/NN/3/nsubj stood/VBD/0/root by/IN/6/case its/PRP$/6/nmod:poss " +
				"captain/NN/3/obl ././2/punct",
		}},
	},
	{
		name: "TwoSubjects",
		doc: "of two subjects of one verb the nearer is the object of the relative clause before it; " +
			"or the first is what the verb's own relative clause modifies",
		apply: (*builder).repairTwoSubjects,
		worth: 2.75, texts: 38,
		examples: []example{{
			before: "The/DT/2/det pilot/NN/8/nsubj who/WP/4/nsubj led/VBD/2/acl:relcl the/DT/6/det " +
				"strike/NN/8/nsubj has/VBZ/8/aux praised/VBN/0/root Norway/NNP/8/obj",
			after: "The/DT/2/det pilot/NN/8/nsubj who/WP/4/nsubj led/VBD/2/acl:relcl the/DT/6/det " +
				"strike/NN/4/obj has/VBZ/8/aux praised/VBN/0/root Norway/NNP/8/obj",
		}, {
			before: "An/DT/2/det offer/NN/4/nsubj Peru/NNP/4/nsubj welcomed/VBD/0/root",
			after:  "An/DT/2/det offer/NN/0/root Peru/NNP/4/nsubj welcomed/VBD/2/acl:relcl",
		}},
	},
	{
		name:  "AfterConjunction",
		doc:   "the noun between as and a finite verb without a subject is that subject",
		apply: (*builder).repairAfterConjunction,
		worth: 5.0, texts: 12,
		examples: []example{{
			before: "The/DT/2/det crowd/NN/3/nsubj clapped/VBD/0/root as/IN/5/case Odum/NNP/3/obl " +
				"left/VBD/3/ccomp",
			after: "The/DT/2/det crowd/NN/3/nsubj clapped/VBD/0/root as/IN/6/mark Odum/NNP/6/nsubj " +
				"left/VBD/3/ccomp",
		}},
	},
	{
		name:  "ObjectAsSubject",
		doc:   "the noun between a verb and its clause, which has no subject, is that subject",
		apply: (*builder).repairObjectAsSubject,
		worth: 4.0, texts: 33,
		examples: []example{{
			before: "Polls/NNS/2/nsubj show/VBP/0/root most/JJS/4/amod nurses/NNS/2/obj back/VBP/2/ccomp " +
				"Lund/NNP/5/obj",
			after: "Polls/NNS/2/nsubj show/VBP/0/root most/JJS/4/amod nurses/NNS/5/nsubj back/VBP/2/ccomp " +
				"Lund/NNP/5/obj",
		}},
	},
	{
		name: "Places",
		doc: "a phrase without a preposition straight after its verb is the object; one with a " +
			"preposition between a subject and its verb modifies the subject",
		apply: (*builder).repairPlaces,
		worth: 2.2, texts: 40,
		examples: []example{{
			before: "Nurses/NNS/2/nsubj greeted/VBD/0/root Hale/NNP/5/nmod:poss 's/POS/3/case " +
				"offer/NN/2/obl:unmarked",
			after: "Nurses/NNS/2/nsubj greeted/VBD/0/root Hale/NNP/5/nmod:poss 's/POS/3/case offer/NN/2/obj",
		}, {
			before: "Support/NN/5/nsubj for/IN/4/case the/DT/4/det levy/NN/5/obl grew/VBD/0/root",
			after:  "Support/NN/5/nsubj for/IN/4/case the/DT/4/det levy/NN/1/nmod grew/VBD/0/root",
		}, {
			before: "He/PRP/2/nsubj criticized/VBD/0/root Malta/NNP/2/xcomp",
			after:  "He/PRP/2/nsubj criticized/VBD/0/root Malta/NNP/2/obj",
		}},
	},
	{
		name:  "JoinedCompound",
		doc:   "a noun before a conjunction is no modifier of the noun after it but its conjunct",
		apply: (*builder).repairJoinedCompound,
		worth: 5.3, texts: 80,
		examples: []example{{
			before: "They/PRP/2/nsubj blamed/VBD/0/root the/DT/4/det guild/NN/7/compound and/CC/6/cc " +
				"relief/NN/4/conj funds/NNS/2/obj",
			after: "They/PRP/2/nsubj blamed/VBD/0/root the/DT/4/det guild/NN/2/obj and/CC/7/cc " +
				"relief/NN/7/compound funds/NNS/4/conj",
		}},
	},
	{
		name:  "Frames",
		doc:   "what a verb's frame asks for depends on the verb, not on the noun between",
		apply: (*builder).repairFrames,
		worth: 7.1, texts: 246,
		examples: []example{{
			before: "They/PRP/2/nsubj ordered/VBD/0/root the/DT/4/det pilots/NNS/2/obj to/TO/6/mark " +
				"leave/VB/4/acl",
			after: "They/PRP/2/nsubj ordered/VBD/0/root the/DT/4/det pilots/NNS/2/obj to/TO/6/mark " +
				"leave/VB/2/xcomp",
		}, {
			before: "Malta/NNP/2/nsubj took/VBD/0/root on/IN/4/case Denmark/NNP/2/obl",
			after:  "Malta/NNP/2/nsubj took/VBD/0/root on/IN/2/compound:prt Denmark/NNP/2/obj",
		}, {
			before: "They/PRP/2/nsubj described/VBD/0/root the/DT/4/det plan/NN/2/obj as/IN/6/case " +
				"late/JJ/4/nmod",
			after: "They/PRP/2/nsubj described/VBD/0/root the/DT/4/det plan/NN/2/obj as/IN/6/case " +
				"late/JJ/2/obl",
		}, {
			before: "They/PRP/2/nsubj called/VBD/0/root the/DT/4/det claims/NNS/2/obj baseless/JJ/4/amod",
			after:  "They/PRP/2/nsubj called/VBD/0/root the/DT/4/det claims/NNS/2/obj baseless/JJ/2/xcomp",
		}, {
			before: "They/PRP/2/nsubj denied/VBD/0/root the/DT/4/det dean/NN/2/obj the/DT/6/det " +
				"money/NN/2/obj",
			after: "They/PRP/2/nsubj denied/VBD/0/root the/DT/4/det dean/NN/2/iobj the/DT/6/det " +
				"money/NN/2/obj",
		}, {
			before: "He/PRP/2/nsubj accused/VBD/0/root the/DT/4/det nurses/NNS/2/obj of/IN/6/case " +
				"Gao/NNP/4/nmod of/IN/8/case theft/NN/4/nmod",
			after: "He/PRP/2/nsubj accused/VBD/0/root the/DT/4/det nurses/NNS/2/obj of/IN/6/case " +
				"Gao/NNP/4/nmod of/IN/8/case theft/NN/2/obl",
		}},
	},
	{
		name:  "TitleCase",
		doc:   "a preposition before a title is that of the whole name",
		apply: (*builder).repairTitleCase,
		worth: 2.6, texts: 79,
		examples: []example{{
			before: "They/PRP/2/nsubj sided/VBD/0/root with/IN/4/case Senator/NNP/5/compound Hale/NNP/2/obl",
			after:  "They/PRP/2/nsubj sided/VBD/0/root with/IN/5/case Senator/NNP/5/compound Hale/NNP/2/obl",
		}},
	},
}
