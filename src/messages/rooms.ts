/** What all rooms of a catalogue have, each under its own key. */
type Joined<Rooms extends readonly object[]> = Rooms extends readonly [infer First, ...infer Rest extends readonly object[]]
	? First & Joined<Rest>
	: unknown;

/**
 * The rooms of a catalogue as one object. It has no prototype, and so is a table from the first: one that is given its thousand keys as an
 * object with a shape has its shape copied a thousand times, which costs every start 40 ms.
 */
export const joined = <const Rooms extends readonly object[]>(...rooms: Rooms) =>
	Object.assign(Object.create(null) as object, ...rooms) as Joined<Rooms>;
