import { defineCommand } from '../src/command.ts';
import { PERMISSIONS } from '../src/permissions.ts';

export default defineCommand({
	answer: async (_args, context) => (await import('../src/actions/settings.ts')).showSettings(context),
	defaultMemberPermissions: PERMISSIONS.manageGuild,
	description: 'command.settings.description',
	name: 'settings',
	options: {},
	where: 'servers',
});
