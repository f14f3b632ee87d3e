/**
 * Gives back the memory that only the start needed: code that is read once, text that was parsed, room for objects that
 * come and go faster than they ever will again. Left alone, it would be given back only when somebody next needs much.
 */

/** From the end of the start until it is tidied up, so that whatever the start began has come to its end. */
const AFTER_MILLISECONDS = 300;

/** Holds the program for some tens of milliseconds, once. Does nothing where Node was not started with --expose-gc. */
export function tidyAfterStart(): void {
	if (!globalThis.gc) return;
	const { gc } = globalThis;
	setTimeout(() => void gc({ execution: 'sync', flavor: 'last-resort', type: 'major' }), AFTER_MILLISECONDS).unref();
}
