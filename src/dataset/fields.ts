/** The fields of each kind as a table, read from the schemas: for the guidelines, the skeletons and editors. */
import { z } from 'zod';
import { KINDS, type Kind } from './kinds.ts';
import { RULES_BEGIN, RULES_END, replaceBetween, TABLES_BEGIN, TABLES_END } from './marked-text.ts';
import { RULES } from './rules/index.ts';
import { ENTRY_SCHEMAS } from './schema.ts';
import { descriptionOf, elementOf, isOptional, membersOf, shapeOf, typeOf } from './schema-at.ts';

export interface Field {
	readonly description: string;
	/** `accounts[].at`. */
	readonly path: string;
	readonly required: boolean;
	readonly type: string;
}

/** Groups that stand in several places are described once, under a heading of their own. */
const SHARED: ReadonlySet<string> = new Set(['accounts', 'note', 'when', 'signed', 'inForce', 'born', 'died', 'value']);

/** Fields whose names say it almost all. */
const PLAIN: Readonly<Record<string, string>> = {
	about: 'Close to this number.',
	articles: 'What each article lays down.',
	atLeast: 'This number or more.',
	atMost: 'This number or less.',
	exact: 'The number to the last digit, as the source gives it.',
	language: 'Language of the word.',
	name: 'The name as it stands there.',
	positions: 'The answers that sources give, each with its accounts.',
	range: 'From the lowest to the highest.',
	what: 'What kind of copy it is.',
	when: 'The time that it is about.',
};

/** The fields of a group, with those of the groups inside it. */
export function fieldsOf(schema: z.ZodType, prefix = ''): Field[] {
	const fields: Field[] = [];
	for (const [key, field] of Object.entries(shapeOf(schema) ?? {})) {
		const [inner] = membersOf(field);
		const element = inner && elementOf(inner);
		const path = `${prefix}${key}${element ? '[]' : ''}`;
		fields.push({
			description:
				descriptionOf(field) ?? (element && descriptionOf(element)) ?? (path.startsWith('csl.') ? 'As in CSL-JSON.' : (PLAIN[key] ?? '')),
			path,
			required: !isOptional(field),
			type: typeNameOf(field),
		});
		const group = element ? membersOf(element)[0] : inner;
		if (group && shapeOf(group) && membersOf(element ?? field).length === 1 && !isLeafGroup(key))
			fields.push(...fieldsOf(group, `${path}.`));
	}
	return fields;
}

/** Names by language and the groups of `SHARED` need no lines of their own in every table. */
const isLeafGroup = (key: string): boolean => SHARED.has(key) || key === 'name' || key === 'asks' || key === 'label';

function typeNameOf(field: z.ZodType): string {
	const [first, ...others] = membersOf(field);
	if (!first) return '';
	const type = typeOf(first);
	const element = elementOf(first);
	if (element) return `list of ${plural(typeNameOf(element))}`;
	if (type === 'enum') return (first as unknown as { options: string[] }).options.map((it) => `\`${it}\``).join(' · ');
	if (shapeOf(first))
		return others.length > 0
			? membersOf(field)
					.map((member) => Object.keys(shapeOf(member) ?? {}).filter((key) => key !== 'unit' && key !== 'oldStyle' && key !== 'given')[0])
					.map((key) => `\`${key}\``)
					.join(' · ')
			: 'group';
	if (type === 'number') return 'number';
	if (type === 'tuple') return '`[low, high]`';
	const { maxLength } = first as unknown as { maxLength?: number | null };
	return maxLength ? `text, at most ${maxLength}` : 'text';
}

const plural = (type: string): string => type.replace(/^text/u, 'texts').replace(/^group$/u, 'groups');

const row = ({ description, path, required, type }: Field): string =>
	`| \`${path}\` | ${type} | ${required ? 'yes' : ''} | ${description.replaceAll('|', '\\|')} |`;
const table = (fields: readonly Field[]): string =>
	['| field | type | required | meaning |', '| --- | --- | --- | --- |', ...fields.map(row)].join('\n');

/** Fields that all kinds but sources have. */
function commonKeys(): Set<string> {
	const [first, ...others] = KINDS.filter((kind) => kind !== 'source').map((kind) => Object.keys(shapeOf(ENTRY_SCHEMAS[kind])!));
	return new Set(first!.filter((key) => key !== 'accounts' && others.every((keys) => keys.includes(key))));
}

const topKey = ({ path }: Field): string => /^[^.[]+/u.exec(path)![0];

/** The tables of docs/data.md. A test holds the page to them. */
export function fieldTables(): string {
	const event = shapeOf(ENTRY_SCHEMAS.event)!;
	const account = elementOf(membersOf(event.accounts!)[0]!)!;
	const note = elementOf(membersOf(event.note!)[0]!)!;
	const common = commonKeys();
	const own = (kind: Kind) =>
		fieldsOf(ENTRY_SCHEMAS[kind]).filter((field) =>
			kind === 'source' ? !field.path.startsWith('aliases[') && !field.path.startsWith('aliases.') : !common.has(topKey(field)),
		);
	const parts: [string, readonly Field[]][] = [
		['Every kind but sources', fieldsOf(ENTRY_SCHEMAS.event).filter((field) => common.has(topKey(field)))],
		...KINDS.map((kind): [string, readonly Field[]] => [`\`data/${kind}/\``, own(kind)]),
		['An account (`accounts[]`)', fieldsOf(account)],
		['An editor’s note (`note`)', fieldsOf(note)],
		['A date (`when`, `signed`, `inForce`, `born`, `died`)', fieldsOf(membersOf(event.when!)[0]!)],
		['A value (`value`): one of', membersOf(shapeOf(account)!.value!).map((member) => fieldsOf(member)[0]!)],
	];
	return parts.map(([title, fields]) => `### ${title}\n\n${table(fields)}`).join('\n\n');
}

/** The guidelines with the list of rules and the tables as they are now. */
export function currentGuide(text: string): string {
	const rules = RULES.map(({ description, name }) => `- \`${name}\`: ${description}`).join('\n');
	return replaceBetween(replaceBetween(text, RULES_BEGIN, RULES_END, rules), TABLES_BEGIN, TABLES_END, fieldTables());
}

/** JSON Schema of one kind for editors, draft 2020-12. Strict like the original; the rules see more than it. */
export function jsonSchemaOf(kind: Kind): object {
	const { $schema, ...schema } = z.toJSONSchema(ENTRY_SCHEMAS[kind], { io: 'input', reused: 'inline' }) as Record<string, unknown>;
	return {
		$schema,
		title: `Variorum ${kind}`,
		description: `An entry of data/${kind}/. Written by npm run data:schema; do not edit.`,
		...schema,
	};
}

export const schemaFileOf = (kind: Kind): string => `schema/${kind}.schema.json`;
export const schemaTextOf = (kind: Kind): string => `${JSON.stringify(jsonSchemaOf(kind), null, '\t')}\n`;
