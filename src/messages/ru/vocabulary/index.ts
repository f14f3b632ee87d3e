/** The dataset's own short words in Russian. */
import type { Vocabulary } from '../../vocabulary.ts';
import { forms } from './forms.ts';
import { parts } from './parts.ts';
import { powers } from './powers.ts';
import { units } from './units.ts';
import { voices } from './voices.ts';

export const vocabulary: Vocabulary = { forms, parts, powers, units, voices };
