/** What the tab remembers: who it is, what was asked and answered; and what the browser does: theme and language. */
import type { Exchange } from './channel.ts';
import { browser, tab } from './remember.ts';

const USER = 'variorum.user';
/** The number changes with the shape of what is kept. */
const EXCHANGES = 'variorum.exchanges.1';
const LOCALE = 'variorum.locale';
const EXCHANGES_MAX = 60;

/** A random id, the same for as long as the tab is open. */
export function userId(): string {
	const known = tab.get(USER);
	if (known && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(known)) return known;
	const id = crypto.randomUUID?.() ?? insecureUuid();
	tab.set(USER, id);
	return id;
}

/** Browsers give `randomUUID` only to pages from localhost or with TLS. */
function insecureUuid(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
		.join('')
		.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export interface Shared {
	/** What the visitor is called there. */
	readonly as?: string;
	readonly channel?: string;
}

const SHARED = 'variorum.shared';

/** The channel that this tab shares with others, by `?channel=…&as=…`; kept as long as the tab is open. */
export function sharedChannel(): Shared {
	const linked = new URLSearchParams(location.search);
	if (linked.has('channel'))
		tab.set(SHARED, new URLSearchParams([...linked].filter(([key]) => key === 'channel' || key === 'as')).toString());
	const kept = new URLSearchParams(tab.get(SHARED) ?? '');
	const [as, channel] = [kept.get('as'), kept.get('channel')];
	return channel ? { ...(as ? { as } : {}), channel } : {};
}

/** The language that was chosen, if one was: else the server goes by what the browser asks for. */
export const chosenLocale = (): string | null => browser.get(LOCALE);
export const chooseLocale = (locale: string): boolean => browser.set(LOCALE, locale);

/** What the tab remembers of the conversation; nothing when it is not in the shape that this version keeps. */
export function restoreExchanges(): Exchange[] {
	try {
		const kept: unknown = JSON.parse(tab.get(EXCHANGES) ?? '[]');
		return Array.isArray(kept) ? (kept as Exchange[]) : [];
	} catch {
		return [];
	}
}

/** Keeps the last exchanges, fewer where the browser's room for them is used up. */
export function keepExchanges(exchanges: readonly Exchange[]): void {
	let kept = exchanges.slice(-EXCHANGES_MAX);
	while (!tab.set(EXCHANGES, JSON.stringify(kept)) && kept.length > 0) kept = kept.slice(Math.ceil(kept.length / 2));
}
