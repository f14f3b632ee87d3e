import type { Edit } from '../edit.ts';
import type { Entry } from '../schema.ts';
import type { DatasetView } from '../view.ts';

/** What a rule noticed. File, path and line follow from `in` and `keys`. */
export interface Finding {
	readonly expected: string;
	/** The remedy as a change of the file, where a machine can make it without knowing the facts. */
	readonly fix?: Edit;
	readonly found: string;
	/** The entry at fault, or the name of a single file such as `topics.yml`. */
	readonly in: Entry | string;
	/** Where in the entry; the whole file when left out. */
	readonly keys?: readonly PropertyKey[];
	/** What to do next, in words that need no programmer. */
	readonly remedy: string;
}

export type Report = (finding: Finding) => void;

/** What a schema cannot say: one thing that must hold across the dataset. */
export interface Rule {
	/** One sentence that says what holds when the rule is content. */
	readonly description: string;
	/** Lower-case words with hyphens, as its file is called. */
	readonly name: string;
	/** Reports what is wrong with the entries in `view.scope`; the rest of the view is there to compare with. */
	check(view: DatasetView, report: Report): void;
}
