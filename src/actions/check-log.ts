/** The log of a server's checks: turned through, opened, thinned out, taken along. For its moderators alone. */
import type { Action } from '../action.ts';
import type { Answer, Context } from '../answer.ts';
import { refusal } from '../cards/factcheck-answer.ts';
import { LOG_PAGE_SIZE, logCard, logEntryCard, logQuestion, savedClaimsOf } from '../cards/factcheck-log.ts';
import { csvHead, csvRow } from '../csv.ts';
import { factcheckRights } from '../factcheck-rights.ts';
import type { SavedFactcheck } from '../store/index.ts';

/** Discord takes files of 10 MiB; the rest is left for what goes with them. */
const FILE_MAX_BYTES = 9 * 1024 * 1024;
const READ_AT_ONCE = 500;
const FILE_NAME = 'factcheck-log.csv';

const COLUMNS = [
	'saved_at',
	'saved_by',
	'message_url',
	'author',
	'message_text',
	'is_extract',
	'version',
	'claim',
	'verdict',
	'agree',
	'differ',
	'entry',
	'entry_name',
	'id',
] as const;

const privately = (message: Answer['message'], update: boolean): Answer => ({ message, outcome: 'info', private: true, update });

/** A page of the log; beyond its end, the last one. */
export async function showLog(wanted: number, update: boolean, context: Context): Promise<Answer> {
	const { asker, store } = context;
	const guildId = asker.guildId ?? '';
	const count = await store.countFactchecks(guildId);
	const last = Math.max(0, Math.ceil(count / LOG_PAGE_SIZE) - 1);
	const page = Math.min(Math.max(wanted, 0), last);
	const entries = await store.listFactchecks(guildId, { limit: LOG_PAGE_SIZE, skip: page * LOG_PAGE_SIZE });
	return privately(logCard(entries, page, count, context), update);
}

/** Why this person gets no log; `undefined` where they do. */
export async function logRefusal(context: Context): Promise<Answer | undefined> {
	const { mayUseLog } = await factcheckRights(context);
	if (mayUseLog) return undefined;
	const { guildId, isExternal } = context.asker;
	return refusal(guildId === undefined || isExternal ? 'factcheck.no-log' : 'log.not-allowed', context);
}

/** The log as a table, one row a claim, newest first; as much of it as a file may hold. */
export async function logFile({ asker, speaker, store }: Context): Promise<Answer> {
	const encoder = new TextEncoder();
	const parts: Uint8Array[] = [encoder.encode(csvHead(COLUMNS))];
	let size = 0;
	let saved = 0;
	let after: SavedFactcheck | undefined;
	const count = await store.countFactchecks(asker.guildId ?? '');
	reading: for (;;) {
		const batch = await store.listFactchecks(asker.guildId ?? '', { after, limit: READ_AT_ONCE });
		for (const factcheck of batch) {
			const rows = encoder.encode(rowsOf(factcheck));
			if (size + rows.length > FILE_MAX_BYTES) break reading;
			parts.push(rows);
			size += rows.length;
			saved++;
		}
		after = batch.at(-1);
		if (batch.length < READ_AT_ONCE) break;
	}
	const data = new Uint8Array(Buffer.concat(parts));
	const content = speaker.say('log.exported', { count, saved });
	return privately({ content, files: [{ contentType: 'text/csv', data, name: FILE_NAME }] }, false);
}

/** Numbers of people are written as mentions: a spreadsheet program would round them as numbers. */
const person = (id: string | undefined): string => (id ? `<@${id}>` : '');

function rowsOf(factcheck: SavedFactcheck): string {
	const { authorId, id, isExtract, messageUrl = '', savedAt, savedBy, text, versions } = factcheck;
	const head = [
		savedAt.toISOString(),
		person(savedBy),
		messageUrl,
		person(authorId),
		text,
		isExtract ? 'yes' : '',
		versions.indexOf(id) + 1,
	];
	const claims = savedClaimsOf(factcheck);
	if (claims.length === 0) return csvRow([...head, '', '', '', '', '', '', id]);
	return claims
		.map((claim) => csvRow([...head, claim.text, claim.verdict, claim.agree, claim.differ, claim.entry, claim.name, id]))
		.join('');
}

export const checkLog: Action = {
	async answer({ args: [step, ...args], values: [value] }, context) {
		const refused = await logRefusal(context);
		if (refused) return refused;
		const { asker, store } = context;
		const guildId = asker.guildId ?? '';
		if (step === 'csv') return logFile(context);
		if (step === 'list') return showLog(Number.parseInt(args[0] ?? '', 10) || 0, true, context);
		// An entry is named in the custom_id, or chosen in the menu.
		const [named = '', page = ''] = args;
		const id = value ?? named;
		const from = Number.parseInt(page, 10) || 0;
		if (step === 'delete') {
			const deleted = await store.deleteFactcheck(guildId, id);
			return deleted ? showLog(from, true, context) : refusal('log.gone', context);
		}
		const factcheck = await store.findFactcheck(guildId, id);
		if (!factcheck) return refusal('log.gone', context);
		if (step === 'ask') return privately(logQuestion(id, from, context), true);
		if (step === 'open') return privately(logEntryCard(factcheck, from, context), true);
		return refusal('error.old-button', context);
	},
	name: 'check-log',
};
