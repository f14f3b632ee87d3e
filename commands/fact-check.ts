import { factcheckAnswer } from '../src/cards/factcheck-answer.ts';
import { defineMessageCommand } from '../src/command.ts';

/** In the menu of a message. */
export default defineMessageCommand({
	answer: ({ message }, context) => factcheckAnswer(message.content, context),
	name: 'fact-check',
	title: 'command.fact-check.title',
});
