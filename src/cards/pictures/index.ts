/** Pictures, drawn when they are first wanted: nothing that draws is loaded before. */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { MessageJson } from '../../answer.ts';
import { LruCache } from '../../lru-cache.ts';
import type { Drawing } from './drawing.ts';

export interface Pictures {
	/** The message with its pictures among its files; `inWords`, where one cannot be drawn. Never rejects. */
	develop(message: MessageJson, inWords: () => MessageJson): Promise<MessageJson>;
}

/** Bytes that are kept of what was drawn last. */
const KEPT_BYTES = 4_000_000;

export interface PicturesOptions {
	/** Draws; a test hands in its own. */
	readonly draw?: (drawing: Drawing) => Promise<Uint8Array>;
	readonly logger: Pick<Logger, 'error'>;
}

const drawApart = async (drawing: Drawing): Promise<Uint8Array> => (await import('./studio.ts')).draw(drawing);

export function createPictures({ draw = drawApart, logger }: PicturesOptions): Pictures {
	const kept = new LruCache<Uint8Array>(KEPT_BYTES, ({ length }) => length);
	/** The same picture is not drawn twice at once: a room full of people asks for it in the same moment. */
	const underWay = new Map<string, Promise<Uint8Array>>();

	const picture = (drawing: Drawing): Promise<Uint8Array> | Uint8Array => {
		const key = createHash('sha256').update(JSON.stringify(drawing)).digest('hex');
		const found = kept.get(key) ?? underWay.get(key);
		if (found) return found;
		const drawn = draw(drawing)
			.then((bytes) => kept.set(key, bytes))
			.finally(() => underWay.delete(key));
		underWay.set(key, drawn);
		return drawn;
	};

	return {
		async develop(message, inWords) {
			const { drawings = [], files = [], ...rest } = message;
			if (drawings.length === 0) return message;
			try {
				const drawn = await Promise.all(
					drawings.map(async ({ description, drawing, name }) => ({
						contentType: 'image/png',
						data: await picture(drawing),
						description,
						name,
					})),
				);
				return { ...rest, files: [...files, ...drawn] };
			} catch (error) {
				logger.error({ err: error }, 'a picture could not be drawn; words go in its place');
				return inWords();
			}
		},
	};
}
