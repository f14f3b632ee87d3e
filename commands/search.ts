import { findAnswer, suggestChoices } from '../src/cards/finding.ts';
import { defineCommand, lookupOptions } from '../src/command.ts';

export default defineCommand({
	answer: ({ private: alone, query }, context) => findAnswer({ private: alone, query }, context),
	description: 'command.search.description',
	name: 'search',
	options: lookupOptions,
	suggest: (text, _option, context) => suggestChoices(text, undefined, context),
});
