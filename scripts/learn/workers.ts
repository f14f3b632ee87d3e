/** Does the steps of learning in threads of their own, as many at a time as there are processors. */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Example } from './groups.ts';
import { type Given, type Made, openGround, STEPS, type StepName } from './steps.ts';

interface Order {
	readonly given: never;
	readonly name: StepName;
}

/** Of the memory that a step needs: some hundred thousand rows, several times over. */
const LIMITS = { maxOldGenerationSizeMb: 9_000 };

export interface Workers {
	/** Done when a thread is free, in the order in which they are asked for. */
	readonly step: <Name extends StepName>(name: Name, given: Given<Name>) => Promise<Made<Name>>;
	close(): Promise<void>;
}

export function startWorkers(isTrial: boolean, count = availableParallelism()): Workers {
	const free = Array.from({ length: count }, () => new Worker(import.meta.filename, { resourceLimits: LIMITS, workerData: { isTrial } }));
	const all = [...free];
	const waiting: (() => void)[] = [];
	const next = () => {
		if (free.length > 0) waiting.shift()?.();
	};
	const run = <Name extends StepName>(worker: Worker, name: Name, given: Given<Name>) =>
		new Promise<Made<Name>>((resolve, reject) => {
			worker.once('error', reject);
			worker.once('message', (made: Made<Name>) => {
				worker.off('error', reject);
				resolve(made);
				free.push(worker);
				next();
			});
			worker.postMessage({ given, name });
		});
	return {
		step: (name, given) =>
			new Promise((resolve, reject) => {
				waiting.push(() => {
					const started = performance.now();
					run(free.shift()!, name, given).then((made) => {
						console.log(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
						resolve(made);
					}, reject);
				});
				next();
			}),
		close: async () => void (await Promise.all(all.map((worker) => worker.terminate()))),
	};
}

/** Puts all rows into memory that threads have in common, so that none of them has a copy. */
export function shared<Of extends Example>(examples: readonly Of[]): Of[] {
	const total = examples.reduce((sum, { rows }) => sum + rows.reduce((length, row) => length + row.length, 0), 0);
	const memory = new Float32Array(new SharedArrayBuffer(total * Float32Array.BYTES_PER_ELEMENT));
	let end = 0;
	return examples.map((example) => ({
		...example,
		rows: example.rows.map((row) => {
			memory.set(row, end);
			end += row.length;
			return memory.subarray(end - row.length, end);
		}),
	}));
}

const areExamples = (value: unknown): value is readonly Example[] =>
	Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null && 'rows' in value[0];

/** The same with the rows of all its examples shared. */
const sharedIn = <Of extends object>(made: Of): Of =>
	Object.fromEntries(Object.entries(made).map(([key, one]) => [key, areExamples(one) ? shared(one) : one])) as Of;

if (!isMainThread && parentPort) {
	const port = parentPort;
	const ground = openGround((workerData as { readonly isTrial: boolean }).isTrial);
	port.on('message', async ({ given, name }: Order) => port.postMessage(sharedIn(STEPS[name](await ground, given))));
}
