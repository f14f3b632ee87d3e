import { defineMessageCommand } from '../src/command.ts';

/** In the menu of a message. */
export default defineMessageCommand({
	async answer({ message: { authorId, authorName, content, url } }, context) {
		const { factcheckAnswer } = await import('../src/cards/factcheck-answer.ts');
		return factcheckAnswer({ authorId, authorName, text: content, url }, context);
	},
	name: 'fact-check',
	title: 'command.fact-check.title',
});
