/** A Japanese and a Russian speaker in one server after another: a real client, all commands, the dataset as it is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTIONS } from '../../src/actions/index.ts';
import { loadCommands } from '../../src/commands.ts';
import type { Library } from '../../src/library.ts';
import { LANGUAGES, type MessageKey, speakerOf } from '../../src/messages/index.ts';
import { ALL_PERMISSIONS } from '../../src/permissions.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { englishIn, type Own, ownOf } from '../english.ts';
import { openDataset } from '../library.ts';
import { type Bot, startBot } from '../standin/bot.ts';
import { type Circumstances, createStandin, type Message, type Reply, type Standin } from '../standin/index.ts';
import { createGuild } from '../standin/world.ts';

let library: Library;
let standin: Standin;
let bot: Bot;
let store: Store;
let own: Own;
let now = Date.UTC(2026, 10, 28, 12);

const start = async (): Promise<Bot> =>
	startBot(standin, {
		actions: ACTIONS,
		clock: () => new Date((now += 1000)),
		commands: await loadCommands(),
		deferAfterMilliseconds: 60_000,
		dice: diceOf(5),
		library,
		store,
	});

beforeAll(async () => {
	library = await openDataset();
	own = ownOf(library.dataset.entries);
	standin = await createStandin({ responseWithinMilliseconds: 60_000 });
	store = createStore({ clock: () => new Date(now), url: 'sqlite::memory:' });
	bot = await start();
}, 120_000);
afterAll(async () => {
	await bot.gateway.close();
	await standin.close();
	await store.close();
});

const textOf = ({ message }: Reply) => JSON.stringify([message.content, message.embeds, message.components]);
const titleOf = ({ embeds }: Message) => embeds[0]?.title ?? '';

/** Everything that an answer shows, held against the language and the limits. */
function hold(reply: Reply): Reply {
	expect(standin.violations).toEqual([]);
	expect(englishIn(reply.message as never, own)).toEqual([]);
	return reply;
}

const QUERIES = { en: '', ja: 'ノモンハン事件', ru: 'Бои на Халхин-Голе' } as const;
const CLAIMS = {
	en: '',
	ja: 'シベリアで34万人の日本人捕虜が死亡した。田中上奏文は偽書だ。ソ連は中立条約を破った。',
	ru: 'В советском плену умерло 340 000 японских военнопленных. Меморандум Танаки — подделка. СССР нарушил пакт о нейтралитете.',
} as const;

