import { findAnswer, suggestChoices } from '../src/cards/finding.ts';
import { defineCommand, lookupOptions } from '../src/command.ts';

export default defineCommand({
	answer: ({ private: alone, query }, context) => findAnswer({ kinds: ['event'], private: alone, query }, context),
	description: 'command.event.description',
	name: 'event',
	options: lookupOptions,
	suggest: (text, _option, context) => suggestChoices(text, ['event'], context),
});
