import type { Edit } from './edit.ts';

/** One thing that is wrong with the data, in the five parts that a contributor needs. */
export interface Fault {
	/** Path of the file below the data folder, with forward slashes. */
	readonly file: string;
	/** Line of the file, from 1, where it is known. */
	readonly line?: number;
	/** Where in the file: `accounts[2].value`; empty for the file as a whole. */
	readonly path: string;
	readonly found: string;
	readonly expected: string;
	/** The remedy as a change that `npm run data:fix` can make. */
	readonly fix?: Edit;
	/** What to do next, in plain words. */
	readonly remedy: string;
	/** The rule that noticed it. */
	readonly rule: string;
}

/** Thrown when a dataset cannot be used; carries every fault, not the first. */
export class DatasetError extends Error {
	override readonly name = 'DatasetError';

	readonly directory: string;
	readonly faults: readonly Fault[];

	constructor(directory: string, faults: readonly Fault[]) {
		super(`the dataset in ${directory} has ${counted(faults.length, 'fault')}\n${faults.map(formatFault).join('\n')}`);
		this.directory = directory;
		this.faults = faults;
	}
}

/** `1 fault`, `2 faults`: for those who keep the data, whose tools speak English. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The fault with its file, for a message that stands alone. */
export function formatFault(fault: Fault): string {
	const place = fault.line === undefined ? fault.file : `${fault.file}:${fault.line}`;
	return [`${place}${fault.path ? `  ${fault.path}` : ''}  (${fault.rule})`, ...partsOf(fault)].join('\n');
}

/** The fault under a heading that names its file. */
export function formatDetails(fault: Fault): string {
	const place = [fault.line === undefined ? '' : `line ${fault.line}`, fault.path].filter(Boolean).join('  ');
	return [`  ${place || 'the whole file'}  (${fault.rule})`, ...partsOf(fault)].join('\n');
}

const partsOf = ({ expected, found, remedy }: Fault): string[] => [
	`    found     ${found}`,
	`    expected  ${expected}`,
	`    remedy    ${remedy}`,
];

/** Writes a path of keys and positions as people read it: `positions[0].accounts[1].source`. */
export function formatPath(path: readonly PropertyKey[]): string {
	let out = '';
	for (const part of path) out += typeof part === 'number' ? `[${part}]` : out ? `.${String(part)}` : String(part);
	return out;
}

/** Shows a found value on one short line. */
export function show(value: unknown): string {
	if (value === undefined) return 'nothing';
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 90 ? `${text.slice(0, 87)}…` : text;
}
