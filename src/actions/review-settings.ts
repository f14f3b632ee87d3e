/** What somebody decides about their own review: their time zone, and how many new questions a day. */
import type { Answer, Context } from '../answer.ts';
import { quoted } from '../cards/markdown.ts';
import { isTimeZone } from '../quiz/days.ts';
import { NEW_PER_DAY } from '../quiz/session.ts';
import { DEFAULT_TIME_ZONE } from './review-session.ts';

const SHOWN_MAX = 60;

interface Change {
	readonly newPerDay?: number;
	readonly timeZone?: string;
}

/** Keeps what is given, and says what holds. */
export async function changeReviewSettings({ newPerDay, timeZone }: Change, { asker, now, speaker, store }: Context): Promise<Answer> {
	const zone = timeZone?.trim();
	if (zone !== undefined && !isTimeZone(zone))
		return {
			message: { content: speaker.say('review.settings.no-zone', { zone: quoted(zone, SHOWN_MAX) }) },
			outcome: 'refused',
			private: true,
		};
	if (newPerDay !== undefined || zone !== undefined)
		await store.changeStudyProfile(asker.userId, {
			...(newPerDay === undefined ? {} : { newPerDay }),
			...(zone === undefined ? {} : { timeZone: zone }),
		});
	const held = await store.readStudyProfile(asker.userId);
	const time = new Intl.DateTimeFormat(speaker.language === 'en' ? 'en-GB' : speaker.language, {
		hour: '2-digit',
		minute: '2-digit',
		timeZone: held.timeZone ?? DEFAULT_TIME_ZONE,
	});
	const content = speaker.say('review.settings.held', {
		count: held.newPerDay ?? NEW_PER_DAY,
		time: time.format(now),
		zone: held.timeZone ?? DEFAULT_TIME_ZONE,
	});
	return { message: { content }, outcome: 'info', private: true };
}
