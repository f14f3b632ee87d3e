/** Keeps the values used last. Keys longer than `KEY_MAX_LENGTH` are not kept: they are not asked twice. */
const KEY_MAX_LENGTH = 200;

export class LruCache<V> {
	readonly #size: number;
	readonly #values = new Map<string, V>();

	constructor(size: number) {
		this.#size = size;
	}

	get(key: string): V | undefined {
		const value = this.#values.get(key);
		if (value !== undefined) {
			this.#values.delete(key);
			this.#values.set(key, value);
		}
		return value;
	}

	/** Keeps `value` and returns it. */
	set(key: string, value: V): V {
		if (this.#size === 0 || key.length > KEY_MAX_LENGTH) return value;
		this.#values.set(key, value);
		if (this.#values.size > this.#size) this.#values.delete(this.#values.keys().next().value!);
		return value;
	}
}
