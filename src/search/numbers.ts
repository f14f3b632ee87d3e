import { anyOf, isNumberless, SUFFIXES, withDigits } from './numerals.ts';

/** Numbers in the ways people write them: 60,000 · 60 000 · 60k · 0.6m · 60万 · 6万2千 · 60 тыс. · 1,5 млн. */

const DIGITS = String.raw`\d{1,3}(?:[,.\u00A0\u202F ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?`;
/** Japanese leaves no blank around a number: 死者約6万, 60万抑留. What is counted in ten thousands is no part of a name. */
const ENDS = String.raw`(?:(?<=\d{5}|[万萬億])(?=\p{Script=Han})|(?![[\p{L}\d]--[人名の以余ほ명]]))`;
const NUMBER = new RegExp(
	`(?<![[\\p{L}\\d]--[約計者数はがにもで]])(?<digits>${DIGITS})[ \\-]?(?<suffix>${anyOf(SUFFIXES)})?${ENDS}`,
	'giv',
);
/** What stands between two numbers of which the second has the scale of both: 50–60k, between 50 and 60 thousand, 5〜6万. */
const UP_TO = new RegExp(
	`^ ?(?:[\\-–—−~〜]|(?:to|or|and|до|или|и)(?!\\p{L})|から) ?(?<digits>\\d+(?:[.,]\\d+)?)[ \\-]?(?<suffix>${anyOf(SUFFIXES)})${ENDS}`,
	'v',
);
/** Of two numbers in full: 50,000–60,000. */
const RANGE_BEHIND = /^ ?(?:[-–—−~〜]|(?:to|до)(?!\p{L})|から) ?\d/u;
const BETWEEN = /^ ?(?:[-–—−~〜]|to|до|から) ?$/u;
/** What is counted, in one character that belongs to the number. */
const COUNTER = /^[人名機隻両件]/u;
const MYRIADS = /(?<man>\d+(?:\.\d+)?)[万萬만](?<sen>\d+)千?(?<ones>\d{3})?/u;

/** What follows a number that counts, and is part of no name. */
const COUNTED =
	/^ ?(?:sq|square|km|people|persons|men|dead|killed|soldiers|troops|prisoners|pows|ships|planes|aircraft|islanders|residents|votes|signatures|victims|casualties|deaths|человек|погиб|убит|умер|пленн|кв|судов|самол|жител|подпис|голос)/u;

/** Smaller whole numbers are articles or days, unless a per cent sign makes them shares. */
const SMALLEST = 20;
const PERCENT = /^ ?(?:%|percent|per cent|процент|パーセント|割)/u;

export interface FoundNumber {
	/** Written as plain short digits, which may as well be part of a name: “unit 731”. */
	readonly bare: boolean;
	/** An end of a range: what is meant may as well lie beside it. */
	readonly isEnd?: boolean;
	readonly text: string;
	readonly value: number;
}

/** Every quantity in `text`, in order. */
export function numbersIn(text: string): FoundNumber[] {
	const found: FoundNumber[] = [];
	if (isNumberless(text)) return found;
	const plain = withDigits(text.normalize('NFKC').toLowerCase());
	if (!/\d/.test(plain)) return found;
	const myriad = MYRIADS.exec(plain);
	if (myriad?.groups) {
		const sen = myriad.groups.sen!;
		const value = Number(myriad.groups.man) * 1e4 + (sen.length === 4 ? Number(sen) : Number(sen) * 1e3 + Number(myriad.groups.ones ?? 0));
		found.push({ bare: false, text: myriad[0], value });
	}
	let end = 0;
	let isUpTo = false;
	for (const match of plain.matchAll(NUMBER)) {
		if (myriad && match.index >= myriad.index && match.index < myriad.index + myriad[0].length) continue;
		const { digits } = match.groups!;
		const rest = plain.slice(match.index + match[0].length);
		const grouped = /^\d{1,3}(?:[,.\u00A0\u202F ]\d{3})+$/.test(digits!);
		const value = grouped ? Number(digits!.replace(/\D/g, '')) : Number(digits!.replace(',', '.'));
		const upTo = match.groups!.suffix || grouped ? undefined : UP_TO.exec(rest)?.groups;
		const suffix = match.groups!.suffix ?? (upTo && value < Number(upTo.digits!.replace(',', '.')) ? upTo.suffix : undefined);
		const scaled = value * (suffix ? SUFFIXES[suffix]! : 1);
		const share = PERCENT.test(rest) || !Number.isInteger(value);
		const isRange = isUpTo || BETWEEN.test(plain.slice(end, match.index));
		end = match.index + match[0].length;
		isUpTo = upTo !== undefined && suffix === upTo.suffix;
		if (scaled < SMALLEST && !share) continue;
		const bare = !suffix && !grouped && !share && /^\d{2,4}$/.test(digits!) && !COUNTED.test(rest);
		const counter = COUNTER.exec(rest)?.[0] ?? '';
		const number = { bare, text: (match[0] + counter).trim(), value: Math.round(scaled * 100) / 100 };
		found.push(isUpTo || isRange || RANGE_BEHIND.test(rest) ? { ...number, isEnd: true } : number);
	}
	return found;
}
