/** What stands between and after the rounds: the lobby, the standings, and what somebody missed. */
import type { Context, MessageJson } from '../answer.ts';
import type { Miss, Quiz, Standing } from '../quiz/quiz.ts';
import { standingsOf, teamStandingsOf } from '../quiz/quiz.ts';
import { shortCitation } from './citations.ts';
import { button, row } from './components.ts';
import { clip, EMBED_DESCRIPTION_MAX, EMBED_FIELD_VALUE_MAX } from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { answerWords, givenWords } from './question.ts';
import { quizId } from './quiz.ts';

type Shown = Pick<Context, 'library' | 'speaker'>;

const COLOUR = 0x58_65_f2;
const STANDINGS_SHOWN = 20;
const MISSES_SHOWN = 10;
const NAME_SHOWN_MAX = 40;

function lineOf({ name, points, rank, right, took }: Standing, { speaker }: Shown): string {
	return speaker.say('quiz.standings.line', { name: quoted(name, NAME_SHOWN_MAX), points, rank, right, seconds: Math.round(took / 1000) });
}

/** Before the first round: who plays, and the buttons to join and to begin. */
export function lobbyCard(quiz: Quiz, shown: Shown): MessageJson {
	const { speaker } = shown;
	const names = Object.values(quiz.players).map(({ name }) => quoted(name, NAME_SHOWN_MAX));
	const { seconds, teams } = quiz.settings;
	return {
		components: [
			row(
				teams?.length
					? teams.slice(0, 4).map((team, index) => button(quizId('join', quiz.id, index), speaker.say('quiz.button.join-team', { team })))
					: [button(quizId('join', quiz.id), speaker.say('quiz.button.join'))],
			),
			row([
				button(quizId('start', quiz.id), speaker.say('quiz.button.start')),
				button(quizId('stop', quiz.id), speaker.say('quiz.button.stop')),
			]),
		],
		embeds: [
			{
				color: COLOUR,
				description: clip(
					[
						speaker.say('quiz.lobby.text', { count: quiz.questions.length, seconds: seconds ?? 0 }),
						names.length > 0
							? speaker.say('quiz.lobby.players', { names: clip(speaker.list(names), 2_000) })
							: speaker.say('quiz.lobby.nobody'),
					].join('\n\n'),
					EMBED_DESCRIPTION_MAX,
				),
				title: speaker.say('quiz.lobby.title'),
			},
		],
	};
}

/** Points so far, or at the end; teams above their members. */
export function standingsCard(quiz: Quiz, shown: Shown): MessageJson {
	const { speaker } = shown;
	const standings = standingsOf(quiz);
	const teams = teamStandingsOf(quiz);
	const ended = quiz.phase === 'ended';
	const lines = standings.slice(0, STANDINGS_SHOWN).map((standing) => lineOf(standing, shown));
	const rest = standings.length - STANDINGS_SHOWN;
	return {
		components: ended
			? [
					row([
						button(quizId('misses', quiz.id), speaker.say('quiz.button.misses')),
						button(quizId('retake', quiz.id), speaker.say('quiz.button.retake')),
					]),
				]
			: [],
		embeds: [
			{
				color: COLOUR,
				description: clip(
					lines.length > 0
						? [...lines, ...(rest > 0 ? [speaker.say('quiz.reveal.more', { count: rest })] : [])].join('\n')
						: speaker.say('quiz.standings.nobody'),
					EMBED_DESCRIPTION_MAX,
				),
				fields:
					teams.length > 0
						? [
								{
									inline: false,
									name: speaker.say('quiz.standings.teams'),
									value: clip(teams.map((team) => lineOf(team, shown)).join('\n'), EMBED_FIELD_VALUE_MAX),
								},
							]
						: [],
				footer: { text: speaker.say('quiz.standings.footer') },
				title: speaker.say(ended ? (quiz.why === 'stopped' ? 'quiz.standings.stopped' : 'quiz.standings.final') : 'quiz.standings.title', {
					round: quiz.rounds.filter(({ results }) => results).length,
					rounds: quiz.questions.length,
				}),
			},
		],
	};
}

/** For the player alone: each missed question with its answer and where it can be checked. */
export function missesCard(quizIdentity: string, misses: readonly Miss[], shown: Shown): MessageJson {
	const { library, speaker } = shown;
	if (misses.length === 0)
		return {
			embeds: [{ color: COLOUR, description: speaker.say('quiz.misses.none'), title: speaker.say('quiz.misses.title', { count: 0 }) }],
		};
	let size = 0;
	const fields = misses.slice(0, MISSES_SHOWN).flatMap(({ given, question }) => {
		const [cited] = question.cited;
		const lines = [
			...(question.quote ? [`> ${plain(clip(question.quote, 200))}`] : []),
			given
				? speaker.say('quiz.misses.given', { answer: answerWords(question, shown), given: givenWords(question, given, shown) })
				: speaker.say('quiz.misses.unanswered', { answer: answerWords(question, shown) }),
			...(cited
				? [speaker.say('quiz.misses.cited', { citation: shortCitation(library.dataset.source(cited.source), cited.at, 1, speaker) })]
				: []),
		];
		const field = { inline: false, name: clip(plain(question.prompt), 256), value: clip(lines.join('\n'), EMBED_FIELD_VALUE_MAX) };
		size += field.name.length + field.value.length;
		return size > 5_400 ? [] : [field];
	});
	return {
		components: [row([button(quizId('retake', quizIdentity), speaker.say('quiz.button.retake'))])],
		embeds: [
			{
				color: COLOUR,
				...(fields.length < misses.length
					? { description: speaker.say('quiz.reveal.more', { count: misses.length - fields.length }) }
					: {}),
				fields,
				title: speaker.say('quiz.misses.title', { count: misses.length }),
			},
		],
	};
}
