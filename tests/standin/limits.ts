/**
 * Discord's limits that its OpenAPI description cannot express, or that hold where the description is absent. Sources:
 * https://docs.discord.com/developers/resources/message, …/components/reference, …/interactions/application-commands.
 *
 * Lengths are counted in UTF-16 units: Discord counts characters, of which there are never more.
 */
type Json = Record<string, unknown>;

export interface SentFile {
	readonly contentType: string;
	readonly data: Buffer;
	readonly field: string;
	readonly name: string;
}

const FLAG_COMPONENTS_V2 = 1 << 15;
const MEBIBYTE = 1024 * 1024;
const ROW = 1;
const BUTTON = 2;
const SELECTS = [3, 5, 6, 7, 8];
const SECTION = 9;
const TEXT_DISPLAY = 10;
const MEDIA_GALLERY = 12;

const MESSAGE_KEYS = ['allowed_mentions', 'attachments', 'components', 'content', 'embeds', 'flags', 'poll', 'tts'];
const EMBED_KEYS = ['author', 'color', 'description', 'fields', 'footer', 'image', 'thumbnail', 'timestamp', 'title', 'type', 'url'];

type Report = (problem: string) => void;

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

function most(report: Report, what: string, value: unknown, maximum: number): void {
	if (lengthOf(value) > maximum) report(`${what} has ${lengthOf(value)} characters, ${maximum} are allowed`);
}

function filled(report: Report, what: string, value: unknown, maximum: number): void {
	if (typeof value !== 'string' || value.trim() === '') report(`${what} is empty`);
	most(report, what, value, maximum);
}

function known(report: Report, what: string, value: Json, keys: readonly string[]): void {
	for (const key of Object.keys(value)) if (!keys.includes(key)) report(`${what} has an unknown field ${key}`);
}

function checkEmbed(report: Report, at: string, embed: Json): number {
	known(report, at, embed, EMBED_KEYS);
	const author = embed.author as Json | undefined;
	const footer = embed.footer as Json | undefined;
	most(report, `${at}.title`, embed.title, 256);
	most(report, `${at}.description`, embed.description, 4096);
	if (footer) filled(report, `${at}.footer.text`, footer.text, 2048);
	if (author) filled(report, `${at}.author.name`, author.name, 256);
	const fields = list(embed.fields);
	if (fields.length > 25) report(`${at} has ${fields.length} fields, 25 are allowed`);
	let total = lengthOf(embed.title) + lengthOf(embed.description) + lengthOf(footer?.text) + lengthOf(author?.name);
	for (const [index, field] of fields.entries()) {
		filled(report, `${at}.fields[${index}].name`, field.name, 256);
		filled(report, `${at}.fields[${index}].value`, field.value, 1024);
		total += lengthOf(field.name) + lengthOf(field.value);
	}
	if (total === 0 && !embed.image && !embed.thumbnail) report(`${at} is empty`);
	return total;
}

function checkButton(report: Report, at: string, button: Json): void {
	most(report, `${at}.label`, button.label, 80);
	if (!button.label && !button.emoji) report(`${at} has neither label nor emoji`);
	const isLink = button.style === 5;
	if (isLink && (!button.url || button.custom_id)) report(`${at} is a link: it has a url and no custom_id`);
	if (!isLink && button.style !== 6 && (button.url || !button.custom_id)) report(`${at} has a custom_id and no url`);
	most(report, `${at}.url`, button.url, 512);
}

