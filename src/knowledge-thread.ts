/** Makes what the check of messages knows in a thread of its own, keeps it where that can be, and hands it over. Started by knowledge.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { pack } from './dataset/kept.ts';
import { storedAssertions } from './knowledge.ts';
import { type LibraryOptions, openLibrary } from './library.ts';

const { dataset, origin } = await openLibrary(workerData as LibraryOptions);
const packed = new Uint8Array(pack(storedAssertions({ dataset, ...origin })));
parentPort?.postMessage(packed, [packed.buffer]);
