/**
 * Claims told wrongly in one detail: another person, state, year, number or outcome in the place of the right one, as people err. Of these
 * there is no end, and no need to write them down.
 */
import type { Dataset } from '../../src/dataset/dataset.ts';

type Language = 'en' | 'ja' | 'ru';

const STATES: Record<Language, readonly (readonly string[])[]> = {
	en: [
		['Japan', 'Russia', 'China', 'Germany', 'Britain', 'France', 'Mongolia', 'America', 'Poland', 'Korea'],
		['Tokyo', 'Moscow', 'Washington', 'Beijing', 'London', 'Berlin'],
		['the Japanese', 'the Russians', 'the Soviets', 'the Americans', 'the Chinese', 'the British', 'the Germans', 'the Mongolians'],
	],
	ja: [['日本', 'ロシア', 'ソ連', '中国', 'アメリカ', 'イギリス', 'ドイツ', 'モンゴル', 'フランス']],
	ru: [
		['Япония', 'Россия', 'Германия', 'Монголия', 'Франция', 'Англия'],
		['Японии', 'России', 'Германии', 'Монголии', 'Франции', 'Англии'],
		['Японию', 'Россию', 'Германию', 'Монголию', 'Францию', 'Англию'],
		['японцы', 'русские', 'американцы', 'китайцы', 'немцы', 'англичане', 'монголы'],
		['Токио', 'Москва', 'Вашингтон', 'Лондон', 'Пекин'],
	],
};

const OPPOSITES: Record<Language, readonly (readonly [string, string])[]> = {
	en: [
		['won', 'lost'],
		['before', 'after'],
		['first', 'last'],
		['accepted', 'rejected'],
		['agreed', 'refused'],
		['north', 'south'],
		['northern', 'southern'],
		['east', 'west'],
		['gave', 'took'],
		['returned', 'kept'],
		['signed', 'refused to sign'],
		['attacked', 'defended'],
		['victory', 'defeat'],
		['secretly', 'openly'],
	],
	ja: [
		['勝利', '敗北'],
		['勝った', '負けた'],
		['勝ち', '負け'],
		['前', '後'],
		['最初', '最後'],
		['北', '南'],
		['受け入れ', '拒否し'],
		['全員', '一部'],
		['成功', '失敗'],
		['賛成', '反対'],
		['秘密', '公開'],
		['得た', '失った'],
	],
	ru: [
		['выиграл', 'проиграл'],
		['первый', 'последний'],
		['первым', 'последним'],
		['принял', 'отверг'],
		['северный', 'южный'],
		['получила', 'отдала'],
		['согласился', 'отказался'],
		['победа', 'поражение'],
		['тайно', 'открыто'],
		['остался', 'уехал'],
	],
};

/** Names that somebody who errs may take from elsewhere; one that the dataset holds all the same is not used. */
const STRANGERS: Record<Language, { readonly persons: readonly string[]; readonly places: readonly string[] }> = {
	en: {
		persons: [
			'Timoshenko',
			'Konev',
			'Rokossovsky',
			'Eisenhower',
			'Montgomery',
			'Wilson',
			'Bismarck',
			'Trotsky',
			'Anami',
			'Yamashita',
			'Kutuzov',
			'Merkel',
		],
		places: ['Berlin', 'Geneva', 'Paris', 'Vienna', 'London', 'Osaka', 'Kyoto', 'Kazan', 'Odessa', 'Shanghai', 'Manila', 'Kiev'],
	},
	ja: {
		persons: ['ティモシェンコ', 'コーネフ', 'アイゼンハワー', 'ウィルソン', 'ビスマルク', '阿南', '山下', 'メルケル', '西郷', '伊藤'],
		places: ['ベルリン', 'ジュネーブ', 'パリ', 'ウィーン', 'ロンドン', '大阪', '京都', 'オデッサ', '上海', 'マニラ'],
	},
	ru: {
		persons: ['Тимошенко', 'Конев', 'Рокоссовский', 'Эйзенхауэр', 'Вильсон', 'Бисмарк', 'Кутузов', 'Меркель', 'Будённый'],
		places: ['Берлине', 'Женеве', 'Париже', 'Вене', 'Лондоне', 'Осаке', 'Киото', 'Казани', 'Одессе', 'Шанхае'],
	},
};

/** One state to most who speak of it. */
const RUSSIAS: ReadonlySet<string> = new Set(['ロシア', 'ソ連', 'the Russians', 'the Soviets']);

/** The one word by which people speak of somebody: the family name, wherever it stands. */
function surnameOf(name: string, language: Language, country: string): string {
	if (language === 'ja') return /^[\p{Script=Han}]{3,5}$/u.test(name) ? name.slice(0, 2) : name.split('・').at(-1)!;
	const words = name.split(/[ ,]+/u);
	const isFirst = name.includes(',') ? language === 'ru' : language === 'en' && /japan/iu.test(country);
	return words.at(isFirst ? 0 : -1)!;
}

const strangers = new WeakMap<Dataset, Map<string, readonly string[]>>();

