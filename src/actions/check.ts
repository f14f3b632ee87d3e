/** What can be done with a check: turn its pages, post it, save it, take a claim out and put it back, ask for what is not covered. */
import { type Action, customId, type Press, type Submission } from '../action.ts';
import type { Answer, Context, MessageJson } from '../answer.ts';
import { button, menu, row, type SelectOption } from '../cards/components.ts';
import { factcheckAnswer, postedCard, privateCard, refusal } from '../cards/factcheck-answer.ts';
import {
	type Check,
	type CheckStep,
	checkId,
	claimsTaken,
	ownWords,
	postKey,
	readyToCheck,
	recallCheck,
	unanswered,
} from '../cards/factcheck-check.ts';
import { nameOf } from '../cards/names.ts';
import type { CheckedClaim } from '../factcheck/report.ts';
import { type FactcheckRights, factcheckRights } from '../factcheck-rights.ts';
import { MESSAGE_MAX_LENGTH } from '../message-length.ts';
import { fileClaim, fileWrongMatch, requestForm } from './request.ts';
import { saveCheck } from './save.ts';

/** Once a minute is the same post enough, whoever presses: a second press within it is one too many. */
const POST_LIMIT = { burst: 1, perHour: 60 };

type Step = (check: Check, press: Press, rights: FactcheckRights, context: Context) => Answer | Promise<Answer>;

/** The private answer as it now is, in its own place. */
const shown = (check: Check, rights: FactcheckRights, context: Context): Answer => ({
	message: privateCard(check, rights, context),
	outcome: 'found',
	private: true,
	update: true,
});

const STEPS: Readonly<Record<CheckStep, Step>> = {
	page: (check, _press, rights, context) => shown(check, rights, context),

	async post(check, _press, { mayPost }, context) {
		if (!mayPost) return refusal(context.asker.isExternal ? 'factcheck.external' : 'factcheck.may-not-post', context);
		const { asker, store } = context;
		const message = postedCard(check, context);
		const key = postKey(check, asker);
		const { allowed } = await store.takeToken(null, key, POST_LIMIT);
		if (!allowed) return refusal('factcheck.posted-already', context);
		return { message, onLost: () => store.returnToken(null, key, POST_LIMIT), outcome: 'found', private: false };
	},

	save(check, _press, { mayUseLog }, context) {
		if (!mayUseLog) return refusal(context.asker.guildId === undefined ? 'factcheck.no-log' : 'factcheck.may-not-save', context);
		return saveCheck(check, context);
	},

	restore(check, _press, rights, context) {
		const taken = placesOf(check, true);
		if (taken.length === 1) return shown(withAgain(check, taken[0]!), rights, context);
		const options = optionsOf(check, taken, context);
		return choosing(check, 'to-restore', context.speaker.say('factcheck.which-restore'), options, rights, context);
	},

	take(check, _press, rights, context) {
		const left = placesOf(check, false);
		if (left.length === 1) return shown(without(check, left[0]!), rights, context);
		return choosing(check, 'to-take', context.speaker.say('factcheck.which-wrong'), optionsOf(check, left, context), rights, context);
	},

	'to-restore': (check, { values: [value = ''] }, rights, context) => shown(withAgain(check, Number(value)), rights, context),
	'to-take': (check, { values: [value = ''] }, rights, context) => shown(without(check, Number(value)), rights, context),

	file(check, _press, rights, context) {
		if (!rights.mayFile) return refusal('factcheck.may-not-file', context);
		const list = unanswered(check);
		if (list.length <= 1) return requestForm(list[0] ?? (check.text ? ownWords(check.text) : ''), context);
		const options = list.map((label, place) => ({ label, value: String(place) }));
		return choosing(check, 'to-file', context.speaker.say('factcheck.which-file'), options, rights, context);
	},

	'to-file'(check, { values: [value = ''] }, { mayFile }, context) {
		return mayFile ? requestForm(unanswered(check)[Number(value)] ?? '', context) : refusal('factcheck.may-not-file', context);
	},

	report(check, _press, rights, context) {
		const taken = claimsTaken(check);
		// Without words, one report of an entry is as good as another.
		const different = rights.mayFile ? taken.length : new Set(taken.map(({ entry }) => entry)).size;
		if (different === 1) return reportWrongMatch(taken[0]!, rights, context);
		const options = optionsOf(check, placesOf(check, true), context);
		return choosing(check, 'to-report', context.speaker.say('factcheck.which-report'), options, rights, context);
	},

	'to-report': (check, { values: [value = ''] }, rights, context) =>
		check.removed.has(Number(value))
			? reportWrongMatch(check.report.claims[Number(value)]!, rights, context)
			: refusal('error.old-button', context),
};

