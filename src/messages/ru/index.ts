/** Russian, a file a room: the words of the English catalogue, each of them. */
import type { Catalogue } from '../index.ts';
import { joined } from '../rooms.ts';
import { answers } from './answers.ts';
import { commands } from './commands.ts';
import { factcheck } from './factcheck.ts';
import { house } from './house.ts';
import { names } from './names.ts';
import { pictures } from './pictures.ts';
import { playground } from './playground.ts';
import { quiz } from './quiz.ts';
import { review } from './review.ts';

export const ru: Catalogue = joined(answers, commands, factcheck, house, names, pictures, playground, quiz, review);