function checkSelect(report: Report, at: string, select: Json): void {
	filled(report, `${at}.custom_id`, select.custom_id, 100);
	most(report, `${at}.placeholder`, select.placeholder, 150);
	if (select.type !== 3) return;
	const options = list(select.options);
	if (options.length < 1 || options.length > 25) report(`${at} has ${options.length} options, 1 to 25 are allowed`);
	for (const [index, option] of options.entries()) {
		filled(report, `${at}.options[${index}].label`, option.label, 100);
		filled(report, `${at}.options[${index}].value`, option.value, 100);
		most(report, `${at}.options[${index}].description`, option.description, 100);
	}
	if (new Set(options.map(({ value }) => value)).size < options.length) report(`${at} has two options of one value`);
	const minimum = (select.min_values as number | undefined) ?? 1;
	const maximum = (select.max_values as number | undefined) ?? 1;
	if (minimum > maximum || maximum > options.length) report(`${at} wants ${minimum} to ${maximum} of ${options.length} options`);
	if (options.filter((option) => option.default).length > maximum) report(`${at} has more defaults than max_values`);
}

function checkRow(report: Report, at: string, row: Json): void {
	const components = list(row.components);
	const selects = components.filter(({ type }) => SELECTS.includes(type as number));
	if (components.length === 0 || components.length > 5) report(`${at} has ${components.length} components, 1 to 5 are allowed`);
	if (selects.length > 0 && components.length > 1) report(`${at} has a menu, which stands alone in its row`);
	for (const [index, component] of components.entries()) {
		if (component.type !== BUTTON && !SELECTS.includes(component.type as number)) report(`${at}[${index}] is of type ${component.type}`);
	}
}

/** Every component with its place, outermost first. */
function* walk(components: readonly Json[], at = 'components'): Generator<readonly [string, Json]> {
	for (const [index, component] of components.entries()) {
		const here = `${at}[${index}]`;
		yield [here, component];
		yield* walk(list(component.components), here);
		if (component.accessory) yield* walk([component.accessory as Json], `${here}.accessory`);
	}
}

function checkComponents(report: Report, components: readonly Json[], isV2: boolean): void {
	if (!isV2 && components.length > 5) report(`there are ${components.length} rows, 5 are allowed`);
	const ids = new Set<unknown>();
	let count = 0;
	let text = 0;
	for (const [at, component] of walk(components)) {
		count += 1;
		if (component.type === ROW) checkRow(report, at, component);
		else if (component.type === BUTTON) checkButton(report, at, component);
		else if (SELECTS.includes(component.type as number)) checkSelect(report, at, component);
		else if (!isV2) report(`${at} is of type ${component.type}, which needs the flag for components`);
		if (component.type === TEXT_DISPLAY) {
			filled(report, `${at}.content`, component.content, 4000);
			text += lengthOf(component.content);
		}
		if (
			component.type === SECTION &&
			(list(component.components).length > 3 || list(component.components).length < 1 || !component.accessory)
		) {
			report(`${at} is a section: it has 1 to 3 texts and an accessory`);
		}
		if (component.type === MEDIA_GALLERY) {
			const items = list(component.items);
			if (items.length < 1 || items.length > 10) report(`${at} has ${items.length} pictures, 1 to 10 are allowed`);
			for (const item of items) most(report, `${at} alt text`, item.description, 1024);
		}
		if (component.custom_id === undefined) continue;
		most(report, `${at}.custom_id`, component.custom_id, 100);
		if (ids.has(component.custom_id)) report(`${at}.custom_id stands twice: ${component.custom_id}`);
		ids.add(component.custom_id);
	}
	if (isV2 && count > 40) report(`there are ${count} components, 40 are allowed`);
	if (text > 4000) report(`the texts have ${text} characters together, 4000 are allowed`);
}

function checkFiles(report: Report, body: Json, files: readonly SentFile[]): void {
	const attachments = list(body.attachments);
	if (attachments.length > 10 || files.length > 10) report(`there are ${Math.max(attachments.length, files.length)} files, 10 are allowed`);
	for (const { data, field, name } of files) {
		if (!/^files\[\d+\]$/.test(field)) report(`a file was sent as ${field}`);
		if (data.length > 10 * MEBIBYTE) report(`${name} has ${data.length} bytes, 10 MiB are allowed`);
		if (data.length === 0) report(`${name} is empty`);
	}
	for (const { description, id } of attachments) {
		most(report, `alt text of attachment ${id}`, description, 1024);
		if (Number(id) < 10 && !files.some(({ field }) => field === `files[${id}]`)) report(`attachment ${id} has no file`);
	}
	const names = new Set(files.map(({ name }) => name));
	for (const [, name] of JSON.stringify([body.embeds, body.components]).matchAll(/"attachment:\/\/([^"]+)"/g)) {
		if (!names.has(name as string)) report(`attachment://${name} has no file`);
	}
}

