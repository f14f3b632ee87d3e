import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it, test } from 'vitest';
import { terminalLanguage } from '../src/fronts/terminal/language.ts';
import {
	catalogueOf,
	firstLanguageOf,
	LANGUAGES,
	type Language,
	languageOf,
	type MessageArguments,
	type MessageKey,
	speakerOf,
} from '../src/messages/index.ts';
import { literalsOf, parsed, visit } from './english.ts';

const root = join(import.meta.dirname, '..');
const en = catalogueOf('en');
const keys = Object.keys(en) as MessageKey[];
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
	const names = new Set<string>();
	visit(elements, (element) => {
		if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add((element as { value: string }).value);
	});
	return [...names].toSorted();
}

const wordsOf = (language: Language, key: MessageKey): string => literalsOf(language, key).join(' ');

describe('the catalogues', () => {
	it.each(LANGUAGES)('%s has every message, with the arguments of the English one', (language) => {
		const wrong = keys.filter((key) => String(argumentsOf(parsed(language, key))) !== String(argumentsOf(parsed('en', key))));
		expect(wrong).toEqual([]);
		expect(Object.keys(catalogueOf(language)).toSorted()).toEqual(keys.toSorted());
	});

	it('holds no message that nobody says', () => {
		const source = ['src', 'commands', 'scripts']
			.flatMap((folder) => readdirSync(join(root, folder), { encoding: 'utf8', recursive: true }).map((name) => join(root, folder, name)))
			.filter((file) => /\.(?:ts|html)$/.test(file) && !/messages\/\w+\/\w+\.ts$/.test(file))
			.map((file) => readFileSync(file, 'utf8'))
			.join('\n');
		// A key made from a prefix and a word of the dataset is said where the prefix stands in a template.
		const said = (key: string) =>
			source.includes(`'${key}'`) ||
			source.includes(`"${key}"`) ||
			source.includes(`%${key}%`) ||
			key
				.split(/[.-]/)
				.some((_, index, parts) => index > 0 && new RegExp(`[\`'"]${parts.slice(0, index).join('.')}[.-](?:a-)?\\$\\{`).test(source));
		expect(keys.filter((key) => !said(key))).toEqual([]);
	});

	it.each(LANGUAGES)('%s reads as the standard of message formats has it', (language) => {
		const catalogue = catalogueOf(language);
		for (const key of keys) {
			// A choice takes the branch for what is not listed.
			const args = Object.fromEntries(
				argumentsOf(parsed(language, key)).map((name, index) => [name, index % 2 === 0 ? 1234 : `{${name}}'’`]),
			);
			const standard = new IntlMessageFormat(catalogue[key], language, undefined, { ignoreTag: true });
			let expected: string;
			try {
				expected = String(standard.format(args));
			} catch {
				// An argument that has to be a number.
				const numbers = Object.fromEntries(Object.keys(args).map((name) => [name, 3]));
				expect(speakerOf(language).say(key, numbers)).toBe(String(standard.format(numbers)));
				continue;
			}
			expect(speakerOf(language).say(key, args)).toBe(expected);
		}
	});

	it('refuses a message whose argument is missing', () => {
		expect(() => speakerOf('en').say('error.unexpected')).toThrow(RangeError);
		expect(() => speakerOf('en').say('tally.contested', { positions: 2 })).toThrow();
	});
});

describe('the languages', () => {
	it('are read when they are first spoken, and not at the start', () => {
		const script = `
			const { createRequire } = await import('node:module');
			const { join } = await import('node:path');
			const { cache } = createRequire(join(process.cwd(), 'x.js'));
			const read = () => ['ja', 'ru'].filter((it) => Object.keys(cache).some((file) => file.includes(join('messages', it))));
			const { loadCommands } = await import('./src/commands.ts');
			const { createProgram } = await import('./src/program.ts');
			const { speakerOf } = await import('./src/messages/index.ts');
			const { default: pino } = await import('pino');
			createProgram({ actions: [], commands: await loadCommands(), library: {}, logger: pino({ level: 'silent' }) });
			const before = read();
			speakerOf('ja');
			console.log(JSON.stringify([before, read()]));`;
		const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
		expect(JSON.parse(printed)).toEqual([[], ['ja']]);
	});

	it('reads the locales of Discord, of browsers and of terminals', () => {
		expect(['en-GB', 'xx', undefined, 'ja', 'ru', 'ja-JP', 'ru_RU.UTF-8', 'constructor'].map(languageOf)).toEqual([
			'en',
			'en',
			'en',
			'ja',
			'ru',
			'ja',
			'ru',
			'en',
		]);
	});

	it.each([
		[{ LANG: 'ja_JP.UTF-8' }, 'ja'],
		[{ LANG: 'en_US.UTF-8', LC_ALL: 'ru_RU.UTF-8' }, 'ru'],
		[{ LANG: 'ja_JP.UTF-8', LC_MESSAGES: 'ru_RU' }, 'ru'],
		[{ LANG: 'de_DE.UTF-8', LANGUAGE: 'fr:ru' }, 'ru'],
		[{ LANG: 'C.UTF-8', LANGUAGE: 'ja' }, 'en'],
		[{}, 'en'],
	] as const)('of a terminal with %j: %s', (environment, language) => {
		expect(terminalLanguage(environment)).toBe(language);
	});

	it('takes the first that there is of those that are wanted', () => {
		expect(firstLanguageOf(['fr', 'ru', 'ja'])).toBe('ru');
		expect(firstLanguageOf(['en-GB', 'ja'])).toBe('en');
		expect(firstLanguageOf(['fr'])).toBe('en');
		expect(firstLanguageOf([])).toBe('en');
	});
});

