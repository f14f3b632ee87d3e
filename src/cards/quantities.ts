/** Numbers as their sources give them, in words. */
import type { Quantity, Value } from '../dataset/schema.ts';
import { isQuantity } from '../dataset/walk.ts';
import type { Speaker } from '../messages/index.ts';
import { formatDate } from './dates.ts';

/** “about 60,000”, “at least 1,000”, “560,000–760,000”. */
export function formatQuantity(quantity: Quantity, speaker: Speaker): string {
	const withUnit = (text: string) => (quantity.unit ? speaker.unit(quantity.unit, text) : text);
	// “死者約60,000人”, but “死者60,000人以上”: only what stands before a number goes between it and its unit.
	const hedged = (hedge: 'about' | 'at-least' | 'at-most', value: number) => {
		const amount = speaker.number(value);
		const text = speaker.say(`quantity.${hedge}`, { amount });
		return text.startsWith(amount) ? speaker.say(`quantity.${hedge}`, { amount: withUnit(amount) }) : withUnit(text);
	};
	if ('exact' in quantity) return withUnit(speaker.number(quantity.exact));
	if ('about' in quantity) return hedged('about', quantity.about);
	if ('atLeast' in quantity) return hedged('at-least', quantity.atLeast);
	if ('atMost' in quantity) return hedged('at-most', quantity.atMost);
	const [low, high] = quantity.range.map((value) => speaker.number(value)) as [string, string];
	return withUnit(speaker.say('quantity.range', { high, low }));
}

export function formatValue(value: Value, speaker: Speaker): string {
	if (isQuantity(value)) return formatQuantity(value, speaker);
	const date = formatDate(value.date, speaker);
	return value.oldStyle ? speaker.say('date.old-style', { date, oldStyle: formatDate(value.oldStyle, speaker) }) : date;
}
