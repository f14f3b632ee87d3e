import { references } from './references.ts';
import type { Rule } from './rule.ts';
import { uniqueIds } from './unique-ids.ts';

export const RULES: readonly Rule[] = [uniqueIds, references];
