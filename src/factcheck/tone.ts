/**
 * What sort of thing a clause says: that something was good or bad, why it came about, who is to blame, whether it is genuine, lawful, the
 * only one of its kind. Of such things sources differ; of who signed what and when they hardly do.
 */

const TONES = {
	blame:
		/\b(?:blame\w*|fault|guilty|culprits?|responsib\w+|aggress\w+|provok\w+|provocation|started (?:it|this|the)|began it|attacked first|fired first|betray\w*|backstab\w*|treacher\w+|stab\w* in the back|sold out)\b|вин(?:а|е|у|ой|оват[а-яё]*)(?!\p{L})|агресс[а-яё]+|провокац[а-яё]+|спровоцир[а-яё]+|предал[а-яё]*|предатель[а-яё]+|вероломн[а-яё]+|напал[а-яё]* перв|責任|悪い(?:の|は)|侵略|挑発|裏切|だまし|騙し|仕掛け/iu,
	cause:
		/\b(?:because|that['’]?s why|the reason|reasons?|thanks to|due to|led to|caused?|causing|result(?:ed)? (?:of|in)|motiv\w*|in order to|wanted to|aim(?:ed)?|goal|purpose|so that|made .{1,30} possible|explains?)\b|потому что|из-за|благодаря|причин[а-яё]+|привел[а-яё]* к|ради|чтобы|цель[а-яё]*|поэтому|から(?:だ|じゃ|でしょ|なん|ね|よ|$)|ため(?:だ|に|の|$)|原因|理由|目的|おかげ|せい(?:だ|で)/iu,
	genuine:
		/\b(?:fak\w+|forg\w+|hoax|myth|legend|genuine|authentic|real|true|truth|propaganda|lies?|lying|invent\w+|made[- ]up|fabricat\w+|bogus|proven?|proof|so-called|exaggerat\w+|inflat\w+)\b|фальши[а-яё]+|подделк[а-яё]+|поддель[а-яё]+|миф[а-яё]*|легенд[а-яё]+|подлинн[а-яё]+|настоящ[а-яё]+|правд[а-яё]+|пропаганд[а-яё]+|ложь|врань[а-яё]+|выдум[а-яё]+|сказк[а-яё]+|偽|捏造|嘘|うそ|本物|真実|神話|デマ|宣伝|プロパガンダ|でっち上げ|作り話|誇張/iu,
	judged:
		/\b(?:good|great|best|clever|smart|wise|brilliant|fair|just(?:ified|ice)?|right|wrong|bad|worst|stupid|dumb|mistakes?|blunder\w*|error|fail\w*|disaster\w*|success\w*|humane\w*|cruel\w*|brutal\w*|savage\w*|unfair\w*|unequal|shame\w*|crim\w+|greedy?|liberat\w+|land grab|imperialis\w+|heroic|humiliat\w+|pointless|useless|waste|should(?:n['’]t)?|must|deserv\w+|threat\w*|important|decisive|turning point)\b|хорош[а-яё]+|плох[а-яё]+|лучш[а-яё]+|худш[а-яё]+|умн[а-яё]+|глуп[а-яё]+|ошибк[а-яё]+|провал[а-яё]*|успе[хш]\p{L}*|справедлив[а-яё]+|несправедлив[а-яё]+|неравноправн[а-яё]+|преступ[а-яё]+|зверств[а-яё]+|жесток[а-яё]+|гуманн[а-яё]+|позор[а-яё]*|освобод[а-яё]+|захват[а-яё]*|должн[а-яё]+|надо|нельзя|зря|бесполезн[а-яё]+|良|悪|賢|愚|正し|間違|失敗|成功|不平等|不公平|公平|残酷|残虐|人道|犯罪|恥|解放|侵略|べき|無駄|誤り|当然|ひど|正当/iu,
	lawful:
		/\b(?:illegal\w*|legal\w*|lawful\w*|unlawful\w*|violat\w+|breach\w*|br(?:oke|eak|oken|eaking)|void|valid|binding|bound|in force|tore up|entitled|rights?|belongs?|claim(?:s|ed)? to|sovereign\w*|occup\w+|renounc\w+|inherent)\b|законн[а-яё]+|незаконн[а-яё]+|наруш[а-яё]+|действ(?:овал|ует)\p{L}*|в силе|прав[оау](?!\p{L})|принадлеж[а-яё]+|суверен[а-яё]+|оккуп[а-яё]+|исконн[а-яё]+|отказал[а-яё]+|違法|合法|違反|不法|有効|無効|破っ|破った|権利|帰属|主権|占領|固有|放棄/iu,
	outcome:
		/\b(?:w[oi]n(?:s|ners?|ning)?|lost|loses?|losers?|victor\w*|defeat\w*|beat(?:en)?|draw|stalemate|saved?|crush\w*|thrash\w*|trounc\w*|smash\w*)\b|побед[а-яё]+|проигр[а-яё]+|выигр[а-яё]+|пораж[а-яё]+|разгром[а-яё]+|ничь[а-яё]+|спас[а-яё]*|勝|敗|負け|引き分け|救っ/iu,
	sweeping:
		/\b(?:only|first|last|never|always|all|every\w*|none|no one|nobody|single|entire\w*|whole|solely|alone|purely|just|really|actually|never ever|both)\b|(?<!\p{L})(?:только|лишь|один|одна|одни|перв[а-яё]+|последн[а-яё]+|никогда|всегда|все|всё|всех|никто|ни од[а-яё]+|целиком|сам[а-яё]*|оба|вообще)(?!\p{L})|だけ|のみ|しか|最初|最後|一度も|必ず|いつも|全部|すべて|全員|誰も|唯一|ばかり|両方/iu,
} as const;

export type Tone = keyof typeof TONES;
export const TONE_NAMES = Object.keys(TONES) as readonly Tone[];

/** The sorts of things that a clause says, in the order of `TONE_NAMES`. */
export const tonesIn = (text: string): readonly boolean[] => Object.values(TONES).map((pattern) => pattern.test(text));
