/** The settings of a server, each with a menu to change it. */
import type { Context, MessageJson } from '../answer.ts';
import { GUILD_SETTING_NAMES, GUILD_SETTINGS, type GuildSetting, type GuildSettings } from '../guild-settings.ts';
import type { MessageKey, Speaker } from '../messages/index.ts';
import { menu } from './components.ts';

const nameOf = (setting: GuildSetting, speaker: Speaker): string => speaker.say(`settings.${setting}` as MessageKey);
const wordsOf = (setting: GuildSetting, value: string, speaker: Speaker): string =>
	speaker.say(`settings.${setting}.${value}` as MessageKey);

/** `idFor` gives the custom_id of a setting's menu. */
export function settingsCard(settings: GuildSettings, idFor: (setting: GuildSetting) => string, { speaker }: Context): MessageJson {
	const lines = GUILD_SETTING_NAMES.map((setting) =>
		speaker.say('settings.line', { setting: nameOf(setting, speaker), value: wordsOf(setting, settings[setting], speaker) }),
	);
	return {
		components: GUILD_SETTING_NAMES.map((setting) => {
			const options = GUILD_SETTINGS[setting].map((value) => ({
				chosen: settings[setting] === value,
				// A menu that has something chosen does not show its own words.
				description: nameOf(setting, speaker),
				label: wordsOf(setting, value, speaker),
				value,
			}));
			return menu(idFor(setting), nameOf(setting, speaker), options);
		}),
		embeds: [{ description: [speaker.say('settings.lead'), lines.join('\n')].join('\n\n'), title: speaker.say('settings.title') }],
	};
}
