import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MessageJson } from '../../src/answer.ts';
import { answeredNotice, hintNotice, questionCard, refusalNotice } from '../../src/cards/quiz.ts';
import { lobbyCard } from '../../src/cards/quiz-lobby.ts';
import { revealCard } from '../../src/cards/quiz-reveal.ts';
import { missesCard, standingsCard, standingsEmbed } from '../../src/cards/quiz-standings.ts';
import type { Topic } from '../../src/dataset/schema.ts';
import type { Library } from '../../src/library.ts';
import { speakerOf } from '../../src/messages/index.ts';
import { decide, hintsOf } from '../../src/quiz/decide.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { everyQuestion, makeQuestions } from '../../src/quiz/make.ts';
import { settingsFor } from '../../src/quiz/modes.ts';
import type { Question } from '../../src/quiz/question.ts';
import { evolve, type Quiz, replay } from '../../src/quiz/quiz.ts';
import { openDataset } from '../library.ts';
import { problemsOf } from '../standin/sent.ts';

let shown: { library: Library; speaker: ReturnType<typeof speakerOf> };
let all: Question[];
const ID = 'q'.repeat(36);
const DEADLINE = 1_800_000_000_500;
const problems = problemsOf;
const frame = (question: Question) => ({
	answered: 3,
	controls: ['reveal', 'pause', 'stop'] as const,
	deadline: DEADLINE,
	hints: 2,
	question,
	quiz: ID,
	round: 4,
	rounds: 12,
});
const textOf = (card: MessageJson) => JSON.stringify(card);

/** A quiz in which the first player has answered everything. */
const played = (names: readonly string[], count: number, teams?: readonly string[]): Quiz => {
	const questions = makeQuestions(shown.library, { count, language: 'en' }, diceOf(count));
	let quiz = replay([
		{ at: 0, host: 'host', id: ID, questions, settings: settingsFor('channel', teams ? { teams } : {}), type: 'created' },
	])!;
	const act = (command: Parameters<typeof decide>[1], now: number) => {
		const decision = decide(quiz, command, { now });
		if ('events' in decision) for (const event of decision.events) quiz = evolve(quiz, event)!;
	};
	for (const [index, name] of names.entries())
		act({ player: { id: String(index), name, ...(teams ? { team: teams[index % teams.length]! } : {}) }, type: 'join' }, 1);
	act({ by: 'host', type: 'start' }, 2);
	for (let round = 0; round < count; round++) {
		act(
			{ given: { choice: 'a', text: '5000' }, key: String(round), player: { id: '0', name: names[0] ?? 'x' }, round, type: 'answer' },
			round * 100_000 + 10,
		);
		act({ by: 'host', round, type: 'reveal' }, round * 100_000 + 20);
		act({ by: 'host', round, type: 'next' }, (round + 1) * 100_000);
	}
	return quiz;
};

beforeAll(async () => {
	const library = await openDataset();
	shown = { library, speaker: speakerOf('en') };
	const dice = diceOf(11);
	// Half of the dataset: the questions of all of it are made, and checked, beside this.
	all = library.dataset.entries.flatMap((entry, index) =>
		entry.kind === 'source' || index % 2 === 0 ? [] : [...everyQuestion(entry as Topic, library, 'en', dice)],
	);
}, 240_000);

