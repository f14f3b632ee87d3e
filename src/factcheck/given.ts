/** What a text gives that is compared by value rather than by word: numbers, dates, how long it lasted, and which of two came first. */
import { datesIn, type FoundDate } from '../search/dates.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { isSameDate, type Span } from './dates.ts';
import { type Duration, durationsIn, lastsAsLong } from './durations.ts';

export interface Given {
	readonly amounts: readonly (readonly [low: number, high: number])[];
	readonly dates: readonly Span[];
	readonly durations: readonly Duration[];
	/** The side of each pair of turns that it names, by the place of the pair in `TURNS`. */
	readonly turns: readonly (readonly [pair: number, side: -1 | 1])[];
}

/** Pairs of words of which one in the place of the other turns the sense about. */
const TURNS: readonly (readonly [first: RegExp, second: RegExp])[] = [
	[
		/\bbefore\b|\bprior to\b|\bahead of\b|(?<!\p{L})(?:до|перед|раньше|прежде)(?!\p{L})|前に|以前|より前/iu,
		/\bafter\b|\bfollowing\b|\blater than\b|(?<!\p{L})(?:после|позже)(?!\p{L})|後に|以後|のあと|の後/iu,
	],
	[
		/\b(?:first|earliest)\b|(?<!\p{L})(?:перв\p{L}{1,3}|впервые)(?!\p{L})|最初|初め|第一|初の/iu,
		/\b(?:last|final|second|third)\b|(?<!\p{L})(?:последн\p{L}+|втор\p{L}{1,3}|треть\p{L}{1,2})(?!\p{L})|最後|第二|二度目|二番目/iu,
	],
	[/\bnorth\p{L}*|северн\p{L}+|север\p{L}?(?!\p{L})|北(?!方領土|海道|京|朝鮮)/iu, /\bsouth\p{L}*|южн\p{L}+|юг\p{L}?(?!\p{L})|南/iu],
	[/\beast\p{L}*|восточн\p{L}+|東(?!京|郷|条)/iu, /\bwest\p{L}*|западн\p{L}+|西/iu],
	[
		/\b(?:more|over|above|most|majority|exceed\p{L}*|larger|bigger|increas\p{L}*|rose|up)\b|больше|более|свыше|большинств\p{L}+|以上|超え|多く|増え/iu,
		/\b(?:less|fewer|under|below|minority|smaller|decreas\p{L}*|fell|down|few)\b|меньше|менее|меньшинств\p{L}+|以下|未満|少な|減/iu,
	],
	[
		/\b(?:all|every|everyone|entire(?:ly)?|whole|both|full(?:y)?)\b|(?<!\p{L})(?:все|всех|всё|вся|весь|оба|обе|целиком|полностью)(?!\p{L})|全部|全員|すべて|全て|両方|全島/iu,
		/\b(?:some|part(?:ly|ial(?:ly)?)?|half|few|only one|several|most)\b|(?<!\p{L})(?:част\p{L}+|половин\p{L}+|некотор\p{L}+|лишь|только)(?!\p{L})|一部|半分|だけ|のみ/iu,
	],
	[
		/\b(?:accept\p{L}*|agree[sd]?|approv\p{L}*|ratif\p{L}+|grant\p{L}*|allow\p{L}*|support\p{L}*)\b|соглас\p{L}+|принял\p{L}*|одобр\p{L}+|разреш\p{L}+|поддерж\p{L}+|受け入れ|承認|同意|認め|支持/iu,
		/\b(?:reject\p{L}*|refus\p{L}*|declin\p{L}*|turned down|veto\p{L}*|oppos\p{L}*|denied|forbade|banned)\b|отказ\p{L}+|отверг\p{L}+|отклон\p{L}+|запрет\p{L}+|拒否|拒ん|断っ|退け|反対|禁/iu,
	],
	[
		/\b(?:win|wins|won|victor\p{L}*|beat|defeated)\b|побед\p{L}+|выигра\p{L}+|разгром\p{L}+|勝/iu,
		/\b(?:lost|loses?|losing|draw|stalemate|was defeated|were defeated)\b|проигра\p{L}+|поражени\p{L}+|ничь\p{L}+|負|敗|引き分け/iu,
	],
	[
		/\b(?:got|gain(?:ed|s)?|receiv\p{L}*|acquir\p{L}*|took|seized|obtain\p{L}*)\b|получ\p{L}+|приобр\p{L}+|забра\p{L}+|獲得|得た|手に入れ|もらっ/iu,
		/\b(?:gave|give[ns]?|ceded?|cession|handed|lost|renounc\p{L}*|surrender\p{L}*|gave up|return(?:ed|s)?)\b|отда\p{L}+|уступ\p{L}+|переда\p{L}+|верну\p{L}+|отказал\p{L}+|譲|渡し|放棄|返還|手放/iu,
	],
	[
		/\b(?:alive|surviv\p{L}+|lived|returned|came back|went home)\b|выжи\p{L}+|вернул\p{L}+|生き|生存|帰国|帰還/iu,
		/\b(?:dead|died|killed|perished|never returned|executed|shot)\b|погиб\p{L}+|умер\p{L}*|убит\p{L}*|расстрел\p{L}+|死|殺/iu,
	],
];

