/** What stands between and after the rounds: the standings, and what somebody missed. */
import type { APIEmbed } from 'discord-api-types/v10';
import type { Context, MessageJson } from '../answer.ts';
import type { Miss, Quiz, Standing } from '../quiz/quiz.ts';
import { standingsOf, teamStandingsOf } from '../quiz/quiz.ts';
import { shortCitation } from './citations.ts';
import { button, row } from './components.ts';
import { clip, EMBED_DESCRIPTION_MAX, EMBED_FIELD_VALUE_MAX } from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { answerWords, givenWords } from './question.ts';
import { quizId } from './quiz.ts';
import { placeWords } from './quiz-map.ts';

type Shown = Pick<Context, 'library' | 'speaker'>;

const COLOUR = 0x58_65_f2;
const STANDINGS_SHOWN = 20;
const MISSES_SHOWN = 10;
const NAME_SHOWN_MAX = 40;

function lineOf({ name, points, rank, right, took }: Standing, { speaker }: Shown): string {
	return speaker.say('quiz.standings.line', { name: quoted(name, NAME_SHOWN_MAX), points, rank, right, seconds: Math.round(took / 1000) });
}

/** Points so far, or at the end; teams above their members. */
export function standingsCard(quiz: Quiz, shown: Shown): MessageJson {
	const { speaker } = shown;
	const isOver = quiz.phase === 'ended' && quiz.rounds.some(({ results }) => results);
	return {
		components: isOver
			? [
					row([
						button(quizId('misses', quiz.id), speaker.say('quiz.button.misses')),
						button(quizId('retake', quiz.id), speaker.say('quiz.button.retake')),
					]),
				]
			: [],
		embeds: [standingsEmbed(quiz, shown)],
	};
}

/** Of the first `most` players. */
export function standingsEmbed(quiz: Quiz, shown: Shown, most = STANDINGS_SHOWN): APIEmbed {
	const { speaker } = shown;
	const standings = standingsOf(quiz);
	const teams = teamStandingsOf(quiz);
	const lines = standings.slice(0, most).map((standing) => lineOf(standing, shown));
	const rest = standings.length - most;
	return {
		color: COLOUR,
		description: clip(
			lines.length > 0
				? [...lines, ...(rest > 0 ? [speaker.say('quiz.standings.more', { count: rest })] : [])].join('\n')
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
		title: titleOf(quiz, standings[0]?.right ?? 0, shown),
	};
}

function titleOf({ phase, questions, rounds, settings, why }: Quiz, known: number, { speaker }: Shown): string {
	const counts = { round: rounds.filter(({ results }) => results).length, rounds: questions.length };
	if (phase !== 'ended') return speaker.say('quiz.standings.title', counts);
	// Nobody stands above or below the only player.
	if (settings.mode === 'solo') return speaker.say('quiz.standings.solo', { known, ...counts });
	if (why === 'finished') return speaker.say('quiz.standings.final');
	return speaker.say(why === 'abandoned' ? 'quiz.standings.abandoned' : 'quiz.standings.stopped', counts);
}

/** For the player alone: each missed question with its answer and where it can be checked. */
export function missesCard(quizIdentity: string, misses: readonly Miss[], { library, speaker }: Shown): MessageJson {
	// Letters say nothing away from their maps.
	const shown = { inWords: true, library, speaker };
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
				? speaker.say('quiz.misses.given', {
						answer: answerWords(question, shown),
						given: placeWords(question, given.choice, shown) ?? givenWords(question, given, shown),
					})
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
		components: [
			row([
				button(quizId('retake', quizIdentity), speaker.say('quiz.button.retake')),
				button(quizId('review', quizIdentity), speaker.say('quiz.button.review')),
			]),
		],
		embeds: [
			{
				color: COLOUR,
				...(fields.length < misses.length
					? { description: speaker.say('quiz.misses.more', { count: misses.length - fields.length }) }
					: {}),
				fields,
				title: speaker.say('quiz.misses.title', { count: misses.length }),
			},
		],
	};
}