/** Discord's limits for words that no code cuts, or that a cut would spoil: developers/components/reference. */
const LIMITS: readonly (readonly [what: string, keys: RegExp, maximum: number])[] = [
	['the title of a form', /^(?:factcheck\.paste-title|quiz\.form\.title|request\.title|review\.type\.title)$/, 45],
	['the label of an input', /^(?:factcheck\.paste-label|quiz\.form\.(?:number|source)|request\.label|review\.type\.label)$/, 45],
	['the description of an input', /^(?:quiz\.form\.source-hint|request\.description)$/, 100],
	[
		'a button',
		/(?:^|\.)button\.|^leaderboard\.(?:period|scope)\.|^factcheck\.(?:back|file|post|post-page|save|wrong)$|^log\.(?:back|csv|delete|keep|newer|older|open)$|^privacy\.(?:delete-all|keep)$/,
		80,
	],
	['a line of a menu', /^(?:cite\.(?:apa|bibtex|chicago|mla)|settings\.\w+(?:\.\w+)?)$/, 100],
	['the words of a menu', /^menu\.|\.menu$|^cite\.style$|^factcheck\.(?:offered|open|which-file|which-wrong)$/, 150],
];

describe.each(LANGUAGES)('in “%s”', (language) => {
	test.each(LIMITS)('%s is short enough', (_, pattern, maximum) => {
		const found = keys.filter((key) => pattern.test(key));
		expect(found.length).toBeGreaterThan(1);
		// The longest branch of each plural and choice, with long values in it.
		const long = found.filter((key) => {
			const args = Object.fromEntries(
				argumentsOf(parsed(language, key)).map((name) => [name, /count|number/.test(name) ? 1_234_567 : 'x'.repeat(12)]),
			);
			return speakerOf(language).say(key, args).length > maximum;
		});
		expect(long).toEqual([]);
	});
});

/** Words in Latin letters that stand so in Japanese and Russian too. */
const LATIN = new Set(
	'anki apa application asia bibtex csv discord europe file html https id javascript json kib log mla moscow npm post run save show show tokyo true false utc variorum ask start s k f r t d'.split(
		' ',
	),
);

describe.each(OTHERS)('the catalogue “%s”', (language) => {
	const literal = (key: MessageKey) => wordsOf(language, key);

	it('leaves no English in it', () => {
		const left = keys.flatMap((key) => {
			const words = literal(key)
				.replace(/`[^`]*`|<[^>]*>|https?:\S+/g, ' ')
				.match(/[a-z]{2,}/gi);
			return (words ?? []).filter((word) => !LATIN.has(word.toLowerCase()) && !/^[XVI]+$/.test(word)).map((word) => `${key}: ${word}`);
		});
		expect(left).toEqual([]);
	});

	it('says in its own words what English says in words', () => {
		const same = keys.filter((key) => catalogueOf(language)[key] === en[key] && /[a-z]{3,}/i.test(wordsOf('en', key)));
		expect(same.filter((key) => !/^(?:cite\.(?:apa|bibtex|mla)|playground\.page\.name)$/.test(key))).toEqual([]);
	});

	it('has every plural form that the language has', () => {
		const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
		const lacking = keys.filter((key) => {
			let lacks = false;
			visit(parsed(language, key), (element) => {
				if (element.type !== TYPE.plural) return;
				const options = Object.keys(element.options);
				// Where the forms do not differ, one says all; a form beside that says that they do differ.
				const differs = options.some((option) => option !== 'other' && !option.startsWith('='));
				if (differs && forms.some((form) => !options.includes(form))) lacks = true;
			});
			return lacks;
		});
		expect(lacking).toEqual([]);
	});

	it('puts words into its own quotation marks', () => {
		const foreign = keys.filter((key) => /[“”"]/.test(literal(key).replace(/"\/[^"]*"/g, '')));
		expect(foreign).toEqual([]);
		expect(keys.filter((key) => /[’']s?\b/.test(literal(key)))).toEqual([]);
	});
});

describe('Japanese', () => {
	it('writes ranges with the wave that Japanese fonts have', () => {
		expect(keys.filter((key) => catalogueOf('ja')[key].includes('\uFF5E'))).toEqual([]);
	});

	it('has Japanese punctuation', () => {
		const wrong = keys.filter((key) => /[\u3040-\u30ff\u4e00-\u9fff][,.;:!?]|[,;!?][\u3040-\u30ff\u4e00-\u9fff]/.test(wordsOf('ja', key)));
		expect(wrong.filter((key) => !/^(?:example\.|factcheck\.paste-hint)/.test(key))).toEqual([]);
	});
});

describe('Russian', () => {
	it('puts a long dash between words', () => {
		expect(keys.filter((key) => / [-–] /.test(wordsOf('ru', key)))).toEqual([]);
	});

	test.each([
		['count.event', { count: 1 }, '1 событие'],
		['count.event', { count: 3 }, '3 события'],
		['count.event', { count: 11 }, '11 событий'],
		['count.event', { count: 21 }, '21 событие'],
		['review.interval.months', { count: 1.5 }, '1,5 месяца'],
		['date.century', { century: 17 }, 'XVII век'],
	] as [MessageKey, MessageArguments, string][])('%s of %j is “%s”', (key, args, words) => {
		expect(speakerOf('ru').say(key, args)).toBe(words);
	});
});
