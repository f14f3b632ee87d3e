/**
 * What the program sends of its own accord: to each visitor's tab as server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). A visitor's channel has the visitor's id.
 */
import { randomUUID } from 'node:crypto';
import type { MessageJson } from '../../answer.ts';
import type { Messenger } from '../../messenger.ts';
import type { PageMessage, UpdateJson } from './wire.ts';

/** Visitors whose last updates are kept for a tab that has lost its connection, and how many of each. */
const VISITORS_MAX = 500;
const UPDATES_MAX = 50;
/** Open tabs of one visitor; an older one has to connect again. */
const STREAMS_MAX = 4;
const RETRY_MILLISECONDS = 1000;

type Stream = ReadableStreamDefaultController<Uint8Array>;

interface Visitor {
	/**
	 * Begins the id of every update, for their numbers begin anew with another process, and after the visitor was forgotten: a tab that has
	 * outlived either names an update that is none of these.
	 */
	readonly id: string;
	/** The number of the last update. */
	last: number;
	readonly streams: Set<Stream>;
	readonly updates: { readonly number: number; readonly text: string }[];
}

export interface Updates {
	readonly messenger: Messenger;
	/** Ends every stream, and opens no more. */
	close(): void;
	/** The updates of a visitor from now on, and those since the one with the id `after`: all that are kept where it is none of these. */
	stream(user: string, after?: string): Response;
}

/** `toPage` puts a message into the page's form. */
export function createUpdates(toPage: (message: MessageJson) => PageMessage): Updates {
	const visitors = new Map<string, Visitor>();
	const encoder = new TextEncoder();
	let isClosed = false;

	const visitorOf = (user: string): Visitor => {
		const visitor = visitors.get(user) ?? { id: randomUUID(), last: 0, streams: new Set(), updates: [] };
		// Moved to the end: the one who has been silent longest is forgotten first.
		visitors.delete(user);
		visitors.set(user, visitor);
		for (const [other, { streams }] of visitors) {
			if (visitors.size <= VISITORS_MAX) break;
			if (streams.size === 0) visitors.delete(other);
		}
		return visitor;
	};

	const end = (visitor: Visitor, stream: Stream): void => {
		if (visitor.streams.delete(stream)) stream.close();
	};

	const tell = (user: string, update: UpdateJson): void => {
		const visitor = visitorOf(user);
		visitor.last += 1;
		const text = `id: ${visitor.id}:${visitor.last}\ndata: ${JSON.stringify(update)}\n\n`;
		visitor.updates.push({ number: visitor.last, text });
		if (visitor.updates.length > UPDATES_MAX) visitor.updates.shift();
		for (const stream of visitor.streams) stream.enqueue(encoder.encode(text));
	};

	return {
		close() {
			isClosed = true;
			for (const visitor of visitors.values()) for (const stream of visitor.streams) end(visitor, stream);
		},
		messenger: {
			async edit({ channelId, messageId }, message) {
				tell(channelId, { id: messageId, message: toPage(message) });
			},
			async send(channelId, message) {
				const messageId = randomUUID();
				tell(channelId, { id: messageId, message: toPage(message) });
				return { channelId, messageId };
			},
		},
		stream(user, after = '') {
			const visitor = visitorOf(user);
			const [id, number] = after.split(':');
			const seen = id === visitor.id ? Number(number) || 0 : 0;
			let own: Stream | undefined;
			const body = new ReadableStream<Uint8Array>({
				cancel() {
					if (own) visitor.streams.delete(own);
				},
				start(stream) {
					own = stream;
					visitor.streams.add(stream);
					const missed = visitor.updates.filter(({ number }) => number > seen).map(({ text }) => text);
					stream.enqueue(encoder.encode([`retry: ${RETRY_MILLISECONDS}\n\n`, ...missed].join('')));
					const [oldest] = visitor.streams;
					if (oldest && visitor.streams.size > STREAMS_MAX) end(visitor, oldest);
					if (isClosed) end(visitor, stream);
				},
			});
			return new Response(body, { headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/event-stream' } });
		},
	};
}
