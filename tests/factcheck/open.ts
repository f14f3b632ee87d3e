/** The dataset that comes with the program and what the check of messages knows of it, opened once for a test file. */
import { openKnowledge } from '../../src/knowledge.ts';
import { openDataset } from '../library.ts';

export async function openWithKnowledge() {
	const library = await openDataset();
	return { knowledge: openKnowledge({ dataset: library.dataset, ...library.origin }), library };
}
