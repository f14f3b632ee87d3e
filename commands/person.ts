import { findAnswer, suggestChoices } from '../src/cards/finding.ts';
import { defineCommand, lookupOptions } from '../src/command.ts';

export default defineCommand({
	answer: ({ private: alone, query }, context) => findAnswer({ kinds: ['person'], private: alone, query }, context),
	description: 'command.person.description',
	name: 'person',
	options: lookupOptions,
	suggest: (text, _option, context) => suggestChoices(text, ['person'], context),
});
