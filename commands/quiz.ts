import { suggestTopics } from '../src/actions/topics.ts';
import type { Choice } from '../src/answer.ts';
import { findAnswer, pickedEntry, suggestChoices } from '../src/cards/finding.ts';
import { defineCommandGroup, type Options, QUERY_MAX_LENGTH, type SuggestContext } from '../src/command.ts';
import type { Kind } from '../src/dataset/schema.ts';
import { countEntries, fullDecades, type PeriodWithEntries, readPeriod } from '../src/quiz/period.ts';

/** What begins a quiz is loaded with the first one. */
const starts = () => import('../src/actions/quiz-start.ts');

const TYPED_MAX_LENGTH = 100;
/** What a question can be about. */
const ASKABLE: readonly Kind[] = ['event', 'figures', 'person', 'place', 'question', 'term', 'treaty'];

const kindAndLanguage = {
	kind: {
		choices: {
			article: 'quiz.kind.article',
			date: 'quiz.kind.date',
			estimate: 'quiz.kind.estimate',
			first: 'quiz.kind.first',
			gap: 'quiz.kind.gap',
			map: 'quiz.kind.map',
			name: 'quiz.kind.name',
			place: 'quiz.kind.place',
			role: 'quiz.kind.role',
			signatory: 'quiz.kind.signatory',
			statement: 'quiz.kind.statement',
			voice: 'quiz.kind.voice',
			whose: 'quiz.kind.whose',
		},
		description: 'command.quiz.kind',
		type: 'string',
	},
	language: {
		choices: {
			en: 'quiz.language.en',
			ja: 'quiz.language.ja',
			ko: 'quiz.language.ko',
			mn: 'quiz.language.mn',
			ru: 'quiz.language.ru',
			zh: 'quiz.language.zh',
		},
		description: 'command.quiz.language',
		type: 'string',
	},
} as const satisfies Options;

const seconds = { description: 'command.quiz.seconds', max: 600, min: 5, type: 'integer' } as const;

const wishes = {
	topic: { autocomplete: true, description: 'command.quiz.topic', maxLength: TYPED_MAX_LENGTH, type: 'string' },
	period: { autocomplete: true, description: 'command.quiz.period', maxLength: TYPED_MAX_LENGTH, type: 'string' },
	...kindAndLanguage,
	difficulty: {
		choices: { easy: 'quiz.difficulty.easy', middling: 'quiz.difficulty.middling', hard: 'quiz.difficulty.hard' },
		description: 'command.quiz.difficulty',
		type: 'string',
	},
	length: { description: 'command.quiz.length', max: 20, min: 1, type: 'integer' },
	seconds,
} as const satisfies Options;

function suggest(text: string, option: string, context: SuggestContext): Choice[] {
	return option === 'period' ? suggestPeriods(text, context) : suggestTopics(text, context);
}

/** What was understood, with how much there is to ask; nothing typed yet: the decades with most. */
function suggestPeriods(text: string, { library, speaker }: SuggestContext): Choice[] {
	const read = readPeriod(text);
	const periods: PeriodWithEntries[] = read
		? [{ entries: countEntries(library, read), period: read }]
		: fullDecades(library).filter(({ period: [from] }) => String(from).startsWith(text.trim().slice(0, 4)));
	return periods.map(({ entries, period: [from, to] }) => ({
		name: speaker.say('quiz.period.line', { count: entries, from: String(from), to: String(to) }),
		value: `${from}-${to}`,
	}));
}

export default defineCommandGroup({
	description: 'command.quiz.description',
	name: 'quiz',
	subcommands: {
		solo: {
			answer: async (args, context) => (await starts()).startSolo(given(args), context),
			description: 'command.quiz-solo.description',
			options: wishes,
			suggest,
		},
		channel: {
			answer: async (args, context) => (await starts()).startChannel(given(args), context),
			description: 'command.quiz-channel.description',
			isPublic: true,
			options: { ...wishes, teams: { description: 'command.quiz.teams', max: 4, min: 2, type: 'integer' } },
			suggest,
		},
		duel: {
			answer: async (args, context) => (await starts()).startDuel({ ...given(args), opponent: args.opponent }, context),
			description: 'command.quiz-duel.description',
			isPublic: true,
			options: { opponent: { description: 'command.quiz-duel.opponent', required: true, type: 'user' }, ...wishes },
			suggest,
		},
		ask: {
			async answer(args, context) {
				// The very words of a lookup: what is not clear is asked back, a miss is a miss.
				const found = context.library.finder.find(args.entry, { kinds: ASKABLE });
				const entry =
					pickedEntry(args.entry, context.library) ?? (found.kind === 'clear' || found.kind === 'exact' ? found.match.entry : undefined);
				if (!entry || entry.kind === 'source') return findAnswer({ kinds: ASKABLE, private: true, query: args.entry }, context);
				return (await starts()).startAsk({ ...given(args), entry: entry.id }, context);
			},
			description: 'command.quiz-ask.description',
			isPublic: true,
			options: {
				entry: { autocomplete: true, description: 'command.quiz-ask.entry', maxLength: QUERY_MAX_LENGTH, required: true, type: 'string' },
				to: { description: 'command.quiz-ask.to', type: 'user' },
				...kindAndLanguage,
				seconds,
			},
			suggest: (text, option, context) => (option === 'entry' ? suggestChoices(text, ASKABLE, context) : []),
		},
	},
});

/** Options that were left out are no wishes at all. */
const given = <T extends object>(args: T) =>
	Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
