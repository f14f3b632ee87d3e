import { factcheckAnswer } from '../src/cards/factcheck-answer.ts';
import { defineMessageCommand } from '../src/command.ts';

/** In the menu of a message. */
export default defineMessageCommand({
	answer: ({ message: { authorId, authorName, content, url } }, context) =>
		factcheckAnswer({ authorId, authorName, text: content, url }, context),
	name: 'fact-check',
	title: 'command.fact-check.title',
});
