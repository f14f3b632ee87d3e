/**
 * The program cannot start, for a reason that the host can mend. The message is the whole story, with the remedy: it
 * is printed as it stands, without a stack trace, and the program ends with exit code 1.
 */
export class StartError extends Error {
	override readonly name = 'StartError';
}
