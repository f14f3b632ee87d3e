import type { APIEmbedField } from 'discord-api-types/v10';
import { BLANK, clip, EMBED_FIELD_VALUE_MAX } from './limits.ts';

/** Lines under one heading, in as many fields as they need. */
export function inFields(name: string, lines: readonly string[]): APIEmbedField[] {
	const fields: { inline: false; name: string; value: string }[] = [];
	for (const line of lines) {
		const last = fields.at(-1);
		const text = clip(line, EMBED_FIELD_VALUE_MAX);
		if (last && last.value.length + 1 + text.length <= EMBED_FIELD_VALUE_MAX) last.value += `\n${text}`;
		else fields.push({ inline: false, name: last ? BLANK : name, value: text });
	}
	return fields;
}
