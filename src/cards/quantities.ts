/** Numbers as their sources give them, in words. */
import type { Quantity, Value } from '../dataset/schema.ts';
import { isQuantity } from '../dataset/walk.ts';
import type { Speaker } from '../messages/index.ts';
import { formatDate } from './dates.ts';

/** “about 60,000”, “at least 1,000”, “560,000–760,000”. */
export function formatQuantity(quantity: Quantity, speaker: Speaker): string {
	const amount = (value: number) => speaker.number(value);
	const withUnit = (text: string) => (quantity.unit ? speaker.say('quantity.unit', { amount: text, unit: quantity.unit }) : text);
	if ('exact' in quantity) return withUnit(amount(quantity.exact));
	if ('about' in quantity) return withUnit(speaker.say('quantity.about', { amount: amount(quantity.about) }));
	if ('atLeast' in quantity) return withUnit(speaker.say('quantity.at-least', { amount: amount(quantity.atLeast) }));
	if ('atMost' in quantity) return withUnit(speaker.say('quantity.at-most', { amount: amount(quantity.atMost) }));
	return withUnit(speaker.say('quantity.range', { high: amount(quantity.range[1]), low: amount(quantity.range[0]) }));
}

export function formatValue(value: Value, speaker: Speaker): string {
	if (isQuantity(value)) return formatQuantity(value, speaker);
	const date = formatDate(value.date, speaker);
	return value.oldStyle ? speaker.say('date.old-style', { date, oldStyle: formatDate(value.oldStyle, speaker) }) : date;
}
