/** Which messages a quiz shows at a moment, each under a name of its own, in the order of their sending. Pure. */
import type { MessageJson } from '../answer.ts';
import { type Control, pausedCard, questionCard } from '../cards/quiz.ts';
import { challengeCard, lobbyCard } from '../cards/quiz-lobby.ts';
import type { Shown } from '../cards/quiz-map.ts';
import { revealCard } from '../cards/quiz-reveal.ts';
import { standingsCard, standingsEmbed } from '../cards/quiz-standings.ts';
import { dueOf, hintsOf, KNOWN_MARKS, type Quiz, scoreAnswer } from '../quiz/index.ts';

export type { Shown } from '../cards/quiz-map.ts';

export interface Shot {
	readonly card: MessageJson;
	/** The same without pictures; absent where it has none. */
	readonly inWords?: MessageJson;
	/** Sent anew where it is missing; others are only changed where they stand. */
	readonly isNeeded: boolean;
	readonly name: string;
}

/** Standings below an answer leave room for its sources. */
const STANDINGS_BELOW = 8;

/** The one message of a solo quiz. */
export const ALONE = 'alone';
export const LOBBY = 'lobby';
const END = 'end';
export const roundName = (round: number): string => `round-${round}`;

/** With its pictures, where it has any and they can be seen, and without. */
function shot({ settings: { inWords } }: Quiz, shown: Shown, cardFor: (shown: Shown) => MessageJson): Pick<Shot, 'card' | 'inWords'> {
	const words = () => cardFor({ ...shown, inWords: true });
	if (inWords || shown.inWords) return { card: words() };
	const card = cardFor(shown);
	return card.drawings ? { card, inWords: words() } : { card };
}

/** The round before is shown too: its buttons go when the next one opens. */
export function sceneOf(quiz: Quiz, shown: Shown): Shot[] {
	const { mode } = quiz.settings;
	if (mode === 'solo') return [{ ...shot(quiz, shown, (it) => soloCard(quiz, it)), isNeeded: false, name: ALONE }];
	const shots: Shot[] = [];
	if (mode !== 'ask') shots.push({ card: beforehand(quiz, shown), isNeeded: quiz.phase === 'lobby', name: LOBBY });
	for (const round of [quiz.round - 1, quiz.round]) {
		if (quiz.rounds[round])
			shots.push({
				...shot(quiz, shown, (it) => roundCard(quiz, round, it)),
				isNeeded: round === quiz.round,
				name: roundName(round),
			});
	}
	const isAskedOnce = mode === 'ask' && quiz.rounds[0]?.results;
	if (quiz.phase === 'ended' && quiz.rounds.length > 0 && !isAskedOnce)
		shots.push({ card: standingsCard(quiz, shown), isNeeded: true, name: END });
	return shots;
}

function beforehand(quiz: Quiz, shown: Shown): MessageJson {
	const closes = quiz.phase === 'lobby' ? dueOf(quiz)?.at : undefined;
	return quiz.settings.mode === 'duel' ? challengeCard(quiz, namesIn(quiz), shown, closes) : lobbyCard(quiz, shown, closes);
}

/** Host and opponent; of one who has not come yet, the name that the question was posed with. */
function namesIn({ host, names, players, settings: { invited = [] } }: Quiz): { by: string; to: string } {
	const nameOf = (id: string | undefined) => (id === undefined ? '' : (players[id]?.name ?? names[id] ?? '?'));
	return { by: nameOf(host), to: nameOf(invited[0]) };
}

function soloCard(quiz: Quiz, shown: Shown): MessageJson {
	const isFinished = quiz.phase === 'ended' && (quiz.questions.length > 1 || !quiz.rounds[0]?.results);
	return isFinished || quiz.round < 0 ? standingsCard(quiz, shown) : roundCard(quiz, quiz.round, shown);
}

function roundCard(quiz: Quiz, round: number, shown: Shown): MessageJson {
	const { id, phase, questions, rounds, settings } = quiz;
	const { mode } = settings;
	const question = questions[round]!;
	const { answers, deadline, results } = rounds[round]!;
	const isCurrent = round === quiz.round;
	const common = { question, quiz: id, round, rounds: questions.length };
	if (!results) {
		if (phase === 'paused') {
			const left = deadline === undefined ? undefined : Math.max(0, Math.round((deadline - quiz.pausedAt!) / 1_000));
			return pausedCard({ ...(left === undefined ? {} : { left }), ...common }, shown);
		}
		const card = questionCard(
			{
				...common,
				...(mode === 'solo' ? {} : { answered: Object.keys(answers).length }),
				controls: CONTROLS[mode],
				...(deadline === undefined ? {} : { deadline }),
				hints: phase === 'asking' ? hintsOf(quiz, round) : 0,
				...(mode === 'ask' ? { posed: posedIn(quiz) } : {}),
			},
			shown,
		);
		// Stopped before anybody answered: nothing can be pressed any more.
		return phase === 'asking' ? card : { ...card, components: [] };
	}
	const goesOn = isCurrent && phase === 'revealed';
	const isLast = round + 1 >= questions.length;
	const isSingle = mode === 'solo' && questions.length === 1;
	const due = goesOn ? dueOf(quiz) : undefined;
	const own = mode === 'solo' ? results[quiz.host] : undefined;
	return revealCard(
		{
			...common,
			...(isSingle ? { again: true } : {}),
			controls: goesOn && !isLast ? CONTROLS_BETWEEN[mode] : [],
			...(isSingle && own && own.marks < KNOWN_MARKS ? { keep: true } : {}),
			...(goesOn && !isSingle ? { next: !isLast ? 'next' : mode === 'solo' ? 'result' : 'finish' } : {}),
			...(due?.command.type === 'next' && mode !== 'ask' ? { nextAt: due.at } : {}),
			...(own ? { own: { ...(own.given ? { given: own.given } : {}), isRight: own.marks >= KNOWN_MARKS } } : {}),
			results: Object.entries(results).map(([player, { given, marks }]) => ({
				...(given ? { given, how: scoreAnswer(question, given, shown.library).how } : {}),
				isRight: marks >= KNOWN_MARKS,
				name: quiz.players[player]?.name ?? '?',
			})),
			...(isCurrent && mode !== 'solo' && mode !== 'ask' && phase !== 'ended'
				? { standings: standingsEmbed(quiz, shown, STANDINGS_BELOW) }
				: {}),
		},
		shown,
	);
}

const CONTROLS = {
	ask: ['reveal'],
	channel: ['reveal', 'pause', 'stop'],
	duel: ['pause', 'stop'],
	solo: ['stop'],
} as const satisfies Record<string, readonly Control[]>;

const CONTROLS_BETWEEN = {
	ask: [],
	channel: ['pause', 'stop'],
	duel: ['pause', 'stop'],
	solo: ['stop'],
} as const satisfies Record<string, readonly Control[]>;

function posedIn({ host, names, settings: { invited } }: Quiz): { by: string; to?: string } {
	const to = invited?.[0];
	return { by: names[host] ?? '?', ...(to === undefined ? {} : { to: names[to] ?? '?' }) };
}
