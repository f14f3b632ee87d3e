import { findAnswer, suggestChoices } from '../src/cards/finding.ts';
import { defineCommand, lookupOptions } from '../src/command.ts';

export default defineCommand({
	answer: ({ private: alone, query }, context) => findAnswer({ kinds: ['term'], private: alone, query }, context),
	description: 'command.term.description',
	name: 'term',
	options: lookupOptions,
	suggest: (text, _option, context) => suggestChoices(text, ['term'], context),
});
