/** From a raw interaction, as the gateway and the HTTP endpoint both receive it, to a request of the program. */
import type { APIInteraction, APIMessage, APIUser } from 'discord-api-types/v10';
import type { ArgumentValue, Request } from '../answer.ts';
import { languageOf } from '../messages/index.ts';
import type { Caller } from '../program.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding */
const TYPE_COMPONENT = 3;
const TYPE_AUTOCOMPLETE = 4;
const TYPE_MODAL = 5;
const CONTEXT_BOT_DM = 1;
const FLAG_EPHEMERAL = 64;

interface RawOption {
	readonly focused?: boolean;
	readonly name: string;
	readonly value?: ArgumentValue;
}

/** The fields that are read here, whatever the interaction's type. */
interface RawInteraction {
	readonly context?: number;
	readonly data?: {
		readonly custom_id?: string;
		readonly name?: string;
		readonly options?: readonly RawOption[];
		readonly values?: readonly string[];
	};
	readonly guild_id?: string;
	readonly locale?: string;
	readonly member?: { readonly user: APIUser };
	readonly message?: Pick<APIMessage, 'flags' | 'interaction_metadata'>;
	readonly type: number;
	readonly user?: APIUser;
}

/** What the person did. Kinds of interaction that we do not offer become a request that the program refuses. */
export function requestOf(interaction: APIInteraction): Request {
	const raw = interaction as unknown as RawInteraction;
	if (raw.type === TYPE_COMPONENT || raw.type === TYPE_MODAL) {
		return { customId: raw.data?.custom_id ?? '', own: isOwn(raw), type: 'press', values: raw.data?.values ?? [] };
	}
	const name = raw.data?.name ?? '';
	const args: Record<string, ArgumentValue> = {};
	let focused: RawOption | undefined;
	for (const option of raw.data?.options ?? []) {
		if (option.focused) focused = option;
		else if (option.value !== undefined) args[option.name] = option.value;
	}
	if (raw.type === TYPE_AUTOCOMPLETE) {
		return { args, name, option: focused?.name ?? '', text: String(focused?.value ?? ''), type: 'suggest' };
	}
	return { args, name, type: 'command' };
}

/** Who asked, and where. */
export function callerOf(interaction: APIInteraction, front: Caller['front']): Caller {
	const raw = interaction as unknown as RawInteraction;
	return { front, guildId: raw.guild_id, language: languageOf(raw.locale), userId: userOf(raw)?.id };
}

/** In a server the user stands inside the member. */
const userOf = ({ member, user }: RawInteraction): APIUser | undefined => member?.user ?? user;

/** A message that only the presser can see is always theirs. */
function isOwn(raw: RawInteraction): boolean {
	if (raw.context === CONTEXT_BOT_DM || ((raw.message?.flags ?? 0) & FLAG_EPHEMERAL) !== 0) return true;
	const asker = raw.message?.interaction_metadata?.user.id;
	return asker !== undefined && asker === userOf(raw)?.id;
}
