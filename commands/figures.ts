import { findAnswer, suggestChoices } from '../src/cards/finding.ts';
import { defineCommand, lookupOptions } from '../src/command.ts';

export default defineCommand({
	answer: ({ private: alone, query }, context) => findAnswer({ kinds: ['figures'], private: alone, query }, context),
	description: 'command.figures.description',
	name: 'figures',
	options: lookupOptions,
	suggest: (text, _option, context) => suggestChoices(text, ['figures'], context),
});
