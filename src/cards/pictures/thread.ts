/** Draws what it is sent, in a thread of its own; see `studio.ts`. */
import { parentPort } from 'node:worker_threads';
import type { Drawing } from './drawing.ts';
import { pngOf } from './png.ts';

parentPort!.on('message', async ({ drawing, id }: { readonly drawing: Drawing; readonly id: number }) => {
	try {
		parentPort!.postMessage({ id, png: await pngOf(drawing) });
	} catch (error) {
		parentPort!.postMessage({ error, id });
	}
});
