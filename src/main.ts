/** Reads the environment, opens the front that it asks for, and leaves in good order. Started by boot.js. */
import { flushCompileCache } from 'node:module';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { DatasetError } from './dataset/fault.ts';
import { endsBy, LEAVE_WITHIN_MILLISECONDS } from './fronts/leaving.ts';
import { createLogger } from './logger.ts';
import { loadEnvironmentFile, PROJECT_DIRECTORY } from './project.ts';
import { readSettings } from './settings.ts';
import { startProgram } from './start.ts';
import { StartError } from './start-error.ts';
import { tidyAfterStart } from './tidy.ts';
import { warmUp } from './warm-up.ts';

/** An open front. */
interface Front {
	close(): Promise<void>;
	/** Rejects when the front cannot go on; never resolves. */
	readonly failed?: Promise<never>;
	/** Resolves when what goes on beside the first answers has come to its end. */
	readonly registered?: Promise<void>;
}

/** Starts the program and returns when it is up. The process ends with 1 when it cannot start or go on, and with 0 when told to stop. */
async function run(): Promise<void> {
	let logger: Logger | undefined;
	try {
		loadEnvironmentFile(PROJECT_DIRECTORY);
		const config = await readSettings(process.env);
		logger = createLogger({ level: config.logLevel });
		watch(logger);
		const setFront = stopOnSignal(logger);
		const program = await startProgram(config, logger);
		const front = await openFront(config, logger, program);
		const stopWarmUp = warmUp(program);
		setFront({
			...front,
			close() {
				stopWarmUp();
				return front.close().finally(() => endsBy(performance.now() + LEAVE_WITHIN_MILLISECONDS, program.store.close()));
			},
		});
		// Node would write what it compiled only at a clean end, which a container seldom gives.
		flushCompileCache();
		void Promise.resolve(front.registered).then(tidyAfterStart);
		await front.failed;
	} catch (error) {
		end(error, logger);
	}
}

async function openFront(config: Config, logger: Logger, program: Awaited<ReturnType<typeof startProgram>>): Promise<Front> {
	if (config.token) {
		// The client is large: it is loaded only where it is used.
		const { openGateway } = await import('./fronts/gateway/index.ts');
		return openGateway({ ...config, logger, program, token: config.token });
	}
	const { openPlayground } = await import('./fronts/playground/index.ts');
	return openPlayground({ config, logger, program });
}

/** A fault that escaped everything else is logged; one that leaves the program in an unknown state ends it. */
function watch(logger: Logger): void {
	process.on('unhandledRejection', (error) => logger.error({ err: error }, 'a promise was rejected and nobody looked'));
	process.on('uncaughtException', (error) => {
		logger.fatal({ err: error }, 'an error escaped');
		process.exit(1);
	});
}

/** A terminal sends Ctrl+C to every program that runs in it, and npm, which is one of them, passes it on: it arrives twice. */
const SAME_SIGNAL_MILLISECONDS = 500;

/**
 * Leaves with 0 when told to stop: through the front where one is open, at once where none is yet. Told so again, it leaves everything as
 * it is, with 1.
 */
function stopOnSignal(logger: Logger): (front: Front) => void {
	let front: Front | undefined;
	let since: number | undefined;
	const stop = (signal: NodeJS.Signals) => {
		if (since !== undefined) {
			if (performance.now() - since < SAME_SIGNAL_MILLISECONDS) return;
			logger.warn({ signal }, 'stopped before all was finished');
			process.exit(1);
		}
		since = performance.now();
		logger.info({ signal }, 'stopping');
		Promise.resolve(front?.close()).then(
			() => process.exit(0),
			(error: unknown) => end(error, logger),
		);
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		const early = process.listeners(signal);
		process.on(signal, stop);
		// Those of boot.js, which know of no front. Without any listener between the two, a signal on its way would be lost.
		for (const listener of early) process.off(signal, listener);
	}
	return (it) => {
		front = it;
	};
}

/** Says why, and ends the process. What the host can mend is said in plain words; for the rest, the log has the whole story. */
function end(error: unknown, logger: Logger | undefined): never {
	if (error instanceof StartError || error instanceof DatasetError) process.stderr.write(`${error.message}\n`);
	else if (logger) logger.fatal({ err: error }, 'the program cannot go on');
	else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exit(1);
}

await run();
