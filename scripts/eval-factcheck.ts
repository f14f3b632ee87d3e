/** `npm run eval:factcheck [-- --wrong] [-- --split tune|held]`: quality of the check of messages by class, beside BM25 over the same texts. */
import { join } from 'node:path';
import { checkerOver } from '../src/knowledge.ts';
import { openLibrary } from '../src/library.ts';
import { createBm25Peer, type FactcheckResult, measureFactcheck, readMessages, totalsOf } from '../tests/eval/factcheck-measure.ts';

const root = join(import.meta.dirname, '..');
const flags = process.argv.slice(2);
const split = flags.includes('--split') ? flags[flags.indexOf('--split') + 1] : undefined;
const library = await openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });
const messages = readMessages().filter((message) => !split || message.split === split);
const checker = checkerOver(library);
checker.prepare();
const results = measureFactcheck(checker, messages);

const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3)).padStart(9);
console.log(
	`${'class'.padEnd(22)}${'messages'.padStart(9)}${'claims'.padStart(9)}${'entry'.padStart(9)}${'verdict'.padStart(9)}${'nothing'.padStart(9)}${'surplus'.padStart(9)}`,
);
for (const one of results) {
	console.log(
		`${one.class.padEnd(22)}${String(one.messages).padStart(9)}${String(one.claims).padStart(9)}${share(one.entry, one.claims)}${share(one.verdict, one.claims)}${share(one.nothing, one.nothingMessages)}${String(one.surplus).padStart(9)}`,
	);
}
const line = (name: string, list: readonly FactcheckResult[]) => {
	const { entry, nothing, verdict } = totalsOf(list);
	console.log(`${name.padEnd(22)} entry ${entry.toFixed(3)}  verdict ${verdict.toFixed(3)}  nothing ${nothing.toFixed(3)}`);
};
console.log('');
line('Variorum', results);
line(
	'without other-history',
	results.filter((one) => one.class !== 'other-history'),
);
// The score that serves BM25 best on the tune part: entries found and nothing left alone, together.
line('BM25', measureFactcheck(createBm25Peer(library.dataset, 24), messages));

// Of one that is repeated only the first is read: what is said twice is known. A prime step leads once to each, in an order that is not the set's own.
const STEP = 1_009;
const LONG = 2_000;
const mixed = messages.map((_, place) => messages[(place * STEP) % messages.length]!.message);
const times = Array.from({ length: 200 }, () => {
	let text = '';
	while (text.length < LONG) text += `${mixed.pop()}\n`;
	return text.slice(0, LONG);
})
	.map((text) => {
		const from = performance.now();
		checker.check(text);
		return performance.now() - from;
	})
	.sort((a, b) => a - b);
console.log(
	`\n2,000 characters: median ${times[times.length >> 1]!.toFixed(1)} ms, p99 ${times[Math.floor(times.length * 0.99)]!.toFixed(1)} ms`,
);

// What went wrong is shown of the tune part only: the held part is for counting.
if (flags.includes('--wrong')) {
	for (const { wrong } of results) {
		for (const { got, message } of wrong) {
			if (message.split === 'held') continue;
			console.log(
				`${message.class.padEnd(14)} ${message.message}\n${' '.repeat(15)}got ${got.join('; ') || '-'}\n${' '.repeat(15)}want ${message.claims.map(({ entry, verdict }) => `${entry.join('|')} ${verdict}`).join('; ') || '-'}`,
			);
		}
	}
}
