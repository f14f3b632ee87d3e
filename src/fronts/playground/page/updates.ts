/** What the program sends of its own accord, in the order in which it makes sense to the page. */
import type { AnswerJson, UpdateJson } from '../wire.ts';
import type { Api } from './api.ts';

export interface UpdatesOptions {
	readonly listen: Api['listen'];
	/** Shows an update: in the place of a message, or as a new one. */
	readonly take: (update: UpdateJson) => void;
}

export interface Updates {
	/** Waits for an answer. What is sent meanwhile is held back, for it may change the very answer that is on its way. */
	during(ask: () => Promise<AnswerJson | null>): Promise<AnswerJson | null>;
	/** Listens, if it does not yet. */
	listen(): void;
}

export function createUpdates({ listen, take }: UpdatesOptions): Updates {
	let isListening = false;
	let underWay = 0;
	let held: UpdateJson[] = [];

	const release = () => {
		if (underWay > 0) return;
		const updates = held;
		held = [];
		for (const update of updates) take(update);
	};
	const updates: Updates = {
		async during(ask) {
			underWay += 1;
			try {
				const answer = await ask();
				if (answer?.live) updates.listen();
				return answer;
			} finally {
				underWay -= 1;
				// After whoever asked has shown the answer.
				setTimeout(release);
			}
		},
		listen() {
			if (isListening) return;
			isListening = true;
			listen((update) => {
				if (underWay > 0 || held.length > 0) held.push(update);
				else take(update);
			});
		},
	};
	return updates;
}
