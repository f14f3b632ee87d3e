/** What a number counts, in classes that tell sibling estimates apart: the dead from the captured, ships from men. */
import type { FiguresEntry } from '../dataset/schema.ts';
import type { Reading } from './reading.ts';

const CLASSES: readonly (readonly [name: string, pattern: RegExp])[] = [
	[
		'dead',
		/\b(?:die[ds]?|dying|dead|deaths?|kill\w*|perish\w*|murder\w*|massacr\w*|slaughter\w*|fell|fallen|shot|execut\w*|drown\w*|victims?|lives|buried|burn\w*|graves?|remains|bones|bodies)\b|погиб[а-яё]*|умер[а-яё]*|убит[а-яё]*|убил[а-яё]*|расстрел[а-яё]*|мёртв[а-яё]*|жертв[а-яё]*|смерт[а-яё]*|сожг[а-яё]*|死(?!傷)|殺|亡くな|犠牲|遺骨/iu,
	],
	['wounded', /\b(?:wounded|injured|hurt|sick)\b|ранен[а-яё]*|負傷|戦傷/iu],
	[
		'captured',
		/\b(?:captur\w*|prisoners?|pows?|p\.o\.w|intern\w*|captiv\w*|taken|dragged|deported|held|hostages?|seized|grabbed|disarmed|camps?|gulag|detain\w*)\b|плен[а-яё]*|интернир[а-яё]*|лагер[а-яё]*|捕虜|抑留|連行|俘虜/iu,
	],
	['casualties', /\b(?:casualt\w*|loss|losses|lost|lose)\b|потер[а-яё]*|損害|損失|死傷|失っ|失い/iu],
	['missing', /\b(?:missing|vanish\w*|disappear\w*|never heard)\b|пропа[а-яё]*|行方不明/iu],
	[
		'force',
		/\b(?:troops|strength|strong|garrison|faced|defended|landed|sent|fought|massed|took part|army of|force)\b|войск[а-яё]*|группировк[а-яё]*|兵力|投入|派遣|出兵|上陸/iu,
	],
	['aircraft', /\b(?:planes?|aircraft|aeroplanes?|fighters?)\b|самол[её]т[а-яё]*|飛行機|航空機|[\d万千百]機/iu],
	['airmen', /\b(?:airmen|airman|pilots?|crew)\b|л[её]тчик[а-яё]*|搭乗員|パイロット/iu],
	['ships', /\b(?:ships?|vessels?|freighters?|boats?|steamers?)\b|суд(?:а|ов|но)(?!\p{L})|корабл[а-яё]*|隻|艘|船/iu],
	['divisions', /\bdivisions?\b|дивизи[а-яё]*|師団/iu],
	['percent', /%|\bper ?cent\b|\bshare\b|процент[а-яё]*|割|パーセント|％/iu],
	['money', /\b(?:dollars?|yen|taels?|rubles?|roubles?|pounds?|cost|worth|loans?|usd)\b|\$|доллар[а-яё]*|иен[а-яё]*|円|ドル|戦費/iu],
	[
		'civilians',
		/\b(?:civilians?|settlers?|residents?|inhabitants?|refugees?|villagers?|families|women|islanders)\b|мирн[а-яё]*|жител[а-яё]*|поселен[а-яё]*|беженц[а-яё]*|民間|住民|開拓団|島民|避難民|居留民/iu,
	],
	['listed', /\b(?:names?|lists?|named|identified|records?)\b|спис[а-яё]*|имен[а-яё]*|名簿|氏名|身元/iu],
	['votes', /\b(?:vot\w*|ballots?)\b|голос[а-яё]*|投票|賛成票/iu],
	['signatures', /\b(?:signatures?|petition|signed)\b|подпис[а-яё]*|署名/iu],
	['volunteers', /\bvolunteers?\b|доброволь?\p{L}*|志願|義勇/iu],
	['islands', /\bislands?\b|остров[а-яё]*|島(?!民)/iu],
	[
		'trial',
		/\b(?:defendants?|convict\w*|tried|sentenced|trial|court|accused|stood)\b|подсуд[а-яё]*|осужд[а-яё]*|осуди[а-яё]*|суд(?!а|ов|но)|被告|裁判|有罪/iu,
	],
	['personnel', /\b(?:served|personnel|members?|staff|worked)\b|служи[а-яё]*|сотрудник[а-яё]*|隊員|要員/iu],
	['yearly', /\b(?:a|per|each|every) year\b|\bannually\b|yearly|в год|ежегодно|年間|毎年/iu],
	['survivors', /\b(?:surviv\w*|alive)\b|выжи[а-яё]*|生存|生き残/iu],
	[
		'opinion',
		/\b(?:opinions?|views?|viewed|feel\w*|poll|surveys?|like|dislike|oppose|against|think|trust|negative\w*|unfavou?rabl\w*)\b|опрос[а-яё]*|относ[а-яё]*|против|世論|調査|好感|親しみ/iu,
	],
];

