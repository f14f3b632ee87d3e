/** The least number of letters to insert, remove, replace or swap with a neighbour; gives up above `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
			let best = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, beforeLast[j - 2]! + 1);
			row.push(best);
		}
		if (Math.min(...row) > limit) return limit + 1;
		beforeLast = last;
		last = row;
	}
	return last[b.length]!;
}

/** The word that was probably meant: few letters away, or made of the same parts in another order or number. */
export function nearest(word: string, known: readonly string[]): string | undefined {
	const limit = Math.max(1, Math.floor(word.length / 4));
	const parts = new Set(word.toLowerCase().split('-'));
	let best: { distance: number; shared: number; word: string } | undefined;
	for (const candidate of known) {
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), limit);
		const shared = candidate.split('-').filter((part) => part.length > 2 && parts.has(part)).length;
		if (distance > limit && shared === 0) continue;
		const better =
			!best ||
			Math.min(distance, limit + 1) < Math.min(best.distance, limit + 1) ||
			(distance > limit && best.distance > limit && shared > best.shared);
		if (better) best = { distance, shared, word: candidate };
	}
	return best?.word;
}
