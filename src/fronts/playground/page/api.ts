/** The way to the server, with what can go wrong on it in plain words. */
import type {
	AnswerJson,
	CommandBody,
	MessageCommandBody,
	PageJson,
	PressBody,
	ProblemJson,
	SubmitBody,
	SuggestBody,
	SuggestionsJson,
	UpdateJson,
} from '../wire.ts';
import type { Shared } from './session.ts';

type Asked<Body> = Omit<Body, 'locale' | 'user'>;

/** The server could not be reached, or did not take what was sent. */
export class ApiError extends Error {
	/** `null` when there was no answer at all. */
	readonly problem: ProblemJson | null;

	constructor(problem: ProblemJson | null, options?: ErrorOptions) {
		super(problem?.message ?? 'no answer', options);
		this.problem = problem;
	}
}

export interface Api {
	command(asked: Asked<CommandBody>): Promise<AnswerJson>;
	messageCommand(asked: Asked<MessageCommandBody>): Promise<AnswerJson>;
	press(asked: Asked<PressBody>): Promise<AnswerJson>;
	submit(asked: Asked<SubmitBody>): Promise<AnswerJson>;
	suggest(asked: Asked<SuggestBody>, signal: AbortSignal): Promise<SuggestionsJson>;
	/** Listens from now on, also to what was sent a short while ago; a lost connection is opened again by the browser. */
	listen(take: (update: UpdateJson) => void): void;
}

export function createApi(locale: string, user: string, shared: Shared = {}): Api {
	const place = new URLSearchParams({ ...shared });
	const post = <T>(path: string, asked: object, signal?: AbortSignal) =>
		call<T>(place.size > 0 ? `${path}?${place}` : path, {
			body: JSON.stringify({ ...asked, locale, user }),
			headers: { 'Accept-Language': locale, 'Content-Type': 'application/json' },
			method: 'POST',
			signal: signal ?? null,
		});
	return {
		command: (asked) => post('/api/command', asked),
		messageCommand: (asked) => post('/api/message-command', asked),
		press: (asked) => post('/api/press', asked),
		submit: (asked) => post('/api/submit', asked),
		suggest: (asked, signal) => post('/api/suggest', asked, signal),
		listen(take) {
			const source = new EventSource(`/api/updates?${new URLSearchParams({ ...shared, user })}`);
			source.addEventListener('message', ({ data }: MessageEvent<string>) => take(JSON.parse(data) as UpdateJson));
		},
	};
}

export const fetchPage = (locale: string | null): Promise<PageJson> =>
	call(`/api/page?${new URLSearchParams(locale === null ? {} : { locale })}`, {});

async function call<T>(path: string, options: RequestInit): Promise<T> {
	let response: Response;
	try {
		response = await fetch(path, options);
	} catch (error) {
		if (options.signal?.aborted) throw error;
		throw new ApiError(null, { cause: error });
	}
	const body: unknown = await response.json().catch(() => null);
	if (response.ok && body !== null) return body as T;
	throw new ApiError(isProblem(body) ? body : null);
}

const isProblem = (body: unknown): body is ProblemJson => typeof body === 'object' && body !== null && 'message' in body;
