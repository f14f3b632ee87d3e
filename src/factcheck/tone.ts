/**
 * What sort of thing a clause says: that something was good or bad, why it came about, who is to blame, whether it is genuine, lawful, the
 * only one of its kind. Of such things sources differ; of who signed what and when they hardly do.
 */

const TONES = {
	blame:
		/\b(?:blame\p{L}*|fault|guilty|culprits?|responsib\p{L}+|aggress\p{L}+|provok\p{L}+|provocation|started (?:it|this|the)|began it|attacked first|fired first|betray\p{L}*|backstab\p{L}*|treacher\p{L}+|stab\p{L}* in the back|sold out)\b|вин(?:а|е|у|ой|оват\p{L}*)(?!\p{L})|агресс\p{L}+|провокац\p{L}+|спровоцир\p{L}+|предал\p{L}*|предатель\p{L}+|вероломн\p{L}+|напал\p{L}* перв|責任|悪い(?:の|は)|侵略|挑発|裏切|だまし|騙し|仕掛け/iu,
	cause:
		/\b(?:because|that['’]?s why|the reason|reasons?|thanks to|due to|led to|caused?|causing|result(?:ed)? (?:of|in)|motiv\p{L}*|in order to|wanted to|aim(?:ed)?|goal|purpose|so that|made .{1,30} possible|explains?)\b|потому что|из-за|благодаря|причин\p{L}+|привел\p{L}* к|ради|чтобы|цель\p{L}*|поэтому|から(?:だ|じゃ|でしょ|なん|ね|よ|$)|ため(?:だ|に|の|$)|原因|理由|目的|おかげ|せい(?:だ|で)/iu,
	genuine:
		/\b(?:fak\p{L}+|forg\p{L}+|hoax|myth|legend|genuine|authentic|real|true|truth|propaganda|lies?|lying|invent\p{L}+|made[- ]up|fabricat\p{L}+|bogus|proven?|proof|so-called|exaggerat\p{L}+|inflat\p{L}+)\b|фальши\p{L}+|подделк\p{L}+|поддель\p{L}+|миф\p{L}*|легенд\p{L}+|подлинн\p{L}+|настоящ\p{L}+|правд\p{L}+|пропаганд\p{L}+|ложь|врань\p{L}+|выдум\p{L}+|сказк\p{L}+|偽|捏造|嘘|うそ|本物|真実|神話|デマ|宣伝|プロパガンダ|でっち上げ|作り話|誇張/iu,
	judged:
		/\b(?:good|great|best|clever|smart|wise|brilliant|fair|just(?:ified|ice)?|right|wrong|bad|worst|stupid|dumb|mistakes?|blunder\p{L}*|error|fail\p{L}*|disaster\p{L}*|success\p{L}*|humane\p{L}*|cruel\p{L}*|brutal\p{L}*|savage\p{L}*|unfair\p{L}*|unequal|shame\p{L}*|crim\p{L}+|greedy?|liberat\p{L}+|land grab|imperialis\p{L}+|heroic|humiliat\p{L}+|pointless|useless|waste|should(?:n['’]t)?|must|deserv\p{L}+|threat\p{L}*|important|decisive|turning point)\b|хорош\p{L}+|плох\p{L}+|лучш\p{L}+|худш\p{L}+|умн\p{L}+|глуп\p{L}+|ошибк\p{L}+|провал\p{L}*|успе[хш]\p{L}*|справедлив\p{L}+|несправедлив\p{L}+|неравноправн\p{L}+|преступ\p{L}+|зверств\p{L}+|жесток\p{L}+|гуманн\p{L}+|позор\p{L}*|освобод\p{L}+|захват\p{L}*|должн\p{L}+|надо|нельзя|зря|бесполезн\p{L}+|良|悪|賢|愚|正し|間違|失敗|成功|不平等|不公平|公平|残酷|残虐|人道|犯罪|恥|解放|侵略|べき|無駄|誤り|当然|ひど|正当/iu,
	lawful:
		/\b(?:illegal\p{L}*|legal\p{L}*|lawful\p{L}*|unlawful\p{L}*|violat\p{L}+|breach\p{L}*|br(?:oke|eak|oken|eaking)|void|valid|binding|bound|in force|tore up|entitled|rights?|belongs?|claim(?:s|ed)? to|sovereign\p{L}*|occup\p{L}+|renounc\p{L}+|inherent)\b|законн\p{L}+|незаконн\p{L}+|наруш\p{L}+|действ(?:овал|ует)\p{L}*|в силе|прав[оау](?!\p{L})|принадлеж\p{L}+|суверен\p{L}+|оккуп\p{L}+|исконн\p{L}+|отказал\p{L}+|違法|合法|違反|不法|有効|無効|破っ|破った|権利|帰属|主権|占領|固有|放棄/iu,
	outcome:
		/\b(?:w[oi]n(?:s|ners?|ning)?|lost|loses?|losers?|victor\p{L}*|defeat\p{L}*|beat(?:en)?|draw|stalemate|saved?|crush\p{L}*|thrash\p{L}*|trounc\p{L}*|smash\p{L}*)\b|побед\p{L}+|проигр\p{L}+|выигр\p{L}+|пораж\p{L}+|разгром\p{L}+|ничь\p{L}+|спас\p{L}*|勝|敗|負け|引き分け|救っ/iu,
	sweeping:
		/\b(?:only|first|last|never|always|all|every\p{L}*|none|no one|nobody|single|entire\p{L}*|whole|solely|alone|purely|just|really|actually|never ever|both)\b|(?<!\p{L})(?:только|лишь|один|одна|одни|перв\p{L}+|последн\p{L}+|никогда|всегда|все|всё|всех|никто|ни од\p{L}+|целиком|сам\p{L}*|оба|вообще)(?!\p{L})|だけ|のみ|しか|最初|最後|一度も|必ず|いつも|全部|すべて|全員|誰も|唯一|ばかり|両方/iu,
} as const;

export type Tone = keyof typeof TONES;
export const TONE_NAMES = Object.keys(TONES) as readonly Tone[];

/** The sorts of things that a clause says, in the order of `TONE_NAMES`. */
export const tonesIn = (text: string): readonly boolean[] => Object.values(TONES).map((pattern) => pattern.test(text));
