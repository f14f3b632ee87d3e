/** Rows of evidence: numbers with names, in one order. */
import type { Topic } from '../dataset/schema.ts';
import type { Choice } from './choose.ts';
import type { Difference, Notion } from './differences.ts';
import { NOTIONS } from './differences.ts';
import type { GivenAlike } from './given.ts';
import type { UnitKind } from './index.ts';
import type { Candidate } from './match.ts';
import { SUPPORTED, type Support } from './support.ts';

const KINDS = ['event', 'treaty', 'figures', 'yes-no', 'when', 'open', 'person', 'place', 'term'] as const;
const CHOICES: readonly Choice['kind'][] = ['account', 'date', 'fact', 'number', 'position', 'topic'];
/** The texts of an entry with which a clause is compared. */
export const TEXTS: readonly UnitKind[] = ['account', 'ask', 'claim', 'label', 'name', 'phrasing'];
/** Signs that a clause or a sentence is talk. */
export const TALK = ['news', 'personal', 'played', 'unreal'] as const;

const kindOf = (entry: Topic): (typeof KINDS)[number] =>
	entry.kind !== 'question' ? entry.kind : entry.type === 'yes-no' || entry.type === 'when' ? entry.type : 'open';

export class Row {
	readonly #names: string[];
	readonly #values: number[] = [];
	/** `names` learns the names of the first row. */
	constructor(names: string[]) {
		this.#names = names;
	}
	put(name: string, value: number): void {
		if (this.#names.length <= this.#values.length) this.#names.push(name);
		this.#values.push(value);
	}
	/** What kind of entry a clause may speak of. */
	putKind(entry: Topic): void {
		const kind = kindOf(entry);
		for (const name of KINDS) this.put(`kind ${name}`, Number(name === kind));
	}
	/** What of the entry the clause may be checked against. */
	putChoice(choice: Choice['kind'] | undefined): void {
		for (const name of CHOICES) this.put(`choice ${name}`, Number(name === choice));
	}
	/** How well each sort of text of the entry fits the clause. */
	putFits({ bests }: Candidate): void {
		for (const name of TEXTS) this.put(`${name} fit`, bests[name]?.fit ?? 0);
	}
	/** How a clause differs from a text: what stands in the place of what, and what one of them has more. */
	putDifference(name: string, difference: Difference | undefined): void {
		const of = (side: keyof Difference, notion: Notion) => difference?.[side][notion] ?? 0;
		for (const notion of NOTIONS) {
			this.put(`${name} ${notion} clause`, of('clause', notion));
			if (notion === 'word' || notion === 'person' || notion === 'place' || notion === 'state' || notion === 'name')
				this.put(`${name} ${notion} text`, of('text', notion));
		}
		this.put(`${name} names shared`, of('shared', 'person') + of('shared', 'place') + of('shared', 'state') + of('shared', 'name'));
		this.put(`${name} words shared`, of('shared', 'word'));
		this.put(
			`${name} replaced`,
			(['person', 'place', 'state', 'year', 'name'] as const).reduce(
				(sum, notion) => sum + Math.min(of('clause', notion), of('text', notion)),
				0,
			),
		);
	}
	/** Which of the things that a clause names the texts speak of that tell it so. */
	putSupport(name: string, { deficit, elsewhere, paired, share }: Support): void {
		for (const notion of SUPPORTED) {
			this.put(`${name} ${notion} deficit`, deficit[notion]);
			this.put(`${name} ${notion} elsewhere`, elsewhere[notion]);
		}
		this.put(`${name} paired`, paired);
		this.put(`${name} support`, share);
	}
	/** Which numbers, dates, durations and turns a clause and a text share, and which stand against each other. */
	putGiven(name: string, alike: GivenAlike): void {
		for (const value of ['amounts', 'dates', 'durations', 'turns'] as const) {
			this.put(`${name} ${value} same`, alike[value].same);
			this.put(`${name} ${value} against`, alike[value].against);
		}
	}
	get done(): Float32Array {
		return new Float32Array(this.#values);
	}
}
