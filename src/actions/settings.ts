import { type Action, customId } from '../action.ts';
import type { Answer, Context } from '../answer.ts';
import { settingsCard } from '../cards/settings.ts';
import { isGuildSetting, takesValue } from '../guild-settings.ts';
import { may } from '../permissions.ts';

/** The settings of the asker's server, to those who may manage it: Discord's own rule can be changed by any server. */
export async function showSettings(context: Context, change?: (guildId: string) => Promise<void>): Promise<Answer> {
	const { asker, speaker, store } = context;
	const refuse = (key: 'settings.no-server' | 'settings.not-allowed'): Answer => ({
		message: { content: speaker.say(key) },
		outcome: 'refused',
		private: true,
	});
	if (asker.guildId === undefined) return refuse('settings.no-server');
	if (!may(asker, 'manageGuild')) return refuse('settings.not-allowed');
	await change?.(asker.guildId);
	const settings = await store.readSettings(asker.guildId);
	const message = settingsCard(settings, (setting) => customId('settings', setting), context);
	return { message, outcome: 'info', private: true, update: change !== undefined };
}

/** A value chosen in the menu of a setting. */
export const settings: Action = {
	answer: ({ args: [setting = ''], values: [value] }, context) =>
		showSettings(context, async (guildId) => {
			// Of another version, a setting or a value may be gone: the card shows what holds.
			if (isGuildSetting(setting) && takesValue(setting, value)) await context.store.changeSetting(guildId, setting, value);
		}),
	name: 'settings',
};
