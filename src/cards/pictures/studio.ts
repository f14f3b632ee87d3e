/**
 * A thread for drawing. Coasts, letters and what turns them into pixels take a second to load and a hundred megabytes to
 * work with: nobody else waits for that, and when nothing was drawn for a while, all of it is given back.
 */
import { Worker } from 'node:worker_threads';
import type { Drawing } from './drawing.ts';

/** So long after the last picture the thread is kept. */
const IDLE_MILLISECONDS = 60_000;
/** Megabytes of the thread's own heap. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

type Told = { readonly id: number } & ({ readonly error: unknown } | { readonly png: Uint8Array });

interface Studio {
	readonly waiting: Map<number, PromiseWithResolvers<Uint8Array>>;
	readonly worker: Worker;
}

let last = 0;
let studio: Studio | undefined;
let idle: NodeJS.Timeout | undefined;

function open(): Studio {
	const worker = new Worker(new URL('./thread.js', import.meta.url), { resourceLimits: LIMITS });
	const waiting: Studio['waiting'] = new Map();
	const opened = { waiting, worker };
	const end = (error: Error) => {
		if (studio === opened) studio = undefined;
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	worker.on('message', ({ id, ...told }: Told) => {
		const asked = waiting.get(id);
		waiting.delete(id);
		if ('error' in told) asked?.reject(told.error);
		else asked?.resolve(told.png);
		if (waiting.size === 0) rest(opened);
	});
	worker.once('error', end);
	worker.once('exit', () => end(new Error('the thread that draws has ended')));
	// It keeps no program running that has nothing else to do.
	worker.unref();
	return opened;
}

function rest(resting: Studio): void {
	clearTimeout(idle);
	idle = setTimeout(() => {
		if (studio === resting && resting.waiting.size === 0) {
			studio = undefined;
			void resting.worker.terminate();
		}
	}, IDLE_MILLISECONDS).unref();
}

/** Rejects where the machine has no renderer. */
export function draw(drawing: Drawing): Promise<Uint8Array> {
	clearTimeout(idle);
	studio ??= open();
	const id = (last += 1);
	const asked = Promise.withResolvers<Uint8Array>();
	studio.waiting.set(id, asked);
	studio.worker.postMessage({ drawing, id });
	return asked.promise;
}