describe('every question', () => {
	it('fits a message, before and after the answer', () => {
		const people = Array.from({ length: 30 }, (_, index) => ({
			given: { choice: 'a' },
			isRight: index % 2 === 0,
			name: `**Player** ${index} @everyone`,
		}));
		const names = people.map(({ name }) => name);
		const standings = standingsEmbed(played(names, 3, ['a'.repeat(100), 'b'.repeat(100)]), shown, 10);
		const broken = all.flatMap((question) => {
			const before = questionCard(frame(question), shown);
			const after = revealCard(
				{
					controls: ['pause', 'stop'],
					next: 'next',
					nextAt: DEADLINE,
					question,
					quiz: ID,
					results: people,
					round: 4,
					rounds: 12,
					standings,
				},
				shown,
			);
			return [...problems(before), ...problems(after)].map((problem) => `${question.id}: ${problem}`);
		});
		expect(broken).toEqual([]);
	}, 240_000);

	it('shows when answers close, and by whom a contested point is asked', () => {
		for (const question of all.filter((_, index) => index % 20 === 0)) {
			const text = textOf(questionCard(frame(question), shown));
			expect(text).toContain('<t:1800000001:R>');
			if (question.according) expect(text).toContain('According to **');
		}
	});

	it('does not show its answer before the reveal', () => {
		for (const question of all.filter(({ kind }) => kind === 'voice' || kind === 'gap')) {
			const { according: _, task, ...rest } = question;
			if (task.type !== 'choice') continue;
			const key = task.choices.find(({ id }) => id === task.key)!;
			const card = questionCard(
				frame({
					...rest,
					task: { ...task, choices: task.choices.map((choice) => (choice === key ? { ...choice, text: 'KEYED' } : choice)) },
				}),
				shown,
			);
			if (question.kind === 'voice') expect((card.embeds![0]!.description ?? '').includes(key.text)).toBe(false);
		}
	});

	it('has a button for each choice, and one to type a number', () => {
		for (const question of all.filter((_, index) => index % 50 === 0)) {
			const [row] = questionCard(frame(question), shown).components as unknown as { components: { custom_id: string; label: string }[] }[];
			expect(row!.components).toHaveLength(question.task.type === 'choice' ? question.task.choices.length : 1);
			expect(new Set(row!.components.map(({ label }) => label)).size).toBe(row!.components.length);
			for (const { custom_id } of row!.components) expect(custom_id).toMatch(new RegExp(`^1\\|quiz\\|(answer|type)\\|${ID}\\|4`));
		}
	});

	it('sets at least one source beside the answer, cited', () => {
		for (const question of all.filter((_, index) => index % 20 === 0)) {
			const fields = revealCard({ controls: [], question, quiz: ID, results: [], round: 0, rounds: 1 }, shown).embeds![0]!.fields!;
			expect(fields.filter(({ inline }) => inline).length).toBeGreaterThan(0);
			expect(fields.at(-1)!.value).toMatch(/^\[\d+\]/m);
		}
	});
});

describe('what is told to one player alone', () => {
	it('fits a message, whatever was typed', () => {
		const number = all.find(({ kind }) => kind === 'estimate')!;
		fc.assert(
			fc.property(fc.string({ maxLength: 5_000 }), fc.string({ maxLength: 5_000 }), (text, source) => {
				expect(problems(answeredNotice(number, { source, text }, { deadline: DEADLINE }, shown))).toEqual([]);
			}),
		);
		expect(problems(answeredNotice(all[0]!, { choice: 'a' }, {}, shown))).toEqual([]);
		for (const question of all.filter((_, index) => index % 30 === 0)) expect(problems(hintNotice(question, 2, shown))).toEqual([]);
	});

	it('says of each refusal why', () => {
		for (const why of [
			'already',
			'ended',
			'late',
			'no-hints',
			'not-asking',
			'not-host',
			'not-invited',
			'other-round',
			'paused',
			'poser',
			'too-early',
			'unread',
		] as const)
			expect(refusalNotice(why, shown).content!.length).toBeGreaterThan(10);
	});
});

describe('the tables of a quiz', () => {
	it('fit a message with any names and any number of players', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ maxLength: 60 }), { maxLength: 120 }),
				fc.constantFrom(undefined, ['Red', 'Blue'], ['a'.repeat(100), 'b'.repeat(100), 'c', 'd']),
				(names, teams) => {
					const quiz = played(names, 4, teams);
					for (const card of [
						lobbyCard({ ...quiz, phase: 'lobby' }, shown),
						standingsCard(quiz, shown),
						missesCard(
							quiz.id,
							quiz.questions.map((question) => ({ question })),
							shown,
						),
					])
						expect(problems(card)).toEqual([]);
				},
			),
			{ numRuns: 40 },
		);
	}, 60_000);

	it('fit a message with whatever was missed', () => {
		for (let from = 0; from < all.length; from += 10)
			expect(
				problems(
					missesCard(
						ID,
						all.slice(from, from + 12).map((question) => ({ given: { choice: 'a', text: 'x'.repeat(500) }, question })),
						shown,
					),
				),
			).toEqual([]);
		expect(problems(missesCard(ID, [], shown))).toEqual([]);
	}, 60_000);

	it('offer as many hints as leave two choices', () => {
		const quiz = played(['Ann'], 6);
		for (const [round, { task }] of quiz.questions.entries())
			expect(hintsOf(quiz, round)).toBe(task.type === 'number' ? 2 : task.choices.length - 2);
	});
});
