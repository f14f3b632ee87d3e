import { findAnswer, suggestChoices } from '../src/cards/finding.ts';
import { defineCommand, QUERY_MAX_LENGTH } from '../src/command.ts';

export default defineCommand({
	answer: ({ private: alone, question }, context) => findAnswer({ private: alone, query: question }, context),
	description: 'command.ask.description',
	name: 'ask',
	options: {
		question: { autocomplete: true, description: 'command.ask.question', maxLength: QUERY_MAX_LENGTH, required: true, type: 'string' },
		private: { description: 'command.private', type: 'boolean' },
	},
	suggest: (text, _option, context) => suggestChoices(text, undefined, context),
});
