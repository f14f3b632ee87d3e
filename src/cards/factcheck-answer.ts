/** A check as the answer of a command or of a press: for whoever asked alone, with what they may do about it. */
import { customId } from '../action.ts';
import { type Answer, type Context, type MessageJson, publicly } from '../answer.ts';
import { type FactcheckRights, factcheckRights } from '../factcheck-rights.ts';
import type { MessageKey } from '../messages/index.ts';
import { claimsOn, factcheckCard } from './factcheck.ts';
import { type Check, checkId, claimsLeft, claimsTaken, nearEntries, newCheck, readyToCheck, unanswered } from './factcheck-check.ts';
import type { TextToCheck } from './factcheck-text.ts';
import { plain, quoted } from './markdown.ts';
import { nameOf } from './names.ts';

const TAKEN_QUOTE_MAX = 120;

/** Checks a text privately. A server decides by its settings who may; elsewhere everybody may. Nothing of the text is kept. `said`: lines before everything else. */
export async function factcheckAnswer(text: TextToCheck, context: Context, said: readonly string[] = []): Promise<Answer> {
	const rights = await factcheckRights(context);
	if (!rights.mayCheck) return refusal('factcheck.not-allowed', context);
	await readyToCheck(context.library, text.text);
	const check = newCheck(text, context);
	const { claims, near } = check.report;
	const outcome = claims.length > 0 ? 'found' : near.length > 0 ? 'choices' : 'miss';
	return { message: privateCard(check, rights, context, said), outcome, private: true };
}

export const refusal = (key: MessageKey, { speaker }: Context): Answer => ({
	message: { content: speaker.say(key) },
	outcome: 'refused',
	private: true,
});

/** The check with the text that it is of and with the buttons that this person may use. */
export function privateCard(
	check: Check,
	{ mayFile, mayPost, mayUseLog }: FactcheckRights,
	context: Context,
	said: readonly string[] = [],
): MessageJson {
	const { changed, page, removed, report, text, unread } = check;
	const { speaker } = context;
	const left = claimsLeft(check);
	const taken = claimsTaken(check);
	const isNothing = report.outcome === 'nothing';
	const asksFor = !unread && (isNothing || (text && unanswered(check).length > 0));
	// Where no text is carried, the request begins with nothing.
	const file = mayFile && asksFor ? (text ? checkId('file', check) : customId('check', 'ask')) : undefined;
	const ids = {
		...(file ? { file } : {}),
		...(text ? { page: (to: number) => checkId('page', { ...check, page: to }) } : {}),
		...(text && mayPost && left.length > 0 ? { post: checkId('post', check) } : {}),
		...(text && taken.length > 0 ? { report: checkId('report', check), restore: checkId('restore', check) } : {}),
		...(text && mayUseLog && left.length > 0 ? { save: checkId('save', check) } : {}),
		...(text && left.length > 0 ? { wrong: checkId('take', check) } : {}),
	};
	const isActedOn = report.claims.length > 0 || (mayFile && report.near.length > 0) || (isNothing && file !== undefined);
	const lines = [
		...said,
		...(changed ? [speaker.say('factcheck.changed')] : []),
		...taken.map((claim) => takenLine(claim, context)),
		...(text || isNothing || !isActedOn ? [] : [speaker.say('factcheck.too-long')]),
	];
	const offered = taken.flatMap((claim) => nearEntries(claim, context));
	return factcheckCard(leftOf(check), context, {
		carried: isActedOn ? text?.embed : undefined,
		ids,
		lines,
		offered,
		page,
		taken: removed.size,
		unread,
	});
}

/** What everybody is shown: the claims of the page, with whose doing it is and the message that it is of. */
export function postedCard(check: Check, asked: Context): MessageJson {
	const context = publicly(asked);
	const { asker, speaker } = context;
	const name = plain(asker.displayName);
	const url = check.text?.message?.url;
	const line = url ? speaker.say('factcheck.posted-message', { name, url }) : speaker.say('factcheck.posted-text', { name });
	const report = { ...leftOf(check), asked: [], near: [] };
	const options = { beside: check.text?.embed, isAlone: true, page: check.page };
	const isSame = context === asked;
	// Nothing is posted that the presser has not seen: in another language the claims may stand on other pages.
	const seen = isSame ? report : { ...report, claims: [...claimsOn(report, asked, options)] };
	const page = isSame ? check.page : 0;
	const counts = { claims: report.claims.length, shown: claimsOn(seen, context, { ...options, page }).length };
	const lines = counts.shown < counts.claims ? [line, speaker.say('factcheck.posted-part', counts)] : [line];
	return factcheckCard(seen, context, { ...options, lines, page });
}

const leftOf = (check: Check) => ({ ...check.report, claims: claimsLeft(check) });

function takenLine({ entry: id, text }: { entry: string; text: string }, { library, speaker }: Context): string {
	const entry = library.dataset.get(id);
	return speaker.say('factcheck.taken', { entry: plain(entry ? nameOf(entry.name, speaker) : id), text: quoted(text, TAKEN_QUOTE_MAX) });
}
