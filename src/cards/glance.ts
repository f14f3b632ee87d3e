/**
 * All estimates or positions of an entry on a few lines: who stands where is seen before the columns are read, and
 * however many pages the columns take.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Account, Entry, FiguresEntry, Quantity, QuestionEntry, SourceEntry } from '../dataset/schema.ts';
import { boundsOf } from '../dataset/walk.ts';
import type { Speaker } from '../messages/index.ts';
import { inFields } from './fields.ts';
import { plain } from './markdown.ts';
import type { Page } from './pages.ts';
import { formatQuantity } from './quantities.ts';
import { positionTitle } from './sections.ts';
import { bySourceAge, voiceOf } from './voices.ts';

/** Fewer are seen together in their columns. */
const ESTIMATES_MIN = 3;
/** Cells of a scale: as wide as a phone shows beside a number. */
const SCALE_CELLS = 10;
/** Where the largest is so many times the smallest, equal steps would put all but one into the first cell. */
const LOGARITHMIC_FROM = 50;

/** The fields of the overview; none where the columns say it at one look. */
export function glanceOf(entry: Exclude<Entry, SourceEntry>, dataset: Dataset, speaker: Speaker): Page['columns'] {
	if (entry.kind === 'figures') return estimatesAtAGlance(entry, dataset, speaker);
	if (entry.kind === 'question') return positionsAtAGlance(entry, dataset, speaker);
	return [];
}

/** One line an amount, the smallest first, on one scale. */
function estimatesAtAGlance({ accounts }: FiguresEntry, dataset: Dataset, speaker: Speaker): Page['columns'] {
	const whole = accounts.filter(({ part }) => !part);
	if (whole.length < ESTIMATES_MIN) return [];
	const scale = scaleOf(whole.map(({ value }) => value));
	if (!scale) return [];
	const sorted = whole.toSorted((a, b) => byBounds(a.value, b.value));
	const lines = [...Map.groupBy(sorted, ({ value }) => formatQuantity(value, speaker))].map(([amount, group]) =>
		speaker.say('glance.estimate', { amount, bar: scale.bar(group[0]!.value), voices: namesOf(group, dataset, speaker) }),
	);
	return inFields(speaker.say(scale.isLogarithmic ? 'glance.estimates-logarithmic' : 'glance.estimates'), lines);
}

/** One line a position, in the order of the columns. */
function positionsAtAGlance({ positions }: QuestionEntry, dataset: Dataset, speaker: Speaker): Page['columns'] {
	if (positions.length < 2) return [];
	const lines = positions.map((position) =>
		speaker.say('glance.position', {
			position: plain(positionTitle(position, speaker)),
			voices: namesOf(
				position.accounts.toSorted((a, b) => bySourceAge(dataset.source(a.source), dataset.source(b.source))),
				dataset,
				speaker,
			),
		}),
	);
	return inFields(speaker.say('glance.positions'), lines);
}

/** Each voice once. Names hold commas, so that something else stands between them. */
function namesOf(accounts: readonly Account[], dataset: Dataset, speaker: Speaker): string {
	return plain([...new Set(accounts.map((account) => voiceOf(account, dataset, speaker).name))].join(speaker.say('glance.separator')));
}

function byBounds(a: Quantity, b: Quantity): number {
	const [lowA, highA] = boundsOf(a);
	const [lowB, highB] = boundsOf(b);
	return lowA - lowB || highA - highB;
}

interface Scale {
	readonly isLogarithmic: boolean;
	/** Where a quantity lies: `█` what is named, `▒` what an “at least” or “at most” leaves open, `░` the rest. */
	bar(quantity: Quantity): string;
}

/** From the smallest amount to the largest; `undefined` where all are one. */
function scaleOf(quantities: readonly Quantity[]): Scale | undefined {
	const bounds = quantities.map(boundsOf);
	const low = Math.min(...bounds.map(([from]) => from));
	const high = Math.max(...bounds.map(([, to]) => to));
	if (low === high) return undefined;
	const isLogarithmic = low > 0 && high / low >= LOGARITHMIC_FROM;
	const place = isLogarithmic ? Math.log : (value: number) => value;
	const cell = (value: number) => Math.round(((place(value) - place(low)) / (place(high) - place(low))) * (SCALE_CELLS - 1));
	return {
		bar(quantity) {
			const [from, to] = boundsOf(quantity).map(cell) as [number, number];
			return Array.from({ length: SCALE_CELLS }, (_, at) => {
				if (at >= from && at <= to) return '█';
				return ('atLeast' in quantity && at > to) || ('atMost' in quantity && at < from) ? '▒' : '░';
			}).join('');
		},
		isLogarithmic,
	};
}
