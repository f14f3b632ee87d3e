import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../src/library.ts';
import { type ClassResult, measure, overall, REFUSED_CLASSES, readLookups } from './eval/measure.ts';
import { openDataset } from './library.ts';

/** What has been reached, less the width of a few lookups: a fall below is a fault, and a rise moves it up. */
const FOUND_FLOOR = 0.97;
/** Of the part from which nothing was learned. */
const HELD_FLOOR = 0.93;
const REFUSED_FLOOR = 0.98;
const FLOORS: Readonly<Record<string, number>> = {
	abbreviation: 0.91,
	alias: 0.98,
	date: 0.98,
	number: 0.98,
	paraphrase: 0.87,
	partial: 0.97,
	question: 0.92,
	romanisation: 0.98,
	script: 0.96,
	title: 0.98,
	typo: 0.98,
	'word-order': 0.97,
	'wrong-command': 0.95,
};

let library: Library;
let results: ClassResult[];
const lookups = readLookups();

beforeAll(async () => {
	library = await openDataset();
	results = measure(library, lookups);
});

describe('the evaluation set', () => {
	it('is of a size to be trusted, and names entries that exist', () => {
		expect(lookups.length).toBeGreaterThan(250);
		expect(lookups.flatMap(({ expect: ids }) => ids).filter((id) => library.dataset.get(id) === undefined)).toEqual([]);
		expect(new Set(lookups.map(({ command, query }) => `${command} ${query}`)).size).toBe(lookups.length);
	});

	it('is found as often as it has been, in every class', () => {
		const fallen = results
			.filter(({ class: name, first }) => !REFUSED_CLASSES.has(name) && first < FLOORS[name]!)
			.map(({ class: name, first }) => `${name} ${first.toFixed(3)}`);
		expect(fallen).toEqual([]);
		expect(overall(results, 'found')).toBeGreaterThanOrEqual(FOUND_FLOOR);
	});

	it('is found where nothing was learned from it', () => {
		const held = measure(
			library,
			lookups.filter(({ split }) => split === 'held'),
		);
		expect(overall(held, 'found')).toBeGreaterThanOrEqual(HELD_FLOOR);
	});

	it('is refused where it is about something else', () => {
		expect(overall(results, 'refused')).toBeGreaterThanOrEqual(REFUSED_FLOOR);
	});
});
