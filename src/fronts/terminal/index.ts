/** The front for a terminal: for a host who wants to see that it works, and for a contributor who sees their entry. */
import { type Language, speakerOf } from '../../messages/index.ts';
import type { Program } from '../../program.ts';
import { localAsker } from '../local.ts';
import { parseLine } from './parse.ts';
import { renderMessage, renderModal } from './render.ts';

export interface Printed {
	/** 1 when the line could not be read or the answer failed, else 0: a miss is an answer. */
	readonly exitCode: 0 | 1;
	readonly text: string;
}

/** Whoever sits at the terminal, in no server. */
const ASKER = localAsker({ displayName: 'terminal', front: 'terminal', userId: 'terminal' });

export async function ask(program: Program, line: string, language: Language): Promise<Printed> {
	const speaker = speakerOf(language);
	const parsed = parseLine(line, program, speaker);
	if ('problem' in parsed) return { exitCode: 1, text: parsed.problem };
	const { message, modal, outcome } = await program.answer(parsed.request, { asker: ASKER, language });
	const text = modal ? renderModal(modal, speaker) : renderMessage(message, speaker);
	return { exitCode: outcome === 'error' ? 1 : 0, text };
}