function turnsIn(text: string): Given['turns'] {
	return TURNS.flatMap(([first, second], pair): [number, -1 | 1][] => {
		const a = first.test(text);
		const b = second.test(text);
		return a === b ? [] : [[pair, a ? 1 : -1]];
	});
}

/** `undefined` where a text gives none of them. */
export function givenIn(text: string): Given | undefined {
	const { dates, rest } = datesIn(text);
	const plain = rest.normalize('NFKC').toLowerCase();
	const amounts = amountsIn(plain).map(({ high, low }) => [low, high] as const);
	const durations = durationsIn(plain);
	const turns = turnsIn(text);
	if (dates.length + amounts.length + durations.length + turns.length === 0) return undefined;
	return { amounts, dates: dates.map(({ from, to }) => [from, to] as const), durations, turns };
}

/** How many of the values of a clause a text gives too, how many it gives another in place of, and how many only one of them gives. */
export interface GivenAlike {
	readonly amounts: { readonly against: number; readonly same: number };
	readonly dates: { readonly against: number; readonly same: number };
	readonly durations: { readonly against: number; readonly same: number };
	readonly turns: { readonly against: number; readonly same: number };
}

const NOTHING: Given = { amounts: [], dates: [], durations: [], turns: [] };

export function givenAlike(
	{
		amounts,
		dates,
		durations,
		turns,
	}: {
		readonly amounts: readonly Amount[];
		readonly dates: readonly FoundDate[];
		readonly durations: readonly Duration[];
		readonly turns: Given['turns'];
	},
	given: Given = NOTHING,
): GivenAlike {
	const sameAmounts = amounts.filter(({ high, low }) => given.amounts.some((one) => low <= one[1] * 1.02 && one[0] <= high * 1.02)).length;
	const sameDates = dates.filter((date) => given.dates.some((span) => isSameDate(date, span))).length;
	const sameDurations = durations.filter((duration) => given.durations.some((one) => lastsAsLong(one, duration))).length;
	const sides = new Map(given.turns);
	const sameTurns = turns.filter(([pair, side]) => sides.get(pair) === side).length;
	/** Of so many here and so many there: those that have no match stand against each other. */
	const alike = (here: number, there: number, same: number) => ({ against: Math.min(here, there) - Math.min(same, there), same });
	return {
		amounts: alike(amounts.length, given.amounts.length, sameAmounts),
		dates: alike(dates.length, given.dates.length, sameDates),
		durations: alike(durations.length, given.durations.length, sameDurations),
		turns: { against: turns.filter(([pair, side]) => sides.get(pair) === -side).length, same: sameTurns },
	};
}
