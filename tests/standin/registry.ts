/** The commands that the bot registered, and what a client lets people send with them. */
import type { APIApplicationCommand, APIApplicationCommandBasicOption, APIUser } from 'discord-api-types/v10';
import { snowflake } from './world.ts';

/** A person stands for an option of type `user`. */
export type OptionValue = APIUser | boolean | number | string;
type Body = Record<string, unknown>;

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const SUBCOMMAND = 1;
const CHAT_INPUT = 1;

export interface Registry {
	readonly commands: readonly APIApplicationCommand[];
	/** How often commands were written. */
	readonly writes: number;
	add(body: Body): APIApplicationCommand;
	/** The command of this name, one that is typed unless told otherwise; throws when the bot did not register it. */
	get(name: string, type?: number): APIApplicationCommand;
	remove(id: string): boolean;
	replace(bodies: readonly Body[]): readonly APIApplicationCommand[];
	update(id: string, body: Body): APIApplicationCommand | undefined;
	/** As the list of commands is answered. */
	view(withLocalizations: boolean): unknown[];
}

export function createRegistry(applicationId: string): Registry {
	let commands: APIApplicationCommand[] = [];
	let writes = 0;

	/** With the fields that Discord adds, in its own order, and without those that it leaves out. */
	const store = (body: Body, id = snowflake()): APIApplicationCommand =>
		({
			application_id: applicationId,
			contexts: body.contexts ?? null,
			default_member_permissions: body.default_member_permissions == null ? null : String(body.default_member_permissions),
			description: body.description ?? '',
			description_localizations: body.description_localizations ?? null,
			dm_permission: true,
			id,
			integration_types: body.integration_types ?? [0],
			name: body.name,
			name_localizations: body.name_localizations ?? null,
			nsfw: body.nsfw ?? false,
			options: storeOptions(body.options),
			type: body.type ?? 1,
			version: snowflake(),
		}) as unknown as APIApplicationCommand;

	const storeOptions = (options: unknown): unknown =>
		((options as Body[] | undefined) ?? []).map(({ autocomplete, options: inner, required, ...option }) => ({
			...option,
			...(inner ? { options: storeOptions(inner) } : {}),
			...(autocomplete ? { autocomplete } : {}),
			...(required ? { required } : {}),
		}));

	return {
		add(body) {
			writes += 1;
			const command = store(body);
			commands = [...commands.filter(({ name, type }) => name !== command.name || type !== command.type), command];
			return command;
		},
		get commands() {
			return commands;
		},
		get(name, type = CHAT_INPUT) {
			const found = commands.find((command) => command.name === name && command.type === type);
			if (!found)
				throw new Error(`/${name} is not registered; registered are: ${commands.map((command) => `/${command.name}`).join(' ') || 'none'}`);
			return found;
		},
		remove(id) {
			const before = commands.length;
			commands = commands.filter((command) => command.id !== id);
			return commands.length < before;
		},
		replace(bodies) {
			writes += 1;
			commands = bodies.map((body) => {
				const before = commands.find(({ name, type }) => name === body.name && type === (body.type ?? CHAT_INPUT));
				return store(body, before?.id);
			});
			return commands;
		},
		update(id, body) {
			const found = commands.find((command) => command.id === id);
			if (!found) return undefined;
			writes += 1;
			const command = store({ ...(found as unknown as Body), ...body }, id);
			commands = commands.map((it) => (it.id === id ? command : it));
			return command;
		},
		view: (withLocalizations) => commands.map((command) => (withLocalizations ? command : withoutLocalizations(command))),
		get writes() {
			return writes;
		},
	};
}

/** Without being asked for them, Discord leaves localisations out. */
function withoutLocalizations(item: unknown): unknown {
	if (Array.isArray(item)) return item.map(withoutLocalizations);
	if (item === null || typeof item !== 'object') return item;
	return Object.fromEntries(
		Object.entries(item)
			.filter(([key]) => !key.endsWith('_localizations'))
			.map(([key, value]) => [key, withoutLocalizations(value)]),
	);
}

/** What a command line sends: its options, and the people whom they name. */
export interface Sent {
	readonly options: object[];
	readonly users: readonly APIUser[];
}

type Values = Readonly<Record<string, OptionValue>>;

/** The command that `name` begins with, and the options of what it names: of the subcommand, where there are some. */
export function findOptions(command: APIApplicationCommand, name: string): readonly APIApplicationCommandBasicOption[] {
	const options = (command.options ?? []) as (APIApplicationCommandBasicOption & { options?: APIApplicationCommandBasicOption[] })[];
	const subcommands = options.filter(({ type }) => (type as number) === SUBCOMMAND);
	const [, word] = name.split(' ');
	if (subcommands.length === 0 && word === undefined) return options;
	const found = subcommands.find((option) => option.name === word);
	if (!found)
		throw new Error(
			`/${name} cannot be sent; there are: ${subcommands.map((option) => `/${command.name} ${option.name}`).join(' ') || `/${command.name}`}`,
		);
	return found.options ?? [];
}

/** Puts options under their subcommand, where `name` has one. */
export function underSubcommand(name: string, options: object[]): object[] {
	const [, word] = name.split(' ');
	return word === undefined ? options : [{ name: word, options, type: SUBCOMMAND }];
}

/** The options of an interaction; throws where a client would not let a person send them. */
export function toOptions(command: APIApplicationCommand, name: string, values: Values): Sent {
	const declared = findOptions(command, name);
	for (const key of Object.keys(values)) {
		if (!declared.some((option) => option.name === key)) throw new Error(`/${name} has no option ${key}`);
	}
	const users: APIUser[] = [];
	const options = declared.flatMap((option) => {
		const value = values[option.name];
		if (value === undefined) {
			if (option.required) throw new Error(`/${name} needs the option ${option.name}`);
			return [];
		}
		checkValue(name, option, value);
		if (typeof value === 'object') users.push(value);
		return [{ name: option.name, type: option.type, value: typeof value === 'object' ? value.id : value }];
	});
	return { options: underSubcommand(name, options), users };
}

function checkValue(command: string, option: APIApplicationCommandBasicOption, value: OptionValue): void {
	const refuse = (why: string): never => {
		throw new Error(`/${command} ${option.name}: ${why}`);
	};
	const type = option.type as number;
	if (type === STRING && typeof value !== 'string') refuse('takes text');
	if (type === INTEGER && !Number.isInteger(value)) refuse('takes a whole number');
	if (type === BOOLEAN && typeof value !== 'boolean') refuse('takes true or false');
	if (type === USER && typeof value !== 'object') refuse('takes a person');
	const {
		choices,
		max_length = 6000,
		max_value = Infinity,
		min_length = 0,
		min_value = -Infinity,
	} = option as {
		choices?: { value: OptionValue }[];
		max_length?: number;
		max_value?: number;
		min_length?: number;
		min_value?: number;
	};
	if (choices?.length && !choices.some((choice) => choice.value === value)) refuse(`${value} is not among its choices`);
	if (typeof value === 'string' && (value.length > max_length || value.length < min_length))
		refuse(`takes ${min_length} to ${max_length} characters`);
	if (typeof value === 'number' && (value > max_value || value < min_value)) refuse(`takes ${min_value} to ${max_value}`);
}
