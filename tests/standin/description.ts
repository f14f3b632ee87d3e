/** Discord's own OpenAPI description, where it lies beside the repository: every payload is held against it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const FILE = join(import.meta.dirname, '../../../shared/discord/openapi.json');

/** What a test says that needs the description and does not find it. */
export const DESCRIPTION_ABSENT = "Discord's OpenAPI description is not there (../shared/discord/openapi.json)";

export const hasDescription = (): boolean => existsSync(FILE);

/** Requests that the bot makes, by the schema of their body. */
const SCHEMAS = {
	'callback choices': 'ApplicationCommandAutocompleteCallbackRequest',
	'callback message': 'CreateMessageInteractionCallbackRequest',
	'callback modal': 'ModalInteractionCallbackRequest',
	'callback update': 'UpdateMessageInteractionCallbackRequest',
	'channel edit': 'MessageEditRequestPartial',
	'channel message': 'MessageCreateRequest',
	command: 'ApplicationCommandUpdateRequest',
	edit: 'IncomingWebhookUpdateRequestPartial',
	followup: 'IncomingWebhookRequestPartial',
} as const;
export type Described = keyof typeof SCHEMAS;

let ajv: Ajv2020 | null | undefined;
const validators = new Map<Described, ValidateFunction>();

function open(): Ajv2020 | null {
	if (!hasDescription()) return null;
	const instance = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
	addFormats.default(instance);
	for (const format of ['nonce', 'snowflake']) instance.addFormat(format, true);
	instance.addSchema({ ...(JSON.parse(readFileSync(FILE, 'utf8')) as AnySchemaObject), $id: 'discord' });
	return instance;
}

/** How `body` breaks the description; empty when it does not, or when there is no description. */
export function checkDescribed(what: Described, body: unknown): string[] {
	if (ajv === undefined) ajv = open();
	if (!ajv) return [];
	let validate = validators.get(what);
	if (!validate) {
		validate = ajv.compile({ $ref: `discord#/components/schemas/${SCHEMAS[what]}` });
		validators.set(what, validate);
	}
	if (validate(body)) return [];
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'the body'} ${message} (Discord's description)`);
}
