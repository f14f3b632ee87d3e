/** Buttons and menus as Discord takes them, cut to its limits. */
import { type APIButtonComponentWithCustomId, type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Entry } from '../dataset/schema.ts';
import type { Speaker } from '../messages/index.ts';
import { kindLine } from './facts.ts';
import { BUTTON_LABEL_MAX, clip, SELECT_OPTIONS_MAX, SELECT_PLACEHOLDER_MAX, SELECT_TEXT_MAX } from './limits.ts';
import { nameOf } from './names.ts';

export interface SelectOption {
	/** Stands there as chosen already. */
	readonly chosen?: boolean;
	readonly description?: string;
	readonly label: string;
	readonly value: string;
}

export function button(
	id: string,
	label: string,
	{ danger = false, disabled = false, primary = false } = {},
): APIButtonComponentWithCustomId {
	return {
		custom_id: id,
		disabled,
		label: clip(label, BUTTON_LABEL_MAX),
		style: danger ? ButtonStyle.Danger : primary ? ButtonStyle.Primary : ButtonStyle.Secondary,
		type: ComponentType.Button,
	};
}

export function row(buttons: readonly APIButtonComponentWithCustomId[]): APIMessageTopLevelComponent {
	return { components: [...buttons], type: ComponentType.ActionRow };
}

/** A menu of options; from `min` to `max` of them may be chosen. */
export function menu(
	id: string,
	placeholder: string,
	options: readonly SelectOption[],
	{ max = 1, min = 1 } = {},
): APIMessageTopLevelComponent {
	return {
		components: [
			{
				custom_id: id,
				max_values: max,
				min_values: min,
				options: options.slice(0, SELECT_OPTIONS_MAX).map(({ chosen, description, label, value }) => ({
					...(chosen ? { default: true } : {}),
					...(description ? { description: clip(description, SELECT_TEXT_MAX) } : {}),
					label: clip(label, SELECT_TEXT_MAX),
					value,
				})),
				placeholder: clip(placeholder, SELECT_PLACEHOLDER_MAX),
				type: ComponentType.StringSelect,
			},
		],
		type: ComponentType.ActionRow,
	};
}

/** A menu of entries: what is chosen is opened. */
export function select(id: string, placeholder: string, entries: readonly Entry[], speaker: Speaker): APIMessageTopLevelComponent {
	return menu(
		id,
		placeholder,
		entries
			.slice(0, SELECT_OPTIONS_MAX)
			.map((entry) => ({ description: kindLine(entry, speaker), label: nameOf(entry.name, speaker), value: entry.id })),
	);
}
