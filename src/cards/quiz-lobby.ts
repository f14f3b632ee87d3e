/** What stands before the first round: who plays, and the buttons to join and to begin; in a duel, the challenge. */
import type { Context, MessageJson } from '../answer.ts';
import type { Quiz } from '../quiz/quiz.ts';
import { button, row } from './components.ts';
import { clip, EMBED_DESCRIPTION_MAX } from './limits.ts';
import { quoted } from './markdown.ts';
import { NAME_SHOWN_MAX, quizId } from './quiz.ts';

type Shown = Pick<Context, 'library' | 'speaker'>;

const COLOUR = 0x58_65_f2;
const TEAMS_MAX = 4;

/** `closes`: when it ends if nobody starts it, in milliseconds since 1970. */
export function lobbyCard(quiz: Quiz, shown: Shown, closes?: number): MessageJson {
	const { speaker } = shown;
	const { seconds, teams } = quiz.settings;
	const isOpen = quiz.phase === 'lobby';
	return {
		components: isOpen
			? [
					row(
						teams?.length
							? teams
									.slice(0, TEAMS_MAX)
									.map((team, index) => button(quizId('join', quiz.id, index), speaker.say('quiz.button.join-team', { team })))
							: [button(quizId('join', quiz.id), speaker.say('quiz.button.join'))],
					),
					row([
						button(quizId('start', quiz.id), speaker.say('quiz.button.start')),
						button(quizId('stop', quiz.id, -1), speaker.say('quiz.button.stop')),
					]),
				]
			: [],
		embeds: [
			{
				color: COLOUR,
				description: clip(
					[
						speaker.say('quiz.lobby.text', { count: quiz.questions.length, seconds: seconds ?? 0 }),
						playersOf(quiz, shown),
						...(isOpen && closes !== undefined ? [speaker.say('quiz.lobby.closes', { when: `<t:${Math.ceil(closes / 1000)}:R>` })] : []),
					].join('\n\n'),
					EMBED_DESCRIPTION_MAX,
				),
				title: speaker.say(isOpen ? 'quiz.lobby.title' : quiz.rounds.length > 0 ? 'quiz.lobby.started' : 'quiz.lobby.closed'),
			},
		],
	};
}

function playersOf({ players, settings: { teams } }: Quiz, { speaker }: Shown): string {
	const all = Object.values(players);
	const namesOf = (some: typeof all) => clip(speaker.list(some.map(({ name }) => quoted(name, NAME_SHOWN_MAX))), 900);
	if (all.length === 0) return speaker.say('quiz.lobby.nobody');
	if (!teams?.length) return speaker.say('quiz.lobby.players', { names: namesOf(all) });
	return teams
		.flatMap((team) => {
			const members = all.filter((player) => player.team === team);
			return members.length > 0 ? [speaker.say('quiz.lobby.team', { names: namesOf(members), team })] : [];
		})
		.join('\n');
}

export interface Challenge {
	readonly by: string;
	readonly to: string;
}

/** The other may take it up or not. */
export function challengeCard(quiz: Quiz, { by, to }: Challenge, { speaker }: Shown, closes?: number): MessageJson {
	const names = { by: quoted(by, NAME_SHOWN_MAX), to: quoted(to, NAME_SHOWN_MAX) };
	const isOpen = quiz.phase === 'lobby';
	return {
		components: isOpen
			? [
					row([
						button(quizId('accept', quiz.id), speaker.say('quiz.button.accept')),
						button(quizId('decline', quiz.id), speaker.say('quiz.button.decline')),
					]),
				]
			: [],
		embeds: [
			{
				color: COLOUR,
				description: [
					speaker.say('quiz.duel.text', { ...names, count: quiz.questions.length, seconds: quiz.settings.seconds ?? 0 }),
					...(isOpen && closes !== undefined ? [speaker.say('quiz.duel.closes', { when: `<t:${Math.ceil(closes / 1000)}:R>` })] : []),
				].join('\n\n'),
				title: speaker.say(isOpen ? 'quiz.duel.title' : quiz.rounds.length > 0 ? 'quiz.duel.started' : 'quiz.duel.declined', names),
			},
		],
	};
}
