/**
 * How a sentence stands to what it speaks of: whether it denies, asks or hedges, and which of two opposites it names.
 * Everything here is counted, so that “it is a myth that Japan never broke the pact” denies a denial.
 */

import { withPlainDateBounds } from './date-bounds.ts';
import { withPlainBounds } from './plain-amounts.ts';
import { inActiveOrder } from './word-order.ts';

/** A sentence without the words that only say how it is meant, and how it is meant. */
export interface Stance {
	/** It asks and asserts nothing. */
	readonly asks: boolean;
	/** It says of the whole that it is false: a myth, a lie, not true. */
	readonly falsity: boolean;
	readonly hedged: boolean;
	/** −1 for an odd number of negations. */
	readonly sign: -1 | 1;
	/** For each pair of opposites of which it names one: 1 for the first, −1 for the second. */
	readonly poles: ReadonlyMap<string, -1 | 1>;
	/** What is claimed, with its denials: without what tells how sure the writer is, or only catches an ear. */
	readonly said: string;
	readonly text: string;
}

// Letters are not looked for in both cases: all of them are among them as they stand, and to work that out takes longer than to search.
const WORD_START = String.raw`(?<!(?-i:[\p{L}\p{M}]))`;
const WORD_END = String.raw`(?!(?-i:[\p{L}\p{M}]))`;
/** Whole words, as patterns set apart by semicolons. */
const words = (...lists: readonly string[]) =>
	new RegExp(`${WORD_START}(?:${lists.flatMap((list) => list.split('; ')).join('|')})${WORD_END}`, 'giu');

