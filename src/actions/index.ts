import type { Action } from '../action.ts';
import { compare } from './compare.ts';
import { open } from './open.ts';
import { page } from './page.ts';

/** Everything that a person can press. */
export const ACTIONS: readonly Action[] = [compare, open, page];
