/** Questions as files for Anki and for spreadsheets, read back as these programs read them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExportedCard, exportCards } from '../../src/quiz/export.ts';

/** As Anki and RFC 4180 read it: quoted fields may hold separators, line ends and doubled quotes. */
function parse(text: string, separator: string): string[][] {
	const rows: string[][] = [[]];
	let at = 0;
	while (at < text.length) {
		let field = '';
		if (text[at] === '"') {
			for (at++; text[at] !== '"' || text[at + 1] === '"'; at += text[at] === '"' ? 2 : 1) field += text[at];
			at++;
		} else while (at < text.length && text[at] !== separator && !/[\r\n]/.test(text[at]!)) field += text[at++];
		rows.at(-1)!.push(field);
		if (text[at] === separator) at++;
		else {
			if (text[at] === '\r') at++;
			at++;
			if (at < text.length) rows.push([]);
		}
	}
	return rows;
}

const nasty = fc
	.array(
		fc.constantFrom(
			'=',
			'+',
			'-',
			'@',
			'\t',
			'\r\n',
			'\n',
			' ',
			'"',
			',',
			'#',
			'’',
			'＝',
			'ノモンハン',
			'👩‍👩‍👧',
			'a',
			'=HYPERLINK("http://x")',
		),
	)
	.map((parts) => parts.join(''));
const cards: fc.Arbitrary<ExportedCard[]> = fc.array(
	fc.record({ back: nasty, front: nasty, tags: fc.array(fc.constantFrom('variorum', 'two words', 'date')) }),
);
const unix = (text: string) => text.replaceAll(/\r\n?/g, '\n');
const tagged = (tags: readonly string[]) => tags.map((tag) => tag.replace(' ', '-')).join(' ');

describe('for Anki', () => {
	it('its first lines tell how to read it', () => {
		const text = exportCards([{ back: 'a "quoted"\nline', front: '#not a comment', tags: ['two words', 'x'] }], 'anki');
		expect(text).toBe(
			'#separator:Tab\n#html:false\n#columns:Front\tBack\tTags\tDeck\n#tags column:3\n#deck column:4\n"#not a comment"\t"a ""quoted""\nline"\t"two-words x"\t"Variorum"\n',
		);
	});

	it('every text comes back as it was', () => {
		fc.assert(
			fc.property(cards, (given) => {
				const [, , , , , ...lines] = exportCards(given, 'anki').split('\n');
				// A line that begins with # would be a comment.
				const rows = given.length > 0 ? parse(lines.join('\n'), '\t') : [];
				expect(rows).toEqual(given.map(({ back, front, tags }) => [unix(front), unix(back), tagged(tags), 'Variorum']));
			}),
		);
	});
});

describe('for spreadsheets', () => {
	it('has a header, and is marked as UTF-8', () => {
		expect(exportCards([], 'csv')).toBe('\uFEFF"Front","Back","Tags"\r\n');
	});

	it('no cell is a formula, and every text comes back, at most with an apostrophe before it', () => {
		fc.assert(
			fc.property(cards, (given) => {
				const [, ...rows] = parse(exportCards(given, 'csv').slice(1), ',');
				expect(rows).toHaveLength(given.length);
				for (const [index, { back, front, tags }] of given.entries()) {
					for (const [column, text] of [front, back, tagged(tags)].entries()) {
						const cell = rows[index]![column]!;
						expect(cell.replace(/^'/, '')).toBe(text);
						expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
					}
				}
			}),
		);
	});
});