/** What is wrong with a message: the body of a callback's `data`, a follow-up or an edit. */
export function checkMessage(body: Json, files: readonly SentFile[], { isEdit = false } = {}): string[] {
	const problems: string[] = [];
	const report: Report = (problem) => problems.push(problem);
	known(report, 'the message', body, MESSAGE_KEYS);
	const isV2 = (((body.flags as number | null | undefined) ?? 0) & FLAG_COMPONENTS_V2) !== 0;
	const embeds = list(body.embeds);
	most(report, 'content', body.content, 2000);
	if (embeds.length > 10) report(`there are ${embeds.length} embeds, 10 are allowed`);
	const total = embeds.map((embed, index) => checkEmbed(report, `embeds[${index}]`, embed)).reduce((sum, length) => sum + length, 0);
	if (total > 6000) report(`the embeds have ${total} characters together, 6000 are allowed`);
	if (isV2 && (body.content || embeds.length > 0)) report('content and embeds cannot stand beside components of the second version');
	checkComponents(report, list(body.components), isV2);
	checkFiles(report, body, files);
	const isEmpty = !body.content && embeds.length === 0 && files.length === 0 && list(body.components).length === 0;
	if (isEmpty && !isEdit) report('the message is empty');
	const mentions = body.allowed_mentions as Json | null | undefined;
	if (
		!mentions ||
		!Array.isArray(mentions.parse) ||
		mentions.parse.length > 0 ||
		list(mentions.users).length > 0 ||
		list(mentions.roles).length > 0
	) {
		report('mentions could ping: allowed_mentions.parse is not empty');
	}
	return problems;
}

/** What is wrong with a form. */
export function checkModal(modal: Json): string[] {
	const problems: string[] = [];
	const report: Report = (problem) => problems.push(problem);
	known(report, 'the form', modal, ['components', 'custom_id', 'title']);
	filled(report, 'custom_id', modal.custom_id, 100);
	filled(report, 'title', modal.title, 45);
	const labels = list(modal.components);
	if (labels.length < 1 || labels.length > 5) report(`there are ${labels.length} inputs, 1 to 5 are allowed`);
	const ids = new Set<unknown>();
	for (const [index, { component, description, label, type }] of labels.entries()) {
		const at = `components[${index}]`;
		const input = (component ?? {}) as Json;
		if (type !== 18 || input.type !== 4) report(`${at} is no label with a text input`);
		filled(report, `${at}.label`, label, 45);
		most(report, `${at}.description`, description, 100);
		filled(report, `${at}.custom_id`, input.custom_id, 100);
		most(report, `${at}.placeholder`, input.placeholder, 100);
		const { max_length: maximum = 4000, min_length: minimum = 0 } = input as { max_length?: number; min_length?: number };
		if (minimum > maximum) report(`${at} wants ${minimum} to ${maximum} characters`);
		most(report, `${at}.value`, input.value, maximum);
		if (ids.has(input.custom_id)) report(`${at}.custom_id stands twice: ${input.custom_id}`);
		ids.add(input.custom_id);
	}
	return problems;
}

/** What is wrong with lines of autocomplete. */
export function checkChoices(choices: unknown): string[] {
	const problems: string[] = [];
	const report: Report = (problem) => problems.push(problem);
	if (!Array.isArray(choices)) return ['choices are no list'];
	if (choices.length > 25) report(`there are ${choices.length} choices, 25 are allowed`);
	for (const [index, choice] of list(choices).entries()) {
		for (const name of [choice.name, ...Object.values(localized(choice.name_localizations))])
			filled(report, `choices[${index}].name`, name, 100);
		if (typeof choice.value === 'string') filled(report, `choices[${index}].value`, choice.value, 100);
	}
	return problems;
}

