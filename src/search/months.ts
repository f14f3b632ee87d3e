/** The months in the words that people write, and their abbreviations. */

const MONTHS: Record<string, number> = {};
const addMonth = (month: number, ...words: string[]) => {
	for (const word of words) MONTHS[word] = month;
};
addMonth(1, 'january', 'jan', 'января', 'январь', 'январе', 'янв', 'januar', 'janvier');
addMonth(2, 'february', 'feb', 'февраля', 'февраль', 'феврале', 'февр', 'фев', 'februar', 'fevrier', 'février');
addMonth(3, 'march', 'mar', 'марта', 'март', 'марте', 'мар', 'marz', 'märz', 'mars');
addMonth(4, 'april', 'apr', 'апреля', 'апрель', 'апреле', 'апр', 'avril');
addMonth(5, 'may', 'мая', 'май', 'мае', 'mai');
addMonth(6, 'june', 'jun', 'июня', 'июнь', 'июне', 'июн', 'juni', 'juin');
addMonth(7, 'july', 'jul', 'июля', 'июль', 'июле', 'июл', 'juli', 'juillet');
addMonth(8, 'august', 'aug', 'августа', 'август', 'августе', 'авг', 'aout', 'août');
addMonth(9, 'september', 'sept', 'sep', 'сентября', 'сентябрь', 'сентябре', 'сент', 'сен', 'septembre');
addMonth(10, 'october', 'oct', 'октября', 'октябрь', 'октябре', 'окт', 'oktober', 'octobre');
addMonth(11, 'november', 'nov', 'ноября', 'ноябрь', 'ноябре', 'нояб', 'ноя', 'novembre');
addMonth(12, 'december', 'dec', 'декабря', 'декабрь', 'декабре', 'дек', 'dezember', 'decembre', 'décembre');

/** The month that a word or its abbreviation names, from 1. */
export const monthOf = (word: string): number | undefined => MONTHS[word];

/** All of these words as alternatives, none of which hides a longer one. */
export const MONTH_WORDS: string = Object.keys(MONTHS)
	.sort((a, b) => b.length - a.length)
	.join('|');
export const RUSSIAN_MONTHS: string = Object.keys(MONTHS)
	.filter((word) => /^[а-я]/.test(word))
	.join('|');
