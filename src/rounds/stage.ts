/** The messages of quizzes: each is sent once, changed where it stands, and sent anew where it is gone. */
import type { Logger } from 'pino';
import type { Answer, MessageJson } from '../answer.ts';
import type { Pictures } from '../cards/pictures/index.ts';
import { type MessageRef, type Messenger, MessengerError, type MessengerFailure } from '../messenger.ts';
import type { Quiz } from '../quiz/index.ts';
import type { Store, StoredQuiz } from '../store/index.ts';
import { ALONE, LOBBY, roundName, type Shot, type Shown, sceneOf } from './scene.ts';

/** What a pressed message is to show. It is told what became of that: until then nothing else changes the message. */
export type Presented = Pick<Answer, 'message' | 'onLost' | 'onSent'>;

export interface StageOptions {
	readonly clock: () => Date;
	/** Ends a quiz that can be shown nowhere any more. */
	close(id: string): Promise<unknown>;
	readonly logger: Logger;
	readonly pictures: Pictures;
	read(id: string): Promise<{ readonly quiz: Quiz; readonly stored: StoredQuiz } | undefined>;
	shownOf(quiz: Pick<StoredQuiz, 'language'>): Shown;
	readonly store: Store;
}

export interface Stage {
	/** Finishes what is under way. */
	close(): Promise<void>;
	/** Somebody pressed this message: where it can be changed in no other way, the token of the press is kept for it. */
	freshen(id: string, at: MessageRef | undefined): Promise<void>;
	/** Keeps where the first message of a quiz stands. */
	keep(quiz: Quiz, ref: MessageRef): Promise<void>;
	open(messenger: Messenger): void;
	/** Shows the state, also where it seems to be shown already. */
	refresh(id: string): void;
	/** See `Rounds`. */
	show(id: string, at: MessageRef | undefined): Promise<Presented | undefined>;
	/** Brings every message of the quiz to what its state wants. Never rejects. */
	sync(id: string): Promise<void>;
}

/** Somebody's press, which is about to change the message that was pressed. */
interface Press {
	/** Resolves when that has happened, or does not happen any more. */
	readonly ended: Promise<void>;
	readonly messageId: string;
	/** Ends it, once. `shot`: what the message shows now; absent where the press has not changed it. */
	end(shot?: Shot): void;
}

interface Kept {
	/** When the token was last renewed by which alone the messages can be changed. */
	freshAt?: number;
	/** What each message was last given, as JSON, so that it is not given the same again. */
	readonly given: Map<string, string>;
	readonly presses: Set<Press>;
	/** What is under way. */
	running?: Promise<void>;
	/** Something has changed since it began. */
	stale: boolean;
}

/** Quizzes whose messages are remembered; of others they are given once more, to no harm. */
const KEPT_MAX = 2_000;
/** The token of an answer is made use of as long as this is left of it. */
const REPLY_LEFT_MILLISECONDS = 5_000;
/** A token is good for a quarter of an hour; it need not be renewed with every press. */
const FRESH_MILLISECONDS = 60_000;
/** Discord waits 3 s for the answer to a press; after this none changes what was pressed. */
const PRESS_MILLISECONDS = 5_000;
/** So long after its end it is tried again and again to show it. */
const SHOW_END_MILLISECONDS = 10 * 60_000;

