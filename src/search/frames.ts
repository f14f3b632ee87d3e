/**
 * What a question asks about, where it asks about one thing by its name: “who was Zhukov?”, “when was the Treaty of Shimoda signed?”,
 * «что такое пакт о нейтралитете». Who asks so means the thing, and no question about it.
 */
import type { Kind } from '../dataset/schema.ts';

/** What people say before they ask. */
const OPENING = /^(?:(?:so|ok|hey|please|and|but|um|а|и|ну)[ ,]+)+/iu;
const NO_NAME = /^(?:is|was|are|were|the|a)?$/iu;
const LEADING = [
	/^(?:(?:who|what|where|when|how)(?:['’]s|['’]re| is| was| were| are| did| does| do)? (?:happened (?:at|in|to|during|with) )?|(?:tell me|explain|info(?:rmation)?|anything|details|facts|something|what do (?:we|you) know|more) (?:about|on) |explain |define |describe |(?:show|give) me )(?:the |a |an |that )?/iu,
	/^(?:что (?:такое|это такое|это|за|значит|было)|кто (?:такой|такая|такие|это|был|была)|когда (?:был[аои]? подписан[аоы]?|был[аои]? заключ[её]н[аоы]?|был[аои]?|подписали|состоял(?:ся|ась|ось)|заключ(?:или|[её]н)|произош[её]?л[аои]?|начал(?:ся|ась|ось|и)|закончил(?:ся|ась|ось))|где (?:находи(?:тся|лся|лась|лись)|был[аои]?|это|расположен[аыо]?)|расскажи(?:те)? (?:про|о|об)|объясни(?:те)?(?: что такое)?) /iu,
];
const TRAILING = [
	/(?:[ ,](?:signed|concluded|ratified|held|fought|founded|published|written|issued|announced|made|born|die|died|happen|happened|take place|took place|begin|began|start|started|end|ended|about|mean|means|located|situated|found|located at|again|exactly|please|explained|in short|all about))*[ ?!.]*$/iu,
	/(?: (?:подписан[аоы]?|заключ[её]н[аоы]?|подписали|заключили|родил(?:ся|ась)|умер(?:ла)?|находи(?:тся|лся|лась)|такой|такая|такое|простыми словами|кратко))*[ ?!.]*$/iu,
];
const JAPANESE =
	/(?:(?:と|って|とは|というのは|っていうのは|は|について|の(?:内容|意味|概要|場所|日付|調印日))+(?:何|なに|なん|誰|だれ|どこ|いつ|どんな(?:条約|事件|人|人物|もの|場所|所|島)|どういう(?:人|もの|意味|条約|事件)|教えて|説明して|詳しく)?(?:(?:調印|締結|署名|発効|起き|起こっ|始まっ|終わっ|生まれ|行わ)?(?:された|した|た|れた)?)?(?:にある|にあった)?(?:の|もの|こと)?(?:ですか|でしたか|でしょうか|ください|下さい|だっけ|か)?)[?？。!！]*$/u;

/** Who asks so wants to be told what it is: whatever is asked of it is asked by the entry itself. */
const DEFINING: readonly (readonly [RegExp, Kind | undefined])[] = [
	[/^who(?:['’]s| is| was| were| are) |^кто (?:такой|такая|это|был|была) |(?:って|とは|は)誰/iu, 'person'],
	[/^where(?:['’]s| is| was) |^где (?:находи[а-яё]+|это|расположен[а-яё]?) |(?:は|って)どこ/iu, 'place'],
	[
		/^(?:what(?:['’]s| is| was| were| are| happened)|tell me|explain|define|describe|info|what do) |^(?:что (?:такое|это такое|за)|расскажи|объясни)(?!\p{L})|(?:とは(?:何|なに|なん)?(?:ですか|でしょうか|か)?|って(?:何|なに|なん)(?:ですか|だっけ)?|について(?:教えて|説明して)?(?:ください|下さい)?)[?？。]*$/iu,
		undefined,
	],
];

/** What is asked about by its name. */
export interface Frame {
	/** Nothing is asked of it but what it is. */
	readonly isDefining: boolean;
	/** Of which kind it is to be, where that is asked. */
	readonly kind: Kind | undefined;
	readonly name: string;
}

/** `undefined` where a text asks otherwise, or for nothing by name. */
export function frameOf(text: string): Frame | undefined {
	const typed = text.normalize('NFKC').trim().replace(OPENING, '');
	const name = nameIn(typed);
	if (name === undefined || NO_NAME.test(name)) return undefined;
	const defining = DEFINING.find(([pattern]) => pattern.test(typed));
	return { isDefining: defining !== undefined, kind: defining?.[1], name };
}

/** What remains without the words that only ask. */
function nameIn(typed: string): string | undefined {
	const japanese = typed.replace(JAPANESE, '');
	if (japanese !== typed) return japanese;
	for (const [place, leading] of LEADING.entries()) {
		const rest = typed.replace(leading, '');
		if (rest !== typed) return rest.replace(TRAILING[place]!, '').trim();
	}
	return undefined;
}
