/** The whole program as a process of its own, connected to a stand-in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Standin } from '../standin/index.ts';

const MAIN = join(import.meta.dirname, '../../src/boot.js');

/** Resolves when it is ready. Errors that it logs are passed on. */
export async function startProcess(standin: Standin, databaseUrl: string): Promise<ChildProcess> {
	const child = spawn(process.execPath, [MAIN], {
		env: {
			...process.env,
			DATABASE_URL: databaseUrl,
			DISCORD_API_URL: standin.url,
			DISCORD_TOKEN: standin.token,
			LOG_LEVEL: 'info',
			NODE_OPTIONS: '',
		},
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await new Promise<void>((resolve, reject) => {
		let output = '';
		child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
			output = (output + chunk).slice(-4_000);
			if (chunk.includes('"level":"error"')) process.stderr.write(chunk);
			if (output.includes('"msg":"ready"')) resolve();
		});
		child.once('close', () => reject(new Error(`the program ended: ${output}`)));
	});
	return child;
}
