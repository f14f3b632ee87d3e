/** A message checked, for whoever asked alone; or why this person may not have it checked here. */
import type { Answer, Context } from '../answer.ts';
import { type Checker, createChecker } from '../factcheck/checker.ts';
import type { Library } from '../library.ts';
import { may } from '../permissions.ts';
import { factcheckCard } from './factcheck.ts';

/** The index of assertions is made at the first check and serves all that follow. */
const checkers = new WeakMap<Library, Checker>();

function checkerOf(library: Library): Checker {
	let checker = checkers.get(library);
	if (!checker) {
		checker = createChecker(library);
		checkers.set(library, checker);
	}
	return checker;
}

/** Checks `text` privately. A server decides by its settings who may; elsewhere everybody may. Nothing of the text is kept. */
export async function factcheckAnswer(text: string, context: Context): Promise<Answer> {
	const { asker, library, speaker, store } = context;
	if (asker.guildId && !asker.isExternal) {
		const { factcheckUsers } = await store.readSettings(asker.guildId);
		if (factcheckUsers === 'moderators' && !may(asker, 'manageMessages')) {
			return { message: { content: speaker.say('factcheck.not-allowed') }, outcome: 'refused', private: true };
		}
	}
	const report = checkerOf(library).check(text);
	const outcome = report.claims.length > 0 ? 'found' : report.near.length > 0 ? 'choices' : 'miss';
	return { message: factcheckCard(report, context), outcome, private: true };
}