/** Set phrases that hold a negation and deny nothing. */
const NO_NEGATION = [
	words(
		"not only; not just; not merely; not simply; no doubt; without (?:a )?doubt; no question; can(?:no|')t deny",
		'undeniabl[ey]; not to mention; no (?:fewer|less|more) than; not (?:fewer|less|more) than; why not; or not; if not',
		"no denying(?: that)?; no less an?; no wonder; no matter; (?:that[’']?s )?(?:not|no) (?:even )?(?:a |up for )?debate; no question about it; not gonna lie",
		'what (?:a load of |utter )?(?:nonsense|bullshit|bs|rubbish|bunk(?:um)?|hogwash|bollocks); no matter what; full stop; no ifs; not saying',
		"nothing (?:else|more than|less than|but|other than); nothing short of; let(?:'|’)s not forget",
		'(?:nobody|no one) (?:(?:can |could |will |would )?(?:seriously )?(?:deny|doubt|dispute)|denies|doubts|disputes)(?: that)?',
		"(?:i )?can(?:not|['’]?t) believe(?: that)?; (?:not many|few)(?: people)? (?:know|realise|realize|remember|admit)(?: that)?; why deny(?: that)?",
		"(?:that|it|this)(?:['’]?s| is| was) (?:no|not an?) (?:exaggeration|joke|secret|accident|coincidence|surprise|news); не преувеличение",
		'нельзя (?:не )?(?:отрицать|не признать|забывать); не\\s+(?:может быть )?(?:никаких )?сомнений; сомнений (?:быть )?(?:не может|нет)',
		'ничего подобного; не случайно; не удивительно; неудивительно',
		'(?:nobody|no one) (?:ever )?(?:told|tells|taught|mentioned|warned)(?: to)? (?:me|us|you)(?: that)?',
		"never forget; don(?:'|’)?t forget; non; no,; nope; no longer than; last but not least; не только; не просто; не менее",
		'(?<!(?:all|these|those|of|more|their|his|her|the|pure|just|are|were|with|tells?|told|spread|spreading|he|she|who) )lies(?= (?:(?:mostly|partly|wholly|entirely|right|well) )?(?:in|on|at|along|between|beyond|near|off|within|north|south|east|west|close|just|far|to the (?:north|south|east|west))(?!\\p{L}))',
		'не более; не больше; не меньше; нет сомнени[а-яё]+; без сомнения; несомненно; не забывайте',
		'никто не (?:отрицает|сомневается|оспаривает|спорит|(?:станет|может|будет) (?:отрицать|оспаривать|спорить)); не секрет',
		'никто (?:мне|нам|вам) (?:никогда )?не (?:говорил|рассказывал|сказал)[а-яё]?',
	),
	/[,;–—-] ?at least not(?!\p{L})/giu,
	// “No it is fake” answers somebody; “no treaty was signed” denies.
	/^\W*(?:(?:no|nope)(?= (?:it|its|it['’]s|he|she|they|that|that['’]s|this|these|those|there|the|we|you|i)(?!\p{L}))|нет(?= (?:это|он[аио]?|там|же)(?!\p{L})|,))/iu,
	/(?<!\p{L})(?:(?:did|was|were|is|do|does|had|has)(?:n['’]?t| not)|not|не)(?= (?:[\p{L}’'-]+ ){0,6}?(?:until|till|до (?=\d|\p{L}+ \d)))/giu,
	/紛れも(?:ない|なく)|否め(?:ない|ず|ません)|(?:のに|けど)?、?誰も知らない|知られていない|疑い(?:は|の余地(?:は|が)?)?(?:ない|なく)|疑う余地(?:は|が|も)?(?:ない|なく)|に(?:過|す)ぎ(?:ない|ず|ません)|言うまでも(?:ない|なく)|否定(?:は)?(?:でき|し得|しえ)(?:ない|ません|ず)|知らない(?:けど|が)?|だけで(?:は)?なく|のみならず|に違いない|に他ならない|間違いなく|かもしれない|かも知れない|なければならな\p{L}+|少なくない|なくなっ\p{L}*/gu,
];
/** “…, not 1906”, “偽書ではなく本物”: what is set against the claim is taken away before it is read. */
const NUMBER_SAID = String.raw`(?:about |some |around |only |примерно |около )?[~≈$]?\d[\d.,]*(?: ?(?:k|m|thousand|million|тыс\p{L}*\.?|миллион\p{L}*|млн))?(?!\p{L})`;
const CONTRASTS = [
	// “Not 60,000 but 340,000 died”, “не 60, а 340 тысяч”; “it wasn’t 60,000 who died, it was 340,000”, “it was 340,000 and not 60,000”.
	new RegExp(String.raw`(?<!\p{L})(?:not|не) ${NUMBER_SAID}(?: \p{L}+)?,? (?:but|а)(?: rather)? (?=[~≈$]?\d)`, 'giu'),
	new RegExp(String.raw`(?<!\p{L})it (?:wasn['’]?t|was not) ${NUMBER_SAID}(?=[^.;]*?(?:it was|but) [~≈$]?\d)`, 'giu'),
	new RegExp(
		String.raw`(?<=(?<![\d.,])(?!(?:1[5-9]|20)\d\d(?![\d.,]*\d))\d[\d.,]*(?: ?(?:k|m|thousand|million))?),? (?:and )?not ${NUMBER_SAID}`,
		'giu',
	),
	/,\s+(?:and )?not\s+[^,.;]{1,40}(?=$|[,.;!])/giu,
	/\s*[(（]\s*(?:and )?(?:not|а не|и не|не)\s+(?!(?:once|even|really|ever|actually|at all|раз|совсем|очень)(?!\p{L}))[^()（）]{1,40}[)）]|\s*[(（][^()（）]{1,30}(?:ではない|じゃない|ではなく|じゃなく)(?:て|です)?[)）]/giu,
	/,?\s+(?:rather than|instead of|as opposed to)\s+(?:in |on |to |by |at )?[\p{L}\d]+(?: [\p{Lu}\d][\p{L}\d]*)*(?=$|[,.;!])/gu,
	/\s+not (?:in |on )?\d{3,4}(?=$|[^\d\p{L}])/giu,
	/(?<=(?<!\p{L})(?:is|are|was|were|it|by|to|from|in|at|with) (?:the )?\p{Lu}\p{L}+) not (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*(?=$|[,.;!])/gu,
	/,?\s+а не\s+[^,.;]{1,40}/giu,
	/(?<=^|[はが、])[^、。はが]{1,15}(?:ではなく|じゃなく|でなく)て?、?/gu,
];
/** “It wasn't Golovnin who raided them, it was Khvostov”, “не с Японией, а с Китаем”: what is said instead is what is claimed. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
	// “Run by the army not by Tokyo”: only where the same word says what it is set against, and no verb is denied: “those in Manchuria were not in Siberia”.
	[
		/(?<kept>(?<!\p{L})(?<by>by|in|at|on|from|with|for|against) [^,.;!]{2,60}?)(?<!(?<!\p{L})(?:is|are|was|were|am|be|been|being|has|have|had|do|does|did|can|could|will|would|shall|should|may|might|must|ought)) (?:and )?not \k<by> (?!(?:any|all|the whole)(?!\p{L}))[^,.;!]{2,40}(?=$|[,.;!])/giu,
		'$<kept>',
	],
	[
		/\b(?<is>was|were|is|are)(?: not|n['’]?t) (?<done>\p{L}+ )(?:in|on|by|at|with|to|for|from) [^,;.]{1,50}?,? but(?: rather| instead)? (?<other>(?:in|on|by|at|with|to|for|from) [^,;.]{2,80})/giu,
		'$<is> $<done>$<other>',
	],
	[
		/\b(?<is>was|were|is|are)(?: not|n['’]?t) (?:[^,;.]{1,60}?)(?<who> (?:who|that|which) [^,;.]{3,120})?(?:[,;—–-]+ ?(?:no,? )?(?:but )?(?:it|he|she|they|that|this)(?: (?:was|were|is|are)|['’]s)|,? but(?: rather| instead)?) (?<other>[^,;.]{2,80})/giu,
		'$<is> $<other>$<who>',
	],
	[/(?<!\p{L})не\s+(?:[^,.;—–]{1,50}),\s+а\s+(?!не(?!\p{L}))/giu, ' '],
	// “Signed not in Moscow but in Berlin”, “not Gorbachev but Yeltsin apologised”, “Gorbachev didn’t apologise, Yeltsin did”.
	[/(?<!\p{L})not (?<by>in|on|by|at|with|to|for|from) [^,;.]{1,40}?,? but (?=(?:in|on|by|at|with|to|for|from) )/giu, ''],
	[/^(?:[Ii]t was )?[Nn]ot (?:the )?\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*,? but (?=(?:the )?\p{Lu})/gu, ''],
	[
		/^(?<one>(?:the )?\p{Lu}[\p{L}’' -]{1,40}?) (?:didn['’]?t|did not|never) (?<done>[^,.;]{2,60}?)[,;] (?:but )?(?<other>(?:the )?\p{Lu}[\p{L}’' -]{1,40}?) did(?=$|[.!])/gu,
		'$<other> did $<done>',
	],
	// “日本にしか承認されなかった”: by Japan alone.
	[
		/(?<![た確])しか(?![しもねる])(?<done>[^。、はが]{1,14}?)(?:て(?:は)?いなかった|て(?:は)?いない|なかった|ない|ません(?:でした)?)/gu,
		'だけ$<done>た',
	],
];
const NEGATIONS = [
	words(
		"not; never; no; nobody; no one; none; nothing; neither; nowhere; without; cannot; \\p{L}+n['’]t",
		'(?:ha(?:s|ve|d)|is|are|was|were) yet to; i (?:really |strongly |seriously )?doubt(?: that)?; (?:highly )?doubtful(?: that)?; as if',
		'like hell; my (?:ass|arse|foot); (?:stop|quit) (?:saying|claiming|pretending|repeating|telling \\p{L}+)(?: that)?; innocent of',
		'declin(?:e|es|ed|ing) to; stop(?:s|ped)? short of; (?:steer|stay)(?:s|ed)? clear of; unable to; incapable of',
		'(?:abstain|refrain)(?:s|ed|ing)? from; (?:held|holds?|holding) back from; omit(?:s|ted)?; (?:(?:has|have|had) been|is|are|was|were) (?:refuted|disproved|disproven|discredited)',
		'(?:is|are|was|were|stays?|stayed|remains?|remained|kept|keeps?) silent (?:on|about); (?:reject(?:s|ed)?|dismiss(?:es|ed)?) the (?:idea|claim|notion|story|theory)(?: that)?',
		'(?:did|does|do|was|were|is|are|has|have|had|could|would|should|ca|wo)nt; hardly; by no means; no way(?: that)?(?! (?:to|of|out|around|in|back|home|through)(?!\\p{L})); barely (?:any|anyone|anybody); refus\\w+; fail(?:s|ed)? to',
		"anything (?:other|else) than; lack(?:s|ed)?; den(?:y|ies|ied); myth; lies?; false(?:ly)?; untrue; wrong(?:ly)?; nonsense; (?:is|was|[’']s|pure|total|complete|utter) bunk(?:um)?; hogwash; hooey; bollocks; bullshit; bs; debunked",
		'misconception; baseless; fiction; made up; fantasy; far from; anything but; zero; not true; hoax that; fairy ?tale; не',
		'(?:(?:никак|никоим образом|ни в коем случае) )?нельзя (?:сказать|утверждать|говорить),? (?:что|будто|чтобы); ни; нет; никогда; никто; никак[а-яё]*; нигде; ничего; без; неправда; ложь; враньё; вранье; выдумк[а-яё]+; миф; неверно',
		'отверг[а-яё]* (?:идею|мысль|версию|утверждение)(?:,? что)?; воздерж[а-яё]+; умалчива[а-яё]+; умолчал[а-яё]*; брехня; враки; чушь; вряд ли; едва ли; сомневаюсь(?:,? что)?; сомнительно(?:,? что)?; отказал[а-яё]*; отрица[а-яё]+; бред; сказк[а-яё]+; вымысел; ерунда',
	),
	/(?<!だけで|少)(?:なかった|なく(?:、|て)|ない(?!が)|ません|ませんでした|ず(?:に|、|$)|ぬ$|いな(?:い|かった)|(?:じゃ|て|で)ね(?:え|ぇ|ー)|へん(?=$|[。、!！かでやよわ])|を?拒否(?:し|する|され)|(?<=を)拒(?:ん[だで]|み|む)|(?<!(?:国交|関係|輸出|補給|退路|望み|縁)を)(?<=を)断(?:った|って)|(?<=(?:攻撃|調印|署名|参加|参戦|開戦|侵攻|決定|実施|上陸|訪問|返還|採択)を)見送(?:った|って|り))|(?:という(?:の)?は|なんて|とは)?(?:嘘|ウソ|うそ|誤り|間違い|デマ|俗説(?=\s*$|[。、!！]|だ(?:$|[。、!！よ])|です)|(?<![ァ-ヺー])ガセ(?=ネタ|[だでっ。、]|$)|作り話(?=\s*$|[。、!！]|だ|です)|神話|でたらめ|虚偽|事実無根|否定|無かった|無い|存在しない)/gu,
];
const FALSITY =
	/(?<!\p{L})(?:myth|lies?|false(?:ly)?|untrue|not true|isn['’]?t true|not the case|isn['’]?t the case|wrong|nonsense|(?:is|was|pure|total|complete|utter) bunk(?:um)?|hogwash|hooey|bollocks|bullshit|debunked|refuted|disproved|disproven|discredited|misconception|baseless|made up|неправда|ложь|вранье|враньё|выдумк[а-яё]+|миф|неверно|чушь|бред|неправ)(?!\p{L})|嘘|ウソ|誤り|間違い|デマ|俗説(?=\s*$|[。、!！]|だ(?:$|[。、!！よ])|です)|(?<![ァ-ヺー])ガセ(?=ネタ|[だでっ。、]|$)|作り話(?=\s*$|[。、!！]|だ|です)|神話|でたらめ|虚偽|事実無根/iu;
/**
 * “They never met, that’s made up”: what is called false is what is denied, and the denial stands; of “they met, that’s made up” it is what is
 * said.
 */
const CALLED_FALSE =
	/[,;–—-]\s*(?:and |but |а |и )?(?:(?:that|it|this)(?:['’]?s| is| was)(?: all)?|(?:вс[её] )?это(?: вс[её])?)\s[^,;]{0,30}?(?:myth|lies?|false|untrue|nonsense|bunk(?:um)?|hogwash|hooey|bollocks|bullshit|made up|fiction|fantasy|fairy ?tale|hoax|propaganda|неправда|ложь|вранье|враньё|выдумк[а-яё]+|миф|чушь|бред|сказк[а-яё]+)[^,;]{0,20}$/iu;
/** “Nonsense, they never met”: it answers somebody else, and what is behind it is asserted. */
const RETORT =
	/^(?:(?:oh|no|lol|nah|pfft|wow|man|bro|dude|ой|нет|да)[,!]? )?(?:(?:total|utter|complete|pure|absolute|such|what|полн\p{L}+) )?(?:nonsense|bullshit|bs|rubbish|garbage|crap|bollocks|hogwash|wrong|false|untrue|not true|lies|fake news|чушь|чепуха|ерунда|бред|вздор|враньё|вранье|ложь|неправда|неверно|глупости)(?: собачья)?(?:,| [–—-]) ?(?=\p{L})(?!(?:что|будто|якобы|как будто|словно|that|(?:the|this|any|all|every) (?:\p{L}+ )?(?:claims?|idea|notion|story|theory|myth|talk))(?!\p{L}))|^(?:嘘|うそ|ウソ|違う|ちがう|デマ|でたらめ)(?:だ|です|だよ|だね|つけ)?[、,](?=.)/iu;
/** “никто не”, “never … any”: one denial said twice. */
const DOUBLED = [
	words(
		'никогда (?:\\p{L}+ ){0,6}?не; никто (?:\\p{L}+ ){0,6}?не; ничего (?:\\p{L}+ ){0,6}?не; нигде (?:\\p{L}+ ){0,6}?не',
		'не (?:\\p{L}+ ){0,3}(?:никак[а-яё]+|никогда|никто|никого|никому|ничего|нигде|ни)',
		'никак[а-яё]* (?:\\p{L}+ ){0,6}?не; ни (?:\\p{L}+ ){1,6}?не; нет (?:\\p{L}+ ){0,2}(?:никак[а-яё]+|ничего|никого|ни); не было (?:никак[а-яё]+|ни)',
		'neither (?:\\p{L}+ ){1,4}nor',
	),
];

/** What somebody says who is not sure of it: they deny nothing. */
const MODEST = [
	words(
		"(?:please )?(?:correct me|tell me|feel free to correct me) if i(?:['’]?m| am) (?:wrong|mistaken)(?:,? but)?",
		"(?:maybe|perhaps) i(?:['’]?m| am) (?:wrong|mistaken)(?:,? but)?; i (?:may|might|could) (?:well )?be (?:wrong|mistaken)(?:,? but)?",
		"unless i(?:['’]?m| am) (?:wrong|mistaken); if i(?:['’]?m| am) not (?:wrong|mistaken); don['’]?t quote me(?: on (?:this|that|it))?(?:,? but)?",
		"(?:i(?:['’]?m| am) )?not (?:(?:100%|entirely|totally|quite|too|so|really|that|very) )?sure(?: about (?:this|that|it))?,? but",
		'поправьте(?: меня)?,? если (?:я )?(?:не ?прав[а-яё]*|ошибаюсь|ошибся|ошиблась)(?:,? но)?; если (?:я )?не ошибаюсь',
		'если (?:мне )?не изменяет память; (?:я )?(?:могу|может,? я|возможно,? я?) ?(?:и )?(?:ошиба(?:ться|юсь)|не ?прав[а-яё]*)(?:,? но)?',
		'(?:я )?не (?:совсем |до конца |очень )?уверен[а-яё]*,? но; (?:я )?(?:точно не помню|не помню точно)(?:,? но)?',
	),
	/(?:間違って(?:い)?(?:たら|れば|るかもしれ(?:ない|ません)(?:けど|が)?)|違って(?:い)?たら|違ったら)(?:ごめん(?:なさい)?|すまん|すみません|申し訳ない|訂正して|指摘して)?[、。]?|(?:記憶違い|うろ覚え)(?:かも|だったら|でなければ|だ|です)?(?:けど|が)?[、。]?/gu,
];
const HEDGES = [
	...MODEST,
	words(
		'maybe; perhaps; probably; possibly; allegedly; reportedly; supposedly; apparently; presumably',
		"(?:i(?:['’]?m| am) )?(?:fairly |pretty |quite |almost |very |absolutely |reasonably |100% )(?:sure|certain|confident|convinced|positive)(?: that)?",
		"i(?:['’]?m| am) (?:sure|certain|confident|convinced|positive)(?: that)?",
		'i (?:really |also |vaguely |do )?(?:think|believe|guess|suppose|heard|read|remember|recall|know|suspect|reckon|assume)(?: somewhere)?(?: that)?',
		"(?:i['’]?d|i would|i['’]?ll) (?:guess|say|bet|wager|assume|reckon|imagine|argue|suppose|venture)(?: that)?; i seem to (?:recall|remember)(?: that)?",
		"i(?:['’]ve| have) (?:read|heard|seen|been (?:told|taught))(?: somewhere)?(?: that)?; i was (?:told|taught)(?: that)?",
		"(?:from|by) what i(?:['’]ve| have)? (?:read|heard|know|knew|understand|understood|gather(?:ed)?|recall|remember|can tell|learn(?:ed|t)|seen|saw)",
		'(?:if (?:my )?)?memory serves(?: me)?(?: right(?:ly)?| correctly| well)?',
		"if i(?:['’]?m| am)? (?:remember|recall)(?:ing)?(?: it| this| that)?(?: right(?:ly)?| correctly| well)?",
		"(?:as |so )?far as i(?:['’]?m| am)? (?:know|can (?:tell|see)|remember|recall|understand|aware); as i (?:understand|recall|remember)(?: it)?",
		"(?:my|the) (?:guess|understanding|impression|recollection|word) is(?: that)?; i(?:['’]?m| am| was) under the impression(?: that)?",
		'i (?:had|have|got|get) the impression(?: that)?; to (?:my|the best of my) knowledge; last i (?:checked|heard); in all likelihood',
		'more likely than not; chances are(?: that)?; imo; imho; afaik; afaict; iirc; in my opinion; it seems(?: that)?; seems like',
		'rumou?r has it(?: that)?; they say; people say; some say; might have; may have; could have; or so(?: i (?:think|heard|read|was told))?',
		'or thereabouts; or something(?: like that| along those lines)?; give or take; more or less; kind of; kinda; sort of; sorta',
	),
	words(
		'может быть; возможно; вероятно; наверное; наверно; кажется; якобы; говорят; по-моему; по моему; вроде(?: бы| как)?; похоже(?:,? что)?',
		'(?:я )?(?:думаю|считаю|полагаю|предполагаю|предположу|подозреваю)(?:,? что)?; рискну предположить(?:,? что)?; насколько (?:я )?(?:знаю|помню|понимаю|в курсе)',
		'насколько мне известно; (?:я )?(?:где-то |где то )?(?:слышал|читал|видел)\\p{L}?(?:,? что)?; (?:я )?(?:почти |вполне |совершенно |абсолютно )?уверен[а-яё]?(?:,? что)?',
		'если (?:я )?правильно (?:помню|понял[а-яё]?|понимаю); если (?:я )?(?:ничего )?не путаю; (?:я )?могу (?:и )?путать(?:,? но)?; мне (?:кажется|помнится|сдаётся|сдается)(?:,? что)?',
		'помнится; видимо; по-видимому; по видимому; судя по всему; пожалуй; скорее всего; должно быть; не исключено(?:,? что)?; по идее; или около того',
	),
	/おそらく|恐らく|たぶん|多分|かもしれない|かも知れない|らしい|ようだ|そうだ|と聞いた|気が(?:する|します)|もしかし(?:たら|て)|もしかすると|ひょっと(?:して|すると)|どうやら/gu,
	/(?:だ)?と思(?:う|います|った|って(?:い)?(?:る|ます|た)|われる|われて(?:い)?る)(?:んだ|んです|のだ|のです)?(?:けれど|けど|が)?/gu,
	/(?<!不)(?:確か|たしか)(?![なにめでだらさ])、?|(?:私の|自分の)?記憶(?:が(?:正しければ|確かなら|間違って(?:い)?なければ)|では)、?|(?:私|自分)の(?:理解では|知る限り(?:では)?)、?/gu,
	/(?:あ(?:ん)?まり|そこまで)?自信(?:は|が)?(?:ない|ありません)(?:です)?(?:けど|が)?、?|(?:と|って)(?:記憶|理解|認識)して(?:い)?(?:る|ます)(?:けど|が)?/gu,
	/(?:はず|みたい|っぽい)(?:だ|です|なん)?(?:けど|が|よ|ね)?(?=[。、!！]|$)/gu,
];

/** What catches an ear, laughs or sighs, and says nothing. */
const INTERJECTIONS = [
	words(
		'lol; lmao; lmfao; rofl; (?:ha){2,}h?; (?:he){2,}h?; bro; bruh; dude; tbh; ngl; btw; by the way; fyi; psa; fun fact; nah; naw; nope; yep; yeah; yea',
		'ok; okay; hey; yo; omg; wtf; smh; honestly; literally; basically; obviously; of course; guys; folks; well; sorry',
		'кстати; короче; типа; блин; ребята; а?(?:ха){2,}х?; лол; ну; конечно; между прочим',
	),
	/ちなみに|そもそも|もちろん|えっと|(?<![a-z])w{1,}(?=[。、!！]|$)|[（(]?笑[)）]?(?=[。、!！]|$)|(?<=[。、るた])草(?=[。、!！]|$)/giu,
];

/** Words that introduce a claim or weigh it, and say nothing of what is claimed. */
const FRAMES = [
	words(
		"fun fact; fact; the truth is; the fact is; it(?:'|’)?s (?:a )?(?:well )?known that; everyone knows; everybody knows",
		'we all know; you know; actually; really; basically; literally; honestly; obviously; clearly; of course; in fact',
		'nah; naw; nope; yep; yeah; indeed; simply; just; even; look; listen; well; btw; by the way; lol; lmao; bro; dude; man; guys; folks; tbh; ngl; fyi',
		// Of two numbers it makes a range.
		'psa; sorry; but; and(?! [$€£¥~≈]?\\d); also; so; because; stop saying(?: that)?; stop pretending(?: that)?',
		'people (?:keep|always) (?:saying|claiming)(?: that)?; you (?:keep|always) (?:saying|claiming)(?: that)?',
		"don(?:'|’)t tell me(?: that)?; the (?:idea|claim|notion|story)(?: that)?; claims?(?: that)?; that; true; correct",
		'exactly; according to; remember(?: that)?; my teacher; my professor; says?; said; told; tells; на самом деле; кстати',
		'все знают; всем известно; известно; вообще; просто; правда; действительно; конечно; между прочим; факт; что; будто; то',
		'короче; типа; ведь; же; как известно',
	),
	/実は|実際(?:に)?(?:は)?|そもそも|ちなみに|確かに|もちろん|周知の通り|という(?:の)?(?:は|こと)?|とされ(?:て|る)\p{Script=Hiragana}*|本当は|みんな知ってる/gu,
];

const QUESTION_MARK = /[?？][\s"'”»)\]」』]*$/u;
const QUESTION_START =
	/^(?:(?:so|and|but|ok|okay|hey|wait|hm+|well|also|anyone|guys|а|и|но|так|ну)[ ,]+)*(?:(?:who|what|when|where|why|how)['’](?:s|re|d)|who|whom|whose|what|when|where|why|how|which|did|do|does|was|were|is|are|has|have|had|can|could|should|would|will|кто|что за|когда|где|почему|зачем|сколько|как(?!\s+известно)|какой|какая|какие|правда|верно ли)(?![\p{L}'’])/iu;
const QUESTION_END = /(?:か|かな|の|っけ|でしょうか|だろうか)$|(?<!\p{L})ли(?!\p{L})/u;
/** What somebody would like to know, with or without a mark: “curious whether …”, “интересно, сколько …”, 何日なんだろう. */
const WONDERS = [
	/^[^.!]{0,40}?(?<!\p{L})(?:curious|wonder(?:ing|ed|s)?|no idea|trying to (?:figure out|find out|work out|remember|understand)|(?:want|love|like|dying|need)(?:ed|s)? to know|any ?(?:one|body) (?:know|remember)s?|does (?:any|some)(?:one|body) know|do (?:you|we)(?: guys| all)? know|(?:can|could) (?:any|some)(?:one|body) (?:tell|explain)|can(?:no|['’])t (?:figure out|find out|work out|remember))(?!\p{L})[^.]{0,50}?(?<!\p{L})(?:whether|if|who|whom|whose|what|when|where|why|how|which)(?!\p{L})/iu,
	/^[^.!]{0,40}?(?<!\p{L})(?:интересно|любопытно|хотелось бы (?:знать|понять|узнать)|хочу (?:знать|понять|узнать)|не (?:знаю|пойму|понимаю|могу понять)|подскажите|объясните|скажите|кто-нибудь (?:знает|помнит)|кто (?:знает|помнит|в курсе)|(?:вопрос|вопросик))(?!\p{L})[^.]{0,40}?(?<!\p{L})(?:ли|кто|кого|чей|чья|когда|где|куда|почему|зачем|сколько|как|какой|какая|какие|какого)(?!\p{L})/iu,
	/(?:何|誰|だれ|どこ|いつ|どう|なぜ|なんで|どんな|どれ|どの|どっち|いくつ|いくら)[^。]{0,40}?(?:だろう|でしょう|かな|かしら|っけ|のか|んだ)(?:ね|か|な|なぁ|なあ|w|ー)*[?？。…]*$/u,
	/(?:のか|か)(?:が)?(?:気になる|知りたい|教えて|分からない|わからない|不思議)[\p{Script=Hiragana}ー!！。]*$/u,
];
/** Questions to which nobody set a mark; what is longer goes on to say something. */
const BARE_MAX = 140;
const LEAD = String.raw`^(?:(?:so|and|but|hey|ok|а|и|но|ну)[ ,]+)*`;
/** Only the order of words tells: “did japan break the pact” asks, “what is clear is …” does not. */
const BARE = new RegExp(
	String.raw`${LEAD}(?:(?:who|what|when|where|why|how)(?:['’]s)? (?:did|do|does|was|were|is|are|many|much|long|far|has|have|can|come|would|should)|did|does|was|were|is|are|кто|когда|где|почему|зачем|сколько)\s`,
	'iu',
);
/** These ask where nothing answers them at once: “who won, Japan did”. */
const BARE_ALONE = new RegExp(
	`${LEAD}(?:${[
		String.raw`(?:who|when|where|why|how)['’]s|what['’]s (?!(?:clear|certain|sure|true|more|worse|missing|funny|crazy|interesting|important|known)(?!\p{L}))`,
		String.raw`who (?:\p{L}{2,}ed|won|lost|began|wrote|led|broke|shot|took|gave|got|drew|held|paid|sank|sold|sent|said|ran|made|built|fought|chose|knew|owns?)(?!\p{L})(?!.* (?:is|was|has been) (?:clear|plain|known|obvious|settled|no ))`,
		String.raw`which (?!(?:is|was|were|are|means?|meant|makes?|made|leads?|led|explains|would|brings|proves|shows|in turn|he|she|they|it|we|i)(?!\p{L}))`,
		String.raw`(?:can|could|should|would|will) (?:an?|the|any|some|we|you|they|i|it|he|she|anyone|somebody|japan|russia)(?!\p{L})`,
		String.raw`(?:at|in|by|from|since|for|to|on|with|under|until) (?:(?:what(?! (?:i|we|you|they|he|she|it|little|people|most)(?!\p{L}))|whom|whose|where|how (?:long|many|much|far))(?!\p{L})|which (?!(?:case|time|point|is|was|were)(?!\p{L})))|since when`,
		String.raw`чем отлича[а-яё]+|как(?:ие|их) \p{L}+|откуда|куда|что такое|(?:в|на|до|от|с|из) как(?:ом|ой|их|ого)|правда ли`,
	].join('|')})`,
	'iu',
);
/** What may stand behind the comma of such a question. */
const ANSWERED =
	/[?？:;—–]\s*\S|,\s+(?!(?:asking|any ?one|any ?body|does|do|can|could|explain|tell|remind|please|plz|pls|the [^,]+ or|or|напомни[а-яё]*|объясни[а-яё]*|подскажи[а-яё]*|скажи[а-яё]*|кто|пожалуйста|плиз)(?!\p{L}))/iu;
const BARE_JAPANESE =
	/(?:何|誰|だれ|どこ|いつ|なぜ|なんで|どんな|どっち|どちら|いくつ|いくら)[^、。]{0,40}(?:たの|るの|なの|んですか|んだっけ)$/u;
/** What leaves it open whether something is so, or asks within a sentence. */
const OPEN =
	/(?<!\p{L})(?:or not|или нет|кем|кому|кого|сколько|почему|зачем|откуда|чей|как(?:ой|ая|ие|их|им))(?!\p{L})|(?<!\p{L})\p{L}+ ли(?!\p{L})|かどうか/iu;

/** “Quick one: did Mongolia send troops?”, “по делу: кто подписал?”: what stands before the question is no part of it. */
const INTRODUCED =
	/^.{1,60}?[:：—–]\s+(?:so |and |but |а |и )?(?:who|whom|whose|what|when|where|why|how|which|did|do|does|was|were|is|are|has|have|had|can|could|should|would|will|кто|когда|где|почему|зачем|сколько|как|какой|какая|какие)(?![\p{L}'’]).*[?？]["'”»)]*$/iu;

/** “If the pact had never been signed, what then?”: what is only supposed is not asserted. */
const SUPPOSES =
	/^(?:(?:and|but|so|well|ok|okay|now|say|а|и|но|ну)[ ,]+)*(?:(?:what|even|only) if|if|suppos(?:e|ing)|imagine|let['’]?s (?:say|assume|imagine)|assum(?:e|ing)|had(?= \p{L})|а? ?если|допустим|предположим|представ(?:ь|ьте|им))(?!\p{L})|^もし/iu;

/** Questions that assert: “isn't it true that …?”, “didn't Japan …?”, “…, right?”, разве не …, …じゃないか. */
const RHETORICAL =
	/^(?:(?:so|and|but|wait|а|и|но|так)[ ,]+)?(?:isn['’]?t it (?:true |a fact |the case |obvious |well known )?(?:that)?|(?:did|was|were|is|are|do|does|has|have|had|would)n['’]?t\b|isnt it|разве не|разве это не|не правда ли,? что|how can (?:anyone|you|people) deny(?: that)?|who (?:doesn['’]t know|can deny)(?: that)?|did you know(?: that)?|do you (?:even )?know that|you (?:do )?know(?: that)?|а вы знали,? что|знаете ли вы,? что|知ってる)/iu;
const TAG =
	/,?\s*(?<!\p{L})(?:right|correct|no|isn['’]?t it|wasn['’]?t (?:it|he|she|there)|didn['’]?t (?:they|he|it|she|we)|weren['’]?t they|aren['’]?t they|don['’]?t they|doesn['’]?t it|hasn['’]?t it|did they|did it|was it|eh|yeah|yes|huh|не так ли|верно|правда|да|так ведь|так|правильно|это так|правда же|is (?:that|this|it) (?:right|true|correct|so)|am i (?:right|wrong)|amirite|true|innit)\s*[?？]+\s*$/iu;
const TAG_JAPANESE =
	/(?:(?:って|と)(?:習った|聞いた|読んだ|言われた|教わった)(?:んだ|のだ|ん)?(?:けど|が)、?(?:これ|それ)?(?:って)?(?:合って(?:る|ます|いる|います)|本当|ほんと|正しい|マジ|まじ)(?:ですか|なの|か|の|よね)?(?=[?？])|(?:って|と|、)(?:これ|それ)?合って(?:る|ます|いる|います)(?:か|よね)?(?=[?？])|じゃない(?:か|の|ですか)|じゃない(?=[?？])|(?<=[たるだい])じゃない|ではない(?:か|でしょうか)|でしょ(?:う)?|だろう?|よね|ですよね|だよね)[?？]?$/u;

/** Pairs of opposites, each a name and its two sides. Which of the two a text names turns its sense about. */
const OPPOSITES: readonly (readonly [name: string, first: RegExp, second: RegExp])[] = [
	[
		'authentic',
		words('real; genuine; authentic; true document; подлин[а-яё]+; настоящ[а-яё]+'),
		words(
			'fake\\w*; forg\\w+; hoax; fabricat\\w+; invented; counterfeit; bogus; phony; phoney; falsif\\w+',
			'inauthentic; подделк[а-яё]+; фальшивк[а-яё]+; фальсификац[а-яё]+; сфабрикован[а-яё]*; поддельн[а-яё]+; фейк[а-яё]*',
		),
	],
	['authentic-ja', /本物|真正|実在/gu, /偽書|偽造|捏造|贋作|偽物|ねつ造/gu],
	[
		'keeping',
		words(
			'kept; keeps?; keeping; honou?r\\w*; respect(?:ed|s)?; observ(?:ed|es|e); abid\\w+; adher\\w+; compl(?:y|ied)',
			'stuck to; stick to; upheld; faithful\\w*; соблюда[а-яё]+; соблюл[а-яё]*; выполня[а-яё]+; сдержал[а-яё]*',
			'придержива[а-яё]+',
		),
		words(
			'br(?:oke|eak|eaks|oken|eaking); violat\\w+; breach\\w*; betray\\w*; tore up; disregard\\w*; cheated',
			'наруш[а-яё]+; вероломн[а-яё]+; предал[а-яё]*; разорвал[а-яё]*',
		),
	],
	['keeping-ja', /守っ|守り|遵守|順守/gu, /破っ|破り|違反|反故|侵犯|裏切/gu],
	[
		'lawful',
		words('legal(?:ly)?; lawful(?:ly)?; legitimate(?:ly)?; justified; законн[а-яё]+; правомерн[а-яё]+; легитимн[а-яё]+'),
		words('illegal(?:ly)?; unlawful(?:ly)?; illegitimate(?:ly)?; unjustified; незаконн[а-яё]+; противоправн[а-яё]+', 'неправомерн[а-яё]+'),
	],
	['lawful-ja', /(?<!不|非)(?:合法|適法|正当)/gu, /違法|不法|非合法|不当/gu],
	[
		'winning',
		words(
			'w[io]ns?; winn\\w+; victor\\w*; triumph\\w*; prevail\\w*; defeated; beat; crushed; победи[а-яё]+',
			'побед\\p{L}; выигра[а-яё]+; разгромил[а-яё]*; разбил[аи]?',
		),
		words(
			'lost; loses?; losing; проигра[а-яё]+; поражени[а-яё]+; разбит[а-яё]*; разгромлен[а-яё]*; was defeated; were defeated; was beaten; were beaten',
		),
	],
	['winning-ja', /(?<!不)勝(?:っ|ち|利|つ)|撃破|打ち破/gu, /負け|敗れ|敗北|敗戦|完敗|惨敗/gu],
	[
		'success',
		words('succe\\w+; worked; effective; able; capable; skilful; brilliant; успе[а-яё]+; удал[а-яё]+; способн[а-яё]+'),
		words(
			'fail\\w*; fiasco; flop; useless; achieved nothing; unsuccessful; incompetent; провал[а-яё]*; неудач[а-яё]+',
			'безуспешн[а-яё]+; бездарн[а-яё]+',
		),
	],
	[
		'fair',
		words('fair; equal; just; справедлив[а-яё]+; равноправн[а-яё]+'),
		words('unfair; unequal; unjust; lopsided; one-sided; несправедлив[а-яё]+; неравноправн[а-яё]+'),
	],
	['fair-ja', /(?<!不)(?:公平|平等)/gu, /不公平|不平等/gu],
	['condition', words('unconditional(?:ly)?; безоговорочн[а-яё]+'), words('(?<!un)conditional(?:ly)?; условн[а-яё]+')],
	['voice', words('unanimous(?:ly)?; единогласн[а-яё]+; единодушн[а-яё]+'), words('disputed; divided; opposed')],
	[
		'independence',
		words('independent; sovereign; independence; независим[а-яё]+; суверенн[а-яё]+'),
		words('puppet; satellite; vassal; client state; dependent; марионет[а-яё]+; сателлит[а-яё]*; вассал[а-яё]*'),
	],
	[
		'known',
		words('(?<!un)known; established; certain; известн[а-яё]+; установлен[а-яё]+'),
		words('unknown; uncertain; unclear; неизвестн[а-яё]+; не установлен[а-яё]+'),
	],
	[
		'profit',
		words('profitable; paid off; paid for itself; profit(?:s|ed)?; выгодн[а-яё]+; окупал[а-яё]+; окупил[а-яё]+; прибыл[а-яё]+'),
		words('unprofitable; loss-making; cost more than; at a loss; убыточн[а-яё]+; не окуп[а-яё]+; в убыток'),
	],
	[
		'humane',
		words('humane(?:ly)?; treated well; well treated; kindly; гуманн[а-яё]+'),
		words('inhumane(?:ly)?; cruel(?:ly)?; brutal(?:ly)?; tortur\\w+; mistreat\\w+; бесчеловечн[а-яё]+; жесток[а-яё]+'),
	],
	[
		'defence',
		words('defensive; self-defen[cs]e; оборонительн[а-яё]+'),
		words('offensive war; aggressive war; war of aggression; aggression; агрессивн[а-яё]+; захватническ[а-яё]+'),
	],
	[
		'value',
		words('value[sd]?; appreciat\\w+; acknowledg\\w+; ценят; признают'),
		words('undervalu\\w+; downplay\\w*; belittl\\w+; ignor\\w+; underestimat\\w+; недооценива[а-яё]+', 'принижа[а-яё]+; замалчива[а-яё]+'),
	],
	['possible', words('possible; возможн[а-яё]+'), words('impossible; невозможн[а-яё]+')],
	['able', words('ready; prepared; fit; готов[а-яё]*'), words('unready; unprepared; unfit; не готов[а-яё]*; неготов[а-яё]+')],
];

/** Reads how a sentence is meant. `text` keeps every word that says what it is about. */
export function stanceOf(sentence: string): Stance {
	// 少なくとも holds a denial by its letters only, and bounds a number.
	let text = withPlainBounds(sentence.normalize('NFKC').trim()).replaceAll('少なくとも', '最低').replace(RETORT, '');
	const tagged = TAG.test(text);
	const taggedJapanese = TAG_JAPANESE.test(text);
	const rhetorical = RHETORICAL.test(text);
	const marked = QUESTION_MARK.test(text) || /(?:ですか|ますか|のか|だろうか|でしょうか|かな)[。.]?$/u.test(text);
	if (marked && !INTRODUCED.test(text) && !QUESTION_START.test(text) && !tagged && !rhetorical && !taggedJapanese) {
		// “80,000 were killed there, is that nothing?”: what stands before the last comma is asserted.
		const before = /^(.{20,}?)[,;–—]\s*[^,;]{1,60}[?？]["'”»)]*$/u.exec(text)?.[1];
		if (before && !SUPPOSES.test(before) && !OPEN.test(before)) return stanceOf(before);
	}
	const opined =
		/^(?:(?:and|but|so|well)[ ,]+)*(?:i (?:think|believe|guess|heard|read)|maybe|probably|(?:i['’]?m |i am )?(?:pretty|fairly|quite|almost|rather|reasonably|90 ?%|99 ?%)(?: much)? (?:sure|certain|positive|confident|convinced)(?! (?:if|whether|who|what|when|where|why|how)(?!\p{L}))|i['’]?m (?:sure|certain|positive)(?! (?:if|whether|who|what|when|where|why|how)(?!\p{L}))|iirc(?!\p{L})|afaik(?!\p{L})|as far as i (?:know|remember|recall)|if (?:i (?:recall|remember)|memory serves)|(?:я )?(?:почти |вполне |совершенно )?уверена?(?!\p{L})|если не ошибаюсь|насколько (?:я )?помню|я думаю|думаю|кажется|наверное|たぶん|多分)/iu.test(
			text,
		);
	const wonders = !rhetorical && (WONDERS.some((pattern) => pattern.test(text)) || (!tagged && INTRODUCED.test(text)));
	const asks =
		wonders ||
		(!opined &&
			!tagged &&
			!rhetorical &&
			!taggedJapanese &&
			((marked && (QUESTION_START.test(text) || QUESTION_END.test(text.replace(/[?？。\s]+$/u, '')) || !/[.!]/.test(text))) ||
				isBareQuestion(text)));
	if (tagged) text = text.replace(TAG, '');
	if (taggedJapanese) text = text.replace(TAG_JAPANESE, '');
	if (rhetorical) text = text.replace(RHETORICAL, ' ');
	let hedged = false;
	for (const pattern of HEDGES) {
		text = text.replace(pattern, () => {
			hedged = true;
			return ' ';
		});
	}
	for (const [pattern, instead] of INSTEAD) text = text.replace(pattern, instead);
	text = inActiveOrder(withPlainDateBounds(text));
	const said = INTERJECTIONS.reduce((rest, pattern) => rest.replace(pattern, ' '), text)
		.replace(/\s+/gu, ' ')
		.trim();
	for (const pattern of NO_NEGATION) text = text.replace(pattern, ' ');
	for (const pattern of CONTRASTS) text = text.replace(pattern, ' ');
	const asserted = text.replace(CALLED_FALSE, '');
	if (asserted !== text && NEGATIONS.some((pattern) => asserted.search(pattern) >= 0)) text = asserted;
	const falsity = FALSITY.test(text);
	const poles = polesOf(text);
	let negations = 0;
	for (const pattern of DOUBLED) {
		text = text.replace(pattern, (found) => {
			negations++;
			return found.replace(/(?<!\p{L})(?:не|ни|нет|никогда|никто|ничего|нигде|никак[а-яё]*|neither|nor)(?!\p{L})/giu, ' ');
		});
	}
	for (const pattern of NEGATIONS) {
		text = text.replace(pattern, () => {
			negations++;
			return ' ';
		});
	}
	for (const pattern of FRAMES) text = text.replace(pattern, ' ');
	return { asks, falsity, hedged, poles, said, sign: negations % 2 === 1 ? -1 : 1, text: text.replace(/\s+/gu, ' ').trim() };
}

/** Without a question mark only the order of words tells: “did japan break the pact” asks, “is what …” does not. */
function isBareQuestion(text: string): boolean {
	if (text.length >= BARE_MAX || /[.!。！]$/.test(text)) return false;
	return BARE.test(text) || (BARE_ALONE.test(text) && !ANSWERED.test(text)) || BARE_JAPANESE.test(text);
}

function polesOf(text: string): Map<string, -1 | 1> {
	const poles = new Map<string, -1 | 1>();
	for (const [name, first, second] of OPPOSITES) {
		const axis = name.replace(/-ja$/, '');
		const seconds = text.match(second)?.length ?? 0;
		const firsts = (seconds > 0 ? text.replace(second, ' ') : text).match(first)?.length ?? 0;
		if (firsts === seconds) continue;
		poles.set(axis, firsts > seconds ? 1 : -1);
	}
	return poles;
}

/** Whether two texts say the same of what they share (1) or the opposite (−1). */
export function agreementOf(a: Pick<Stance, 'poles' | 'sign'>, b: Pick<Stance, 'poles' | 'sign'>): -1 | 1 {
	let sign = a.sign * b.sign;
	for (const [axis, pole] of a.poles) {
		const other = b.poles.get(axis);
		if (other !== undefined && other !== pole) sign = -sign;
	}
	return sign < 0 ? -1 : 1;
}

/** The pairs of opposites of which a word is one side. */
export function axesOf(word: string): string[] {
	const found = new Set<string>();
	for (const [name, first, second] of OPPOSITES) {
		if (isWhole(word, first) || isWhole(word, second)) found.add(name.replace(/-ja$/, ''));
	}
	return [...found];
}

function isWhole(word: string, pattern: RegExp): boolean {
	pattern.lastIndex = 0;
	const match = pattern.exec(word);
	pattern.lastIndex = 0;
	return match !== null && match.index === 0 && match[0].length >= Math.min(word.length, 2);
}
