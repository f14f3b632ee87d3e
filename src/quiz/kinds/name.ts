/** A name in another language: what is it called there, and what is meant by it. */
import type { Entry, NameLanguage, Topic } from '../../dataset/schema.ts';
import { accountsOf } from '../../dataset/walk.ts';
import type { MessageKey, Speaker } from '../../messages/index.ts';
import { fold, nameKey } from '../../search/fold.ts';
import { shuffleNearFirst } from '../dice.ts';
import { type Knowledge, namesOf, periodOf } from '../knowledge.ts';
import { filtered, mapped, type Offered, type Plan, plan } from '../plan.ts';
import { toldOf } from '../question.ts';

/** Figures and questions are named by sentences of ours. */
const NAMED: readonly Entry['kind'][] = ['event', 'person', 'place', 'term', 'treaty'];
const FOREIGN: readonly NameLanguage[] = ['ja', 'ru', 'mn', 'zh', 'ko'];
const NEAREST = 8;
const DIFFICULTY: Record<string, number> = { ja: 0.5, ko: 0.6, mn: 0.6, ru: 0.4, zh: 0.6 };

/** A heading of ours over several words, and no name. */
const isPhrase = ({ name }: Entry) => /^Names (?:of|for)\b|\bor\b|\bversus\b| vs /iu.test(name.en);

const keyOf = (name: string) => nameKey(fold(name));

export function namePlans(entry: Topic, knowledge: Knowledge): Plan[] {
	const [first] = accountsOf(entry);
	const cited = first?.account ?? (entry.kind === 'term' ? entry.usage[0] : undefined);
	if (!NAMED.includes(entry.kind) || !cited) return [];
	return FOREIGN.flatMap((language) => {
		const foreign = entry.name[language];
		if (!foreign || keyOf(foreign) === keyOf(entry.name.en) || /\d/u.test(foreign) || /\d/u.test(entry.name.en) || isPhrase(entry))
			return [];
		const others = () => near(entry, language, knowledge);
		const base = {
			cited: [{ at: cited.at, source: cited.source }],
			told: [
				...accountsOf(entry).map(({ account }) => toldOf(account)),
				...(entry.kind === 'term'
					? entry.usage.map(({ at, by, implies, source, word }) => ({ at, ...(by ? { by } : {}), says: implies, source, under: word }))
					: []),
			],
		};
		return [
			plan(entry, 'name', [language], DIFFICULTY[language]!, ({ dice, speaker }) => {
				const home = homeOf(entry, language, speaker);
				if (!home) return undefined;
				return {
					...base,
					accepts: namesOf(entry).filter((name) => isInScript(name, language)),
					prompt: speaker.say('quiz.ask.name.foreign', {
						language: speaker.say(`quiz.language.${language}` as MessageKey),
						name: home.name,
					}),
					right: { means: { name: foreign }, text: foreign },
					wrong: mapped(
						filtered(shuffleNearFirst(others(), NEAREST, dice), (other) => isOther(entry, other, other.name[language]!, foreign)),
						(other): Offered => ({ means: { name: other.name[language]! }, text: other.name[language]! }),
					),
				};
			}),
			plan(entry, 'name', [`${language}-en`], DIFFICULTY[language]! - 0.1, ({ dice, speaker }) => {
				const home = homeOf(entry, language, speaker);
				if (!home) return undefined;
				const nameOf = (other: Topic) => other.name[home.language] ?? '';
				return {
					...base,
					accepts: namesOf(entry).filter((name) => isInScript(name, home.language)),
					prompt: speaker.say('quiz.ask.name.english', { language: speaker.say(`quiz.language.${language}` as MessageKey), name: foreign }),
					right: { means: { name: home.name }, text: home.name },
					// A namesake in that language would be meant as well.
					wrong: mapped(
						filtered(
							shuffleNearFirst(others(), NEAREST, dice),
							(other) => isOther(entry, other, nameOf(other), home.name) && !namesOf(other).some((name) => keyOf(name) === keyOf(foreign)),
						),
						(other): Offered => ({ means: { name: nameOf(other) }, text: nameOf(other) }),
					),
				};
			}),
		];
	});
}

/** The name that is given or asked for beside the foreign one: the reader's, or the English one where theirs is the foreign. */
function homeOf(entry: Topic, foreign: NameLanguage, { names: reader }: Speaker): { language: NameLanguage; name: string } | undefined {
	const language: NameLanguage = reader === foreign || !entry.name[reader] ? 'en' : reader;
	// A Chinese name and a Japanese one share the characters by which each is known.
	if (language === 'ja' && foreign === 'zh') return undefined;
	const name = entry.name[language]!;
	return /\d/u.test(name) || keyOf(name) === keyOf(entry.name[foreign]!) ? undefined : { language, name };
}

/** Entries of its kind with a name in that language, those of its topics and time first. */
function near(entry: Topic, language: NameLanguage, knowledge: Knowledge): Topic[] {
	const year = periodOf(entry)?.[0] ?? 1945;
	const country = (it: Topic) => (it.kind === 'person' ? it.country : '');
	// Strangers among names of one country, or katakana among characters, would stand out.
	const strange = (other: Topic) =>
		Number(country(other) !== country(entry)) * 150 + Number(isKana(other.name[language]!) !== isKana(entry.name[language]!)) * 100;
	const away = (other: Topic) =>
		Math.abs((periodOf(other)?.[0] ?? year) - year) -
		other.topics.filter((topic) => entry.topics.includes(topic)).length * 20 +
		strange(other);
	return (knowledge.dataset.ofKind(entry.kind) as readonly Topic[])
		.filter(
			(other) =>
				other !== entry && other.name[language] && !/\d/u.test(other.name[language]) && !/\d/u.test(other.name.en) && !isPhrase(other),
		)
		.sort((a, b) => away(a) - away(b));
}

/** Neither a name of the entry, nor part of one, nor one that it is a part of. */
function isOther(entry: Topic, other: Topic, name: string, right: string): boolean {
	const key = keyOf(name);
	if (key === '' || keyOf(right).includes(key) || key.includes(keyOf(right))) return false;
	const own = namesOf(entry).map(keyOf);
	if (own.some((it) => it === key || (it.length > 3 && key.includes(it)) || (key.length > 3 && it.includes(key)))) return false;
	return !namesOf(other).some((it) => own.includes(keyOf(it)));
}

const isKana = (name: string) => /^\p{Script=Katakana}/u.test(name);
const SCRIPTS: Record<string, RegExp> = {
	en: /^\p{Script=Latin}/u,
	ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
	ko: /\p{Script=Hangul}/u,
	mn: /\p{Script=Cyrillic}/u,
	ru: /\p{Script=Cyrillic}/u,
	zh: /\p{Script=Han}/u,
};
const isInScript = (name: string, language: NameLanguage) => SCRIPTS[language]!.test(name);
