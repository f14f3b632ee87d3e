/** Runs the evaluation set of messages through the check, and counts by class. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { Dataset } from '../../src/dataset/dataset.ts';
import type { Checker } from '../../src/factcheck/checker.ts';
import type { CheckedClaim, Report, Verdict } from '../../src/factcheck/report.ts';
import { namesOf, textsOf } from '../../src/search/names.ts';

export interface ExpectedClaim {
	/** The words that make it, in a message of several. */
	readonly about?: string;
	/** The right entry, then those that are honestly as right. */
	readonly entry: readonly string[];
	readonly span?: string;
	readonly verdict: Verdict;
}

export interface CheckedMessage {
	readonly claims: readonly ExpectedClaim[];
	readonly class: string;
	readonly message: string;
	readonly split: 'held' | 'tune';
}

export interface FactcheckResult {
	readonly class: string;
	readonly claims: number;
	/** Claims found with a right entry. */
	readonly entry: number;
	readonly messages: number;
	/** Messages with nothing to check in which nothing was claimed to be found. */
	readonly nothing: number;
	readonly nothingMessages: number;
	/** Claims found that nobody expected, in messages with something to check. */
	readonly surplus: number;
	readonly verdict: number;
	readonly wrong: readonly { readonly got: readonly string[]; readonly message: CheckedMessage }[];
}

export function readMessages(): CheckedMessage[] {
	return JSON.parse(readFileSync(join(import.meta.dirname, 'factcheck.json'), 'utf8')) as CheckedMessage[];
}

/** Pairs each expected claim with one that was found, those of the right verdict first; none is used twice. */
export function pair(
	expected: readonly ExpectedClaim[],
	found: readonly Pick<CheckedClaim, 'entry' | 'verdict'>[],
): (Pick<CheckedClaim, 'entry' | 'verdict'> | undefined)[] {
	const free = new Set(found);
	const pairs = expected.map((): Pick<CheckedClaim, 'entry' | 'verdict'> | undefined => undefined);
	for (const strict of [true, false]) {
		expected.forEach(({ entry, verdict }, index) => {
			if (pairs[index]) return;
			const match = [...free].find((claim) => entry.includes(claim.entry) && (!strict || claim.verdict === verdict));
			if (!match) return;
			free.delete(match);
			pairs[index] = match;
		});
	}
	return pairs;
}

export function measureFactcheck(checker: Pick<Checker, 'check'>, messages: readonly CheckedMessage[]): FactcheckResult[] {
	return [...Map.groupBy(messages, (message) => message.class)].map(([name, list]) => {
		let claims = 0;
		let entry = 0;
		let nothing = 0;
		let nothingMessages = 0;
		let surplus = 0;
		let verdict = 0;
		const wrong: FactcheckResult['wrong'][number][] = [];
		for (const message of list) {
			const report = checker.check(message.message);
			const got = report.claims.map((claim) => `${claim.entry} ${claim.verdict}`);
			if (message.claims.length === 0) {
				nothingMessages++;
				if (report.claims.length === 0) nothing++;
				else wrong.push({ got, message });
				continue;
			}
			const pairs = pair(message.claims, report.claims);
			claims += pairs.length;
			entry += pairs.filter((one) => one !== undefined).length;
			const right = pairs.filter((one, index) => one?.verdict === message.claims[index]!.verdict).length;
			verdict += right;
			surplus += report.claims.length - pairs.filter((one) => one !== undefined).length;
			if (right < pairs.length) wrong.push({ got, message });
		}
		return { class: name, claims, entry, messages: list.length, nothing, nothingMessages, surplus, verdict, wrong };
	});
}

/** The same task for BM25 over the same texts (MiniSearch with its defaults): the first entry above a score chosen on `tune`. It gives no verdict. */
export function createBm25Peer(dataset: Dataset, scoreMin: number): Pick<Checker, 'check'> {
	const search = new MiniSearch<{ id: string; text: string }>({ fields: ['text'], idField: 'id' });
	for (const entry of dataset.entries) {
		if (entry.kind === 'source') continue;
		search.add({ id: entry.id, text: [...namesOf(entry), ...textsOf(entry)].map(({ text }) => text).join('\n') });
	}
	return {
		check(text): Report {
			const claims = text
				.split(/[.!?。！？\n]+/u)
				.flatMap((sentence) => search.search(sentence).slice(0, 1))
				.filter(({ score }) => score >= scoreMin)
				.map(
					({ id }): CheckedClaim => ({
						agree: [],
						differ: [],
						entry: String(id),
						kind: 'fact',
						silent: [],
						strength: 1,
						text: '',
						verdict: 'Contested',
					}),
				);
			return { asked: [], claims, isCut: false, near: [], outcome: claims.length > 0 ? 'checked' : 'nothing' };
		},
	};
}

export interface Totals {
	readonly entry: number;
	readonly nothing: number;
	readonly verdict: number;
}

export function totalsOf(results: readonly FactcheckResult[]): Totals {
	const sum = (pick: (result: FactcheckResult) => number) => results.reduce((total, result) => total + pick(result), 0);
	const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
	return {
		entry: share(
			sum(({ entry }) => entry),
			sum(({ claims }) => claims),
		),
		nothing: share(
			sum(({ nothing }) => nothing),
			sum(({ nothingMessages }) => nothingMessages),
		),
		verdict: share(
			sum(({ verdict }) => verdict),
			sum(({ claims }) => claims),
		),
	};
}
