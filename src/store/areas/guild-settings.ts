/** What servers have decided for themselves. */
import { DEFAULT_GUILD_SETTINGS, type GuildSetting, type GuildSettings, isGuildSetting, takesValue } from '../../guild-settings.ts';
import type { AreaOptions } from './area.ts';

export interface GuildSettingsArea {
	/** Keeps one decision; the others stay as they are. */
	changeSetting<S extends GuildSetting>(guildId: string, setting: S, value: GuildSettings[S]): Promise<void>;
	/** All settings of the server. What was decided in words that this version does not know counts as not decided. */
	readSettings(guildId: string): Promise<GuildSettings>;
}

export function createGuildSettings({ clock, db }: AreaOptions): GuildSettingsArea {
	return {
		async changeSetting(guildId, setting, value) {
			const row = { changed_at: clock().getTime(), value: JSON.stringify(value) };
			await db
				.insertInto('guild_settings')
				.values({ guild_id: guildId, setting, ...row })
				.onConflict((conflict) => conflict.columns(['guild_id', 'setting']).doUpdateSet(row))
				.execute();
		},
		async readSettings(guildId) {
			const rows = await db.selectFrom('guild_settings').select(['setting', 'value']).where('guild_id', '=', guildId).execute();
			const decided = rows.flatMap(({ setting, value: json }) => {
				const value: unknown = JSON.parse(json);
				return isGuildSetting(setting) && takesValue(setting, value) ? [[setting, value]] : [];
			});
			return { ...DEFAULT_GUILD_SETTINGS, ...(Object.fromEntries(decided) as Partial<GuildSettings>) };
		},
	};
}
