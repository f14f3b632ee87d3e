/** The front for a terminal: for a host who wants to see that it works, and for a contributor who sees their entry. */
import { type Language, speakerOf } from '../../messages/index.ts';
import type { Program } from '../../program.ts';
import { parseLine } from './parse.ts';
import { renderMessage } from './render.ts';

export interface Printed {
	/** 1 when the line could not be read or the answer failed, else 0: a miss is an answer. */
	readonly exitCode: 0 | 1;
	readonly text: string;
}

export async function ask(program: Program, line: string, language: Language): Promise<Printed> {
	const speaker = speakerOf(language);
	const parsed = parseLine(line, program.commands, speaker);
	if ('problem' in parsed) return { exitCode: 1, text: parsed.problem };
	const { message, outcome } = await program.answer(parsed.request, { front: 'terminal', language });
	return { exitCode: outcome === 'error' ? 1 : 0, text: renderMessage(message, speaker) };
}
