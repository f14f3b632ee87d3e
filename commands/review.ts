import { suggestTimeZones } from '../src/actions/time-zones.ts';
import { suggestTopics, topicOf } from '../src/actions/topics.ts';
import type { Context } from '../src/answer.ts';
import { quoted } from '../src/cards/markdown.ts';
import { defineCommandGroup } from '../src/command.ts';

const ADDED_MAX = 50;
const NEW_PER_DAY_MAX = 100;

const session = () => import('../src/actions/review-session.ts');

const added = async (count: number, context: Context) =>
	(await session()).showStanding(context, { notice: context.speaker.say('review.added', { count }), update: false });

export default defineCommandGroup({
	description: 'command.review.description',
	name: 'review',
	subcommands: {
		start: {
			answer: async (_args, context) => (await session()).showNext(context, { update: false }),
			description: 'command.review-start.description',
			options: {},
		},
		forecast: {
			answer: async (_args, context) => (await session()).showStanding(context, { update: false }),
			description: 'command.review-forecast.description',
			options: {},
		},
		add: {
			async answer({ count, topic }, context) {
				const { ADDED_AT_ONCE, ANY_TOPIC, addFrom } = await session();
				const id = topic === undefined ? ANY_TOPIC : topicOf(topic, context);
				if (id === undefined)
					return {
						message: { content: context.speaker.say('quiz.topic.unclear', { text: quoted(topic ?? '', 60) }) },
						outcome: 'miss',
						private: true,
					};
				return added(await addFrom(id, count ?? ADDED_AT_ONCE, context), context);
			},
			description: 'command.review-add.description',
			options: {
				topic: { autocomplete: true, description: 'command.review-add.topic', maxLength: 100, type: 'string' },
				count: { description: 'command.review-add.count', max: ADDED_MAX, min: 1, type: 'integer' },
			},
			suggest: (text, _option, context) => suggestTopics(text, context),
		},
		missed: {
			answer: async (_args, context) => added(await (await session()).addMissed(undefined, context), context),
			description: 'command.review-missed.description',
			options: {},
		},
		export: {
			answer: async ({ format }, context) => (await import('../src/actions/review-export.ts')).exportReview(format, context),
			description: 'command.review-export.description',
			options: {
				format: {
					choices: { anki: 'command.review-export.anki', csv: 'command.review-export.csv' },
					description: 'command.review-export.format',
					required: true,
					type: 'string',
				},
			},
		},
		settings: {
			async answer({ 'new-per-day': newPerDay, 'time-zone': timeZone }, context) {
				const { changeReviewSettings } = await import('../src/actions/review-settings.ts');
				return changeReviewSettings({ newPerDay, timeZone }, context);
			},
			description: 'command.review-settings.description',
			options: {
				'time-zone': { autocomplete: true, description: 'command.review-settings.time-zone', maxLength: 100, type: 'string' },
				'new-per-day': { description: 'command.review-settings.new-per-day', max: NEW_PER_DAY_MAX, min: 0, type: 'integer' },
			},
			suggest: (text) => suggestTimeZones(text),
		},
	},
});
