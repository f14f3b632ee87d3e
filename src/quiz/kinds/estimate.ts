/** A number to be typed. Where sources differ, any cited number is right and naming its source is rewarded. */
import { nameOf } from '../../cards/names.ts';
import { voiceOf } from '../../cards/voices.ts';
import type { Account, Topic } from '../../dataset/schema.ts';
import { boundsOf } from '../../dataset/walk.ts';
import { firmAccounts, type Knowledge } from '../knowledge.ts';
import { type Plan, plan } from '../plan.ts';
import { toldOf } from '../question.ts';

export function estimatePlans(entry: Topic, knowledge: Knowledge): Plan[] {
	if (entry.kind !== 'figures') return [];
	const accounts = entry.accounts.filter(({ part, reports }) => !part && !reports);
	if (accounts.length === 0) return [];
	const distinct = new Set(accounts.map(({ value }) => boundsOf(value).join()));
	const [first] = accounts;
	// Whoever has given several numbers over time cannot be asked for “theirs”.
	if (distinct.size === 1 && entry.accounts.some((other) => isSameVoice(other, first!) && !distinct.has(boundsOf(other.value).join())))
		return [];
	return [
		plan(entry, 'estimate', [], 0.65, ({ speaker }) => {
			const asks = nameOf(entry.asks, speaker);
			const contested = distinct.size > 1;
			return {
				...(contested ? {} : { according: { at: first!.at, ...(first!.by ? { by: first!.by } : {}), source: first!.source } }),
				cited: accounts.map(({ at, source }) => ({ at, source })),
				number: {
					accepts: accounts.map(({ by, source, value }) => ({ ...(by ? { by } : {}), source, value })),
					type: 'number',
					unit: entry.unit,
				},
				prompt: contested
					? speaker.say('quiz.ask.estimate.contested', { asks, count: distinct.size })
					: speaker.say('quiz.ask.estimate', { asks, voice: voiceOf(first!, knowledge.dataset, speaker).name }),
				told: spread(firmAccounts(entry).filter((account) => accounts.includes(account as (typeof accounts)[number]))).map((account) =>
					toldOf(account),
				),
			};
		}),
	];
}

const isSameVoice = (a: Account, b: Account) => (a.by === undefined || b.by === undefined ? a.source === b.source : a.by === b.by);

/** From the lowest to the highest, evenly, where there are more than can be shown. */
function spread<T extends { readonly value?: unknown }>(accounts: readonly T[], most = 4): T[] {
	const low = (account: T) => boundsOf(account.value as Parameters<typeof boundsOf>[0])[0];
	const sorted = accounts.toSorted((a, b) => low(a) - low(b));
	return sorted.length <= most
		? sorted
		: Array.from({ length: most }, (_, index) => sorted[Math.round((index * (sorted.length - 1)) / (most - 1))]!);
}
