/**
 * Well-known names of other history that are made of words of this one: every word of “Thirty Years’ War” is here, and
 * nothing of what it names. Such a name counts as one word that nothing here is written like.
 */

const COUNTED_WARS =
	/(?<![\p{L}\d])(?:(?:six|seven|nine|ten|twelve|thirty|eighty|hundred)|6|7|9|10|30|80|100)[\s-]+(?:years?|days?)['’]*s?['’]*\s+wars?(?!\p{L})|(?<!\p{L})(?:семилетн|тридцатилетн|столетн|шестидневн)\p{L}+\s+войн[а-яё]+|(?:七年|三十年|百年|六日)(?:間)?(?:戦争|战争|戰爭)/giu;
const NAMES =
	/(?<!\p{L})(?:moon landings?|marshall plan|great depression|lunar landing|king arthur|корейск[а-яё]+ войн[а-яё]+|ледов[а-яё]+ побоищ[а-яё]+|сталинградск[а-яё]+ битв[а-яё]+|курск[а-яё]+ (?:битв[а-яё]+|дуг[а-яё]+)|d day|d-day|9\/11|11 september 2001|september 11(?:th)? attacks|v-?e day|normandy(?: landings?)?|operation overlord|black (?:death|plague)|spanish (?:flu|influenza)|great fire of london|wars? of (?:the )?(?:roses|spanish succession|austrian succession|1812)|(?:the )?somme|(?:first|second) opium wars?|opium wars?|treaty of (?:nanking|nanjing)(?!.*1937)|(?:nanking|nanjing) treaty(?!.*1937)|чёрная смерть|черная смерть|испанка|опиумн[а-яё]+ войн[а-яё]+|нанкинский договор(?!.*1937))(?!\p{L})|한국 ?전쟁|임진왜란|6\.25 전쟁|朝鮮戦争|朝鲜战争|抗美援朝|韓国戦争|南京(?:条約|條約|条约)|(?:阿片|アヘン|鸦片|鴉片)(?:戦争|战争|戰爭)/giu;
/** Wars of other countries that are called after what kind of war they were. */
const CIVIL_WARS =
	/(?<!\p{L})(?:(?:american|us|u\.s\.|english|spanish|finnish|greek|irish|syrian|lebanese|angolan|nigerian|sri lankan|yugoslav|roman|hungarian|austrian|mexican) (?:civil war|revolution)|(?:french|cuban|iranian|haitian|industrial|glorious|velvet|cultural|orange|american|xinhai|july|february 1848) revolution|(?:gulf|iraq|vietnam|crimean|boer|falklands|peloponnesian|trojan|punic|cod|six day|yom kippur|hundred years) wars?|гражданск[а-яё]+ войн[а-яё]+ в (?:сша|испании|финляндии|англии|греции)|(?:вьетнамск|крымск|столетн|троянск|пуническ)\p{L}+ войн[а-яё]+|(?:французск|кубинск|иранск|культурн)\p{L}+ революци[а-яё]+)(?!\p{L})|(?:南北|ベトナム|湾岸|イラク|クリミア|独立|普仏|ポエニ|フォークランド)戦争|(?:フランス|アメリカ独立|キューバ|イラン|名誉|産業|文化大)革命|薔薇戦争|明治維新/giu;
/** What people say to one another, and to a machine. */
const TALK =
	/(?<!\p{L})(?:what(?:['’]s| is)? (?:the )?time|time is it|how (?:are|old are) you|who (?:are|made|created) you|are you (?:a|an|real|human|ok|there)|what['’]?s up|good (?:morning|night|evening|afternoon)|thank(?:s| you)|happy birthday|(?:love|miss|hate|marry) (?:you|u|me)|сколько (?:сейчас )?времени|который час|как (?:тебя зовут|дела|жизнь)|я тебя люблю|с днём рождения|с днем рождения|доброе утро|спокойной ночи)(?!\p{L})|今何時|何時ですか|愛してる|おはよう|こんにちは|こんばんは|おやすみ|ありがとう|お腹[がす]|元気ですか/giu;
/** The word that stands nowhere. */
export const NOWHERE = 'zxqelsewhere';
const INSTEAD = ` ${NOWHERE} `;

/** The text with each such name replaced by a word that stands nowhere. */
export function withoutElsewhere(text: string): string {
	return text.replace(COUNTED_WARS, INSTEAD).replace(NAMES, INSTEAD).replace(CIVIL_WARS, INSTEAD).replace(TALK, INSTEAD);
}
