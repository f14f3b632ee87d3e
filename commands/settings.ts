import { showSettings } from '../src/actions/settings.ts';
import { defineCommand } from '../src/command.ts';
import { PERMISSIONS } from '../src/permissions.ts';

export default defineCommand({
	answer: (_args, context) => showSettings(context),
	defaultMemberPermissions: PERMISSIONS.manageGuild,
	description: 'command.settings.description',
	name: 'settings',
	options: {},
	where: 'servers',
});
