/**
 * Makes what the check of messages knows in a thread of its own, keeps it where that can be, and hands it over. Started by knowledge.ts.
 * It reads the dataset once more, as it lies on the disk by now: entries are told by their place in it, so it has to be the same.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { pack } from './dataset/kept.ts';
import { storedAssertions, type ThreadTask } from './knowledge.ts';
import { openLibrary } from './library.ts';

const { cacheDirectory, directory, fingerprint } = workerData as ThreadTask;
const { dataset, origin } = await openLibrary({ cacheDirectory, directory });
if (origin.fingerprint !== fingerprint)
	throw new Error(
		`The files in ${directory}, or the program's own, are not those any more that Variorum was started with, and what the check of messages needs has not been made of those. Start Variorum again.`,
	);
const packed = new Uint8Array(pack(storedAssertions({ dataset, ...origin })));
parentPort?.postMessage(packed, [packed.buffer]);
