/**
 * `npm run requests`: what people asked the dataset to cover, and which entries were matched with what they do not speak of; those that most
 * servers filed first.
 *
 *     npm run requests                       the open ones
 *     npm run requests -- --status declined  those that were settled so: open, done, declined or all
 *     npm run requests done 3f2a91c0 …       they are covered now
 *     npm run requests decline 3f2a91c0 …    they will not be
 *     npm run requests reopen 3f2a91c0 …
 *     npm run requests csv requests.csv      all of them as a table; to standard output where no file is named
 *
 * A request is named by its number, or by the first characters of it that no other has. Reads DATABASE_URL.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { onOneLine } from '../src/cards/factcheck-text.ts';
import { readConfig } from '../src/config.ts';
import { csvHead, csvRow } from '../src/csv.ts';
import { loadEnvironmentFile, PROJECT_DIRECTORY } from '../src/project.ts';
import { StartError } from '../src/start-error.ts';
import { createStore, type FiledRequest, type RequestKind, type RequestStatus, type Store, StoreError } from '../src/store/index.ts';
import { optionsOf } from './data-tools.ts';

const STATUSES: readonly RequestStatus[] = ['open', 'done', 'declined'];
const VERBS: Readonly<Record<string, RequestStatus>> = { decline: 'declined', done: 'done', reopen: 'open' };
const NUMBER_LENGTH = 8;
const LISTED_MAX = 100;
const EVERYTHING = 1_000_000;

/** Of the claim's key: the same on every machine, and short enough to be typed. */
const numberOf = ({ key }: FiledRequest): string => createHash('sha256').update(key).digest('hex').slice(0, NUMBER_LENGTH);
const day = (date: Date): string => date.toISOString().slice(0, 10);
const servers = (count: number): string => (count === 1 ? '1 server' : `${count} servers`);

class Mistake extends Error {}

/** What a terminal would obey is in none that is filed now; an older one may hold it. */
async function everything(store: Store, statuses: readonly RequestStatus[] = STATUSES): Promise<FiledRequest[]> {
	const lists = await Promise.all(statuses.map((status) => store.listRequests({ limit: EVERYTHING, status })));
	return lists.flat().map((request) => ({ ...request, text: onOneLine(request.text) }));
}

const KINDS: Readonly<Record<RequestKind, string>> = { uncovered: 'not covered', 'wrong-match': 'wrong match' };

/** What it is about: its kind, and the entry where one was matched wrongly. */
const topicOf = ({ entry, kind }: FiledRequest): string => (entry === undefined ? KINDS[kind] : `${KINDS[kind]}: ${entry}`);
/** Members who may send no words report an entry alone. */
const wordsOf = ({ text }: FiledRequest): string => text || '(no words were sent)';

async function list(store: Store, status: string, limit: number): Promise<string[]> {
	const wanted = status === 'all' ? STATUSES : STATUSES.filter((it) => it === status);
	if (wanted.length === 0) throw new Mistake(`--status takes ${STATUSES.join(', ')} or all, not “${status}”.`);
	const requests = await everything(store, wanted);
	if (requests.length === 0) return [status === 'open' ? 'No request is open.' : `There is no request of the status “${status}”.`];
	const lines = requests.slice(0, limit).map((request) => {
		const { firstAt, guilds, lastAt, status: is } = request;
		const dates = day(firstAt) === day(lastAt) ? day(firstAt) : `${day(firstAt)} – ${day(lastAt)}`;
		const about = `${servers(guilds)}, ${dates}${is === 'open' ? '' : `, ${is}`}, ${topicOf(request)}`;
		return `${numberOf(request)}  ${about}\n          ${wordsOf(request)}`;
	});
	const rest = requests.length - lines.length;
	return rest > 0 ? [...lines, `… and ${rest} more: --limit ${requests.length} shows them all.`] : lines;
}

async function settle(store: Store, status: RequestStatus, numbers: readonly string[]): Promise<string[]> {
	if (numbers.length === 0) throw new Mistake('Name the request by its number, as the list gives it.');
	const requests = await everything(store);
	const chosen = numbers.map((number) => {
		const found = requests.filter((request) => /^[\da-f]+$/i.test(number) && numberOf(request).startsWith(number.toLowerCase()));
		if (found.length === 0) throw new Mistake(`There is no request ${number}. Nothing was changed.`);
		if (found.length > 1) throw new Mistake(`${found.map(numberOf).join(' and ')} both begin with ${number}. Nothing was changed.`);
		return found[0]!;
	});
	for (const { key } of chosen) await store.settleRequest(key, status);
	return chosen.map((request) => `${numberOf(request)} is now ${status}: ${request.text || topicOf(request)}`);
}

async function table(store: Store): Promise<{ count: number; csv: string }> {
	const requests = await everything(store);
	const rows = requests.map((request) => {
		const { entry = '', firstAt, guilds, kind, lastAt, status, text } = request;
		return csvRow([numberOf(request), status, kind, entry, guilds, firstAt.toISOString(), lastAt.toISOString(), text]);
	});
	const head = csvHead(['request', 'status', 'kind', 'entry', 'servers', 'first_at', 'last_at', 'claim']);
	return { count: requests.length, csv: head + rows.join('') };
}

async function run(store: Store): Promise<string> {
	const { options, words } = optionsOf(process.argv.slice(2), ['limit', 'status']);
	const [verb, ...rest] = words;
	if (verb === undefined) {
		const limit = Number(options.limit ?? LISTED_MAX);
		if (!Number.isInteger(limit) || limit < 1) throw new Mistake(`--limit takes a whole number from 1, not “${options.limit}”.`);
		return `${(await list(store, options.status ?? 'open', limit)).join('\n')}\n`;
	}
	if (verb === 'csv') {
		const { count, csv } = await table(store);
		const [file] = rest;
		if (file === undefined) return csv;
		writeFileSync(file, csv);
		return `${count === 1 ? '1 request' : `${count} requests`} written to ${file}.\n`;
	}
	const status = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
	if (!status) throw new Mistake(`“${verb}” is none of ${[...Object.keys(VERBS), 'csv'].join(', ')}.`);
	return `${(await settle(store, status, rest)).join('\n')}\n`;
}

let store: Store | undefined;
try {
	loadEnvironmentFile(PROJECT_DIRECTORY);
	store = createStore({ url: readConfig(process.env).databaseUrl });
	process.stdout.write(await run(store));
} catch (error) {
	if (!(error instanceof Mistake || error instanceof StartError || error instanceof StoreError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
} finally {
	await store?.close();
}
