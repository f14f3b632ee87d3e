/** The front for trying things out: a page that looks and behaves as a Discord channel does, on a local address. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { speakerOf } from '../../messages/index.ts';
import type { Program } from '../../program.ts';
import { StartError } from '../../start-error.ts';
import { endsBy, FINISH_WITHIN_MILLISECONDS, LEAVE_WITHIN_MILLISECONDS } from '../leaving.ts';
import { createApp, toPageMessage } from './app.ts';
import { createUpdates } from './updates.ts';

const SWEEP_MILLISECONDS = 50;

export interface PlaygroundOptions {
	readonly config: Pick<Config, 'host' | 'port'>;
	readonly logger: Logger;
	/** Where the address is printed; standard output unless told otherwise. */
	readonly print?: (line: string) => void;
	readonly program: Program;
}

export interface Playground {
	/** Takes nothing new, finishes what is in hand (for 5 s at most), and leaves. */
	close(): Promise<void>;
	/** Where the page is. */
	readonly url: string;
}

/**
 * Serves the page and prints where it is.
 *
 * @throws {StartError} when the address cannot be listened on.
 */
export async function openPlayground({ config, logger, print = printLine, program }: PlaygroundOptions): Promise<Playground> {
	const { host, port } = config;
	const updates = createUpdates(toPageMessage);
	const app = createApp({ host, logger, program, updates });
	const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
	await listen(server, host, port);
	const url = urlOf(server.address() as AddressInfo);
	logger.info({ front: 'playground', url }, 'ready');
	print(speakerOf('en').say('playground.listening', { url }));
	const attendance = program.rounds.attend(updates.messenger);
	const stop = async () => {
		const closed = close(server, logger);
		updates.close();
		await closed;
		if (!(await endsBy(performance.now() + LEAVE_WITHIN_MILLISECONDS, attendance.close())))
			logger.warn({ front: 'playground' }, 'left with quizzes still in hand');
	};
	return { close: stop, url };
}

const printLine = (line: string): void => {
	process.stdout.write(`${line}\n`);
};

async function listen(server: Server, host: string, port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error) => reject(explain(error, host, port)));
		server.listen(port, host, resolve);
	});
	server.removeAllListeners('error');
}

/** Why the address cannot be listened on, with what to do. Errors that nobody foresaw are returned as they are. */
function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
	const options = { cause: error };
	switch (error.code) {
		case 'EACCES':
			return new StartError(`The system does not let this user listen on port ${port}. Set PORT to another one, above 1023.`, options);
		case 'EADDRINUSE':
			return new StartError(
				`Port ${port} on ${host} is in use by another program. Stop that program, or set PORT to another number (0 takes any free one).`,
				options,
			);
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return new StartError(
				`${host} is no address of this machine (${error.code}). Remove HOST to use 127.0.0.1, or set it to an address that this machine has.`,
				options,
			);
		default:
			return error;
	}
}

/** An address for a browser on this machine: one that stands for every address is not one that can be visited. */
function urlOf({ address, port }: AddressInfo): string {
	const visited = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
	return `http://${visited.includes(':') ? `[${visited}]` : visited}:${port}/`;
}

async function close(server: Server, logger: Logger): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	// A connection that has just answered stays open for the next request, which will not be taken.
	const sweeping = setInterval(() => server.closeIdleConnections(), SWEEP_MILLISECONDS);
	const timer = setTimeout(() => {
		logger.warn({ front: 'playground' }, 'left with answers still in hand');
		server.closeAllConnections();
	}, FINISH_WITHIN_MILLISECONDS);
	await closed;
	clearInterval(sweeping);
	clearTimeout(timer);
}
