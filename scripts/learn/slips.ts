/** Slips of the fingers: letters swapped, left out, doubled, or hit beside. */

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}]{4,}|[\p{Script=Katakana}ー]{4,}|\p{Script=Hiragana}{5,}/gu;

function beside(letter: string, random: () => number): string {
	const lower = letter.toLowerCase();
	const row = ROWS.find((one) => one.includes(lower));
	if (!row) return letter;
	const at = row.indexOf(lower);
	return row[at === 0 ? 1 : at === row.length - 1 || random() < 0.5 ? at - 1 : at + 1]!;
}

/** The text with a slip in one of its longer words; `undefined` where it has none. */
export function slipped(text: string, random: () => number): string | undefined {
	const words = [...text.matchAll(WORD)];
	const word = words[Math.floor(random() * words.length)];
	if (!word) return undefined;
	const letters = [...word[0]];
	const at = 1 + Math.floor(random() * (letters.length - 2));
	const way = random();
	if (way < 0.3) [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
	else if (way < 0.6) letters.splice(at, 1);
	else if (way < 0.8) letters.splice(at, 0, letters[at]!);
	else letters[at] = beside(letters[at]!, random);
	const written = letters.join('');
	return written === word[0] ? undefined : text.slice(0, word.index) + written + text.slice(word.index + word[0].length);
}
