import { factcheckAnswer } from '../src/cards/factcheck-answer.ts';
import { defineCommand, QUERY_MAX_LENGTH } from '../src/command.ts';

export default defineCommand({
	answer: ({ text }, context) => factcheckAnswer(text, context),
	description: 'command.factcheck.description',
	name: 'factcheck',
	options: { text: { description: 'command.factcheck.text', maxLength: QUERY_MAX_LENGTH, required: true, type: 'string' } },
});
