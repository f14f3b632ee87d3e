import { findAnswer, suggestChoices } from '../src/cards/finding.ts';
import { defineCommand, lookupOptions } from '../src/command.ts';

export default defineCommand({
	answer: ({ private: alone, query }, context) => findAnswer({ kinds: ['treaty'], private: alone, query }, context),
	description: 'command.treaty.description',
	name: 'treaty',
	options: lookupOptions,
	suggest: (text, _option, context) => suggestChoices(text, ['treaty'], context),
});
