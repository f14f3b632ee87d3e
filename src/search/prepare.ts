/** What the first search makes for all that follow, made before anybody asks. */
import { isCommonWord, isOtherState, isPlainWord } from './common-words.ts';
import { conceptOf } from './concepts.ts';
import { mattersOf } from './thesaurus.ts';
import type { Token } from './tokens.ts';

/** Any word has every table made. */
const WORD: Token = { script: 'latin', term: 'word', text: 'word' };

/** One table after the other, each some ten milliseconds of work where nothing has been compiled yet. */
export function* prepareTables(): Generator<void, void> {
	for (const look of [conceptOf, mattersOf, isOtherState, isCommonWord, isPlainWord]) {
		look(WORD);
		yield;
	}
}
