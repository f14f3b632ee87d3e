/** What the bare bot answers: one embed and one list, as large on the wire as Variorum's are on average. */
import type { APIInteraction } from 'discord-api-types/v10';
import { callbackOf, choicesOf } from '../../src/fronts/reply.ts';
import type { AnswerableRequest, Caller, Program } from '../../src/program.ts';
import type { Typed } from './lookups.ts';

export interface ConstantAnswers {
	readonly choices: readonly { readonly name: string; readonly value: string }[];
	readonly embed: { readonly fields: readonly { readonly inline: boolean; readonly name: string; readonly value: string }[] };
}

/** Discord takes no longer name of a choice. */
const CHOICE_NAME_MAX = 100;
const FIELD_VALUE_LENGTH = 250;

const CALLER: Caller = {
	asker: { canSeePictures: true, displayName: '', front: 'gateway', isExternal: false, permissions: 0n, userId: '1' },
	language: 'en',
};
const INTERACTION = { type: 2 } as APIInteraction;

/** Bytes that go over the wire. */
const bytesOf = (body: unknown): number => Buffer.byteLength(JSON.stringify(body));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const words = (length: number): string =>
	'word '
		.repeat(Math.ceil(length / 5))
		.slice(0, length)
		.trimEnd()
		.padEnd(length, '.');

/** Asks Variorum everything, and fills an embed and a list until they are as large as its answers. */
export async function constantAnswersFor(
	program: Program,
	commands: readonly Typed[],
	completions: readonly Typed[],
): Promise<ConstantAnswers> {
	const answered: number[] = [];
	for (const { name, option, text } of commands) {
		const request: AnswerableRequest = { args: { [option]: text }, name, type: 'command' };
		answered.push(bytesOf(callbackOf(await program.answer(request, CALLER), INTERACTION).body));
	}
	const suggested = completions.map(({ name, option, text }) => program.suggest({ args: {}, name, option, text, type: 'suggest' }, CALLER));
	return {
		choices: listOf(Math.round(mean(suggested.map((choices) => choices.length))), mean(suggested.map((it) => bytesOf(choicesOf(it).body)))),
		embed: embedOf(mean(answered)),
	};
}

function embedOf(bytes: number): ConstantAnswers['embed'] {
	const fields: ConstantAnswers['embed']['fields'][number][] = [];
	const fieldOf = (length: number) => ({ inline: true, name: `Source ${fields.length + 1}`, value: words(length) });
	const sizeWith = (length: number) => bytesOf({ data: { embeds: [{ fields: [...fields, fieldOf(length)] }] }, type: 4 });
	while (sizeWith(FIELD_VALUE_LENGTH) < bytes) fields.push(fieldOf(FIELD_VALUE_LENGTH));
	fields.push(fieldOf(Math.max(1, Math.round(bytes - sizeWith(0)))));
	return { fields };
}

function listOf(count: number, bytes: number): ConstantAnswers['choices'] {
	const choiceOf = (index: number, length: number) => ({ name: words(length), value: `id:constant-choice-${index}` });
	const empty = bytesOf(choicesOf(Array.from({ length: count }, (_, index) => choiceOf(index, 0))).body);
	const length = Math.min(CHOICE_NAME_MAX, Math.max(1, Math.round((bytes - empty) / count)));
	return Array.from({ length: count }, (_, index) => choiceOf(index, length));
}