const classed = (...names: readonly string[]) =>
	CLASSES.reduce((bits, [name], index) => (names.includes(name) ? bits | (1 << index) : bits), 0);
const DEATH = classed('dead', 'casualties');
const CAPTIVITY = classed('captured');

/** “Shot 600,000”, “600,000 prisoners were murdered”, 60万人が殺された: the number itself is said to be of the dead, whoever they had been. */
const KILLED_BEFORE =
	/(?:\b(?:kill|murder|shoot|shot|execut|massacr|slaughter|exterminat|butcher)\w*|(?<!\p{L})(?:убил|убит|расстрел|уничтож|умертв|погуб)[а-яё]*) (?:(?:about|around|some|over|nearly|almost|at least|more than|up to|около|более|свыше|почти|до|примерно|все|всех) )*$/iu;
const KILLED_AFTER =
	/^(?:(?!\b(?:and|who|whom|which|where|captur\w*|taken|intern\w*|deport\w*|sent|held|detain\w*)\b|(?<!\p{L})(?:(?:и|из)(?!\p{L})|взя|плени|угна|попа)|のうち|抑留|連行|捕虜に)[^\d,.;:()—–、。])*?(?:\b(?:killed|murdered|shot|executed|massacred|slaughtered|exterminated|butchered|died|perished)\b|(?<!\p{L})(?:убит[аоы]?|убил[аои]?|расстрелял[аои]?|расстрелян[аоы]?|погиб(?:л[аои])?|умер(?:л[аои])?|уничтож(?:ил|ен)[аоиы]?)(?!\p{L})|殺(?!到)|処刑|死ん|死亡)/iu;

/** Whether all that a clause counts is said to have been killed or to have died. */
export function countsDead({ amounts, stance }: Pick<Reading, 'amounts' | 'stance'>): boolean {
	const text = stance.text.toLowerCase();
	return (
		amounts.length > 0 &&
		amounts.every(({ percent, text: amount }) => {
			const at = text.indexOf(amount);
			return !percent && at >= 0 && (KILLED_BEFORE.test(text.slice(0, at)) || KILLED_AFTER.test(text.slice(at + amount.length)));
		})
	);
}

/** Whether an estimate is of captives, and not of the dead. */
export function isOfCaptives(entry: FiguresEntry): boolean {
	const own = countedOf(entry);
	return (own & CAPTIVITY) !== 0 && (own & DEATH) === 0;
}

/** Whether an estimate is of the dead. */
export const isOfDead = (entry: FiguresEntry): boolean => (countedOf(entry) & DEATH) !== 0;

/** The classes of which a text speaks, as bits. */
export function countedIn(text: string): number {
	let bits = 0;
	CLASSES.forEach(([, pattern], index) => {
		if (pattern.test(text)) bits |= 1 << index;
	});
	return bits;
}

const known = new WeakMap<FiguresEntry, number>();

/** The classes that an estimate counts. */
function countedOf(entry: FiguresEntry): number {
	let bits = known.get(entry);
	if (bits === undefined) {
		bits = countedIn(`${entry.name.en} ${entry.asks.en} ${entry.unit}`);
		known.set(entry, bits);
	}
	return bits;
}

const countOf = (bits: number) => {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
};

/** How what a clause counts, as bits, differs from what an estimate counts. */
export function differenceOf(
	entry: FiguresEntry,
	bits: number,
): { readonly extra: number; readonly missing: number; readonly shared: number } {
	const own = countedOf(entry);
	return { extra: countOf(bits & ~own), missing: countOf(own & ~bits), shared: countOf(own & bits) };
}
