/**
 * What the dataset says in short English words of its own (who from where, in what form, what is counted), in another
 * language. A word that is not here is shown as the dataset has it.
 */
export interface Vocabulary {
	/** What kind of text a source is. */
	readonly forms: Readonly<Record<string, string>>;
	/** Parts of a treaty that have no number. */
	readonly parts: Readonly<Record<string, string>>;
	/** States, powers and other parties, who held a place and by what right, and where something was signed. */
	readonly powers: Readonly<Record<string, string>>;
	/** What is counted: by itself, and where the language puts the number into it, around `{amount}`. */
	readonly units: Readonly<Record<string, string | readonly [alone: string, measured: string]>>;
	/** Groups, offices and records that speak through a source and have no entry of their own. */
	readonly voices: Readonly<Record<string, string>>;
}
