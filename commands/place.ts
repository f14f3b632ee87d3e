import { findAnswer, suggestChoices } from '../src/cards/finding.ts';
import { defineCommand, lookupOptions } from '../src/command.ts';

export default defineCommand({
	answer: ({ private: alone, query }, context) => findAnswer({ kinds: ['place'], private: alone, query }, context),
	description: 'command.place.description',
	name: 'place',
	options: lookupOptions,
	suggest: (text, _option, context) => suggestChoices(text, ['place'], context),
});
