import { describe, expect, it } from 'vitest';
import { frameOf } from '../../src/search/frames.ts';

describe('what is asked about by its name', () => {
	it.each([
		['who was Georgy Zhukov?', 'Georgy Zhukov'],
		["what's Kantokuen", 'Kantokuen'],
		['when was the Treaty of Shimoda signed?', 'Treaty of Shimoda'],
		['tell me about the Tanaka Memorial', 'Tanaka Memorial'],
		['what happened at Gegenmiao', 'Gegenmiao'],
		['Кто такой Жуков?', 'Жуков'],
		['что такое пакт о нейтралитете', 'пакт о нейтралитете'],
		['когда был подписан Портсмутский договор', 'Портсмутский договор'],
		['日ソ中立条約とは', '日ソ中立条約'],
		['日ソ中立条約はいつ調印されたのですか', '日ソ中立条約'],
		['ジューコフって誰？', 'ジューコフ'],
		['田中上奏文について教えて', '田中上奏文'],
	])('%s', (text, name) => {
		expect(frameOf(text)?.name).toBe(name);
	});

	it.each(['nomonhan', 'did Japan break the pact', 'Как закончился Халхин-Гол', 'what is', '？', 'とは'])('nothing: %s', (text) => {
		expect(frameOf(text)).toBeUndefined();
	});
});

describe('what is asked for by its name alone', () => {
	it.each([
		['who was Georgy Zhukov?', 'person'],
		['Кто такой Жуков?', 'person'],
		['ジューコフって誰？', 'person'],
		['where is Iturup', 'place'],
		['what was the neutrality pact?', undefined],
		['日ソ中立条約とは', undefined],
	])('%s', (text, kind) => {
		expect(frameOf(text)).toEqual({ isDefining: true, kind, name: expect.any(String) });
	});

	it.each(['when was the Treaty of Shimoda signed?', 'how did the pact end', 'nomonhan'])('more: %s', (text) => {
		expect(frameOf(text)?.isDefining ?? false).toBe(false);
	});
});
