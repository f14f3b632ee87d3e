import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/dataset/fault.ts';
import { readDataFiles } from '../../src/dataset/read.ts';
import { createRechecker } from '../../src/dataset/recheck.ts';
import { type Mutant, NEUTRAL, type Operator, pick, randomFrom, SPOILERS } from './mutate.ts';

const MUTATIONS = 2_400;
const SEED = Number(process.env.MUTATION_SEED ?? 1905);
const DIRECTORY = fileURLToPath(new URL('../../data', import.meta.url));

const { files } = readDataFiles(DIRECTORY);
const rechecker = createRechecker(DIRECTORY, files);
const sound = files.filter((file) => file.file.includes('/') && rechecker.check(file).length === 0);
const random = randomFrom(SEED);

function mutate(operator: Operator): Mutant {
	for (let attempt = 0; attempt < 1_000; attempt++) {
		const { content, file } = pick(random, sound);
		const mutant = operator(file, new TextDecoder().decode(content), random);
		if (mutant) return mutant;
	}
	throw new Error('no entry to which this applies');
}

const parentOf = (path: string): string => path.replace(/(?:\.[^.[]+|\[\d+\]|^[^.[]+)$/u, '');

/** The fault is where the mutation was, or one step above. */
const isAt = (fault: Fault, path: string): boolean => fault.path === path || fault.path === parentOf(path) || parentOf(fault.path) === path;

function shortcoming({ file, path }: Mutant, faults: readonly Fault[]): string | undefined {
	const own = faults.filter((fault) => fault.file === file);
	if (own.length === 0) return faults.length === 0 ? 'nobody noticed' : `noticed in ${faults[0]!.file} only`;
	if (path !== undefined && !own.some((fault) => isAt(fault, path)))
		return `noticed at ${own.map((fault) => fault.path || '(file)').join(', ')}, not at ${path}`;
	const mute = own.find(({ expected, found, remedy, rule }) =>
		[expected, found, remedy, rule].some((part) => !part?.trim() || /undefined|\[object|NaN/u.test(part)),
	);
	return mute && `without words: ${JSON.stringify(mute)}`;
}

describe('a spoilt entry', () => {
	const each = Math.ceil(MUTATIONS / Object.keys(SPOILERS).length);

	test.each(Object.entries(SPOILERS))('is named with file, path and remedy: %s', (_name, operator) => {
		const missed: string[] = [];
		for (let index = 0; index < each; index++) {
			const mutant = mutate(operator);
			const missing = shortcoming(mutant, rechecker.check(mutant));
			if (missing) missed.push(`${mutant.file}: ${mutant.what}: ${missing}`);
		}
		expect(missed).toEqual([]);
	});

	test('comes in at least 2,000 forms', () => {
		expect(each * Object.keys(SPOILERS).length).toBeGreaterThanOrEqual(2_000);
	});
});

describe('an entry that is only written differently', () => {
	test.each(Object.entries(NEUTRAL))('has no fault: %s', (_name, operator) => {
		const blamed: string[] = [];
		for (let index = 0; index < 40; index++) {
			const mutant = mutate(operator);
			const faults = rechecker.check(mutant);
			if (faults.length > 0) blamed.push(`${mutant.file}: ${JSON.stringify(faults[0])}`);
		}
		expect(blamed).toEqual([]);
	});
});
