/** Mends what a machine can mend without knowing the facts. */
import { type Edit, editYaml } from './edit.ts';
import { checkDataFiles } from './load.ts';
import type { DataFile } from './read.ts';
import type { Entry } from './schema.ts';
import { fileOf } from './view.ts';
import { textsUnder } from './walk.ts';

export interface FixedFile {
	/** What was done, a line each. */
	readonly changes: readonly string[];
	readonly content: string;
	readonly file: string;
}

/** Mending one thing may bring another to light; more rounds than this would mean that two fixes undo each other. */
const ROUNDS_MAX = 4;

/** The files that change, with their new text. Only those in `only` are touched, when it is given. */
export function fixFiles(directory: string, files: readonly DataFile[], only?: ReadonlySet<string>): FixedFile[] {
	const contents = new Map(files.map(({ content, file }) => [file, content]));
	const changes = new Map<string, string[]>();
	const put = (file: string, text: string, done: readonly string[]) => {
		contents.set(file, new TextEncoder().encode(text));
		changes.set(file, [...(changes.get(file) ?? []), ...done]);
	};
	for (const { content, file } of files) {
		if (only && !only.has(file)) continue;
		const { done, text } = tidy(content);
		if (done.length > 0) put(file, text, done);
	}
	for (let round = 0; round < ROUNDS_MAX; round++) {
		const { faults, raw } = checkDataFiles(
			directory,
			[...contents].map(([file, content]) => ({ content, file })),
		);
		const due = new Map<string, { edit: Edit; what: string }[]>();
		const plan = (file: string, edit: Edit, what: string) => {
			if (only && !only.has(file)) return;
			const list = due.get(file);
			if (list) list.push({ edit, what });
			else due.set(file, [{ edit, what }]);
		};
		for (const { file, fix, found, path, rule } of faults) if (fix) plan(file, fix, `${path}: ${found} (${rule})`);
		for (const entry of raw.entries)
			for (const edit of apostrophes(entry)) plan(fileOf(entry), edit, `${edit.keys.join('.')}: apostrophes`);
		if (due.size === 0) break;
		for (const [file, list] of due) {
			const fresh = distinct(list);
			put(
				file,
				editYaml(
					new TextDecoder().decode(contents.get(file)),
					fresh.map(({ edit }) => edit),
				),
				fresh.map(({ what }) => what),
			);
		}
	}
	return [...changes].map(([file, done]) => ({ changes: done, content: new TextDecoder().decode(contents.get(file)), file }));
}

/** One edit a place; the others come in the next round. */
function distinct<T extends { readonly edit: Edit }>(list: readonly T[]): T[] {
	const seen = new Set<string>();
	return list.filter(({ edit }) => {
		const key = edit.keys.join('.');
		return !seen.has(key) && seen.add(key);
	});
}

/** Line ends, blanks and the form of letters. A file that is not UTF-8 is left alone: the linter says so. */
function tidy(content: Uint8Array): { done: string[]; text: string } {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
	} catch {
		return { done: [], text: '' };
	}
	const done: string[] = [];
	const step = (what: string, mended: string) => {
		if (mended === text) return;
		text = mended;
		done.push(what);
	};
	step('byte order mark removed', text.replace(/^\uFEFF/u, ''));
	step('line ends made LF', text.replaceAll(/\r\n?/gu, '\n'));
	step('spaces at line ends removed', text.replaceAll(/[ \t]+$/gmu, ''));
	step('letters composed (NFC)', text.normalize('NFC'));
	step('one line break at the end', text.trim() === '' ? text : `${text.replace(/\n+$/u, '')}\n`);
	return { done, text };
}

const PROSE: ReadonlySet<string> = new Set([
	'says',
	'summary',
	'implies',
	'gap',
	'limits',
	'standpoint',
	'note',
	'counts',
	'includes',
	'excludes',
]);

/** ' between or after letters becomes ’, unless the text also uses ' as an opening quotation mark. */
function apostrophes(entry: Entry): Edit[] {
	return textsUnder(entry, PROSE).flatMap(({ keys, text }) => {
		if (!text.includes("'") || /(?<![\p{L}\p{N}])'/u.test(text)) return [];
		return [{ keys, kind: 'set' as const, text: text.replaceAll("'", '’') }];
	});
}
