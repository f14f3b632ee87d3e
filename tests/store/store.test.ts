/** What is remembered, on both databases. */
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_GUILD_SETTINGS, GUILD_SETTING_NAMES, GUILD_SETTINGS } from '../../src/guild-settings.ts';
import { PERSONAL_COLUMNS } from '../../src/store/areas/index.ts';
import type { FactcheckToSave, Store } from '../../src/store/index.ts';
import { onBothDatabases } from './databases.ts';
import { leaveQuizTraces } from './quiz-traces.ts';
import { leaveStudyTraces } from './study-traces.ts';

/** Columns that hold a person, by their names: every new one must be declared. */
const NAMES_A_PERSON = /^(?:.+_)?(?:user|author|asker|member|player|host|owner|rival|reviewer)_id$|_by$/;

const HOUR = 3_600_000;
let now = Date.UTC(2026, 10, 23, 12);
const clock = () => new Date(now);
let last = 0;
/** An id that nobody else in this file has. */
function id(what: string): string {
	last += 1;
	return `${what}-${last}`;
}

const factcheck = (more: Partial<FactcheckToSave> = {}): FactcheckToSave => ({
	authorId: id('author'),
	claims: [{ text: 'Zhukov lost', verdict: 'contradicted' }],
	guildId: id('guild'),
	message: { id: id('message'), url: 'https://discord.com/channels/1/2/3' },
	savedBy: id('moderator'),
	text: 'Zhukov lost, ノモンハン, «Халхин-Гол», 👩‍👩‍👧, \u0027"',
	...more,
});

