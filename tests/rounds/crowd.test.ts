/** Two hundred press at once: all are counted, each once. How long it takes is measured by `npm run quiz:crowd`. */
import { expect, test } from 'vitest';
import { onBothDatabases, onDatabases } from '../store/databases.ts';
import { pressAtOnce } from './crowd.ts';

const PLAYERS = 200;
const all = { confirmed: PLAYERS, counted: PLAYERS, presses: PLAYERS, recorded: PLAYERS };

onBothDatabases((database, skipWhereMissing) => {
	test('in one process', async (context) => {
		skipWhereMissing(context);
		expect(await pressAtOnce({ databaseUrl: database.url, players: PLAYERS, processes: 1 })).toMatchObject(all);
	}, 120_000);
});

onDatabases(['PostgreSQL'], (database, skipWhereMissing) => {
	test('in two processes on one database', async (context) => {
		skipWhereMissing(context);
		expect(await pressAtOnce({ databaseUrl: database.url, players: PLAYERS, processes: 2 })).toMatchObject(all);
	}, 120_000);
});
