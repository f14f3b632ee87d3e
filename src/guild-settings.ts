/** What a server can decide for itself: each setting with its values, the first of which holds until another is chosen. */
export const GUILD_SETTINGS = {
	/** Whether what was checked may be posted for everybody, by those who may manage messages. */
	factcheckPosts: ['allowed', 'off'],
	/** Who may have a message checked: everyone, or those who may manage messages. */
	factcheckUsers: ['everyone', 'moderators'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type GuildSetting = keyof typeof GUILD_SETTINGS;
export type GuildSettings = { readonly [S in GuildSetting]: (typeof GUILD_SETTINGS)[S][number] };

export const GUILD_SETTING_NAMES = Object.keys(GUILD_SETTINGS) as GuildSetting[];

export const isGuildSetting = (name: string): name is GuildSetting => Object.hasOwn(GUILD_SETTINGS, name);

/** Whether a setting takes this value. */
export const takesValue = <S extends GuildSetting>(setting: S, value: unknown): value is GuildSettings[S] =>
	(GUILD_SETTINGS[setting] as readonly unknown[]).includes(value);

/** The settings of a server that has decided nothing. */
export const DEFAULT_GUILD_SETTINGS = Object.fromEntries(
	GUILD_SETTING_NAMES.map((name) => [name, GUILD_SETTINGS[name][0]]),
) as unknown as GuildSettings;
