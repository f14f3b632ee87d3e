/** What a tab is sent that has lost its connection: what it has not seen, and nothing that it has. */
import { expect, test } from 'vitest';
import { toPageMessage } from '../../src/fronts/playground/app.ts';
import { createUpdates, type Updates } from '../../src/fronts/playground/updates.ts';

const start = () => createUpdates(toPageMessage);
const send = (updates: Updates, ...texts: string[]) => Promise.all(texts.map((content) => updates.messenger.send('me', { content })));

/** The updates that wait for whoever connects, and the id of the last of them. */
async function connect(updates: Updates, after?: string) {
	const reader = updates.stream('me', after).body!.getReader();
	const text = new TextDecoder().decode((await reader.read()).value);
	await reader.cancel();
	return {
		last: [...text.matchAll(/^id: (.+)$/gm)].at(-1)?.[1],
		seen: [...text.matchAll(/"content":"(.+?)"/g)].map(([, content]) => content),
	};
}

test('it goes on after the last update that it has seen', async () => {
	const updates = start();
	await send(updates, 'one', 'two');
	const { last, seen } = await connect(updates);
	expect(seen).toEqual(['one', 'two']);
	await send(updates, 'three');
	expect((await connect(updates, last)).seen).toEqual(['three']);
});

test('of another process, or after it was forgotten, it is sent all, however far it had come', async () => {
	const before = start();
	await send(before, 'one', 'two', 'three');
	const { last } = await connect(before);
	const after = start();
	await send(after, 'shown anew');
	expect((await connect(after, last)).seen).toEqual(['shown anew']);
	// Five hundred others came meanwhile.
	for (let other = 0; other < 500; other += 1) await before.messenger.send(`other ${other}`, { content: '' });
	await send(before, 'shown anew');
	expect((await connect(before, last)).seen).toEqual(['shown anew']);
});

test.each(['', '3', 'nonsense', ':', ':3'])('an id that is none is of nobody: %j', async (id) => {
	const updates = start();
	await send(updates, 'one');
	expect((await connect(updates, id)).seen).toEqual(['one']);
});
