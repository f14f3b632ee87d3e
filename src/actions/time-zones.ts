import type { Choice } from '../answer.ts';

let zones: readonly string[] | undefined;

/** Time zones whose names hold what is typed, in whatever case and with blanks for underscores. */
export function suggestTimeZones(text: string): Choice[] {
	zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
	const wanted = text.trim().toLowerCase().replaceAll(' ', '_');
	const rank = (zone: string) => {
		const name = zone.toLowerCase();
		return name.startsWith(wanted) || name.includes(`/${wanted}`) ? 0 : 1;
	};
	return zones
		.filter((zone) => zone.toLowerCase().includes(wanted))
		.sort((a, b) => rank(a) - rank(b))
		.map((zone) => ({ name: zone.replaceAll('_', ' '), value: zone }));
}
