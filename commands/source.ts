import { findAnswer, suggestChoices } from '../src/cards/finding.ts';
import { defineCommand, lookupOptions } from '../src/command.ts';

export default defineCommand({
	answer: ({ private: alone, query }, context) => findAnswer({ kinds: ['source'], private: alone, query }, context),
	description: 'command.source.description',
	name: 'source',
	options: lookupOptions,
	suggest: (text, _option, context) => suggestChoices(text, ['source'], context),
});