/** Who may not send words may still tell which entry was matched wrongly. */
const reportWrongMatch = ({ entry, text }: CheckedClaim, { mayFile }: FactcheckRights, context: Context) =>
	mayFile ? requestForm(text, context, entry) : fileWrongMatch(entry, context);

const isStep = (step: string): step is CheckStep => Object.hasOwn(STEPS, step);

/** Where the claims stand in the report that were taken out, or that were not. */
const placesOf = ({ removed, report }: Check, taken: boolean): number[] =>
	[...report.claims.keys()].filter((place) => removed.has(place) === taken);

const optionsOf = ({ report }: Check, places: readonly number[], { library, speaker }: Context): SelectOption[] =>
	places.map((place) => {
		const { entry: id, text } = report.claims[place]!;
		const entry = library.dataset.get(id);
		return { description: entry && nameOf(entry.name, speaker), label: text, value: String(place) };
	});

const withAgain = (check: Check, place: number): Check => ({
	...check,
	page: 0,
	removed: new Set([...check.removed].filter((one) => one !== place)),
});

const without = (check: Check, place: number): Check =>
	Number.isInteger(place) && place >= 0 && place < check.report.claims.length
		? { ...check, page: 0, removed: new Set([...check.removed, place]) }
		: check;

/** The answer with a menu in the place of its buttons, and the way back to them. */
function choosing(
	check: Check,
	step: CheckStep,
	placeholder: string,
	options: readonly SelectOption[],
	rights: FactcheckRights,
	context: Context,
): Answer {
	const back = button(checkId('page', check), context.speaker.say('factcheck.back'));
	const message: MessageJson = {
		...privateCard(check, rights, context),
		components: [menu(checkId(step, check), placeholder, options), row([back])],
	};
	return { message, outcome: 'choices', private: true, update: true };
}

/** A form for a text to check, for whoever gave the command none and may have one checked. */
export async function pasteForm(context: Context): Promise<Answer> {
	const { mayCheck } = await factcheckRights(context);
	if (!mayCheck) return refusal('factcheck.not-allowed', context);
	const { speaker } = context;
	return {
		message: { content: speaker.say('factcheck.paste-hint') },
		modal: {
			customId: customId('check', 'pasted'),
			inputs: [{ id: 'text', label: speaker.say('factcheck.paste-label'), maxLength: MESSAGE_MAX_LENGTH, multiline: true }],
			title: speaker.say('factcheck.paste-title'),
		},
		outcome: 'info',
		private: true,
	};
}

export const check: Action = {
	async answer(press, context) {
		const [step = ''] = press.args;
		const rights = await factcheckRights(context);
		// What the server decided since the answer was given holds for its buttons too.
		if (!rights.mayCheck) return refusal('factcheck.not-allowed', context);
		if (step === 'ask') return rights.mayFile ? requestForm('', context) : refusal('factcheck.may-not-file', context);
		await readyToCheck(context.library);
		const recalled = isStep(step) ? recallCheck(press.args, press.embeds ?? [], context) : undefined;
		if (!recalled || !isStep(step)) return refusal('error.old-button', context);
		// Nothing is posted, saved or taken out that the presser has not seen.
		if (recalled.changed) return shown(recalled, rights, context);
		return STEPS[step](recalled, press, rights, context);
	},
	name: 'check',
	async submit({ args: [step, entry], fields }: Submission, context) {
		if (step === 'pasted') return factcheckAnswer({ text: fields.text ?? '' }, context);
		if (step === 'filed') return fileClaim(fields.claim ?? '', entry, context);
		return refusal('error.old-button', context);
	},
};
