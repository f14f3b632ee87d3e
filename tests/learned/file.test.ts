import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readModel, writeModel } from '../../src/learned/file.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'variorum-model-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a model is read as it was written', () => {
	const file = join(folder, 'model.bin');
	const model = { names: ['first', 'second'], roots: Uint32Array.of(0, 7), values: Float32Array.of(0.25, -1) };
	writeModel(file, model);
	expect(readModel(file)).toEqual(model);
});

test('a file that holds none is named, with the remedy', () => {
	const file = join(folder, 'model.bin');
	writeFileSync(file, 'version https://example.org/pointer');
	expect(() => readModel(file)).toThrow(/model\.bin holds no model: take it from the repository again/);
	expect(() => readModel(join(folder, 'gone.bin'))).toThrow(/gone\.bin holds no model/);
});
