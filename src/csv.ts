/** Tables as CSV for spreadsheet programs: RFC 4180, in UTF-8 with a byte order mark, and no cell that is run as a formula. */

/** Without it, Excel takes UTF-8 for the system's old encoding, and Japanese for noise. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What makes a spreadsheet program take a cell for a formula, also behind blanks (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^(?:[\t\r\n]|[\s\uFEFF]*[=+\-@＝＋－＠])/u;

/** A cell in quotes, so that commas, quotes and line breaks in it are only text; one that looks like a formula begins with an apostrophe. */
function cell(value: number | string): string {
	if (typeof value === 'number') return String(value);
	const harmless = FORMULA.test(value) ? `'${value}` : value;
	return `"${harmless.replaceAll('"', '""')}"`;
}

/** One row with its end. */
export const csvRow = (cells: readonly (number | string)[]): string => `${cells.map(cell).join(',')}\r\n`;

export const csvHead = (names: readonly string[]): string => BYTE_ORDER_MARK + csvRow(names);