/** What is wrong with commands to be registered. */
export function checkCommands(commands: unknown): string[] {
	const problems: string[] = [];
	const report: Report = (problem) => problems.push(problem);
	if (!Array.isArray(commands)) return ['the commands are no list'];
	for (const [type, maximum] of [
		[1, 100],
		[2, 15],
		[3, 15],
	] as const) {
		const count = list(commands).filter((command) => (command.type ?? 1) === type).length;
		if (count > maximum) report(`there are ${count} commands of type ${type}, ${maximum} are allowed`);
	}
	for (const type of [1, 3]) {
		for (const name of twice(list(commands).filter((command) => (command.type ?? 1) === type))) report(`/${name} is shown twice`);
	}
	const names = new Set<string>();
	for (const command of list(commands)) {
		const at = `/${command.name}`;
		const key = `${command.type ?? 1} ${command.name}`;
		if (names.has(key)) report(`${at} stands twice`);
		names.add(key);
		const length = (command.type ?? 1) === 3 ? checkMessageCommand(report, at, command) : checkNamed(report, at, command);
		if (length > 8000) report(`${at} has ${length} characters, 8000 are allowed`);
	}
	return problems;
}

/** One in the menu of a message: shown as it is, with capitals and spaces, and without a description. */
function checkMessageCommand(report: Report, at: string, item: Json): number {
	const names = [item.name, ...Object.values((item.name_localizations as Record<string, string> | null | undefined) ?? {})];
	for (const name of names) filled(report, `${at}.name`, name, 32);
	if (item.description || item.options) report(`${at} is a command for messages: it has neither description nor options`);
	return Math.max(...names.map(lengthOf));
}

type Localized = Readonly<Record<string, string>>;
const localized = (value: unknown): Localized => (value as Localized | null | undefined) ?? {};
const longest = (value: unknown, localizations: unknown): number =>
	Math.max(lengthOf(value), ...Object.values(localized(localizations)).map(lengthOf));

/** Names that two of the items have, by themselves or in one of the languages. */
function twice(items: readonly Json[]): string[] {
	const locales = ['', ...new Set(items.flatMap(({ name_localizations: names }) => Object.keys(localized(names))))];
	return locales.flatMap((locale) => {
		const names = items.map(({ name, name_localizations: others }) => localized(others)[locale] ?? String(name));
		return names.filter((name, index) => names.indexOf(name) < index);
	});
}

function checkNamed(report: Report, at: string, item: Json): number {
	for (const name of [item.name, ...Object.values(localized(item.name_localizations))]) {
		if (!/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(String(name)) || name !== String(name).toLowerCase())
			report(`${at}: ${name} is no name that Discord takes`);
	}
	filled(report, `${at}.description`, item.description, 100);
	const localizations = localized(item.description_localizations);
	for (const [locale, words] of Object.entries(localizations)) filled(report, `${at}.description (${locale})`, words, 100);
	if ('en-GB' in localizations !== 'en-US' in localizations) report(`${at} has only one kind of English`);
	let length = longest(item.name, item.name_localizations) + longest(item.description, item.description_localizations);
	const options = list(item.options);
	if (options.length > 25) report(`${at} has ${options.length} options, 25 are allowed`);
	if (options.some((option, index) => option.required && options[index - 1]?.required === false))
		report(`${at} has a required option after one that is not`);
	for (const name of twice(options)) report(`${at} has two options of one name: ${name}`);
	for (const option of options) {
		length += checkNamed(report, `${at} ${option.name}`, option);
		const choices = list(option.choices);
		if (choices.length > 0 && option.autocomplete) report(`${at} ${option.name} has both choices and autocomplete`);
		for (const problem of checkChoices(choices)) report(`${at} ${option.name}: ${problem}`);
		for (const choice of choices) length += longest(choice.name, choice.name_localizations) + lengthOf(choice.value);
	}
	return length;
}
