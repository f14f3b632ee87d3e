/**
 * The first few of many by score, kept in order as they come, without a list of all of them. Of equal scores the lower
 * id comes first. Its room is allocated once: it is filled anew for every query.
 */
export class Leaders {
	/** In order; as many as `size` are valid. */
	readonly ids: Uint32Array;
	readonly scores: Float64Array;
	size = 0;
	#room: number;

	/** `capacity`: as many as will ever be wanted. */
	constructor(capacity: number) {
		this.ids = new Uint32Array(capacity);
		this.scores = new Float64Array(capacity);
		this.#room = capacity;
	}

	/** Empties it; from now on it keeps `room`, up to its capacity. */
	reset(room = this.ids.length): void {
		this.size = 0;
		this.#room = Math.min(room, this.ids.length);
	}

	/** Each id is offered once. */
	offer(id: number, score: number): void {
		const { ids, scores } = this;
		let at = this.size;
		if (at < this.#room) this.size++;
		else if (at === 0 || !isBefore(score, id, scores[at - 1]!, ids[at - 1]!)) return;
		else at--;
		while (at > 0 && isBefore(score, id, scores[at - 1]!, ids[at - 1]!)) {
			ids[at] = ids[at - 1]!;
			scores[at] = scores[at - 1]!;
			at--;
		}
		ids[at] = id;
		scores[at] = score;
	}
}

const isBefore = (score: number, id: number, otherScore: number, otherId: number): boolean =>
	score > otherScore || (score === otherScore && id < otherId);
