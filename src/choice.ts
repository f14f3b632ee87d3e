import type { Choice } from './answer.ts';

/** A line of autocomplete that comes up again and again, in other lists: it is written once. */
export class KeptChoice implements Choice {
	readonly name: string;
	readonly value: string;
	#written: string | undefined;

	constructor(name: string, value: string) {
		this.name = name;
		this.value = value;
	}

	/** As it is sent. */
	get written(): string {
		return (this.#written ??= writtenChoice(this));
	}
}

/** As JSON, each byte of which is a character: so lines are put together, and become bytes, by copying alone. */
export const writtenChoice = ({ name, value }: Choice): string => Buffer.from(JSON.stringify({ name, value })).toString('latin1');