/** Strangers to a dataset: no name of it has the word. */
function strangersOf(dataset: Dataset, language: Language, kind: 'persons' | 'places'): readonly string[] {
	const byKey = strangers.get(dataset) ?? new Map<string, readonly string[]>();
	strangers.set(dataset, byKey);
	const key = `${language} ${kind}`;
	let found = byKey.get(key);
	if (!found) {
		const names = dataset.entries.flatMap(({ name }) => Object.values(name)).join('\n');
		found = STRANGERS[language][kind].filter((word) => !names.includes(language === 'ru' ? word.slice(0, -1) : word));
		byKey.set(key, found);
	}
	return found;
}

/** How people say where something was: the word before a place, or the one behind it. */
const SITES: Record<Language, RegExp> = {
	en: /(?<=\b(?:in|at|near) )\p{Lu}\p{L}{3,}(?! (?:of|and|’|'))/gu,
	ja: /[\p{Script=Katakana}ー]{3,}(?=で|において|にて)/gu,
	ru: /(?<=(?<!\p{L})(?:в|под|у) )\p{Lu}\p{L}{3,}(?=[ ,.]|$)/gu,
};
/** No places, though they stand where places do. */
const NO_SITES =
	/^(?:January|February|March|April|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|World|European|Soviet|Russian|Japanese|Chinese)$/u;
/** One in so many persons that are told wrongly is a stranger. */
const STRANGER_SHARE = 0.3;

const LENGTH_MIN: Record<Language, number> = { en: 4, ja: 2, ru: 4 };
const known = new WeakMap<Dataset, Map<Language, ReadonlyMap<string, string>>>();

/** The surnames of all persons in a language, each with the id. */
function surnamesOf(dataset: Dataset, language: Language): ReadonlyMap<string, string> {
	const byLanguage = known.get(dataset) ?? new Map<Language, ReadonlyMap<string, string>>();
	known.set(dataset, byLanguage);
	let surnames = byLanguage.get(language);
	if (!surnames) {
		surnames = new Map(
			dataset.entries.flatMap((entry) => {
				const name = entry.kind === 'person' ? entry.name[language] : undefined;
				const surname = name && entry.kind === 'person' ? surnameOf(name, language, entry.country) : '';
				return surname.length >= LENGTH_MIN[language] ? [[surname, entry.id] as const] : [];
			}),
		);
		byLanguage.set(language, surnames);
	}
	return surnames;
}

const isWord = (text: string, at: number, length: number) => !/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + length] ?? '');

const TOGETHER = /\b(?:and|with|or|as|between)\b|[,&と、や]|(?<!\p{L})(?:и|с|или|между)(?!\p{L})/u;

/** How often another person is looked for whom the text does not name. */
const TRIES = 20;

/** The text with one detail told wrongly; `undefined` where it has none that could be. */
export function swapped(text: string, language: Language, dataset: Dataset, random: () => number): string | undefined {
	const surnames = surnamesOf(dataset, language);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const options: (() => string)[] = [];
	/** Offers to put something else in the place of a word, where the text has it. */
	const offer = (word: string, other: () => string, times = 1) => {
		const at = text.indexOf(word);
		if (at < 0 || (language !== 'ja' && !isWord(text, at, word.length))) return;
		for (let time = 0; time < times; time++) options.push(() => text.slice(0, at) + other() + text.slice(at + word.length));
	};
	const all = [...surnames.keys()];
	for (const [word, id] of surnames) {
		const another = () => {
			const outside = strangersOf(dataset, language, 'persons');
			if (outside.length > 0 && random() < STRANGER_SHARE) return pick(outside);
			let other = pick(all);
			for (let tries = 0; tries < TRIES && (surnames.get(other) === id || text.includes(other)); tries++) other = pick(all);
			return other;
		};
		// Who did it is what is told wrongly most.
		offer(word, another, 2);
	}
	const places = strangersOf(dataset, language, 'places').filter((place) => !text.includes(place));
	for (const [site] of text.matchAll(SITES[language])) if (places.length > 0 && !NO_SITES.test(site)) offer(site, () => pick(places));
	for (const list of STATES[language]) {
		for (const word of list) {
			const others = list.filter((other) => !text.includes(other) && !(RUSSIAS.has(word) && RUSSIAS.has(other)));
			if (others.length > 0) offer(word, () => pick(others));
		}
	}
	for (const list of STATES[language]) {
		const [one, other] = list
			.map((word) => ({ at: text.indexOf(word), word }))
			.filter(({ at, word }) => at >= 0 && (language === 'ja' || isWord(text, at, word.length)))
			.sort((a, b) => a.at - b.at);
		if (!one || !other || one.at + one.word.length > other.at) continue;
		const between = text.slice(one.at + one.word.length, other.at);
		// Who is named beside another did it with them.
		if (!TOGETHER.test(between))
			options.push(() => text.slice(0, one.at) + other.word + between + one.word + text.slice(other.at + other.word.length));
	}
	for (const [first, second] of OPPOSITES[language]) {
		offer(first, () => second);
		offer(second, () => first);
	}
	return options.length === 0 ? undefined : pick(options)();
}
