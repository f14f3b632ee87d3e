/** What the package `amaro` gives; it carries no types of its own. */
declare module 'amaro' {
	export function transformSync(source: string, options: { readonly mode: 'strip-only' }): { readonly code: string };
}
