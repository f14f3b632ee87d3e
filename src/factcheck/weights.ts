/**
 * What is set by hand of the check, in one place, chosen on the `tune` part of `tests/eval/factcheck.json`: how words weigh, and a first
 * score of each entry. What is learned stands in `model.bin`, and takes these as part of its evidence.
 */
export const WEIGHTS = {
	/** How surely a clause speaks of an entry (`choose.ts`). */
	choice: {
		/** How much the fit to the best text counts beside what the entry covers. */
		fitShare: 0.5,
		/** A number is checked against numbers, a date against dates. */
		numberBonus: 0.117,
		dateBonus: 0.1,
		/** A month or a year stands in many a claim that is about something else. */
		vagueDate: 0.1,
		factBonus: 0.051,
		/** What an account merely says, beside what somebody set down as a question. */
		accountShare: 0.731,
		accountFitMin: 0.55,
		/** A treaty or event that is named and speaks of nearly all of the clause. */
		statedCoverage: 0.85,
		statedFitMin: 0.35,
		statedShare: 0.8,
		statedWholly: 0.94,
		topicShare: 0.62,
		/** The name of a question without any position of it. */
		nameShare: 0.85,
		/** A when-question for a clause without a date. */
		datelessShare: 0.72,
		/** A clause that only names the topic claims something else of it. */
		saidBase: 0.69,
		saidEnough: 0.6,
		/** It says something, and the entry has nothing of it. */
		saidNone: 0.9,
		/** It names an event or a treaty with which the entry has nothing to do. */
		strange: 0.85,
		/** A figure on another side than the one that is counted. */
		otherActor: 0.8,
		otherFirst: 0.92,
		countedActor: 1.3,
		/** A sentence that gives a number is about the number, whatever date it gives besides. */
		datedNumber: 0.8,
		numberedPosition: 0.78,
		implausible: 0.7,
		/** A count of a few that no estimate gives is part of a name or a thought. */
		smallNumber: 0.75,
		/** What is counted, by class: shared, counted by the estimate only, by the clause only. */
		classShared: 0.03,
		classMissing: 0.06,
		classExtra: 0.04,
		/** How far a question of who or why falls when none of its answers is named, and how much of an answer is enough. */
		openShare: 0.15,
		openEnough: 0.5,
		/** A date that the entry itself states; a position put with a date. */
		dateAlike: 0.1,
		datedPosition: 0.95,
		/** An estimate that the number agrees with, where nothing else decides. */
		agreedNumber: 0.05,
		givenNumber: 0.12,
		/** A question about somebody of whom the clause does not speak. */
		otherSubject: 0.94,
		/** A question or a number of another time than the one the clause gives. */
		otherTime: 0.88,
		vagueWhen: 0.88,
		/** A date belongs to what the sentence names; who gives a day claims the day. */
		unnamed: 0.88,
		otherNamed: 0.75,
		toTheDay: 0.9,
	},
	/** How well a clause and a text share their words (`match.ts`). */
	match: {
		/** What an entry speaks of elsewhere, beside what the text itself says. */
		elsewhere: 0.65,
		/** What the topic of a clause explains of it, for the questions and numbers of that topic. */
		borrowed: 0.85,
		borrowedFit: 0.85,
		/** Words taken over from the sentence before. */
		inheritedMass: 0.6,
		/** Below 1, precision weighs more: a clause may leave out what a text has, but what it adds must have a ground. */
		beta: 0.85,
		saidFitMin: 0.3,
		/** What a word of the writer's own counts among what is claimed. */
		saidLoss: 0.5,
		otherActors: 0.85,
		otherPersons: 0.8,
		otherFirst: 0.94,
		/** A text turned about says the same less surely. */
		opposed: 0.85,
		/** How much of the recall is that of the question's own words, for a text that need not repeat them. */
		topic: { claim: 0.3, label: 0.51 },
	},
	/** What is reported (`decide.ts`, `spans.ts`). */
	decision: {
		/** The odds, as a logarithm, from which an entry is what a clause speaks of, and from which it is offered as a near miss. */
		clearOdds: 0.5,
		nearOdds: -1,
		/** How far below the likeliest entry another may be that has a say in the verdict. */
		rivalLead: 2.5,
		/** How far below an event that is dated the question of when it was may be. */
		askingLead: 2,
		/** How much of a clause a topic must speak of, and how far ahead of the next, to be what the clause describes. */
		describedCoverage: 0.5,
		describedMass: 9,
		describedLead: 0.93,
		/**
		 * How surely a span must be a claim by itself, how surely one of those of a message, how surely one of which no source speaks, and from
		 * which on one is offered as a near miss.
		 */
		claimMin: 0.15,
		soleMin: 0.35,
		/** How surely a claim must speak of its entry beside one that surely does: what else the message tells may be small talk. */
		besideMin: 0.5,
		uncoveredMin: 0.35,
		nearMin: 0.12,
		/** What the clause that a denial belongs to must share of what its span does. */
		coreShare: 0.6,
		/** How much surer a clause must be alone than with what was named before it. */
		contextLead: 0.08,
	},
	/** What a word of a clause weighs (`reading.ts`). */
	reading: {
		/** A name that the dataset has not is about something else; another word may be the writer's own way to put it. */
		unknownName: 1.2,
		unknownWord: 0.55,
		/** What a topic weighs that is described and not named. */
		describedShare: 0.75,
		/** What of its weight a word tells against an entry that does not speak of it. */
		loss: { described: 0.6, elsewhere: 2.5, name: 1, notion: 0.75, taken: 0.8, word: 0.42, year: 0.35 },
	},
};
