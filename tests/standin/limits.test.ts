/** The checker is checked: what breaks a limit is found, what keeps it is not. */
import { expect, test } from 'vitest';
import { checkDescribed, DESCRIPTION_ABSENT, hasDescription } from './description.ts';
import { checkChoices, checkCommands, checkMessage } from './limits.ts';
import { readMultipart } from './multipart.ts';

const quiet = { allowed_mentions: { parse: [] } };
const x = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const button = (more: object = {}) => ({ custom_id: 'a', label: 'A', style: 2, type: 2, ...more });
const row = (...components: object[]) => ({ components, type: 1 });
const option = (index: number) => ({ label: `${index}`, value: `${index}` });
const select = (more: object = {}) => ({ custom_id: 's', options: [option(1), option(2)], type: 3, ...more });
const text = (content: string) => ({ content, type: 10 });
const V2 = 1 << 15;

test.each<[string, object]>([
	[
		'all at their limits',
		{
			components: many(5, (r) => row(...many(5, (c) => button({ custom_id: `${r}${c}${x(98)}`, label: x(80) })))),
			content: x(2000),
			embeds: [{ description: x(4096), fields: [{ name: x(256), value: x(1024) }], footer: { text: x(368) }, title: x(256) }],
		},
	],
	['25 fields', { embeds: [{ fields: many(25, () => ({ name: 'a', value: 'b' })) }] }],
	['a menu of 25', { components: [row(select({ max_values: 25, options: many(25, option) }))], content: 'x' }],
	['a link', { components: [row(button({ custom_id: undefined, style: 5, url: 'https://example.org/' }))], content: 'x' }],
	[
		'components of the second version',
		{ components: [text(x(3999)), { accessory: button(), components: [text('a')], type: 9 }], flags: V2 },
	],
])('%s is found to be right', (_, body) => {
	expect(checkMessage({ ...quiet, ...body }, [])).toEqual([]);
});

test.each<[string, object, RegExp]>([
	['nothing', {}, /is empty/],
	['content of 2001', { content: x(2001) }, /content has 2001/],
	['a title of 257', { embeds: [{ title: x(257) }] }, /title has 257/],
	['a description of 4097', { embeds: [{ description: x(4097) }] }, /4096/],
	['26 fields', { embeds: [{ fields: many(26, () => ({ name: 'a', value: 'b' })) }] }, /26 fields/],
	['a field without a value', { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] }, /value is empty/],
	['an empty embed', { embeds: [{}] }, /embeds\[0\] is empty/],
	['6001 characters in two embeds', { embeds: [{ description: x(4000) }, { description: x(2001) }] }, /6001 characters together/],
	['11 embeds', { embeds: many(11, () => ({ title: 'a' })) }, /11 embeds/],
	['a misspelt field', { embeds: [{ titel: 'a', title: 'a' }] }, /unknown field titel/],
	['six rows', { components: many(6, (index) => row(button({ custom_id: `${index}` }))), content: 'x' }, /6 rows/],
	['six buttons', { components: [row(...many(6, (index) => button({ custom_id: `${index}` })))], content: 'x' }, /6 components/],
	['one custom_id twice', { components: [row(button(), button())], content: 'x' }, /stands twice/],
	['a custom_id of 101', { components: [row(button({ custom_id: x(101) }))], content: 'x' }, /custom_id has 101/],
	['a button without a label', { components: [row(button({ label: undefined }))], content: 'x' }, /neither label nor emoji/],
	['a link with a custom_id', { components: [row(button({ style: 5, url: 'https://example.org/' }))], content: 'x' }, /is a link/],
	['a menu beside a button', { components: [row(button(), select())], content: 'x' }, /stands alone/],
	['26 options', { components: [row(select({ options: many(26, option) }))], content: 'x' }, /26 options/],
	[
		'two options of one value',
		{ components: [row(select({ options: [option(1), option(1)] }))], content: 'x' },
		/two options of one value/,
	],
	['a menu that wants more than it has', { components: [row(select({ max_values: 3 }))], content: 'x' }, /1 to 3 of 2/],
	['a text display without its flag', { components: [text('a')], content: 'x' }, /needs the flag/],
	['content beside components', { components: [text('a')], content: 'x', flags: V2 }, /cannot stand beside/],
	['41 components', { components: many(41, () => text('a')), flags: V2 }, /41 components/],
	['texts of 4001 together', { components: [text(x(4000)), text('a')], flags: V2 }, /4001 characters together/],
	['a picture that is not there', { embeds: [{ image: { url: 'attachment://a.png' } }] }, /a\.png has no file/],
	['an attachment without a file', { attachments: [{ id: '0' }], content: 'x' }, /attachment 0 has no file/],
	['mentions that ping', { allowed_mentions: { parse: ['users'] }, content: 'x' }, /could ping/],
	['mentions left to Discord', { allowed_mentions: undefined, content: 'x' }, /could ping/],
])('%s is found to be wrong', (_, body, reason) => {
	expect(checkMessage({ ...quiet, ...body }, []).join('\n')).toMatch(reason);
});

