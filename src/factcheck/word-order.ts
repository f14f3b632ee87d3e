/**
 * Who did it stands first in what is compared: “Japan was attacked by the Soviet Union”, “Японию атаковал Советский Союз” and
 * 日本はソ連に攻撃された tell what “the Soviet Union attacked Japan” does. Turned about only where a state or its people did it, for these are
 * told apart (`actors`).
 */

const PAST: Readonly<Record<string, string>> = {
	beaten: 'beat',
	begun: 'began',
	broken: 'broke',
	driven: 'drove',
	fought: 'fought',
	given: 'gave',
	lost: 'lost',
	overrun: 'overran',
	sent: 'sent',
	sold: 'sold',
	sunk: 'sank',
	taken: 'took',
	won: 'won',
};
const DONE = `${Object.keys(PAST).join('|')}|(?:annex|attack|bomb|captur|ced|conquer|crush|declar|defeat|destroy|encircl|hand|invad|launch|liberat|occupi|provok|recogni[sz]|repell|rout|seiz|start|violat|vanquish|betray|overpower|outnumber|smash|propos|reject|ratifi|renounc|denounc|mediat|ask|threaten)ed`;
const STATE =
	'(?:imperial |nazi |soviet |red |communist )?(?:japan(?:ese)?|ussr|soviet union|soviets?|russians?|russia|mongolians?|mongols?|mongolia|chinese|china|americans?|america|united states|us|usa|british|britain|germans?|germany|hitler|stalin|red army|kwantung army|koreans?|korea|finns?|finland|poles|poland|tokyo|moscow)(?: (?:army|forces|troops|side|government))?';
const PASSIVE = new RegExp(
	String.raw`^(?<lead>(?:(?:in|on|by|at|during|after) [^,]{2,40}, ?|i (?:do(?:n['’]?t| not) )?(?:think|believe) (?:that )?|it(?: is|['’]s)(?: not| n['’]?t)? \p{L}+ that )?)(?<whom>[^,;:.!?]{2,70}?) (?:was|were|got|had been|has been) (?:(?<never>never) )?(?<done>${DONE})(?<what>(?: (?!(?:by|and|but|while|was|were) )[\p{L}\d'’-]+){0,6}?) by (?<who>(?:the )?${STATE})(?![\p{L}’'-])`,
	'iu',
);

const NOMINATIVE =
	'Япония|Россия|Советский Союз|Советская Россия|Монголия|Германия|Финляндия|Польша|Корея|Америка|Красная армия|Квантунская армия|японцы|русские|советские войска|монголы|немцы|китайцы|американцы';
const OBLIQUE =
	'Японию|Японии|Японией|Россию|России|Россией|Советскому Союзу|Советского Союза|Советским Союзом|СССР|Корею|Корее|Корею|Кореей|Монголию|Монголии|Маньчжурию|Германию|Германии|Финляндию|Финляндии|Польшу|Польше|Красную армию|Квантунскую армию|японцев|японцам|русских|русским|немцев|немцам';
/** The verb comes before who did it, and whom it was done to stands first. */
const TURNED = new RegExp(
	String.raw`^(?<head>(?:[^,;:.!?]{0,40} )?(?:${OBLIQUE})(?: [^,;:.!?]{1,40}?)? )(?<verb>(?:не )?\p{L}{3,}(?:л|ла|ли|ло)) (?<who>${NOMINATIVE})(?!\p{L})`,
	'iu',
);
/** “Был нарушен Японией”: who did it, in the instrumental, and as it is called. */
const BY: Readonly<Record<string, string>> = {
	американцами: 'американцы',
	германией: 'Германия',
	'красной армией': 'Красная армия',
	монголией: 'Монголия',
	немцами: 'немцы',
	россией: 'Россия',
	русскими: 'русские',
	'советским союзом': 'Советский Союз',
	'советскими войсками': 'советские войска',
	японией: 'Япония',
	японцами: 'японцы',
};
const INSTRUMENTAL = new RegExp(
	String.raw`(?<before>(?<!\p{L})(?:был[аио]? \p{L}{3,}(?:[нт]|[нт][аоы])|\p{L}{3,}(?:ан|ен|ён|ят)[аоы]?)(?: [^,;:.!?]{1,30}?)?)(?<!(?<!\p{L})(?:с|со|между|перед|над|под|за)) (?<who>${Object.keys(BY).join('|')})(?!\p{L})`,
	'iu',
);

const STATE_JAPANESE = '日本軍|日本|ソ連軍|ソ連|ロシア|露軍|モンゴル|中国|アメリカ|米国|ドイツ|関東軍|韓国|朝鮮|フィンランド|ポーランド';
const PASSIVE_JAPANESE = new RegExp(
	String.raw`(?<whom>${STATE_JAPANESE})(?:は|が|も)(?<mid>[^、。]{0,16}?)(?<who>${STATE_JAPANESE})(?:に|によって)(?<what>[^、。は]{0,12}?)(?<!と)され(?=た|て|まし)`,
	'u',
);

/** The text with who did it before what was done; the same text where it stands so, or where nobody is told. */
export function inActiveOrder(text: string): string {
	if (text.includes(' by ')) {
		const { groups, 0: whole } = PASSIVE.exec(text) ?? {};
		if (groups) {
			const { done, lead, never, what, who, whom } = groups as Record<string, string>;
			const verb = PAST[done!.toLowerCase()] ?? done;
			return `${lead}${who}${never ? ' never' : ''} ${verb} ${whom}${what ?? ''}${text.slice(whole!.length)}`;
		}
	}
	if (/[а-яё]/iu.test(text)) {
		const turned = TURNED.exec(text);
		if (turned) {
			const { head, verb, who } = turned.groups as Record<string, string>;
			return `${who} ${verb} ${head!.trim()}${text.slice(turned[0].length)}`;
		}
		const made = INSTRUMENTAL.exec(text);
		if (made) {
			const { before, who } = made.groups as Record<string, string>;
			return `${BY[who!.toLowerCase()]} ${text.slice(0, made.index)}${before}${text.slice(made.index + made[0].length)}`;
		}
	}
	return text.replace(PASSIVE_JAPANESE, '$<who>は$<mid>$<whom>に$<what>し');
}
