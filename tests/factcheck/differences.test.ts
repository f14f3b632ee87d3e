import { describe, expect, it } from 'vitest';
import { differenceBetween, notionOf } from '../../src/factcheck/differences.ts';
import { readClause } from '../../src/factcheck/reading.ts';
import { openWithKnowledge } from './open.ts';

const { knowledge } = await openWithKnowledge();

const read = (text: string) => readClause(text, knowledge.index);
const notions = (text: string) =>
	Object.fromEntries(
		read(text)
			.slots.filter(({ slot }) => !slot.filler)
			.map((slot) => [slot.slot.text, notionOf(slot, knowledge.index)]),
	);

/** The text of an account of an entry. */
function unitOf(id: string, says: RegExp): number {
	const { entries, unitStarts, units } = knowledge.index;
	const row = entries.ids.indexOf(id);
	const entry = entries.at(row);
	if (!('accounts' in entry) || !entry.accounts) throw new Error(`${id} has no accounts`);
	const account = entry.accounts.findIndex((one) => says.test(one.says));
	for (let unit = unitStarts[row]!; unit < unitStarts[row + 1]!; unit++) if (units.accounts[unit] === account) return unit;
	throw new Error(`no such account in ${id}`);
}

describe('what a word is', () => {
	it.each([
		['Molotov met the ambassador', 'molotov', 'person'],
		['the trial at Khabarovsk', 'khabarovsk', 'place'],
		['the Japanese army left', 'japanese', 'state'],
		['he came over from Quebec', 'quebec', 'name'],
		// Written without a capital it is known by how the dataset writes it.
		['the senate of hawaii', 'hawaii', 'name'],
		['they marched home', 'marched', 'word'],
	])('in “%s” %s is: %s', (text, word, notion) => {
		expect(notions(text)[word]).toBe(notion);
	});
});

it('one name in the place of another is told from other words', () => {
	const unit = unitOf('sudzilovsky-mission-1905', /Hawaii’s upper house/);
	const { clause, text } = differenceBetween(read('Sudzilovsky sat in the upper house of Quebec'), unit, knowledge.index);
	expect(clause.name).toBeGreaterThan(0);
	expect(text.name).toBeGreaterThan(0);
	expect(differenceBetween(read('Sudzilovsky sat in the upper house of Hawaii'), unit, knowledge.index).clause.name).toBe(0);
});
