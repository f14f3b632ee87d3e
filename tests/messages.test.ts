import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { CATALOGUES, LANGUAGES, languageOf, type MessageKey, speakerOf } from '../src/messages/index.ts';

const root = join(import.meta.dirname, '..');
const keys = Object.keys(CATALOGUES.en) as MessageKey[];

const argumentsOf = (pattern: string): string[] => {
	const names = new Set<string>();
	const visit = (elements: readonly MessageFormatElement[]) => {
		for (const element of elements) {
			if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
			if (element.type === TYPE.plural || element.type === TYPE.select)
				for (const option of Object.values(element.options)) visit(option.value);
		}
	};
	visit(parse(pattern, { ignoreTag: true }));
	return [...names].toSorted();
};

describe('the catalogues', () => {
	it.each(LANGUAGES)('%s has every message, with the arguments of the English one', (language) => {
		const wrong = keys.filter(
			(key) =>
				CATALOGUES[language][key] === undefined ||
				String(argumentsOf(CATALOGUES[language][key])) !== String(argumentsOf(CATALOGUES.en[key])),
		);
		expect(wrong).toEqual([]);
		expect(Object.keys(CATALOGUES[language]).toSorted()).toEqual(keys.toSorted());
	});

	it('holds no message that nobody says', () => {
		const source = ['src', 'commands', 'scripts']
			.flatMap((folder) => readdirSync(join(root, folder), { encoding: 'utf8', recursive: true }).map((name) => join(root, folder, name)))
			.filter((file) => /\.(?:ts|html)$/.test(file) && !/messages\/\w+\.ts$/.test(file))
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

	it('reads the languages of Discord’s locales', () => {
		expect([languageOf('en-GB'), languageOf('xx'), languageOf(undefined)]).toEqual(['en', 'en', 'en']);
	});

	it('refuses a message whose argument is missing', () => {
		expect(() => speakerOf('en').say('error.unexpected')).toThrow();
	});
});
