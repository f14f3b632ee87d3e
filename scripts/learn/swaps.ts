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

/** One state to most who speak of it. */
const RUSSIAS: ReadonlySet<string> = new Set(['ロシア', 'ソ連', 'the Russians', 'the Soviets']);

/** The one word by which people speak of somebody: the family name, wherever it stands. */
function surnameOf(name: string, language: Language, country: string): string {
	if (language === 'ja') return /^[\p{Script=Han}]{3,5}$/u.test(name) ? name.slice(0, 2) : name.split('・').at(-1)!;
	const words = name.split(/[ ,]+/u);
	const isFirst = name.includes(',') ? language === 'ru' : language === 'en' && /japan/iu.test(country);
	return words.at(isFirst ? 0 : -1)!;
}

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
			let other = pick(all);
			for (let tries = 0; tries < TRIES && (surnames.get(other) === id || text.includes(other)); tries++) other = pick(all);
			return other;
		};
		// Who did it is what is told wrongly most.
		offer(word, another, 2);
	}
	for (const list of STATES[language]) {
		for (const word of list) {
			const others = list.filter((other) => !text.includes(other) && !(RUSSIAS.has(word) && RUSSIAS.has(other)));
			if (others.length > 0) offer(word, () => pick(others));
		}
	}
	for (const [first, second] of OPPOSITES[language]) {
		offer(first, () => second);
		offer(second, () => first);
	}
	return options.length === 0 ? undefined : pick(options)();
}
