/**
 * How the client's requests go over the wire. The client's own way makes of every response a stream, a set of headers
 * and a signal to abort, which together cost as much as the rest of a reply; nearly all that Discord says to one is
 * that it has arrived. What the client does with a response (waiting, asking again, errors) stays the client's.
 */
import { DefaultRestOptions, type RESTOptions, type ResponseLike } from 'discord.js';
import { type Dispatcher, Pool } from 'undici';

export interface Transport {
	/** For the option of this name. */
	readonly makeRequest: RESTOptions['makeRequest'];
	/** Has what was answered to a request be the answer to the next one to the same address, which is then not sent: the client takes it from there. */
	handOver(url: string, response: ResponseLike): void;
	/** Cuts the connections. What is still under way on them is rejected. */
	close(): Promise<void>;
}

/** As long as the client waits for an answer that has not begun, or does not go on. */
const TIMEOUT_MILLISECONDS = DefaultRestOptions.timeout;

/** Sends to the API at `apiUrl` alone, over connections that are kept open. */
export function createTransport(apiUrl: string): Transport {
	const { origin } = new URL(apiUrl);
	const pool = new Pool(origin, { bodyTimeout: TIMEOUT_MILLISECONDS, headersTimeout: TIMEOUT_MILLISECONDS });
	const handedOver = new Map<string, ResponseLike>();
	return {
		close: () => pool.destroy(),
		handOver: (url, response) => void handedOver.set(url, response),
		makeRequest: (url, { body, headers, method, signal }) => {
			const response = handedOver.get(url);
			if (response) {
				handedOver.delete(url);
				return Promise.resolve(response);
			}
			return new Promise((resolve, reject) => {
				const options = { body, headers, method, origin, path: url.slice(origin.length) } as Dispatcher.DispatchOptions;
				pool.dispatch(options, new Receiver(resolve, reject, signal ?? undefined));
			});
		},
	};
}

/** Collects one response. */
class Receiver implements Dispatcher.DispatchHandlers {
	readonly #chunks: Buffer[] = [];
	#headers: readonly Buffer[] = [];
	readonly #reject: (error: Error) => void;
	readonly #resolve: (response: ResponseLike) => void;
	readonly #signal: AbortSignal | undefined;
	#status = 0;

	constructor(resolve: (response: ResponseLike) => void, reject: (error: Error) => void, signal: AbortSignal | undefined) {
		this.#resolve = resolve;
		this.#reject = reject;
		this.#signal = signal;
	}

	onConnect(abort: (error?: Error) => void): void {
		const signal = this.#signal;
		if (!signal) return;
		if (signal.aborted) abort(signal.reason as Error);
		else signal.addEventListener('abort', () => abort(signal.reason as Error), { once: true });
	}

	onHeaders(status: number, headers: Buffer[]): boolean {
		this.#status = status;
		this.#headers = headers;
		return true;
	}

	onData(chunk: Buffer): boolean {
		this.#chunks.push(chunk);
		return true;
	}

	onComplete(): void {
		this.#resolve(new PlainResponse(this.#status, this.#headers, this.#chunks) as unknown as ResponseLike);
	}

	onError(error: Error): void {
		this.#reject(error);
	}
}

/** A response that has arrived as a whole: of what a fetch returns, as much as the client asks for. */
class PlainResponse {
	readonly body = null;
	readonly bodyUsed = false;
	readonly headers: Pick<Headers, 'get' | 'has'>;
	readonly ok: boolean;
	readonly status: number;
	readonly #chunks: readonly Buffer[];

	constructor(status: number, headers: readonly Buffer[], chunks: readonly Buffer[]) {
		this.status = status;
		this.ok = status >= 200 && status < 300;
		this.headers = { get: (name) => headerOf(headers, name), has: (name) => headerOf(headers, name) !== null };
		this.#chunks = chunks;
	}

	get statusText(): string {
		// An import of this module has Node load all that it offers, a whole other client among it.
		return process.getBuiltinModule('node:http').STATUS_CODES[this.status] ?? '';
	}

	async arrayBuffer(): Promise<ArrayBuffer> {
		return new Uint8Array(this.#bytes()).buffer;
	}

	async json(): Promise<unknown> {
		return JSON.parse(await this.text());
	}

	async text(): Promise<string> {
		return this.#bytes().toString('utf8');
	}

	#bytes(): Buffer {
		return this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
	}
}

/** Names and values in turn, as they were received: few are looked at. */
function headerOf(headers: readonly Buffer[], name: string): string | null {
	const wanted = name.toLowerCase();
	for (let index = 0; index < headers.length; index += 2) {
		const header = headers[index]!;
		if (header.length === wanted.length && header.toString('latin1').toLowerCase() === wanted)
			return headers[index + 1]!.toString('latin1');
	}
	return null;
}
