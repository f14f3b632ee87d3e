/**
 * Rounds that are loaded when the first quiz is played, or where one was left that has not ended:
 * most starts need neither them nor the quiz.
 */
import type { Messenger } from '../messenger.ts';
import type { Attendance, Rounds, RoundsOptions } from './index.ts';

/** Another process may leave one at any time. */
const LOOK_MILLISECONDS = 2_000;

export function lazyRounds(options: RoundsOptions): Rounds {
	let loading: Promise<Rounds> | undefined;
	let messenger: Messenger | undefined;
	let attendance: Attendance | undefined;
	const load = () => {
		loading ??= import('./index.ts').then(({ createRounds }) => {
			const rounds = createRounds(options);
			if (messenger) attendance = rounds.attend(messenger);
			return rounds;
		});
		return loading;
	};

	return {
		act: async (...args) => (await load()).act(...args),
		attend(to) {
			messenger = to;
			const look = async () => {
				if (loading || !(await options.store.hasOpenQuizzes())) return;
				await load();
			};
			const watch = () => void look().catch((error: unknown) => options.logger.error({ err: error }, 'looking for quizzes failed'));
			// Rounds that were loaded before anybody attended attend now.
			void loading?.then((rounds) => {
				if (messenger === to && !attendance) attendance = rounds.attend(to);
			});
			watch();
			const watching = setInterval(watch, LOOK_MILLISECONDS).unref();
			return {
				async close() {
					messenger = undefined;
					clearInterval(watching);
					await loading;
					await attendance?.close();
					attendance = undefined;
				},
			};
		},
		create: async (quiz) => (await load()).create(quiz),
		keep: async (quiz, ref) => (await load()).keep(quiz, ref),
		lose: async (quiz) => (await load()).lose(quiz),
		read: async (id) => (await load()).read(id),
		show: async (id, at) => (await load()).show(id, at),
	};
}
