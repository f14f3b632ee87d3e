/** Numbers as their sources give them, in words. */
import type { Quantity, Value } from '../dataset/schema.ts';
import { isQuantity } from '../dataset/walk.ts';
import type { Speaker } from '../messages/index.ts';
import { formatDate } from './dates.ts';

/** “about 60,000”, “at least 1,000”, “560,000–760,000”. */
export function formatQuantity(quantity: Quantity, speaker: Speaker): string {
	const withUnit = (text: string) => (quantity.unit ? speaker.unit(quantity.unit, text) : text);
	const amount = (value: number) => withUnit(speaker.number(value));
	if ('exact' in quantity) return amount(quantity.exact);
	// “死者約60,000人”, but “死者60,000人以上”: only what stands before a number goes between it and its unit.
	if ('about' in quantity) return withUnit(speaker.say('quantity.about', { amount: speaker.number(quantity.about) }));
	if ('atLeast' in quantity) return speaker.say('quantity.at-least', { amount: amount(quantity.atLeast) });
	if ('atMost' in quantity) return speaker.say('quantity.at-most', { amount: amount(quantity.atMost) });
	const [low, high] = quantity.range.map((value) => speaker.number(value)) as [string, string];
	return withUnit(speaker.say('quantity.range', { high, low }));
}

export function formatValue(value: Value, speaker: Speaker): string {
	if (isQuantity(value)) return formatQuantity(value, speaker);
	const date = formatDate(value.date, speaker);
	return value.oldStyle ? speaker.say('date.old-style', { date, oldStyle: formatDate(value.oldStyle, speaker) }) : date;
}