test.each<[string, unknown, RegExp]>([
	['26 choices', many(26, (index) => ({ name: `${index}`, value: `${index}` })), /26 choices/],
	['a name of 101', [{ name: x(101), value: 'a' }], /name has 101/],
	['an empty name', [{ name: '', value: 'a' }], /name is empty/],
	['a value of 101', [{ name: 'a', value: x(101) }], /value has 101/],
])('%s is found to be wrong', (_, choices, reason) => {
	expect(checkChoices(choices).join('\n')).toMatch(reason);
});

test.each<[string, object, RegExp]>([
	['a capital letter', { name: 'Event' }, /no name/],
	['a description of 101', { description: x(101) }, /description has 101/],
	['one kind of English', { description_localizations: { 'en-GB': 'x' } }, /one kind of English/],
	[
		'a required option at the end',
		{
			options: [
				{ description: 'x', name: 'a', required: false, type: 3 },
				{ description: 'x', name: 'b', required: true, type: 3 },
			],
		},
		/required option/,
	],
	[
		'more than 8000 characters',
		{
			options: many(25, (index) => ({
				choices: many(25, () => ({ name: x(10), value: x(10) })),
				description: 'x',
				name: `o${index}`,
				type: 3,
			})),
		},
		/8000/,
	],
])('a command with %s is found to be wrong', (_, more, reason) => {
	expect(checkCommands([{ description: 'x', name: 'event', ...more }]).join('\n')).toMatch(reason);
});

test('two commands of one name are found', () => {
	expect(checkCommands(many(2, () => ({ description: 'x', name: 'a' }))).join('\n')).toMatch(/stands twice/);
});

test("Discord's description is held against payloads", (context) => {
	context.skip(!hasDescription(), DESCRIPTION_ABSENT);
	expect(checkDescribed('callback message', { data: { content: 'x' }, type: 4 })).toEqual([]);
	expect(checkDescribed('callback message', { data: { content: x(2001) }, type: 4 })).not.toEqual([]);
	expect(checkDescribed('callback message', { data: { embeds: [{ color: 'red' }] }, type: 4 })).not.toEqual([]);
	expect(checkDescribed('edit', { attachments: [{ id: 0 }] })).not.toEqual([]);
	expect(checkDescribed('command', { description: x(101), name: 'a' })).not.toEqual([]);
});

test('multipart is read as it was written', async () => {
	const form = new FormData();
	form.append('payload_json', '{"a":"ü\\r\\n--"}');
	form.append('files[0]', new Blob([Uint8Array.from([13, 10, 0, 255])], { type: 'image/png' }), 'a.png');
	const request = new Request('http://standin', { body: form, method: 'POST' });
	const { files, payload } = readMultipart(request.headers.get('content-type') ?? '', Buffer.from(await request.arrayBuffer()));
	expect(payload).toBe('{"a":"ü\\r\\n--"}');
	expect(files).toEqual([{ contentType: 'image/png', data: Buffer.from([13, 10, 0, 255]), field: 'files[0]', name: 'a.png' }]);
});