onBothDatabases((database, skipWhereMissing) => {
	let store: Store;
	beforeEach((context) => {
		skipWhereMissing(context);
		store ??= database.store({ clock });
	});

	describe('settings of servers', () => {
		test('a server that has decided nothing has what holds for everybody', async () => {
			expect(await store.readSettings(id('guild'))).toEqual(DEFAULT_GUILD_SETTINGS);
		});

		test('every value of every setting is kept, for one server alone', async () => {
			const [guild, other] = [id('guild'), id('guild')];
			for (const setting of GUILD_SETTING_NAMES) {
				for (const value of GUILD_SETTINGS[setting]) {
					await store.changeSetting(guild, setting, value as never);
					expect((await store.readSettings(guild))[setting]).toBe(value);
				}
			}
			expect(await store.readSettings(other)).toEqual(DEFAULT_GUILD_SETTINGS);
		});

		test('words of another version count as not decided', async () => {
			const guild = id('guild');
			await store.changeSetting(guild, 'factcheckUsers', 'astronauts' as never);
			await store.changeSetting(guild, 'colour' as never, 'red' as never);
			expect(await store.readSettings(guild)).toEqual(DEFAULT_GUILD_SETTINGS);
		});
	});

	describe('the log of checked messages', () => {
		test('what was saved comes back as it was', async () => {
			const saved = factcheck();
			const { id: savedId, isNew } = await store.saveFactcheck(saved);
			expect(isNew).toBe(true);
			const { message, ...rest } = saved;
			const expected = { ...rest, id: savedId, isExtract: false, messageUrl: message?.url, savedAt: clock(), versions: [savedId] };
			expect(await store.listFactchecks(saved.guildId)).toEqual([expected]);
			expect(await store.findFactcheck(saved.guildId, savedId)).toEqual(expected);
			expect(await store.findFactcheck(id('guild'), savedId)).toBeUndefined();
		});

		test('an extract is known as one; nobody calls a text one that was saved before this was kept', async () => {
			const saved = factcheck({ isExtract: true });
			await store.saveFactcheck(saved);
			expect(await store.listFactchecks(saved.guildId)).toMatchObject([{ isExtract: true }]);
			await database.query(`update factcheck_log set is_extract = null where guild_id = '${saved.guildId}'`);
			expect(await store.listFactchecks(saved.guildId)).toMatchObject([{ isExtract: false }]);
		});

		test('the same of a message is in a server’s log once, and so is the same text', async () => {
			const saved = factcheck();
			const first = await store.saveFactcheck(saved);
			expect(first).toMatchObject({ isNew: true, isVersion: false });
			expect(await store.saveFactcheck({ ...saved, savedBy: id('moderator') })).toEqual({ id: first.id, isNew: false, isVersion: false });
			expect((await store.saveFactcheck({ ...saved, guildId: id('guild') })).isNew).toBe(true);
			const typed = factcheck({ message: undefined });
			await store.saveFactcheck(typed);
			expect((await store.saveFactcheck(typed)).isNew).toBe(false);
			expect(await store.countFactchecks(saved.guildId)).toBe(1);
		});

		test('another text or other claims of a message are versions beside one another, and none is lost', async () => {
			const saved = factcheck();
			const ids: string[] = [];
			for (const version of [saved, { ...saved, text: 'edited' }, { ...saved, claims: [] }]) {
				now += 1000;
				const { id: savedId, ...rest } = await store.saveFactcheck(version);
				expect(rest).toEqual({ isNew: true, isVersion: ids.length > 0 });
				expect(await store.saveFactcheck(version)).toMatchObject({ id: savedId, isNew: false });
				ids.push(savedId);
			}
			const listed = await store.listFactchecks(saved.guildId);
			expect(listed.map(({ text }) => text)).toEqual([saved.text, 'edited', saved.text]);
			for (const one of [...listed, await store.findFactcheck(saved.guildId, ids[1]!)]) expect(one?.versions).toEqual(ids);
			await store.deleteFactcheck(saved.guildId, ids[1]!);
			expect((await store.findFactcheck(saved.guildId, ids[2]!))?.versions).toEqual([ids[0], ids[2]]);
			expect(await store.saveFactcheck({ ...saved, text: 'edited' })).toMatchObject({ isNew: true, isVersion: true });
		});

		test('of versions that many save at once each is there once', async () => {
			const saved = factcheck();
			const other = database.store({ clock });
			const saving = await Promise.all(
				Array.from({ length: 20 }, (_, index) =>
					(index % 2 ? store : other).saveFactcheck({ ...saved, savedBy: id('moderator'), text: `version ${index % 3}` }),
				),
			);
			expect(saving.filter(({ isNew }) => isNew)).toHaveLength(3);
			const listed = await store.listFactchecks(saved.guildId);
			expect(listed.map(({ text }) => text).sort()).toEqual(['version 0', 'version 1', 'version 2']);
			expect(new Set(saving.map((one) => one.id))).toEqual(new Set(listed.map((one) => one.id)));
		});

		test('newest first, page after page, also within one millisecond', async () => {
			const guildId = id('guild');
			for (let index = 0; index < 7; index += 1) {
				if (index % 3 === 0) now += 1000;
				await store.saveFactcheck(factcheck({ guildId, text: `text ${index}` }));
			}
			const all = await store.listFactchecks(guildId);
			expect(all.map(({ savedAt }) => savedAt.getTime())).toEqual(all.map(({ savedAt }) => savedAt.getTime()).sort((a, b) => b - a));
			const pages = [];
			let after: (typeof all)[number] | undefined;
			do {
				const page = await store.listFactchecks(guildId, { after, limit: 2 });
				pages.push(...page);
				after = page.length === 2 ? page.at(-1) : undefined;
			} while (after);
			expect(pages).toEqual(all);
		});

		test('what is deleted leaves no word and no name, and can be saved anew', async () => {
			const saved = factcheck({ text: 'words that must go' });
			const { id: savedId } = await store.saveFactcheck(saved);
			expect(await store.deleteFactcheck(id('guild'), savedId)).toBe(false);
			expect(await store.deleteFactcheck(saved.guildId, savedId)).toBe(true);
			expect(await store.deleteFactcheck(saved.guildId, savedId)).toBe(false);
			expect(await store.listFactchecks(saved.guildId)).toEqual([]);
			const rows = JSON.stringify(await database.query(`select * from factcheck_log where guild_id = '${saved.guildId}'`));
			for (const gone of [saved.text, saved.authorId, saved.savedBy, 'verdict', 'discord.com']) expect(rows).not.toContain(gone);
			expect((await store.saveFactcheck(saved)).isNew).toBe(true);
			expect(await store.countFactchecks(saved.guildId)).toBe(1);
		});
	});

	describe('requests to the curators', () => {
		test('a claim is filed once, and counted once for each server', async () => {
			const key = id('claim');
			const [guild, other] = [id('guild'), id('guild')];
			const file = (guildId: string | undefined) => store.fileRequest({ guildId, key, text: 'Nobody speaks of it' });
			expect(await file(guild)).toEqual({ counted: true, guilds: 1, isNew: true, was: 'open' });
			expect(await file(guild)).toEqual({ counted: false, guilds: 1, isNew: false, was: 'open' });
			expect(await file(other)).toEqual({ counted: true, guilds: 2, isNew: false, was: 'open' });
			expect(await file(undefined)).toEqual({ counted: true, guilds: 3, isNew: false, was: 'open' });
			const found = (await store.listRequests()).find((request) => request.key === key);
			expect(found).toEqual({
				firstAt: clock(),
				guilds: 3,
				key,
				kind: 'uncovered',
				lastAt: clock(),
				status: 'open',
				text: 'Nobody speaks of it',
			});
			const rows = JSON.stringify(await database.query('select * from factcheck_request_guilds'));
			for (const server of [guild, other]) expect(rows).not.toContain(server);
		});

		test('what most servers ask for stands first; what is settled stands no more', async () => {
			const [rare, common] = [id('claim'), id('claim')];
			await store.fileRequest({ guildId: id('guild'), key: rare, text: 'rare' });
			for (let index = 0; index < 5; index += 1) await store.fileRequest({ guildId: id('guild'), key: common, text: 'common' });
			const keys = (await store.listRequests()).map(({ key }) => key);
			expect(keys.indexOf(common)).toBeLessThan(keys.indexOf(rare));
			expect(await store.settleRequest(common, 'done')).toBe(true);
			expect(await store.settleRequest(id('claim'), 'done')).toBe(false);
			expect((await store.listRequests()).map(({ key }) => key)).not.toContain(common);
			expect((await store.listRequests({ status: 'done' })).map(({ key }) => key)).toContain(common);
		});

		test('what was done is open again when somebody asks; what was declined stays so, and is counted', async () => {
			const [done, declined, guild] = [id('claim'), id('claim'), id('guild')];
			for (const key of [done, declined]) await store.fileRequest({ guildId: guild, key, text: 'asked for' });
			await store.settleRequest(done, 'done');
			await store.settleRequest(declined, 'declined');
			expect(await store.fileRequest({ guildId: guild, key: done, text: 'again' })).toMatchObject({ counted: false, was: 'done' });
			expect(await store.fileRequest({ guildId: guild, key: done, text: 'again' })).toMatchObject({ was: 'open' });
			for (const guildId of [guild, id('guild')])
				expect(await store.fileRequest({ guildId, key: declined, text: 'again' })).toMatchObject({ was: 'declined' });
			const find = async (status: 'declined' | 'open', key: string) => (await store.listRequests({ status })).find((it) => it.key === key);
			expect((await find('open', done))?.guilds).toBe(1);
			expect((await find('declined', declined))?.guilds).toBe(2);
		});

		test('a long claim is filed too, and two that differ at the end are two', async () => {
			const long = id('claim').padEnd(6000, 'я');
			expect((await store.fileRequest({ key: `${long}a`, text: long })).isNew).toBe(true);
			expect((await store.fileRequest({ key: `${long}b`, text: long })).isNew).toBe(true);
			expect((await store.fileRequest({ key: `${long}b`, text: long })).isNew).toBe(false);
		});
	});

	describe('rate limits', () => {
		const limit = { burst: 3, perHour: 2 };

		test('what is given back can be taken again, and no more than fits', async () => {
			const user = id('user');
			for (let index = 0; index < 3; index += 1) await store.takeToken(user, 'file', limit);
			await store.returnToken(user, 'file', limit);
			expect((await store.takeToken(user, 'file', limit)).allowed).toBe(true);
			expect((await store.takeToken(user, 'file', limit)).allowed).toBe(false);
			for (let index = 0; index < 9; index += 1) await store.returnToken(user, 'file', limit);
			const taken: boolean[] = [];
			for (let index = 0; index < 4; index += 1) taken.push((await store.takeToken(user, 'file', limit)).allowed);
			expect(taken).toEqual([true, true, true, false]);
			await store.returnToken(id('user'), 'file', limit);
		});

		test('so many at once, then one as each comes back', async () => {
			const user = id('user');
			for (let index = 0; index < 3; index += 1) expect(await store.takeToken(user, 'file', limit)).toEqual({ allowed: true });
			const refused = await store.takeToken(user, 'file', limit);
			expect(refused).toEqual({ allowed: false, retryAt: new Date(now + HOUR / 2) });
			expect(await store.takeToken(user, 'other', limit)).toEqual({ allowed: true });
			expect(await store.takeToken(id('user'), 'file', limit)).toEqual({ allowed: true });
			now += HOUR / 2 - 2;
			expect((await store.takeToken(user, 'file', limit)).allowed).toBe(false);
			now += 3;
			expect((await store.takeToken(user, 'file', limit)).allowed).toBe(true);
			expect((await store.takeToken(user, 'file', limit)).allowed).toBe(false);
		});

		test('whether there is one left can be asked without taking it', async () => {
			const user = id('user');
			for (let index = 0; index < 3; index += 1) {
				expect(await store.tokenLeft(user, 'file', limit)).toEqual({ allowed: true });
				await store.takeToken(user, 'file', limit);
			}
			expect(await store.tokenLeft(user, 'file', limit)).toEqual({ allowed: false, retryAt: new Date(now + HOUR / 2) });
			now += HOUR / 2 + 1;
			expect(await store.tokenLeft(user, 'file', limit)).toEqual({ allowed: true });
			expect((await store.takeToken(user, 'file', limit)).allowed).toBe(true);
			expect((await store.tokenLeft(user, 'file', limit)).allowed).toBe(false);
		});

		test('a bucket never holds more than it can', async () => {
			const user = id('user');
			await store.takeToken(user, 'file', limit);
			now += 100 * HOUR;
			const taken = [];
			for (let index = 0; index < 4; index += 1) taken.push((await store.takeToken(user, 'file', limit)).allowed);
			expect(taken).toEqual([true, true, true, false]);
		});

		test('a clock that is set back gives nothing away and locks nobody out', async () => {
			const user = id('user');
			await store.takeToken(user, 'file', limit);
			now -= 10 * HOUR;
			const taken = [];
			for (let index = 0; index < 3; index += 1) taken.push((await store.takeToken(user, 'file', limit)).allowed);
			expect(taken).toEqual([true, true, false]);
			now += 10 * HOUR;
		});

		test('what all may do together is nobody’s own', async () => {
			const once = { burst: 1, perHour: 1 };
			const action = id('action');
			const other = database.store({ clock });
			const taken = await Promise.all([store.takeToken(null, action, once), other.takeToken(null, action, once)]);
			expect(taken.filter(({ allowed }) => allowed)).toHaveLength(1);
			await store.returnToken(null, action, once);
			expect(await other.takeToken(null, action, once)).toEqual({ allowed: true });
			expect(await store.takeToken(id('user'), action, once)).toEqual({ allowed: true });
		});

		test('two at once take two', async () => {
			const user = id('user');
			const other = database.store({ clock });
			const taken = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? store : other).takeToken(user, 'file', limit)));
			expect(taken.filter(({ allowed }) => allowed)).toHaveLength(3);
		});
	});

	describe('what is kept of a person', () => {
		/** Writes something of this person into every table that keeps people. */
		const leaveTraces = async (user: string) => {
			await store.saveFactcheck(factcheck({ authorId: user }));
			await store.saveFactcheck(factcheck({ savedBy: user }));
			await store.takeToken(user, 'file', { burst: 5, perHour: 5 });
			await leaveStudyTraces(store, user, now);
			await leaveQuizTraces(store, user, now);
		};

		test('every column that holds a person is declared', async () => {
			await store.readSettings('guild');
			const found = [...(await database.tables())].flatMap(([table, columns]) =>
				columns.filter((column) => NAMES_A_PERSON.test(column)).map((column) => `${table}.${column}`),
			);
			expect(found.sort()).toEqual(PERSONAL_COLUMNS.map(({ column, table }) => `${table}.${column}`).sort());
		});

		test('they are shown all of it, in every section, and nobody else’s name', async () => {
			const user = id('person');
			await leaveTraces(user);
			const shown = await store.exportUser(user);
			for (const { section } of PERSONAL_COLUMNS) expect(shown[section], section).not.toEqual([]);
			expect(JSON.stringify(shown)).not.toMatch(/(?:author|moderator)-\d/);
			expect(JSON.stringify(shown)).toContain('Zhukov lost');
			expect(shown.factchecksThatYouSaved).toMatchObject([{ saved_at: clock().toISOString() }]);
		});

		test('of one who left no traces every section is empty', async () => {
			expect(Object.values(await store.exportUser(id('person'))).flat()).toEqual([]);
		});

		test('what is erased is in no table any more, and nothing of others goes with it', async () => {
			const [user, other] = [id('person'), id('person')];
			await leaveTraces(user);
			await leaveTraces(other);
			const before = await store.exportUser(other);
			const erased = await store.eraseUser(user);
			expect(Object.keys(erased).sort()).toEqual(PERSONAL_COLUMNS.map(({ section }) => section).sort());
			expect(Object.values(erased).every((count) => count > 0)).toBe(true);
			for (const table of (await database.tables()).keys()) {
				expect(JSON.stringify(await database.query(`select * from ${table}`)), table).not.toContain(user);
			}
			expect(await store.exportUser(other)).toEqual(before);
			expect(Object.values(await store.eraseUser(user)).every((count) => count === 0)).toBe(true);
		});

		test('the log of a server stays when its moderator goes, and says no longer who', async () => {
			const saved = factcheck();
			await store.saveFactcheck(saved);
			await store.eraseUser(saved.savedBy);
			const [entry] = await store.listFactchecks(saved.guildId);
			expect(entry).toMatchObject({ text: saved.text });
			expect(entry).not.toHaveProperty('savedBy');
			await store.eraseUser(saved.authorId as string);
			expect(await store.listFactchecks(saved.guildId)).toEqual([]);
		});
	});
});
