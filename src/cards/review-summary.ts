/** Where a person's review stands: what is due, the streak, what the coming days hold, and how to go on. */
import type { Context, MessageJson } from '../answer.ts';
import type { Session } from '../quiz/session.ts';
import { button, menu, row, type SelectOption } from './components.ts';
import { nameOf } from './names.ts';
import { reviewId, type Undo, undoButtons } from './review.ts';

type Shown = Pick<Context, 'library' | 'speaker'>;

export interface ReviewStanding {
	/** Cards that the person has. */
	readonly cards: number;
	readonly forecast: readonly { readonly day: string; readonly due: number }[];
	/** Questions missed in quizzes that are not reviewed yet. */
	readonly missed: number;
	readonly notice?: string;
	readonly remembered: number;
	/** Of today. */
	readonly reviews: number;
	readonly session: Session;
	/** Days in a row. */
	readonly streak: number;
	/** The rating before, which may be taken back. */
	readonly undo?: Undo;
}

const COLOUR = 0x58_65_f2;
const BAR_MAX = 16;
/** In the menu, for a choice from all topics. */
export const ANY_TOPIC = '*';

export function reviewSummaryCard(standing: ReviewStanding, shown: Shown): MessageJson {
	const { cards, forecast, missed, notice, remembered, reviews, session, streak } = standing;
	const { speaker } = shown;
	const { due, fresh, later, next, nextAt, waiting } = session;
	const lines = [
		...(notice ? [notice, ''] : []),
		cards === 0
			? speaker.say('review.summary.empty')
			: next
				? speaker.say('review.summary.due', { due: due + later, fresh })
				: nextAt === undefined
					? speaker.say('review.summary.done')
					: speaker.say('review.summary.done-until', { when: `<t:${Math.ceil(nextAt / 1000)}:R>` }),
		...(waiting > 0 ? [speaker.say('review.summary.waiting', { count: waiting })] : []),
		...(reviews > 0 ? [speaker.say('review.summary.today', { remembered, reviews, share: Math.round((remembered / reviews) * 100) })] : []),
		...(streak > 0 ? [speaker.say('review.summary.streak', { count: streak, today: reviews > 0 ? 'yes' : 'no' })] : []),
	];
	const coming = forecast.some((day) => day.due > 0);
	const buttons = [
		...(next ? [button(reviewId('n'), speaker.say('review.button.start'), { primary: true })] : []),
		...(missed > 0 ? [button(reviewId('m'), speaker.say('review.button.missed', { count: missed }))] : []),
		...undoButtons(standing.undo, shown),
	];
	return {
		components: [...(buttons.length > 0 ? [row(buttons)] : []), menu(reviewId('l'), speaker.say('review.menu.learn'), topicOptions(shown))],
		embeds: [
			{
				color: COLOUR,
				description: lines.join('\n'),
				fields: coming ? [{ inline: false, name: speaker.say('review.forecast.title'), value: chartOf(forecast, shown) }] : [],
				title: speaker.say('review.summary.title'),
			},
		],
	};
}

function topicOptions({ library, speaker }: Shown): SelectOption[] {
	const topics = Object.entries(library.dataset.topics).map(([id, name]) => ({ label: nameOf(name, speaker), value: id }));
	return [{ label: speaker.say('review.menu.any'), value: ANY_TOPIC }, ...topics];
}

/** A bar a day, the same again in words for those who hear it, and the day on which most falls due. */
function chartOf(forecast: ReviewStanding['forecast'], { speaker }: Shown): string {
	const most = forecast.reduce((a, b) => (b.due > a.due ? b : a));
	const format = new Intl.DateTimeFormat(speaker.language === 'en' ? 'en-GB' : speaker.language, {
		day: '2-digit',
		month: 'short',
		timeZone: 'UTC',
		weekday: 'short',
	});
	const nameOfDay = (day: string) => format.format(Date.parse(day));
	const width = Math.max(...forecast.map(({ day }) => nameOfDay(day).length));
	// Days without anything at the end would only be scrolled over.
	const shown = forecast.slice(0, forecast.findLastIndex(({ due }) => due > 0) + 1);
	const bars = shown.map(
		({ day, due }) => `${nameOfDay(day).padEnd(width)} ${due === 0 ? '·' : `${'█'.repeat(Math.ceil((due / most.due) * BAR_MAX))} ${due}`}`,
	);
	const total = forecast.reduce((sum, { due }) => sum + due, 0);
	return `\`\`\`\n${bars.join('\n')}\n\`\`\`\n${speaker.say('review.forecast.words', { count: total, day: nameOfDay(most.day), days: forecast.length, most: most.due })}`;
}
