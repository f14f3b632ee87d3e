/** How long a front may take to leave when the program is told to stop: hosts wait for some ten seconds, then kill it. */

/** For what is in hand. */
export const FINISH_WITHIN_MILLISECONDS = 4_000;
/** For letting go of the rest; together they are the 5 s that a front promises. */
export const LEAVE_WITHIN_MILLISECONDS = 1_000;

/**
 * Whether the work came to its end by a time (of `performance.now()`); where not, it goes on, and nobody looks at it any more. Rejects
 * where the work did by then.
 */
export async function endsBy(time: number, work: Promise<unknown>): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<false>((resolve) => {
		timer = setTimeout(resolve, Math.max(0, time - performance.now()), false);
	});
	try {
		return await Promise.race([work.then(() => true), late]);
	} finally {
		clearTimeout(timer);
	}
}
