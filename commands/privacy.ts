import { customId } from '../src/action.ts';
import type { MessageJson } from '../src/answer.ts';
import { defineCommandGroup } from '../src/command.ts';

const cards = () => import('../src/cards/privacy.ts');
const privately = (message: MessageJson) => ({ message, outcome: 'info', private: true }) as const;

export default defineCommandGroup({
	description: 'command.privacy.description',
	name: 'privacy',
	subcommands: {
		show: {
			answer: async (_args, context) =>
				privately((await cards()).privacyCard(await context.store.exportUser(context.asker.userId), context)),
			description: 'command.privacy-show.description',
			options: {},
		},
		export: {
			answer: async (_args, context) =>
				privately((await cards()).privacyFile(await context.store.exportUser(context.asker.userId), context)),
			description: 'command.privacy-export.description',
			options: {},
		},
		delete: {
			answer: async (_args, context) => {
				const ids = { no: customId('privacy', 'keep'), yes: customId('privacy', 'delete') };
				return privately((await cards()).privacyQuestion(await context.store.exportUser(context.asker.userId), ids, context));
			},
			description: 'command.privacy-delete.description',
			options: {},
		},
	},
});
