/** Scripted trouble: what the stand-in does wrong, where and how often. */

/** Requests by what they are for; a pattern is held against `METHOD /path`. */
export type Target = RegExp | keyof typeof TARGETS;

const TARGETS = {
	callback: /^POST \/interactions\/\d+\/[^/]+\/callback$/,
	commands: /^[A-Z]+ \/applications\/\d+\/commands$/,
	edit: /^PATCH \/webhooks\/\d+\/[^/]+\/messages\/@original$/,
	gateway: /^GET \/gateway\/bot$/,
} as const;

export interface Fault {
	/** The request is carried out all the same, and only its answer is wrong. */
	readonly applied?: boolean;
	/** Discord's error code, in the body. */
	readonly code?: number;
	/** The answer waits for this. */
	readonly delay?: Promise<unknown>;
	/** The connection is cut without an answer. */
	readonly drop?: boolean;
	readonly global?: boolean;
	readonly message?: string;
	/** Seconds, with a status of 429. */
	readonly retryAfter?: number;
	readonly status?: number;
}

export interface Failures {
	/** Everything goes well from now on. */
	clear(): void;
	/** Answers wait until the promise settles. */
	delay(target: Target, until: Promise<unknown>, times?: number): void;
	/** Cuts connections. */
	drop(target: Target, times?: number): void;
	/** 429 with all its headers. */
	rateLimit(target: Target, options?: { global?: boolean; retryAfter?: number; times?: number }): void;
	/** Any error. */
	refuse(target: Target, fault: Fault, times?: number): void;
	/** 5xx; with `applied` although the request was carried out. */
	serverError(target: Target, options?: { applied?: boolean; status?: number; times?: number }): void;
}

export interface Faults extends Failures {
	/** The fault for this request, which is used up by it. */
	take(request: string): Fault | undefined;
}

export function createFaults(): Faults {
	let scripted: { readonly fault: Fault; readonly pattern: RegExp; times: number }[] = [];
	const add = (target: Target, fault: Fault, times = 1) => {
		scripted.push({ fault, pattern: typeof target === 'string' ? TARGETS[target] : target, times });
	};
	return {
		clear() {
			scripted = [];
		},
		delay: (target, until, times) => add(target, { applied: true, delay: until }, times),
		drop: (target, times) => add(target, { drop: true }, times),
		rateLimit: (target, { global = false, retryAfter = 0.05, times } = {}) =>
			add(target, { global, message: 'You are being rate limited.', retryAfter, status: 429 }, times),
		refuse: add,
		serverError: (target, { applied = false, status = 502, times } = {}) =>
			add(target, { applied, message: 'Internal trouble', status }, times),
		take(request) {
			const index = scripted.findIndex(({ pattern }) => pattern.test(request));
			const found = scripted[index];
			if (!found) return undefined;
			found.times -= 1;
			if (found.times === 0) scripted.splice(index, 1);
			return found.fault;
		},
	};
}

/** The headers that go with a fault. */
export function headersOf({ global, retryAfter, status }: Fault): Record<string, string> {
	if (status !== 429 || retryAfter === undefined) return {};
	return {
		'retry-after': String(retryAfter),
		via: '1.1 standin',
		'x-ratelimit-bucket': 'standin',
		'x-ratelimit-limit': '5',
		'x-ratelimit-remaining': '0',
		'x-ratelimit-reset': String(Date.now() / 1000 + retryAfter),
		'x-ratelimit-reset-after': String(retryAfter),
		'x-ratelimit-scope': global ? 'global' : 'user',
		...(global ? { 'x-ratelimit-global': 'true' } : {}),
	};
}
