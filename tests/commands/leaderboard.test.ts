/** /leaderboard as people use it, over the gateway. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTIONS } from '../../src/actions/index.ts';
import { leaderboardCard } from '../../src/cards/leaderboard.ts';
import { loadCommands } from '../../src/commands.ts';
import { callbackOf } from '../../src/fronts/reply.ts';
import { speakerOf } from '../../src/messages/index.ts';
import type { LeaderboardLine } from '../../src/quiz/leaderboard.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { type Bot, startBot } from '../standin/bot.ts';
import { type Circumstances, createStandin, type Reply, type Standin } from '../standin/index.ts';
import { checkMessage } from '../standin/limits.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const clock = () => new Date(NOW);
let standin: Standin;
let bot: Bot;
let store: Store;

beforeAll(async () => {
	standin = await createStandin({ responseWithinMilliseconds: 20_000 });
	store = createStore({ clock, url: 'sqlite::memory:' });
	bot = await startBot(standin, { actions: ACTIONS, clock, commands: await loadCommands(), store });
});
afterAll(async () => {
	await bot.gateway.close();
	await standin.close();
	await store.close();
});
beforeEach(() => {
	expect(standin.violations).toEqual([]);
});

const person = (name: string): Circumstances & { readonly user: { readonly id: string } } => ({ user: standin.createUser(name) });
let quizzes = 0;
const score = (userId: string, points: number, more: { at?: number; channelId?: string; guildId?: string } = {}) => {
	quizzes += 1;
	return store.recordAnswers([
		{
			at: NOW,
			guildId: standin.guilds[0]!.id,
			known: true,
			mode: 'channel',
			points,
			questionId: `q${quizzes}`,
			quizId: `quiz-${quizzes}`,
			round: 0,
			userId,
			...more,
		},
	]);
};
const words = ({ message }: Pick<Reply, 'message'>) => `${message.embeds[0]?.title}\n${message.embeds[0]?.description}`;
const labels = ({ message }: Pick<Reply, 'message'>) =>
	message.components.flatMap((row) => (row as { components: { disabled?: boolean; label: string }[] }).components);

describe('/leaderboard', () => {
	test('where nobody has points it says so', async () => {
		const reply = await standin.sendCommand('leaderboard show');
		expect(reply.isPrivate).toBe(true);
		expect(words(reply)).toContain('Nobody has points in this server yet. A quiz gives some.');
		expect(words(reply)).toContain('You have no points here yet.');
	});

	test('names only those who chose to be named, and shows everybody their own place', async () => {
		const [anna, boris, chie] = [person('Anna'), person('Boris'), person('Chie')];
		await score(anna.user.id, 300);
		await score(boris.user.id, 200);
		await score(chie.user.id, 200);
		const joined = await standin.sendCommand('leaderboard join', { name: ' Anna  of the\nKuban ' }, anna);
		expect(joined.isPrivate).toBe(true);
		expect(words(joined)).toContain('1. **Anna of the Kuban** (you): 300 points (1 of 1 known)');
		const seen = words(await standin.sendCommand('leaderboard show', {}, chie));
		expect(seen).toContain('1. **Anna of the Kuban**: 300 points');
		expect(seen).toContain('2. a player: 200 points');
		expect(seen).toContain('2. **you**: 200 points');
		expect(seen).toContain('Your place: **2** of 3, with 200 points.');
		expect(seen).toContain('Others see you as “a player”.');
		expect(seen).not.toMatch(/Boris|Chie/);
		for (const { user } of [anna, boris, chie]) expect(seen).not.toContain(user.id);
		expect(words(await standin.sendCommand('leaderboard leave', {}, anna))).toContain('1. **you**: 300 points');
		expect(words(await standin.sendCommand('leaderboard show', {}, chie))).toContain('1. a player: 300 points');
	});

	test('is shown in the channel without what is the asker’s alone', async () => {
		const dmitri = person('Dmitri');
		await score(dmitri.user.id, 250);
		const shown = await standin.sendCommand('leaderboard show', {}, dmitri);
		const posted = await standin.press(shown, 'Show in this channel', dmitri);
		expect(posted.isPrivate).toBe(false);
		expect(words(posted)).not.toMatch(/you|Your place/);
		const emi = person('Emi');
		const own = await standin.press(posted, 'My place', emi);
		expect([own.isPrivate, own.isUpdate]).toEqual([true, false]);
		expect(words(own)).toContain('You have no points here yet.');
	});

	test('changes between the server, the channel and everywhere, and between this week and all time, in place', async () => {
		const guildId = standin.guilds[0]!.id;
		const fumio = person('Fumio');
		const channel = (await standin.sendCommand('leaderboard show', { scope: 'channel' }, fumio)) as Reply;
		expect(words(channel)).toContain('Leaderboard: this channel, all time');
		await score(fumio.user.id, 10_000, { guildId: 'another' });
		await score(fumio.user.id, 70, { at: NOW - 20 * 86_400_000, guildId });
		const shown = await standin.sendCommand('leaderboard show', { period: 'week', scope: 'server' }, fumio);
		expect(words(shown)).toContain('You have no points here yet.');
		expect(
			labels(shown)
				.filter(({ disabled }) => disabled)
				.map(({ label }) => label),
		).toEqual(['This server', 'This week']);
		const all = await standin.press(shown, 'All time', fumio);
		expect(all.isUpdate).toBe(true);
		expect(words(all)).toContain('**you**: 70 points');
		expect(words(await standin.press(all, 'Everywhere', fumio))).toContain('1. **you**: 10,070 points');
	});

	test('counts a channel by what was played in it', async () => {
		const gen = person('Gen');
		const { interaction } = standin.startCommand('leaderboard show', {}, gen);
		const channelId = interaction.channel!.id;
		await score(gen.user.id, 90, { channelId });
		expect(words(await standin.sendCommand('leaderboard show', { scope: 'channel' }, gen))).toContain('1. **you**: 90 points');
	});

	test('goes on for pages, and back', async () => {
		const guildId = 'pages';
		for (let index = 0; index < 23; index += 1) await score(`page-player-${index}`, 20_000 + index, { guildId });
		const hana = person('Hana');
		const first = await standin.sendCommand('leaderboard show', { scope: 'everywhere' }, hana);
		expect(JSON.stringify(first.message.embeds[0]?.footer)).toMatch(/page 1 of [3-9]/);
		const second = await standin.press(first, 'Next page', hana);
		expect(words(second)).toContain('11. a player: 20,012 points');
		expect(words(await standin.press(second, 'Previous page', hana))).toContain('1. a player: 20,022 points');
		const late = await standin.pressEarlier('1|leaderboard|view|everywhere|all-time|900', hana);
		expect(JSON.stringify(late.message.embeds[0]?.footer)).toContain('page 1 of');
	});

	test.each(['1|leaderboard', '1|leaderboard|view|moon|decade|x', '1|leaderboard|on|server|week|-5'])(
		'a button of another version does no harm: %s',
		async (id) => {
			expect(words(await standin.pressEarlier(id))).toContain('Leaderboard: this server');
		},
	);

	test('a name without letters is refused, and one that looks like markup is only a name', async () => {
		const ivan = person('Ivan');
		expect((await standin.sendCommand('leaderboard join', { name: '\u200B\u200B' }, ivan)).message.content).toContain('no letters');
		await score(ivan.user.id, 300_000);
		await standin.sendCommand('leaderboard join', { name: '**@everyone** [x](http://x.y)' }, ivan);
		const seen = words(await standin.sendCommand('leaderboard show', {}, person('Jun')));
		expect(seen).toContain('1. **\\*\\*\\@everyone\\*\\*');
		expect(seen).not.toMatch(/(?<!\\)@everyone|\]\(http/);
	});

	test('in direct messages there is that of everywhere', async () => {
		const reply = await standin.sendCommand('leaderboard show', { scope: 'server' }, { context: 'bot-dm' });
		expect(words(reply)).toContain('Leaderboard: everywhere');
		expect(labels(reply).map(({ label }) => label)).not.toContain('Show in this channel');
	});
});

test('whatever the names and numbers, it fits a message', () => {
	const speaker = speakerOf('en');
	const line: fc.Arbitrary<LeaderboardLine> = fc.record({
		answered: fc.nat(),
		isAsker: fc.boolean(),
		known: fc.nat(),
		name: fc.option(fc.string({ maxLength: 32, minLength: 1, unit: 'binary' }), { nil: undefined }),
		points: fc.nat(),
		rank: fc.nat(),
	});
	fc.assert(
		fc.property(fc.array(line, { maxLength: 10 }), fc.constantFrom('asker' as const, 'public' as const), (lines, seenBy) => {
			const card = leaderboardCard(
				{
					board: { lines, own: lines[0], players: 1_000_000_000 },
					mayPost: true,
					name: lines[0]?.name,
					notice: speaker.say('leaderboard.joined'),
					page: 99_999,
					period: 'all-time',
					scope: 'everywhere',
					scopes: ['server', 'channel', 'everywhere'],
					seenBy,
				},
				{ speaker },
			);
			const sent = callbackOf({ message: card, outcome: 'info', private: true }, {} as never).body as { data: object };
			expect(checkMessage(JSON.parse(JSON.stringify(sent.data)), [])).toEqual([]);
		}),
	);
});
