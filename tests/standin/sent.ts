/** A message as it would arrive, with its pictures as if they had been drawn. */
import type { APIInteraction } from 'discord-api-types/v10';
import type { MessageJson } from '../../src/answer.ts';
import { callbackOf } from '../../src/fronts/reply.ts';
import { checkMessage } from './limits.ts';

/** What Discord would have against it. */
export function problemsOf({ drawings = [], ...rest }: MessageJson, { isPrivate = false } = {}): string[] {
	const drawn = drawings.map(({ description, name }) => ({ contentType: 'image/png', data: new Uint8Array([1]), description, name }));
	const message = { ...rest, ...(drawn.length > 0 ? { files: drawn } : {}) };
	const { body, files } = callbackOf({ message, outcome: 'info', private: isPrivate }, {} as APIInteraction);
	return checkMessage(
		JSON.parse(JSON.stringify((body as { data: object }).data)),
		files.map(({ contentType, data, name }, index) => ({ contentType, data: Buffer.from(data), field: `files[${index}]`, name })),
	);
}