export function createStage({ clock, close, logger, pictures, read, shownOf, store }: StageOptions): Stage {
	const kept = new Map<string, Kept>();
	let messenger: Messenger | undefined;

	const keptOf = (id: string): Kept => {
		let it = kept.get(id);
		if (!it) {
			it = { given: new Map(), presses: new Set(), stale: false };
			kept.set(id, it);
			for (const [other, { presses, running }] of kept) {
				if (kept.size <= KEPT_MAX) break;
				if (!running && presses.size === 0) kept.delete(other);
			}
		}
		return it;
	};

	const developed = ({ card, inWords }: Shot) => pictures.develop(card, () => inWords ?? card);

	const pressesOn = (id: string, { messageId }: MessageRef): Press[] => [...keptOf(id).presses].filter((it) => it.messageId === messageId);
	const pressed = (id: string, ref: MessageRef) => Promise.all(pressesOn(id, ref).map(({ ended }) => ended));

	const press = (id: string, { messageId }: MessageRef): Press => {
		const { given, presses } = keptOf(id);
		const { promise: ended, resolve } = Promise.withResolvers<void>();
		const it: Press = {
			end(shot) {
				if (!presses.delete(it)) return;
				clearTimeout(timer);
				if (shot) given.set(shot.name, JSON.stringify(shot.card));
				resolve();
			},
			ended,
			messageId,
		};
		const timer = setTimeout(() => it.end(), PRESS_MILLISECONDS).unref();
		presses.add(it);
		return it;
	};

	const canReply = ({ reply }: MessageRef) => reply !== undefined && reply.until > Date.now() + REPLY_LEFT_MILLISECONDS;

	/** Where it is not allowed to write of its own accord, a quiz goes on in the last message that can still be changed. */
	const elsewhere = (refs: ReadonlyMap<string, MessageRef>): MessageRef | undefined => [...refs.values()].findLast(canReply);

	const give = async (
		id: string,
		shot: Shot,
		{ channelId, refs, to }: { readonly channelId?: string; readonly refs: Map<string, MessageRef>; readonly to: Messenger },
	) => {
		const { card, inWords, isNeeded, name } = shot;
		const { given } = keptOf(id);
		const json = JSON.stringify(card);
		if (given.get(name) === json) return;
		/** In words where a picture may not be sent. */
		const put = async <T>(way: (message: MessageJson) => Promise<T>): Promise<T> => {
			const message = await developed(shot);
			try {
				return await way(message);
			} catch (error) {
				if (!inWords || message === inWords || failureOf(error) !== 'forbidden') throw error;
				return way(inWords);
			}
		};
		const ref = refs.get(name);
		if (ref) {
			try {
				await put((message) => to.edit(ref, message));
				given.set(name, json);
				return;
			} catch (error) {
				if (failureOf(error) === 'failed') throw error;
				if (!isNeeded) return;
			}
		}
		if (!isNeeded || channelId === undefined) return;
		const sent = await put((message) => to.send(channelId, message)).catch(async (error: unknown) => {
			const other = failureOf(error) === 'failed' ? undefined : elsewhere(refs);
			if (!other) throw error;
			await pressed(id, other);
			await put((message) => to.edit(other, message));
			keptOf(id).freshAt ??= Date.now();
			return other;
		});
		given.set(name, json);
		refs.set(name, sent);
		await store.keepQuizMessage(id, name, sent);
	};

	const bring = async (id: string): Promise<void> => {
		const to = messenger;
		// Nobody to show it to, or nobody any more.
		if (!to) return;
		const found = await read(id);
		if (!found) return;
		const { quiz, stored } = found;
		const refs = new Map(await store.readQuizMessages(id));
		const shots = sceneOf(quiz, shownOf(stored));
		/** Where several share one message, it shows the last of them. */
		const isSeen = ({ name }: Shot) => {
			const { messageId } = refs.get(name) ?? {};
			return messageId === undefined || shots.findLast((other) => refs.get(other.name)?.messageId === messageId)!.name === name;
		};
		const isPressed = ({ name }: Shot) => refs.has(name) && pressesOn(id, refs.get(name)!).length > 0;
		let failure: MessengerFailure | undefined;
		try {
			const later = shots.filter(isPressed);
			for (const shot of shots) if (!later.includes(shot) && isSeen(shot)) await give(id, shot, { ...stored, refs, to });
			// What a press is about to show waits for it, and nothing else does.
			for (const shot of later) {
				await pressed(id, refs.get(shot.name)!);
				if (isSeen(shot)) await give(id, shot, { ...stored, refs, to });
			}
		} catch (error) {
			failure = failureOf(error);
			logger[failure === 'failed' ? 'error' : 'warn']({ err: error, quiz: id }, 'a quiz could not be shown');
		}
		const cannotBeShown = failure === 'forbidden' || failure === 'gone';
		if (quiz.phase !== 'ended') {
			if (!cannotBeShown) return;
			await close(id);
		}
		// What failed is tried again by whoever looks after it next.
		if (failure === 'failed' && clock().getTime() - quiz.endedAt! < SHOW_END_MILLISECONDS) await store.leaveQuiz(id);
		else await store.closeQuiz(id);
		kept.delete(id);
	};

	const sync = (id: string): Promise<void> => {
		const it = keptOf(id);
		it.stale = true;
		it.running ??= (async () => {
			while (it.stale) {
				it.stale = false;
				await bring(id).catch((error: unknown) => logger.error({ err: error, quiz: id }, 'showing a quiz failed'));
			}
			delete it.running;
		})();
		return it.running;
	};

	return {
		async close() {
			messenger = undefined;
			for (const { presses } of kept.values()) for (const it of presses) it.end();
			await Promise.all([...kept.values()].map(({ running }) => running));
		},
		async freshen(id, at) {
			const it = kept.get(id);
			if (!at?.reply || it?.freshAt === undefined || Date.now() - it.freshAt < FRESH_MILLISECONDS) return;
			it.freshAt = Date.now();
			for (const [name, { messageId }] of await store.readQuizMessages(id))
				if (messageId === at.messageId) await store.keepQuizMessage(id, name, at);
		},
		async keep(quiz, ref) {
			const name = quiz.settings.mode === 'solo' ? ALONE : quiz.phase === 'lobby' ? LOBBY : roundName(0);
			await store.keepQuizMessage(quiz.id, name, ref);
		},
		open(it) {
			messenger = it;
		},
		refresh(id) {
			keptOf(id).given.clear();
			void sync(id);
		},
		async show(id, at) {
			// From this very moment on: the state is about to be shown by `sync` as well.
			const by = at && press(id, at);
			const found = await read(id);
			const shots = found ? sceneOf(found.quiz, shownOf(found.stored)) : [];
			if (found?.quiz.settings.mode === 'solo') {
				// Changed by the clock only where there is a limit; then by the newest token.
				if (at && found.quiz.settings.seconds) await store.keepQuizMessage(id, ALONE, at);
				by?.end();
				return { message: await developed(shots[0]!) };
			}
			const refs = await store.readQuizMessages(id);
			const shot = by && shots.findLast(({ name }) => refs.get(name)?.messageId === by.messageId);
			if (!shot) {
				by?.end();
				return undefined;
			}
			return {
				message: await developed(shot),
				onLost: () => by.end(),
				// An answer that came too late to change what was pressed stands elsewhere.
				onSent: ({ messageId }) => by.end(messageId === by.messageId ? shot : undefined),
			};
		},
		sync,
	};
}

const failureOf = (error: unknown) => (error instanceof MessengerError ? error.failure : 'failed');
