/** What the kind of an entry says about what is meant. */
import type { Kind } from '../dataset/schema.ts';
import { conceptOf } from './concepts.ts';
import { fold } from './fold.ts';
import { tokenise } from './tokens.ts';

const CALLED: Partial<Record<Kind, string>> = {
	event: 'battle war incident massacre mission embassy visit captivity attack landing siege summit conference',
	figures: 'deaths death losses loss casualties killed dead victims number prisoners',
	treaty: 'treaty pact agreement convention declaration protocol peace договор мир пакт соглашение конвенция 条約 協定 宣言 講和',
};
const calledByKind = new Map<Kind, ReadonlySet<string>>();

/** What entries of a kind are called, as terms: the words and their concepts. */
export function calledAs(kind: Kind): ReadonlySet<string> | undefined {
	const words = CALLED[kind];
	if (words === undefined) return undefined;
	let called = calledByKind.get(kind);
	if (!called) {
		called = new Set(tokenise(fold(words)).flatMap((token) => [token.term, conceptOf(token) ?? token.term]));
		calledByKind.set(kind, called);
	}
	return called;
}

/** Among entries of one name, the kind that people mean by it. */
const KIND_ORDER: readonly Kind[] = ['event', 'treaty', 'figures', 'person', 'place', 'question', 'term', 'source'];

/** 0 for the kind that is most likely meant. */
export function kindRank(kind: Kind): number {
	return KIND_ORDER.indexOf(kind);
}
