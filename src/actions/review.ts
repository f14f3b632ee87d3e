import type { Action } from '../action.ts';
import type { Answer, Context } from '../answer.ts';
import { entryCard } from '../cards/entry-card.ts';
import { goneAnswer } from '../cards/gone.ts';
import { choiceMark, recallOfLetter, reviewId } from '../cards/review.ts';
import { ADDED_AT_ONCE, type Asked, addFrom, addMissed, rate, showAnswer, showNext, showStanding, undo } from './review-session.ts';

const NUMBER_MAX_LENGTH = 60;
const FIELD = 'number';

function askedOf([question = '', reps = '', seed]: readonly string[]): Asked {
	return { question, reps: Number.parseInt(reps, 10), ...(seed === undefined ? {} : { seed: Number.parseInt(seed, 36) }) };
}

const whole = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined);

/** By their letters in the custom_id. */
const VERBS: Readonly<Record<string, (args: readonly string[], values: readonly string[], context: Context) => Answer | Promise<Answer>>> =
	{
		/** A choice was pressed. */
		a: ([question = '', reps = '', seed = '', mark = ''], _values, context) =>
			showAnswer(
				askedOf([question, reps, seed]),
				(it) => {
					const index = Number(mark[0]);
					const choice = it.task.type === 'choice' ? it.task.choices[index] : undefined;
					return choice && choiceMark(it, index) === mark ? { choice: choice.id } : undefined;
				},
				context,
			),
		/** This question is not to come again. */
		async d([question = ''], _values, context) {
			const dropped = await context.store.dropReviewCards(context.asker.userId, [question]);
			return showNext(context, { notice: context.speaker.say('review.dropped', { count: dropped }), update: true });
		},
		/** A topic was chosen. */
		async l(_args, [topic = ''], context) {
			const count = await addFrom(topic, ADDED_AT_ONCE, context);
			return showNext(context, { notice: context.speaker.say('review.added', { count }), update: true });
		},
		/** What was missed: under a quiz in a message of its own, with the quiz's id; else in place. */
		async m([quiz], _values, context) {
			const count = await addMissed(quiz, context);
			return showNext(context, { notice: context.speaker.say('review.added', { count }), update: quiz === undefined });
		},
		n: (_args, _values, context) => showNext(context, { update: true }),
		o([id = ''], _values, context) {
			const entry = context.library.dataset.get(id);
			return entry ? { message: entryCard(entry, context), outcome: 'found', private: true } : goneAnswer(id, context);
		},
		/** How well it was known. */
		r([question = '', reps = '', letter, took], _values, context) {
			const recall = recallOfLetter(letter);
			return recall ? rate(askedOf([question, reps]), recall, whole(took), context) : showNext(context, { update: true });
		},
		s: (_args, _values, context) => showStanding(context, { update: true }),
		/** A number is to be typed. */
		t(args, _values, { speaker }) {
			return {
				message: { content: speaker.say('review.type.no-form') },
				modal: {
					customId: reviewId('t', ...args),
					inputs: [{ id: FIELD, label: speaker.say('review.type.label'), maxLength: NUMBER_MAX_LENGTH, placeholder: '60,000' }],
					title: speaker.say('review.type.title'),
				},
				outcome: 'info',
				private: true,
			};
		},
		/** The last rating is taken back. */
		u: (args, _values, context) => undo(askedOf(args), context),
		v: (args, _values, context) => showAnswer(askedOf(args.slice(0, 2)), () => undefined, context),
	};

/** Everything that is pressed in a review. */
export const review: Action = {
	answer: ({ args: [verb = '', ...args], values }, context) => (VERBS[verb] ?? VERBS.s!)(args, values, context),
	name: 'review',
	submit: ({ args: [, ...args], fields }, context) => showAnswer(askedOf(args), () => ({ text: fields[FIELD] ?? '' }), context),
};
