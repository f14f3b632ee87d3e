/** What the tests of the cards of a check share: the check over the dataset that comes with the program, and somebody who may do all. */
import { customId } from '../../src/action.ts';
import type { MessageJson } from '../../src/answer.ts';
import { factcheckCard } from '../../src/cards/factcheck.ts';
import type { Report } from '../../src/factcheck/report.ts';
import { checkerOver } from '../../src/knowledge.ts';
import { createContext, openDataset } from '../library.ts';
import { checkMessage } from '../standin/limits.ts';

const library = await openDataset();
export const checker = checkerOver(library);
checker.prepare();
export const context = await createContext(library);
export const phrases = library.dataset.ofKind('question').flatMap(({ positions }) => positions.flatMap(({ claims = [] }) => claims));

export const ID = '12345678901234567890';
export const URL_OF_MESSAGE = 'https://discord.com/channels/11/22/33';
export const ALL_RIGHTS = { mayCheck: true, mayFile: true, mayPost: true, mayUseLog: true };

export const problems = (card: MessageJson) => checkMessage({ ...card, allowed_mentions: { parse: [] } }, []);

const key = 'a'.repeat(40);
export const ids = {
	page: (page: number) => customId('check-page', key, page),
	post: customId('check-post', key),
	save: customId('check-save', key),
	wrong: customId('check-wrong', key),
};

/** Every page that a card of a report can have. */
export function everyPage(report: Report): MessageJson[] {
	return Array.from({ length: 13 }, (_, page) => factcheckCard(report, context, { ids, page }));
}