describe.each(LANGUAGES.filter((language) => language !== 'en'))('to whom Discord speaks “%s”', (language) => {
	const say = (key: MessageKey, args?: Record<string, number | string>) => speakerOf(language).say(key, args);
	const at: Circumstances = { guild: createGuild('Community', language), locale: language, permissions: ALL_PERMISSIONS };
	const command = async (name: string, options = {}) => hold(await standin.sendCommand(name, options, at));
	const press = async (reply: Reply, key: MessageKey, args?: Record<string, number | string>) =>
		hold(await standin.press(reply, say(key, args), at));

	test('an entry is found, turned, cited, set side by side and asked about', async () => {
		const found = await command('event', { query: QUERIES[language] });
		expect(titleOf(found.message)).toContain(QUERIES[language]);
		const before = textOf(found);
		expect(textOf(await press(found, 'button.next'))).not.toBe(before);
		await press(found, 'button.cite');
		const asked = await press(found, 'button.compare');
		hold(await standin.select(asked, say('compare.menu'), ['0', '1'], at));
		const quiz = await press(found, 'button.quiz');
		expect(textOf(quiz)).toMatch(/quiz\|(?:answer|type)/);
	});

	test('choices, misses and the wrong command are said in the language', async () => {
		expect(textOf(await command('treaty', { query: QUERIES[language] }))).toContain(say('kind.a-event'));
		expect(titleOf((await command('search', { query: 'zzqx wvvt kkpq' })).message)).toBe(say('miss.title'));
		expect(textOf(await command('search', { query: language === 'ja' ? '条約' : 'договор' }))).toMatch(/\p{L}/u);
	});

	test('suggestions have the title in the language', async () => {
		const [first] = await standin.autocomplete('event', 'query', QUERIES[language].slice(0, 6), {}, at);
		expect(first!.name).toContain(say('kind.event'));
	});

	test.each(['help', 'about', 'privacy show', 'privacy export', 'settings', 'leaderboard show', 'leaderboard join', 'review forecast'])(
		'/%s',
		async (name) => {
			const reply = await command(name);
			expect(textOf(reply)).toMatch(language === 'ja' ? /[\u3040-\u30ff]/ : /[а-яё]{3}/i);
		},
	);

	test('a message is checked, saved, and posted in the language of the server', async () => {
		const checked = hold(await standin.sendMessageCommand('Fact-check', { content: CLAIMS[language] }, at));
		expect(titleOf(checked.message)).toBe(say('factcheck.title', { claims: 3 }));
		expect(textOf(checked)).toContain(say('verdict.contested'));
		expect(textOf(checked)).toContain(JSON.stringify(say('factcheck.footer')).slice(1, -1));
		await press(checked, 'factcheck.save');
		await command('factcheck', { log: 'show' });
		const there: Circumstances = { ...at, guild: createGuild('Elsewhere', 'en-US') };
		const other = await standin.sendMessageCommand('Fact-check', { content: CLAIMS[language] }, there);
		hold(other);
		const posted = await standin.press(other, say('factcheck.post'), there);
		expect(titleOf(posted.message)).toBe(speakerOf('en').say('factcheck.title', { claims: 3 }));
	});

	test('a quiz is played in the language from its first question to its standings', async () => {
		let reply = await command('quiz solo', { kind: 'date', length: 3 });
		const texts: string[] = [];
		for (let step = 0; step < 12; step++) {
			texts.push(textOf(reply));
			const buttons = reply.message.components.flatMap(
				(row) => row.components as { custom_id?: string; disabled?: boolean; label?: string }[],
			);
			const next = buttons.find(({ custom_id: id }) => /\|(?:answer|next)\|/.test(id ?? ''));
			if (!next) break;
			reply = hold(await standin.press(reply, next.custom_id!, at));
		}
		expect(textOf(reply)).toContain(say('quiz.standings.footer'));
		expect(texts.join()).toContain(say('quiz.reveal.sources'));
	});

	test('a quiz with names in a language without a catalogue has its words in the reader’s', async () => {
		const reply = await command('quiz solo', { kind: 'first', language: 'ko', length: 2 });
		expect(titleOf(reply.message)).toBe(say('quiz.ask.first'));
		// What has no Korean name goes by the reader's.
		expect(reply.message.embeds[0]!.description).not.toMatch(/[a-z]{5}/);
	});

	test('what is learnt is asked and rated in the language', async () => {
		await command('review add', { count: 2 });
		const first = await command('review start');
		const shown = first.message.components.some((row) =>
			(row.components as { label?: string }[]).some(({ label }) => label === say('review.button.show')),
		)
			? await press(first, 'review.button.show')
			: first;
		expect(textOf(shown)).toMatch(language === 'ja' ? /[\u3040-\u30ff]/ : /[а-яё]{3}/i);
	});
});

describe('one server, several languages', () => {
	const guild = createGuild('Community', 'ja');
	const ask = (locale: string, options: object) => standin.sendCommand('event', { query: 'Khalkhin Gol', ...options }, { guild, locale });

	test('what everybody sees is in the language of the server, what one sees alone in their own', async () => {
		expect(titleOf((await ask('ru', {})).message)).toBe('ノモンハン事件');
		expect(titleOf((await ask('ru', { private: true })).message)).toContain('Халхин-Гол');
		expect(titleOf((await ask('en-US', { private: true })).message)).toContain('Khalkhin Gol');
	});

	test('after a restart, a page is turned in the language of the message, and others are answered in theirs', async () => {
		const reply = await ask('ru', {});
		await bot.gateway.close();
		bot = await start();
		const turned = await standin.press(reply, speakerOf('ja').say('button.next'), { guild, locale: 'ru' });
		expect([turned.isUpdate, titleOf(turned.message)]).toEqual([true, 'ノモンハン事件']);
		const stranger = { guild, locale: 'en-US', user: standin.createUser('Stranger') };
		const beside = await standin.press(reply, speakerOf('ja').say('button.next'), stranger);
		expect([beside.isUpdate, beside.isPrivate]).toEqual([false, true]);
		expect(titleOf(beside.message)).toContain('Khalkhin Gol');
		const cited = await standin.press(reply, speakerOf('ja').say('button.cite'), stranger);
		expect(titleOf(cited.message)).toContain('Chicago');
	});

	test('in one’s own message a page is turned in one’s own language', async () => {
		const reply = await ask('ru', { private: true });
		const turned = await standin.press(reply, speakerOf('ru').say('button.next'), { guild, locale: 'ru' });
		expect(turned.isUpdate).toBe(true);
		expect(titleOf(turned.message)).toContain('Халхин-Гол');
	});
});
