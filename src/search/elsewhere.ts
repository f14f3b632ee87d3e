/**
 * Well-known names of other history that are made of words of this one: every word of “Thirty Years’ War” is here, and
 * nothing of what it names. Such a name counts as one word that nothing here is written like.
 */

const COUNTED_WARS =
	/(?<![\p{L}\d])(?:(?:six|seven|nine|ten|twelve|thirty|eighty|hundred)|6|7|9|10|30|80|100)[\s-]+(?:years?|days?)['’]*s?['’]*\s+wars?(?!\p{L})|(?<!\p{L})(?:семилетн|тридцатилетн|столетн|шестидневн)\p{L}+\s+войн\p{L}+|(?:七年|三十年|百年|六日)(?:間)?(?:戦争|战争|戰爭)/giu;
const NAMES =
	/(?<!\p{L})(?:black (?:death|plague)|spanish (?:flu|influenza)|great fire of london|wars? of (?:the )?(?:roses|spanish succession|austrian succession|1812)|(?:the )?somme|(?:first|second) opium wars?|opium wars?|treaty of (?:nanking|nanjing)(?!.*1937)|(?:nanking|nanjing) treaty(?!.*1937)|чёрная смерть|черная смерть|испанка|опиумн\p{L}+ войн\p{L}+|нанкинский договор(?!.*1937))(?!\p{L})|南京(?:条約|條約|条约)|(?:阿片|アヘン|鸦片|鴉片)(?:戦争|战争|戰爭)/giu;
const NOWHERE = ' zxqelsewhere ';

/** The text with each such name replaced by a word that stands nowhere. */
export function withoutElsewhere(text: string): string {
	return text.replace(COUNTED_WARS, NOWHERE).replace(NAMES, NOWHERE);
}
