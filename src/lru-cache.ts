/** Values under longer keys are not kept: they are not asked for twice. */
const KEY_MAX_LENGTH = 200;

/** Keeps the values used last, as far as there is room for them. */
export class LruCache<V> {
	readonly #room: number;
	readonly #values = new Map<string, { readonly value: V; readonly weight: number }>();
	readonly #weigh: (value: V) => number;
	#weight = 0;

	/** `room`: how many values; or, with `weigh`, how much they may weigh together. With 0 none is kept. */
	constructor(room: number, weigh: (value: V) => number = () => 1) {
		this.#room = room;
		this.#weigh = weigh;
	}

	get(key: string): V | undefined {
		const kept = this.#values.get(key);
		if (!kept) return undefined;
		this.#values.delete(key);
		this.#values.set(key, kept);
		return kept.value;
	}

	/** Keeps `value` and returns it. */
	set(key: string, value: V): V {
		if (this.#room === 0 || key.length > KEY_MAX_LENGTH) return value;
		this.#forget(key);
		const weight = this.#weigh(value);
		this.#values.set(key, { value, weight });
		this.#weight += weight;
		while (this.#weight > this.#room) this.#forget(this.#values.keys().next().value!);
		return value;
	}

	#forget(key: string): void {
		this.#weight -= this.#values.get(key)?.weight ?? 0;
		this.#values.delete(key);
	}
}

/** Quotes, colons and commas around a value in JSON. */
const MARKS = 4;

/** About how many characters a value has as JSON, which is what it costs to keep it, written and unwritten. */
export function sizeOf(value: unknown): number {
	if (typeof value === 'string') return MARKS + value.length;
	if (typeof value !== 'object' || value === null) return MARKS;
	let size = MARKS;
	if (Array.isArray(value)) for (const inner of value) size += sizeOf(inner);
	else for (const [key, inner] of Object.entries(value)) size += key.length + sizeOf(inner);
	return size;
}
