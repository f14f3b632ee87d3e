/**
 * Datasets of any size for measuring: the real entries, and after them invented ones whose names are built like real
 * names from syllables. The generator is seeded, so that every run measures the same.
 */
import type { Entry } from '../../src/dataset/schema.ts';

const ONSETS = [
	'',
	'b',
	'ch',
	'd',
	'g',
	'h',
	'k',
	'kh',
	'l',
	'm',
	'n',
	'p',
	'r',
	's',
	'sh',
	't',
	'ts',
	'v',
	'y',
	'z',
	'zh',
	'br',
	'st',
	'tr',
	'gr',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ei', 'ya'];
const CODAS = ['', '', '', 'n', 'r', 'l', 'k', 's', 'v', 'ng', 'sk', 'm'];
const HEADS = [
	'Battle of',
	'Treaty of',
	'Incident of',
	'Convention of',
	'Siege of',
	'Raid on',
	'Deaths at',
	'Losses at',
	'Conference of',
	'Occupation of',
	'Bay of',
	'Island of',
];
const KANA = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロン'];
const CYRILLIC = ['ба', 'ви', 'го', 'да', 'зе', 'ки', 'ла', 'мо', 'ну', 'по', 'ра', 'си', 'то', 'ха', 'чи', 'ша'];

/** A small generator (mulberry32): fast, seeded, even. */
export function createDice(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let value = Math.imul(state ^ (state >>> 15), 1 | state);
		value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
		return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** `size` entries: real ones as far as they go, then invented ones. */
export function corpusOf(real: readonly Entry[], size: number): Entry[] {
	const dice = createDice(1945);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)]!;
	const word = () => {
		let out = '';
		for (let i = 2 + Math.floor(dice() * 3); i > 0; i--) out += pick(ONSETS) + pick(VOWELS) + (i === 1 ? pick(CODAS) : '');
		return out.charAt(0).toUpperCase() + out.slice(1);
	};
	const times = (list: readonly string[], from: number, to: number) =>
		Array.from({ length: from + Math.floor(dice() * (to - from)) }, () => pick(list)).join('');
	const entries = real.slice(0, size);
	while (entries.length < size) {
		const place = word();
		const head = pick(HEADS);
		const year = 1600 + Math.floor(dice() * 400);
		entries.push({
			accounts: [{ at: 'p. 1', says: `${place} is described by ${word()} as ${word()} and ${word()}.`, source: 'none' }],
			aliases: {
				spelling: [`${place} ${year}`, `${head} ${word()} ${word()}`, place.toLowerCase()],
				transliteration: [times(CYRILLIC, 2, 5), times(KANA, 3, 6)],
			},
			id: `invented-${entries.length}`,
			kind: 'event',
			name: { en: `${head} ${place}`, ja: times(KANA, 3, 7), ru: times(CYRILLIC, 3, 6) },
			summary: `An invented entry on ${place} and ${word()}.`,
			topics: ['memory'],
			when: { date: String(year) },
		} as Entry);
	}
	return entries;
}
