/** What a text gives that is compared by value rather than by word: numbers, dates, how long it lasted, and which of two came first. */
import { datesIn, type FoundDate } from '../search/dates.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { isSameDate, type Span } from './dates.ts';
import { type Duration, durationsIn, lastsAsLong } from './durations.ts';
import { groupCounts, withPlainBounds } from './plain-amounts.ts';

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
		/\b(?:first|earliest)\b|(?<!\p{L})(?:перв[а-яё]{1,3}|впервые)(?!\p{L})|最初|初め|第一|初の/iu,
		/\b(?:last|final|second|third)\b|(?<!\p{L})(?:последн[а-яё]+|втор[а-яё]{1,3}|треть[а-яё]{1,2})(?!\p{L})|最後|第二|二度目|二番目/iu,
	],
	[/\bnorth\w*|северн[а-яё]+|север[а-яё]?(?!\p{L})|北(?!方領土|海道|京|朝鮮)/iu, /\bsouth\w*|южн[а-яё]+|юг[а-яё]?(?!\p{L})|南/iu],
	[/\beast\w*|восточн[а-яё]+|東(?!京|郷|条)/iu, /\bwest\w*|западн[а-яё]+|西/iu],
	[
		/\b(?:more|over|above|most|majority|exceed\w*|larger|bigger|increas\w*|rose|up)\b|больше|более|свыше|большинств[а-яё]+|以上|超え|多く|増え/iu,
		/\b(?:less|fewer|under|below|minority|smaller|decreas\w*|fell|down|few)\b|меньше|менее|меньшинств[а-яё]+|以下|未満|少な|減/iu,
	],
	[
		/\b(?:all|every|everyone|entire(?:ly)?|whole|both|full(?:y)?)\b|(?<!\p{L})(?:все|всех|всё|вся|весь|оба|обе|целиком|полностью)(?!\p{L})|全部|全員|すべて|全て|両方|全島/iu,
		/\b(?:some|part(?:ly|ial(?:ly)?)?|half|few|only one|several|most)\b|(?<!\p{L})(?:част[а-яё]+|половин[а-яё]+|некотор[а-яё]+|лишь|только)(?!\p{L})|一部|半分|だけ|のみ/iu,
	],
	[
		/\b(?:accept\w*|agree[sd]?|approv\w*|ratif\w+|grant\w*|allow\w*|support\w*)\b|соглас[а-яё]+|принял[а-яё]*|одобр[а-яё]+|разреш[а-яё]+|поддерж[а-яё]+|受け入れ|承認|同意|認め|支持/iu,
		/\b(?:reject\w*|refus\w*|declin\w*|turned down|veto\w*|oppos\w*|denied|forbade|banned)\b|отказ[а-яё]+|отверг[а-яё]+|отклон[а-яё]+|запрет[а-яё]+|拒否|拒ん|断っ|退け|反対|禁/iu,
	],
	[
		/\b(?:win|wins|won|victor\w*|beat|defeated)\b|побед[а-яё]+|выигра[а-яё]+|разгром[а-яё]+|勝/iu,
		/\b(?:lost|loses?|losing|draw|stalemate|was defeated|were defeated)\b|проигра[а-яё]+|поражени[а-яё]+|ничь[а-яё]+|負|敗|引き分け/iu,
	],
	[
		/\b(?:got|gain(?:ed|s)?|receiv\w*|acquir\w*|took|seized|obtain\w*)\b|получ[а-яё]+|приобр[а-яё]+|забра[а-яё]+|獲得|得た|手に入れ|もらっ/iu,
		/\b(?:gave|give[ns]?|ceded?|cession|handed|lost|renounc\w*|surrender\w*|gave up|return(?:ed|s)?)\b|отда[а-яё]+|уступ[а-яё]+|переда[а-яё]+|верну[а-яё]+|отказал[а-яё]+|譲|渡し|放棄|返還|手放/iu,
	],
	[
		/\b(?:alive|surviv\w+|lived|returned|came back|went home)\b|выжи[а-яё]+|вернул[а-яё]+|生き|生存|帰国|帰還/iu,
		/\b(?:dead|died|killed|perished|never returned|executed|shot)\b|погиб[а-яё]+|умер[а-яё]*|убит[а-яё]*|расстрел[а-яё]+|死|殺/iu,
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
	// As messages are read: “two thousand prisoners” is no year, and “two and a half thousand” not two.
	const { dates, rest } = datesIn(withPlainBounds(groupCounts(text)));
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
