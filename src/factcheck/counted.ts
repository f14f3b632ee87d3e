/** What a number counts, in classes that tell sibling estimates apart: the dead from the captured, ships from men. */
import type { FiguresEntry } from '../dataset/schema.ts';

const CLASSES: readonly (readonly [name: string, pattern: RegExp])[] = [
	[
		'dead',
		/\b(?:die[ds]?|dying|dead|deaths?|kill\w*|perish\w*|murder\w*|massacr\w*|slaughter\w*|fell|fallen|shot|execut\w*|drown\w*|victims?|lives|buried|burn\w*|graves?|remains|bones|bodies)\b|погиб\p{L}*|умер\p{L}*|убит\p{L}*|убил\p{L}*|расстрел\p{L}*|мёртв\p{L}*|жертв\p{L}*|смерт\p{L}*|сожг\p{L}*|死(?!傷)|殺|亡くな|犠牲|遺骨/iu,
	],
	['wounded', /\b(?:wounded|injured|hurt|sick)\b|ранен\p{L}*|負傷|戦傷/iu],
	[
		'captured',
		/\b(?:captur\w*|prisoners?|pows?|p\.o\.w|intern\w*|captiv\w*|taken|dragged|deported|held|hostages?|seized|grabbed|disarmed|camps?|gulag|detain\w*)\b|плен\p{L}*|интернир\p{L}*|лагер\p{L}*|捕虜|抑留|連行|俘虜/iu,
	],
	['casualties', /\b(?:casualt\w*|loss|losses|lost|lose)\b|потер\p{L}*|損害|損失|死傷|失っ|失い/iu],
	['missing', /\b(?:missing|vanish\w*|disappear\w*|never heard)\b|пропа\p{L}*|行方不明/iu],
	[
		'force',
		/\b(?:troops|strength|strong|garrison|faced|defended|landed|sent|fought|massed|took part|army of|force)\b|войск\p{L}*|группировк\p{L}*|兵力|投入|派遣|出兵|上陸/iu,
	],
	['aircraft', /\b(?:planes?|aircraft|aeroplanes?|fighters?)\b|самол[её]т\p{L}*|飛行機|航空機|[\d万千百]機/iu],
	['airmen', /\b(?:airmen|airman|pilots?|crew)\b|л[её]тчик\p{L}*|搭乗員|パイロット/iu],
	['ships', /\b(?:ships?|vessels?|freighters?|boats?|steamers?)\b|суд(?:а|ов|но)(?!\p{L})|корабл\p{L}*|隻|艘|船/iu],
	['divisions', /\bdivisions?\b|дивизи\p{L}*|師団/iu],
	['percent', /%|\bper ?cent\b|\bshare\b|процент\p{L}*|割|パーセント|％/iu],
	['money', /\b(?:dollars?|yen|taels?|rubles?|roubles?|pounds?|cost|worth|loans?|usd)\b|\$|доллар\p{L}*|иен\p{L}*|円|ドル|戦費/iu],
	[
		'civilians',
		/\b(?:civilians?|settlers?|residents?|inhabitants?|refugees?|villagers?|families|women|islanders)\b|мирн\p{L}*|жител\p{L}*|поселен\p{L}*|беженц\p{L}*|民間|住民|開拓団|島民|避難民|居留民/iu,
	],
	['listed', /\b(?:names?|lists?|named|identified|records?)\b|спис\p{L}*|имен\p{L}*|名簿|氏名|身元/iu],
	['votes', /\b(?:vot\w*|ballots?)\b|голос\p{L}*|投票|賛成票/iu],
	['signatures', /\b(?:signatures?|petition|signed)\b|подпис\p{L}*|署名/iu],
	['volunteers', /\bvolunteers?\b|доброволь?\p{L}*|志願|義勇/iu],
	['islands', /\bislands?\b|остров\p{L}*|島(?!民)/iu],
	[
		'trial',
		/\b(?:defendants?|convict\w*|tried|sentenced|trial|court|accused|stood)\b|подсуд\p{L}*|осужд\p{L}*|осуди\p{L}*|суд(?!а|ов|но)|被告|裁判|有罪/iu,
	],
	['personnel', /\b(?:served|personnel|members?|staff|worked)\b|служи\p{L}*|сотрудник\p{L}*|隊員|要員/iu],
	['yearly', /\b(?:a|per|each|every) year\b|\bannually\b|yearly|в год|ежегодно|年間|毎年/iu],
	['survivors', /\b(?:surviv\w*|alive)\b|выжи\p{L}*|生存|生き残/iu],
	[
		'opinion',
		/\b(?:opinions?|views?|viewed|feel\w*|poll|surveys?|like|dislike|oppose|against|think|trust|negative\w*|unfavou?rabl\w*)\b|опрос\p{L}*|относ\p{L}*|против|世論|調査|好感|親しみ/iu,
	],
];

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
