import type { Entry } from '../dataset/schema.ts';
import type { Speaker } from '../messages/index.ts';

/** The name in the language that is spoken, or in English where the dataset has none. */
export function nameOf(names: Entry['name'], speaker: Speaker): string {
	return names[speaker.names] ?? names[speaker.language] ?? names.en;
}

/** The names in the other languages, in the order of the dataset: “ノモンハン事件 · Бои на Халхин-Голе”. */
export function otherNames(names: Entry['name'], speaker: Speaker): string[] {
	const shown = nameOf(names, speaker);
	return [...new Set(Object.values(names))].filter((name) => name !== shown);
}
