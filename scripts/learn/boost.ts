/** Learns boosted trees from groups of rows of which some are right: the softmax of each group, with “none of them” at 0. */
import type { Trees } from '../../src/learned/trees.ts';

export interface Group {
	/** Right rows by index; none where nothing of the group is right. */
	readonly right: readonly number[];
	readonly rows: readonly Float32Array[];
	readonly weight?: number;
}

export interface Options {
	readonly depth: number;
	readonly featureShare: number;
	readonly groupShare: number;
	readonly leafMin: number;
	readonly rate: number;
	readonly ridge: number;
	readonly rounds: number;
	readonly seed: number;
}

const BINS = 48;

export function dice(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

interface Node {
	feature: number;
	right: number;
	value: number;
}

/** @throws {Error} where the rows are not of the numbers that are named: what was learned of them would be of no use. */
export function learn(groups: readonly Group[], names: readonly string[], options: Options): Trees {
	const [first] = groups.flatMap(({ rows }) => rows.slice(0, 1));
	if (first && first.length !== names.length) throw new Error(`rows of ${first.length} numbers, of which ${names.length} are named`);
	const random = dice(options.seed);
	const width = names.length;
	const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
	const starts = [0];
	for (const { rows } of groups) starts.push(starts.at(-1)! + rows.length);
	// Quantile cuts by feature.
	const cuts: Float32Array[] = [];
	const binned = new Uint8Array(count * width);
	const all = groups.flatMap(({ rows }) => rows as Float32Array[]);
	for (let f = 0; f < width; f++) {
		const sample = Float32Array.from(
			{ length: Math.min(count, 20_000) },
			(_, i) => all[Math.floor((i * count) / Math.min(count, 20_000))]![f]!,
		).sort();
		const edges: number[] = [];
		for (let b = 1; b < BINS; b++) {
			const value = sample[Math.floor((b * sample.length) / BINS)]!;
			if (edges.length === 0 || value > edges.at(-1)!) edges.push(value);
		}
		cuts.push(Float32Array.from(edges));
		for (let r = 0; r < count; r++) {
			const value = all[r]![f]!;
			let low = 0;
			let high = edges.length;
			while (low < high) {
				const mid = (low + high) >> 1;
				if (value <= edges[mid]!) high = mid;
				else low = mid + 1;
			}
			binned[r * width + f] = low;
		}
	}
	const score = new Float64Array(count);
	const gradient = new Float64Array(count);
	const hessian = new Float64Array(count);
	const isRight = new Uint8Array(count);
	groups.forEach(({ right }, g) => {
		for (const one of right) isRight[starts[g]! + one] = 1;
	});
	const trees: Node[][] = [];
	for (let round = 0; round < options.rounds; round++) {
		const chosen: number[] = [];
		for (let g = 0; g < groups.length; g++) {
			if (random() > options.groupShare) continue;
			const from = starts[g]!;
			const to = starts[g + 1]!;
			let max = 0;
			for (let r = from; r < to; r++) if (score[r]! > max) max = score[r]!;
			let total = Math.exp(-max);
			let good = 0;
			for (let r = from; r < to; r++) {
				const e = Math.exp(score[r]! - max);
				total += e;
				if (isRight[r]) good += e;
			}
			const weight = groups[g]!.weight ?? 1;
			const any = groups[g]!.right.length > 0;
			for (let r = from; r < to; r++) {
				const e = Math.exp(score[r]! - max);
				const p = e / total;
				// Of several right rows each is wanted by as much as it has already.
				const wanted = any && isRight[r] ? e / (good || 1) : 0;
				gradient[r] = weight * (wanted - p);
				hessian[r] = weight * Math.max(1e-4, p * (1 - p));
				chosen.push(r);
			}
		}
		const features = names.map((_, f) => f).filter(() => random() < options.featureShare);
		const nodes: Node[] = [];
		const rows = Int32Array.from(chosen);
		grow(nodes, rows, 0, rows.length, features, options.depth);
		trees.push(nodes);
		for (let r = 0; r < count; r++) {
			let at = 0;
			while (nodes[at]!.feature >= 0) at = all[r]![nodes[at]!.feature]! <= nodes[at]!.value ? at + 1 : nodes[at]!.right;
			score[r]! += nodes[at]!.value;
		}
	}
	function grow(nodes: Node[], rows: Int32Array, from: number, to: number, features: readonly number[], depth: number): void {
		let g = 0;
		let h = 0;
		for (let i = from; i < to; i++) {
			g += gradient[rows[i]!]!;
			h += hessian[rows[i]!]!;
		}
		const node: Node = { feature: -1, right: 0, value: (options.rate * g) / (h + options.ridge) };
		nodes.push(node);
		if (depth === 0 || to - from < 2 * options.leafMin) return;
		const parent = (g * g) / (h + options.ridge);
		let bestGain = 1e-3;
		let bestFeature = -1;
		let bestBin = 0;
		const width3 = BINS * 3;
		const histogram = new Float64Array(features.length * width3);
		// Rows outside, features inside: each row lies in one place in memory.
		for (let i = from; i < to; i++) {
			const r = rows[i]!;
			const at = r * width;
			const gr = gradient[r]!;
			const hr = hessian[r]!;
			for (let k = 0; k < features.length; k++) {
				const cell = k * width3 + binned[at + features[k]!]! * 3;
				histogram[cell]! += gr;
				histogram[cell + 1]! += hr;
				histogram[cell + 2]!++;
			}
		}
		for (let k = 0; k < features.length; k++) {
			const f = features[k]!;
			let gl = 0;
			let hl = 0;
			let nl = 0;
			for (let b = 0; b < cuts[f]!.length; b++) {
				const cell = k * width3 + b * 3;
				gl += histogram[cell]!;
				hl += histogram[cell + 1]!;
				nl += histogram[cell + 2]!;
				if (nl < options.leafMin) continue;
				if (to - from - nl < options.leafMin) break;
				const gain = (gl * gl) / (hl + options.ridge) + ((g - gl) * (g - gl)) / (h - hl + options.ridge) - parent;
				if (gain > bestGain) {
					bestGain = gain;
					bestFeature = f;
					bestBin = b;
				}
			}
		}
		if (bestFeature < 0) return;
		let middle = from;
		const sorted = new Int32Array(to - from);
		let tail = to - from;
		let head = 0;
		for (let i = from; i < to; i++) {
			if (binned[rows[i]! * width + bestFeature]! <= bestBin) sorted[head++] = rows[i]!;
			else sorted[--tail] = rows[i]!;
		}
		rows.set(sorted, from);
		middle = from + head;
		node.feature = bestFeature;
		node.value = cuts[bestFeature]![bestBin]!;
		grow(nodes, rows, from, middle, features, depth - 1);
		node.right = nodes.length;
		grow(nodes, rows, middle, to, features, depth - 1);
	}
	const flat = trees.flat();
	const roots: number[] = [];
	let at = 0;
	for (const tree of trees) {
		roots.push(at);
		at += tree.length;
	}
	return {
		features: Int16Array.from(flat, ({ feature }) => feature),
		names,
		rights: Uint16Array.from(flat, ({ right }) => right),
		roots: Uint32Array.from(roots),
		values: Float32Array.from(flat, ({ value }) => value),
	};
}
