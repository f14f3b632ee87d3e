import { type Action, lazyAction } from '../action.ts';

/** Everything that a person can press. */
export const ACTIONS: readonly Action[] = [
	lazyAction('check', async () => (await import('./check.ts')).check, { forms: true }),
	lazyAction('check-log', async () => (await import('./check-log.ts')).checkLog),
	lazyAction('cite', async () => (await import('./cite.ts')).cite),
	lazyAction('compare', async () => (await import('./compare.ts')).compare),
	lazyAction('leaderboard', async () => (await import('./leaderboard.ts')).leaderboard),
	lazyAction('open', async () => (await import('./open.ts')).open),
	lazyAction('page', async () => (await import('./page.ts')).page),
	lazyAction('privacy', async () => (await import('./privacy.ts')).privacy),
	lazyAction('quiz', async () => (await import('./quiz.ts')).quiz, { forms: true }),
	lazyAction('review', async () => (await import('./review.ts')).review, { forms: true }),
	lazyAction('settings', async () => (await import('./settings.ts')).settings),
];
