import { helpCard } from '../src/cards/help.ts';
import { defineCommand } from '../src/command.ts';

export default defineCommand({
	answer: (_args, context) => ({ message: helpCard(context), outcome: 'info', private: true }),
	description: 'command.help.description',
	name: 'help',
	options: {},
});
