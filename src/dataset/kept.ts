/**
 * How lists are kept in a file so that opening it costs next to nothing: numbers lie in it as they lie in memory, and are read where they
 * are; texts are parted when somebody first wants one of their list, and lists of the same texts are one. Memory that a start does not touch
 * it does not wait for.
 */
import { deserialize, serialize } from 'node:v8';

/** Shorter lists of texts are kept with the rest. */
const TEXTS_MIN = 64;
const SEPARATOR = '\0';
/** Every list of numbers begins at a multiple of the length of its longest numbers. */
const ALIGNMENT = 8;
/** Before the rest: its length. */
const HEADER_BYTES = 4;

type Numbers = Float32Array | Float64Array | Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array;
const CONSTRUCTORS = { Float32Array, Float64Array, Int8Array, Int16Array, Int32Array, Uint8Array, Uint16Array, Uint32Array } as const;

/** Instead of a list that is put beside the rest. */
const TAKEN = Symbol('taken');

/** Where such a list lies. `type`: of its numbers, or none for texts. */
interface Place {
	readonly at: number;
	readonly length: number;
	readonly path: readonly string[];
	readonly type?: keyof typeof CONSTRUCTORS | undefined;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isTexts = (value: unknown): value is readonly string[] =>
	Array.isArray(value) && value.length >= TEXTS_MIN && value.every((one) => typeof one === 'string' && !one.includes(SEPARATOR));
const aligned = (length: number) => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/** A value of plain objects, lists and what else can be cloned, as bytes. */
export function pack(value: unknown): Buffer {
	const bodies: Uint8Array[] = [];
	const places: Place[] = [];
	/** Where lists of texts lie. */
	const texts = new Map<string, Place>();
	let end = 0;
	const put = (path: readonly string[], bytes: Uint8Array, type?: keyof typeof CONSTRUCTORS): typeof TAKEN => {
		places.push({ at: end, length: bytes.byteLength, path, type });
		bodies.push(bytes, new Uint8Array(aligned(bytes.byteLength) - bytes.byteLength));
		end += aligned(bytes.byteLength);
		return TAKEN;
	};
	/** The value without the lists that are put beside it. */
	const rest = (inner: unknown, path: readonly string[]): unknown => {
		if (isTexts(inner)) {
			const joined = inner.join(SEPARATOR);
			const same = texts.get(joined);
			if (same) {
				places.push({ ...same, path });
				return TAKEN;
			}
			put(path, Buffer.from(joined));
			texts.set(joined, places.at(-1)!);
			return TAKEN;
		}
		if (ArrayBuffer.isView(inner) && inner.constructor.name in CONSTRUCTORS) {
			const { buffer, byteLength, byteOffset } = inner;
			return put(path, new Uint8Array(buffer, byteOffset, byteLength), inner.constructor.name as keyof typeof CONSTRUCTORS);
		}
		if (!isPlain(inner)) return inner;
		const left = Object.entries(inner).map(([key, one]) => [key, rest(one, [...path, key])] as const);
		return Object.fromEntries(left.filter(([, one]) => one !== TAKEN));
	};
	const left = rest(value, []);
	const head = serialize([left === TAKEN ? undefined : left, places]);
	const start = Buffer.alloc(aligned(HEADER_BYTES + head.length));
	start.writeUInt32LE(head.length);
	start.set(head, HEADER_BYTES);
	return Buffer.concat([start, ...bodies]);
}

/** What was packed. Holds the bytes as long as any of its lists is held. */
export function unpack(packed: Uint8Array<ArrayBuffer>): unknown {
	// Bytes of a small file share their memory with others, and begin anywhere in it.
	const bytes = packed.byteOffset % ALIGNMENT === 0 ? packed : Uint8Array.from(packed);
	const length = Buffer.from(bytes.buffer, bytes.byteOffset, HEADER_BYTES).readUInt32LE();
	const [value, places] = deserialize(bytes.subarray(HEADER_BYTES, HEADER_BYTES + length)) as [unknown, readonly Place[]];
	const start = bytes.byteOffset + aligned(HEADER_BYTES + length);
	let whole = value;
	const texts = new Map<number, string[]>();
	const textsAt = (from: number, size: number) => {
		const list = texts.get(from) ?? Buffer.from(bytes.buffer, from, size).toString('utf8').split(SEPARATOR);
		texts.set(from, list);
		return list;
	};
	for (const { at, length: size, path, type } of places) {
		const from = start + at;
		const list = (): Numbers | string[] => {
			if (type === undefined) return textsAt(from, size);
			const { [type]: Type } = CONSTRUCTORS;
			return new Type(bytes.buffer, from, size / Type.BYTES_PER_ELEMENT);
		};
		const key = path.at(-1);
		if (key === undefined) whole = list();
		else {
			const owner = path.slice(0, -1).reduce((inner, one) => inner[one] as Record<string, unknown>, value as Record<string, unknown>);
			if (type === undefined) atFirst(owner, key, list);
			else owner[key] = list();
		}
	}
	return whole;
}

/**
 * A property that is made when it is first asked for. Until then it is its prototype's, for an object whose own property changes its kind
 * is slower to read ever after.
 */
function atFirst(owner: object, key: string, make: () => unknown): void {
	const before: unknown = Object.getPrototypeOf(owner);
	const prototype = before === Object.prototype ? Object.create(Object.prototype) : before;
	const settle = (value: unknown) => Object.defineProperty(owner, key, { configurable: true, enumerable: true, value, writable: true });
	Object.defineProperty(prototype, key, {
		configurable: true,
		get: () => {
			const made = make();
			settle(made);
			return made;
		},
		set: settle,
	});
	if (prototype !== before) Object.setPrototypeOf(owner, prototype);
}
