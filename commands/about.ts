import { publicly } from '../src/answer.ts';
import { aboutCard } from '../src/cards/about.ts';
import { defineCommand } from '../src/command.ts';

export default defineCommand({
	answer: ({ private: alone = false }, context) => ({
		message: aboutCard(alone ? context : publicly(context)),
		outcome: 'info',
		private: alone,
	}),
	description: 'command.about.description',
	name: 'about',
	options: { private: { description: 'command.private', type: 'boolean' } },
});
