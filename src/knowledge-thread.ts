/** Makes what the check of messages knows and keeps it, in a thread of its own. Started by knowledge.ts. */
import { workerData } from 'node:worker_threads';
import { openKnowledge } from './knowledge.ts';
import { type LibraryOptions, openLibrary } from './library.ts';

const { dataset, origin } = await openLibrary(workerData as LibraryOptions);
openKnowledge({ dataset, ...origin });
