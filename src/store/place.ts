/** Where the store is, from `DATABASE_URL`. */
import { resolve } from 'node:path';

export type Place =
	/** In this process alone, gone with it. */
	| { readonly kind: 'memory'; readonly shown: string }
	| { readonly kind: 'postgres'; readonly shown: string; readonly url: string }
	| { readonly kind: 'sqlite'; readonly path: string; readonly shown: string };

/** `shown` names the place for people and logs, and has neither user nor password in it. */
export function placeOf(url: string): Place {
	if (/^postgres(?:ql)?:/.test(url)) return { kind: 'postgres', shown: shownAddress(url), url };
	const path = url.replace(/^sqlite:(?:\/\/(?=\/))?/, '');
	return path === ':memory:' ? { kind: 'memory', shown: 'memory' } : { kind: 'sqlite', path: resolve(path), shown: resolve(path) };
}

function shownAddress(url: string): string {
	const parsed = URL.parse(url);
	return parsed ? `postgres://${parsed.host || 'localhost'}${parsed.pathname}` : 'the PostgreSQL server';
}
