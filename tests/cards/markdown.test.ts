import { expect, test } from 'vitest';
import { plain, quoted } from '../../src/cards/markdown.ts';

test.each([
	['43.8° N, 131.9° E', '43.8° N, 131.9° E'],
	['1941. A year, no list', '1941\\. A year, no list'],
	['1. One\n2. Two', '1\\. One\n2\\. Two'],
	['# no heading', '\\# no heading'],
	['- no item', '\\- no item'],
	['*not bold*, <@123>, https://example.org', '\\*not bold\\*, \\<@\u200B123\\>, https:\\/\\/example.org'],
	['60,000', '60,000'],
])('%j stands in a message as it is', (text, written) => {
	expect(plain(text)).toBe(written);
});

test('a person’s words stay on one line and ping nobody', () => {
	expect(quoted('a\n\n@everyone [x](https://x.y) ‮z', 60)).toBe('a \\@everyone \\[x\\]\\(https:\\/\\/x.y\\) z');
});
