/** The states and peoples of which a text speaks, in the order in which they stand: who did it, whose dead are counted. */

const ACTORS: readonly (readonly [name: string, pattern: string])[] = [
	[
		'japan',
		String.raw`\bjapan\w*|\btokyo\b|\bimperial army\b|\bkwantung\b|япон[а-яё]+|токио|квантунск[а-яё]+|日本|日(?=ソ|露|本)|関東軍|東京(?!裁判)`,
	],
	[
		'russia',
		String.raw`\brussia\w*|\bsoviets?\b|\bussr\b|\bmoscow\b|\bkremlin\b|\bstalin\b|\bred army\b|росси[а-яё]+|русск[а-яё]+|советск[а-яё]+|ссср|москв\p{L}|сталин[а-яё]*|красн[а-яё]+ арми[а-яё]+|ソ連|ソビエト|ロシア|赤軍|スターリン|露軍`,
	],
	['mongolia', String.raw`\bmongol\w*|монгол[а-яё]*|мнр|モンゴル|蒙古`],
	['china', String.raw`\bchin(?:a|ese)\b|\bbeijing\b|\bkuomintang\b|кита[а-яё]+|中国|支那|国民党`],
	['america', String.raw`\bamerica\w*|\busa?\b|\bu\.s\.|\bwashington\b|\byanks?\b|\bdulles\b|америк[а-яё]+|сша|米国|アメリカ|米軍`],
	['britain', String.raw`\bbrit(?:ain|ish)\b|\bengland\b|\blondon\b|\buk\b|британ[а-яё]+|англи[а-яё]+|лондон[а-яё]*|イギリス|英国`],
	[
		'germany',
		String.raw`\bgerman\w*|\bnazis?\b|\bhitler\b|\bberlin\b|герман[а-яё]+|немец[а-яё]*|немц[а-яё]+|гитлер[а-яё]*|ドイツ|ヒトラー|ナチス`,
	],
	['korea', String.raw`\bkorea\w*|коре(?:я|и|ю|ец|йц|йск)\p{L}*|朝鮮|韓国`],
	['manchukuo', String.raw`\bmanchukuo\b|\bmanchurians?\b|маньчжоу-?го|満州国`],
	['poland', String.raw`\bpol(?:and|ish|es)\b|польш[а-яё]+|поляк[а-яё]*|польск[а-яё]+|ポーランド`],
	['finland', String.raw`\bfinland\b|\bfinns?\b|\bfinnish\b|финлянд[а-яё]+|финн[а-яё]*|финск[а-яё]+|フィンランド`],
	['france', String.raw`\bfrance\b|\bfrench\b|франци(?:я|и|ю|ей|ею)(?!\p{L})|французск[а-яё]+|フランス|仏(?=露|ソ|領|軍)`],
	['czechs', String.raw`\bczech\w*|чех(?:и|ов|ам|ами|ах)(?!\p{L})|чешск[а-яё]+|чехослов[а-яё]+|チェコ`],
];
const ANY = new RegExp(ACTORS.map(([name, pattern]) => `(?<${name}>${pattern})`).join('|'), 'giu');

/** Names of a war, a treaty or a border that name both sides: they tell who took part, and not who did what. */
const BOTH =
	/(?<!\p{L})(?:russo|soviet|sino|anglo|japan|mongol|german)(?:o|ese|ian)?[-–—](?:japanese|russian|soviet|mongolian|chinese|german|manchurian|korean)(?!\p{L})|(?<!\p{L})(?:русско|российско|советско|японо|монголо|китайско|германо|англо)-(?:[а-яё]+-)?(?:японск|русск|российск|советск|китайск|монгольск|германск|маньчжурск)[а-яё]+|(?<![\d〇一二三四五六七八九十])日[露ソ中独韓米英](?![連国])|[ソ露中独米英]日(?!本)|ソ[満蒙]|満[ソ蒙]/giu;

/** Each actor once, at its first place: those that stand by themselves, or, where none does, those of such a name. */
export function actorsOf(text: string): string[] {
	const apart = text.replace(BOTH, ' ');
	if (apart === text) return actorsIn(text);
	const found = actorsIn(apart);
	return found.length > 0 ? found : actorsIn(text);
}

function actorsIn(text: string): string[] {
	const found = new Set<string>();
	for (const { groups } of text.matchAll(ANY)) {
		for (const [name, value] of Object.entries(groups!)) if (value !== undefined) found.add(name);
	}
	return [...found];
}

const known = new Map<string, readonly string[]>();

/** The same for a text of the dataset, of which there are so many and no more. */
export function actorsOfKnown(text: string): readonly string[] {
	let found = known.get(text);
	if (!found) {
		found = actorsOf(text);
		known.set(text, found);
	}
	return found;
}

/** The names of the actors, by which a prepared text notes its own. */
export const ACTOR_NAMES: readonly string[] = ACTORS.map(([name]) => name);
/** Concepts of the search that are actors: they say who, not what. */
export const ACTOR_CONCEPTS: ReadonlySet<string> = new Set(['#japan', '#russia', '#mongolia', '#china']);

/** Letters after a number within which an actor is the one that is counted: “8,000 Soviet soldiers”. */
const COUNTED_WITHIN = 26;

/** Whose the number is that stands at a place of the text: the actor right after it, else the first of the text. */
export function actorCounted(text: string, index: number): string | undefined {
	let first: string | undefined;
	for (const match of text.matchAll(ANY)) {
		const name = Object.entries(match.groups!).find(([, value]) => value !== undefined)?.[0];
		first ??= name;
		if (match.index >= index && match.index - index <= COUNTED_WITHIN) return name;
	}
	return first;
}
