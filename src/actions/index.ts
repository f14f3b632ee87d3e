import type { Action } from '../action.ts';
import { check } from './check.ts';
import { checkLog } from './check-log.ts';
import { cite } from './cite.ts';
import { compare } from './compare.ts';
import { leaderboard } from './leaderboard.ts';
import { open } from './open.ts';
import { page } from './page.ts';
import { privacy } from './privacy.ts';
import { quiz } from './quiz.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';

/** Everything that a person can press. */
export const ACTIONS: readonly Action[] = [check, checkLog, cite, compare, leaderboard, open, page, privacy, quiz, review, settings];
