import { describe, expect, it } from 'vitest';
import { amountsIn } from '../../src/factcheck/amounts.ts';
import { talkIn } from '../../src/factcheck/chatter.ts';
import { assertedText, quotedText } from '../../src/factcheck/plain.ts';
import { clausesOf, sentencesOf } from '../../src/factcheck/sentences.ts';
import { agreementOf, stanceOf } from '../../src/factcheck/stance.ts';
import { TONE_NAMES, tonesIn } from '../../src/factcheck/tone.ts';
import { mayHoldVerb } from '../../src/factcheck/verbs.ts';
import { datesIn, monthsIn } from '../../src/search/dates.ts';

describe('what a writer asserts', () => {
	it.each([
		['`code` stays out, words stay', 'stays out, words stay'],
		['```js\nconst dead = 347000;\n```\nignore that', 'ignore that'],
		['> quoted line\nmy own line', 'my own line'],
		['before\n>>> all\nof this is quoted', 'before'],
		['a ||hidden thing|| b', 'a b'],
		['see [the pact](https://example.org/pact) and https://example.org', 'see the pact and'],
		['<@123456789012345678> **Japan** <:kusa:123456789012345678> attacked 🙄', 'Japan attacked'],
		['~~never~~ signed', 'signed'],
		['# Heading\n- item', 'Heading item'],
		['「上奏文は本物だ」とか言ってる人がいた\nは?', 'は?'],
		['He said "Japan won at Nomonhan" lol', 'lol'],
		['“The memorial is authentic,” he said. That is nonsense.', '. That is nonsense.'],
		['«Пакт нарушила Япония», — говорит он', ''],
		['кто-то написал: «Пакт нарушила Япония»', ''],
		['The "Tanaka Memorial" is a forgery', 'The "Tanaka Memorial" is a forgery'],
		['Stalin said "we waited forty years for this day" in his speech', 'Stalin said "we waited forty years for this day" in his speech'],
		['「上奏文は本物だ」なんて言うのは嘘だ', '「上奏文は本物だ」なんて言うのは嘘だ'],
	])('%j', (message, expected) => {
		expect(assertedText(message).replace(/\s+/g, ' ').trim()).toBe(expected);
	});

	it('reads no more than Discord lets anybody write', () => {
		expect(assertedText('a'.repeat(100_000)).length).toBeLessThanOrEqual(4_000);
	});
});

describe('what a message answers', () => {
	it.each([
		['> Koizumi signed it\nnope, Mori did', 'Koizumi signed it'],
		['no quotation\nat all', ''],
		['> one\n> two\nmine', 'one two'],
		['>no blank\nmine', 'no blank'],
	])('%j', (message, expected) => {
		expect(quotedText(message).replace(/\s+/g, ' ').trim()).toBe(expected);
	});
});

describe('signs of talk', () => {
	it.each([
		['I just finished my tea', { personal: true }],
		['in hoi4 Japan took Vladivostok', { played: true }],
		['the talks broke down yesterday', { news: true }],
		['imagine Japan had attacked in 1941', { personal: true, unreal: true }],
		['the Khalkhin Gol thread is over in #battles', { chat: true }],
		['読書会は明日', { chat: true }],
		['Japan attacked in 1941', {}],
	])('%s', (sentence, expected) => {
		expect(talkIn(sentence)).toEqual({ chat: false, news: false, personal: false, played: false, unreal: false, ...expected });
	});
});

describe('sentences and clauses', () => {
	it.each([
		['It cost 1.5 million. Nobody paid.', 2],
		['Lol no. Japan won.', 2],
		['See no. 9 of the list.', 1],
		['The U.S. delayed. Gen. Zhukov won at 5 p.m. on the river.', 2],
		['Портсмут подписали в 1905 г. в США. Витте ехал через Париж.', 2],
		['ソ連が参戦した。日本は降伏した。', 2],
		['one line\nanother line', 2],
		['1) first claim 2) second claim 3) third claim', 3],
		['1)満州は武力で取った 2)千島は条約で得た 3) 1905年に終わった', 3],
		['(1) Japan attacked (2) Stalin broke the pact', 2],
		['①ヤルタで密約、②8月8日に条約破り、③長崎の日に参戦。', 3],
	])('%s', (text, count) => {
		expect(sentencesOf(text)).toHaveLength(count);
	});

	it.each(['(10) Japan attacked', '10) Japan attacked', '（10）Japan attacked'])('counts nothing by the number of a list: %s', (text) => {
		expect(sentencesOf(text)).toEqual(['Japan attacked']);
	});

	it.each([
		['Japan kept the pact, but Stalin broke it', ['Japan kept the pact', 'Stalin broke it']],
		['60,000 died and Yeltsin apologised; nobody cared', ['60,000 died', 'Yeltsin apologised', 'nobody cared']],
		['日本は条約を守ったが、ソ連は破った', ['日本は条約を守ったが', 'ソ連は破った']],
		['Япония соблюдала пакт, а СССР нарушил', ['Япония соблюдала пакт', 'СССР нарушил']],
		['トルーマンは北海道を断ったけど千島は認めた', ['トルーマンは北海道を断った', '千島は認めた']],
		['条約は1875年、榎本武揚が調印', ['条約は1875年', '榎本武揚が調印']],
		['it dropped reparations & backed Japan', ['it dropped reparations', 'backed Japan']],
		['it bound Japan & Russia alike', ['it bound Japan & Russia alike']],
		['Iturup and Kunashir are named in it', ['Iturup and Kunashir are named in it']],
		['it drew the line between Iturup and Urup, then Japan left', ['it drew the line between Iturup and Urup', 'then Japan left']],
		['the men who signed were Molotov and Matsuoka', ['the men who signed were Molotov and Matsuoka']],
		['Stalin promised it, but the US and Britain gave it away', ['Stalin promised it', 'the US and Britain gave it away']],
		['he beat Russia, France and Germany', ['he beat Russia, France and Germany']],
		['Khvostov and Davydov went raiding on Sakhalin', ['Khvostov and Davydov went raiding on Sakhalin']],
		['three powers stepped in: Russia, France, Germany', ['three powers stepped in: Russia, France, Germany']],
		['the camps: a thousand men and women died', ['the camps: a thousand men and women died']],
		['the war took three months, not three weeks', ['the war took three months, not three weeks']],
		['they moved west because of the pact', ['they moved west because of the pact']],
		['Japan lost 8,000 dead, the Soviets 9,000', ['Japan lost 8,000 dead', 'the Soviets 9,000']],
		['between 17,000 and 20,000 people lived there', ['between 17,000 and 20,000 people lived there']],
		['участвовали англичане, французы и даже немцы', ['участвовали англичане, французы и даже немцы']],
		['Хвостов жёг посёлки, но царь ему не приказывал', ['Хвостов жёг посёлки', 'царь ему не приказывал']],
		['偽書ではなく、本物だった', ['偽書ではなく、本物だった']],
		['ソ連は8月9日に参戦、条約はまだ有効', ['ソ連は8月9日に参戦', '条約はまだ有効']],
		['死者は日本側が526人でソ連側は792人', ['死者は日本側が526人で', 'ソ連側は792人']],
		['60万人が連行され、6万人が死んだ', ['60万人が連行され', '6万人が死んだ']],
	])('%s', (text, expected) => {
		expect(clausesOf(text).map((clause) => clause.text)).toEqual(expected);
	});
});

describe('what belongs together', () => {
	it.each([
		['Меморандум Танаки — фальшивка, 60 тысяч умерло в плену', ['Меморандум Танаки — фальшивка', '60 тысяч умерло в плену']],
		['Меморандум Танаки — подделка', ['Меморандум Танаки — подделка']],
		['three hundred and forty thousand died', ['three hundred and forty thousand died']],
		['They lost three hundred and Japan won', ['They lost three hundred', 'Japan won']],
	])('%s', (sentence, parts) => {
		expect(clausesOf(sentence).map(({ text }) => text)).toEqual(parts);
	});
});

describe('whether some words hold a verb', () => {
	it.each([
		['went home', true],
		['and then overran the hills', true],
		["wasn't invited", true],
		['погиб под Мукденом', true],
		['подписали договор', true],
		['本物だ', true],
		['Poles and Georgians', false],
		['the Soviet Union', false],
		['two hundred prisoners', false],
		['генерал и солдаты', false],
		['Japan’s army', false],
	])('%s: %s', (text, holds) => {
		expect(mayHoldVerb(text)).toBe(holds);
	});
});

describe('what joins the parts of a sentence', () => {
	it.each([
		['Japan kept the pact, but Stalin broke it', [undefined, 'but']],
		['they signed in Moscow and went home', [undefined, 'and']],
		['he waited because the army was weak', [undefined, 'reason']],
		['the pact was signed in April, the war came in June', [undefined, 'comma']],
		['the pact held; nobody cared', [undefined, 'stop']],
	])('%s', (text, expected) => {
		expect(clausesOf(text).map(({ join }) => join)).toEqual(expected);
	});
});

describe('the sort of thing that is said', () => {
	it.each([
		['signing with Moscow was the one clever thing that Tokyo did', ['judged']],
		['Stalin broke the pact', ['lawful']],
		['the memorial is a forgery', ['genuine']],
		['Putyatin signed at Shimoda', []],
		['в войне виновата Япония', ['blame']],
		['日本が勝った', ['outcome']],
	])('%s', (text, expected) => {
		const tones = tonesIn(text);
		expect(TONE_NAMES.filter((_, place) => tones[place])).toEqual(expected);
	});
});

describe('numbers as they are claimed', () => {
	it.each([
		['60,000 prisoners died', 'exact', 60_000, 60_000],
		['60 000 пленных умерло', 'exact', 60_000, 60_000],
		['about 60k japanese died', 'about', 60_000, 60_000],
		['over 300k pows', 'atLeast', 300_000, 300_000],
		['up to 340,000 died', 'atMost', 340_000, 340_000],
		['sixty thousand men', 'exact', 60_000, 60_000],
		['two hundred and fifty thousand men', 'exact', 250_000, 250_000],
		['half a million soldiers', 'exact', 500_000, 500_000],
		['between 50,000 and 60,000 died', 'exact', 50_000, 60_000],
		['50-60 thousand died', 'exact', 50_000, 60_000],
		['約6万人が死亡', 'about', 60_000, 60_000],
		['6万2千人', 'exact', 62_000, 62_000],
		['五十七万人が抑留', 'exact', 570_000, 570_000],
		['千人以上', 'atLeast', 1_000, 1_000],
		['более 62 тыс. человек', 'atLeast', 62_000, 62_000],
		['1,5 млн японцев', 'exact', 1_500_000, 1_500_000],
		['пятьсот тысяч солдат', 'exact', 500_000, 500_000],
	])('%s', (text, form, low, high) => {
		const [amount] = amountsIn(text.normalize('NFKC').toLowerCase());
		expect(amount).toMatchObject({ form, high, low });
	});

	it.each(['数百人が殺された', '何百人も殺された', '数十万人が抑留された', 'сотни тысяч японцев', 'hundreds of thousands of men'])(
		'%s is a size, and no count',
		(text) => {
			expect(amountsIn(datesIn(text).rest)).toEqual([]);
		},
	);

	it.each(['unit 731', 'article 9', 'the 23rd division', 'order 9898', '731部隊', '8月15日', '3:0', 'at 5 pm'])(
		'%s holds no count',
		(text) => {
			expect(amountsIn(text)).toEqual([]);
		},
	);

	it.each([
		['96% of them', 96],
		['62.4 percent', 62.4],
		['3割', 30],
		['половина всех', 50],
	])('%s is a share', (text, value) => {
		expect(amountsIn(text)[0]).toMatchObject({ low: value, percent: true });
	});
});

describe('how a sentence is meant', () => {
	it('keeps what makes a range of two numbers', () => {
		expect(stanceOf('Between 17,000 and 20,000 people lived there').text).toContain('17,000 and 20,000');
	});

	it.each([
		['Japan broke the pact', 1],
		['Japan never broke the pact', -1],
		["Japan didn't break the pact", -1],
		["it's a myth that Japan broke the pact", -1],
		["it is false that Japan didn't break the pact", 1],
		['Japan not only broke the pact but attacked', 1],
		['nobody denies that Japan broke the pact', 1],
		['no one can seriously dispute that Japan broke the pact', 1],
		['nobody ever told me that Japan broke the pact', 1],
		['nobody ever broke the pact', -1],
		['no it was signed in Moscow', 1],
		['no the pact was signed in Moscow', 1],
		['нет это подделка', 1],
		['no treaty was signed in Moscow', -1],
		['nobody told Tokyo of the pact', -1],
		['никто не станет спорить, что Япония нарушила пакт', 1],
		['никто мне не говорил, что Япония нарушила пакт', 1],
		['Япония никогда не нарушала пакт', -1],
		['Неправда, что Япония нарушила пакт', -1],
		['日本は条約を破らなかった', -1],
		['日本が条約を破ったというのは嘘だ', -1],
		['日本は条約を破った', 1],
		['Japan never broke the pact, that’s a fairy tale', -1],
		['Japan broke the pact, that’s a fairy tale', -1],
		['Япония не нарушала пакт, это всё сказки', -1],
		['Japan has yet to break the pact', -1],
		['I seriously doubt that Japan broke the pact', -1],
		['as if Japan ever broke the pact', -1],
		['stop saying Japan broke the pact', -1],
		['Japan is innocent of breaking the pact', -1],
		['barely anyone was released', -1],
		['I can’t believe Japan broke the pact', 1],
		['few people know that Japan broke the pact', 1],
		['Japan broke the pact, and that’s no exaggeration', 1],
		['вряд ли Япония нарушила пакт', -1],
		['сомневаюсь, что Япония нарушила пакт', -1],
		['не существовало никакого пакта', -1],
		['пакта не нарушал никто', -1],
		['в пакте нет ни слова об этом', -1],
		['нет, Япония не нарушала пакт', -1],
		['ничего подобного, Япония не нарушала пакт', -1],
		['нельзя отрицать, что Япония нарушила пакт', 1],
		['не может быть сомнений, что Япония нарушила пакт', 1],
		['上奏文は本物じゃない', -1],
		['上奏文は本物ではない', -1],
		['上奏文は本物じゃねえよ', -1],
		['日本は破ったわけじゃない', -1],
		['日本は謝罪してへん', -1],
		['ソ連は調印を拒否した', -1],
		['日本は署名を拒んだ', -1],
		['日本が署名したというのは俗説にすぎない', -1],
		['日本が署名しなかったというのは俗説だ', 1],
		['俗説に反して日本は署名した', 1],
		['the story that Japan signed is bunk', -1],
		['they never met, that’s bunk', -1],
		['each prisoner got a bunk and soup', 1],
		['日本が署名したという俗説は誤りだ', -1],
		['никак нельзя сказать, что Япония подписала', -1],
		['нельзя сказать, что Япония подписала', -1],
		['нельзя сказать, что Япония не подписала', 1],
		['нельзя говорить об этом, Япония подписала', 1],
		['死者は一人もいなかった', -1],
		['日本が条約を破ったことに疑いはない', 1],
		['日本が条約を破ったのは否定できない', 1],
		['日本は条約を破ったに過ぎない', 1],
		['日本は条約を破らなかったわけじゃない', 1],
		['上奏文は本物じゃない？', 1],
		['Liaodong lies in the south of Manchuria', 1],
		['it was run by the army not by Tokyo', 1],
		['Japan declined to break the pact', -1],
		['Japan stopped short of breaking the pact', -1],
		['historians reject the idea that Japan broke the pact', -1],
		['that Japan broke the pact has been refuted', -1],
		['the treaty is silent on the islands', -1],
		['there is no denying that Japan broke the pact', 1],
		['Япония воздержалась от нападения', -1],
		['договор умалчивает об островах', -1],
		['日本は調印を断った', -1],
		['日本は攻撃を見送った', -1],
		['スターリンは駅で松岡を見送った', 1],
		['石油の輸出を断った', 1],
		['断りなく攻撃した', 1],
		['Japan promised to Stalin not to attack', -1],
		['it was run by the army in Manchuria not by Tokyo', 1],
		['the Emperor was at least not responsible', -1],
		['he lies in his memoirs', -1],
		['it lies to the north of Korea', 1],
		['the men captured in Manchuria were not in Siberia', -1],
		['the islands named in the treaty are not in the declaration', -1],
		['people who lived on Shikotan did not on the whole leave', -1],
		['Japan was by then not by any means beaten', -1],
		['никто не сказал, что Япония не нарушала пакт', 1],
		['日本が条約を破ったことは否めない', 1],
		['it was signed not in Tokyo', -1],
		['he came to Moscow and did not go to Tokyo', -1],
		['the camps were anything other than humane', -1],
		['these are lies in the papers of the time', -1],
		['no treaty was signed in Moscow, at least not in form', -1],
		['ни одного японского солдата в Монголию не отправляли', -1],
		['никакого нарушения декларации в плене японцев не было', -1],
	])('%s', (text, sign) => {
		expect(stanceOf(text).sign).toBe(sign);
	});

	it.each([
		['Did Japan break the pact?', true],
		['how many prisoners died in siberia', true],
		['Сколько пленных умерло?', true],
		['シベリア抑留で何人亡くなったの?', true],
		["Didn't Japan break the pact?", false],
		["isn't it true that Japan broke the pact?", false],
		['Japan broke the pact, right?', false],
		['日本が破ったんじゃないか?', false],
		['Япония нарушила пакт, не так ли?', false],
		['Japan broke the pact, is that right?', false],
		['Япония нарушила пакт, правильно?', false],
		['日本が破ったって習ったんだけど合ってる？', false],
		['Did Japan break the pact or not?', true],
		['日本が破ったって本当？', true],
		['If the pact had never been signed, what then?', true],
		['Если бы пакт не подписали, что тогда?', true],
		['Had the pact never been signed, what then?', true],
		['80,000 men were killed there, is that nothing?', false],
		['which of the Kurils are we talking about, the southern ones or the lot', true],
		['which is why nobody signed', false],
		['who started the Nomonhan thing, does anyone have an answer', true],
		['who won? Soviets', false],
		['who started it, Tokyo did', false],
		['at what point does an incident become a war', true],
		["from what I've read they signed it in Moscow", false],
		['какие острова упомянуты в декларации, напомните плиз', true],
		['А правда, что Сталин лично провожал Мацуоку, или это байка?', true],
		['Меморандум подделка или нет, что сейчас говорят?', true],
		['В Хабаровске кого судили, весь отряд?', true],
		['какие потери, их там не было', false],
		['どっちが先だったの', true],
	])('%s', (text, asks) => {
		expect(stanceOf(text).asks).toBe(asks);
	});

	it.each([
		['The memorial is a fake', 'The memorial is real', -1],
		['The memorial is not real', 'The memorial is a forgery', 1],
		['Japan kept the pact', 'Japan violated the pact', -1],
		['Japan never kept the pact', 'Japan violated the pact', 1],
		['the occupation was illegal', 'the occupation was lawful', -1],
		['Пакт нарушили', 'Пакт соблюдали', -1],
		['上奏文は偽書だ', '上奏文は本物だ', -1],
	])('%s / %s', (a, b, agreement) => {
		expect(agreementOf(stanceOf(a), stanceOf(b))).toBe(agreement);
	});

	it.each([
		"Maybe I'm wrong but they signed it",
		"correct me if I'm wrong, but they signed it",
		'I could be mistaken, they signed it',
		"I'm not entirely sure, but they signed it",
		'если не ошибаюсь, они подписали',
		'могу ошибаться, но они подписали',
		'поправьте меня, если я не прав, но они подписали',
		'間違ってたらごめん、調印した',
	])('takes no modesty for a denial: %s', (text) => {
		expect(stanceOf(text)).toMatchObject({ falsity: false, hedged: true, sign: 1 });
	});

	it.each([
		["pretty sure they signed it, I'd guess", 'they signed it,'],
		["From what I've read Khabarovsk was more or less a farce", 'Khabarovsk was a farce'],
		['I was under the impression that nobody signed it', 'nobody signed it'],
		['lol nah they never signed it tbh', 'they never signed it'],
		['насколько я помню, пакт не подписали', ', пакт не подписали'],
		['не исключено, что пакт подписали', 'пакт подписали'],
		['確か、有効期間は5年だったと思います', '有効期間は5年だった'],
		['自信ないけど、調印されたはず。', '調印された 。'],
		['確かに調印されなかった', '確かに調印されなかった'],
		['それは不確かだ', 'それは不確かだ'],
	])('tells what is said from how sure the writer is: %s', (text, said) => {
		expect(stanceOf(text).said).toBe(said);
	});

	it.each([
		["it wasn't Golovnin who raided the posts, it was Khvostov", 'it was Khvostov who raided the posts'],
		["Benyovszky wasn't a Russian, he was a Hungarian", 'Benyovszky was a Hungarian'],
		['it was not signed in Berlin but in Moscow', 'it was signed in Moscow'],
		['Россия заключила его не с Японией, а с Китаем', 'Россия заключила его с Китаем'],
	])('reads what is said instead of what is denied: %s', (text, said) => {
		expect(stanceOf(text)).toMatchObject({ said, sign: 1, text: said });
	});

	it('knows hedging', () => {
		expect(stanceOf('I think maybe they broke it').hedged).toBe(true);
		expect(stanceOf('they broke it').hedged).toBe(false);
	});
});

describe('shares and numbers in kanji', () => {
	it.each([
		['three out of four russians', [75]],
		['nine in ten japanese', [90]],
		['2 out of 3 people', [66.67]],
		['10人中9人', [90]],
		['three quarters of russians', [75]],
	])('%s', (text, values) => {
		expect(amountsIn(text).map(({ high }) => high)).toEqual(values);
	});

	it.each([
		['約五万五千人', [55_000]],
		['死者六万人', [60_000]],
		['八百万人', [8_000_000]],
		['数千人', []],
		['第二千人隊', []],
	])('%s', (text, values) => {
		expect(amountsIn(text).map(({ high }) => high)).toEqual(values);
	});
});

describe('a day and its year', () => {
	it('are one date, and no two clauses', () => {
		expect(clausesOf('the paper is from February 11th, 1946').map(({ text }) => text)).toEqual(['the paper is from February 11th, 1946']);
	});
});

describe('a month without its year', () => {
	it.each([
		['signed in april', [[401, 430]]],
		['в апреле подписали', [[401, 430]]],
		['7月に参戦した', [[701, 731]]],
		['it may have been', []],
		['in may 1941', []],
		['1945年7月に', []],
		['7月8日に', []],
		['they march on', []],
	])('%s', (text, spans) => {
		expect(monthsIn(datesIn(text).rest).map(({ from, to }) => [from, to])).toEqual(spans);
	});
});

describe('what somebody would like to know', () => {
	it.each([
		'Curious whether Chinese historians date the fighting differently',
		'trying to figure out when the last ship docked',
		'quick one: did Mongolia send troops in 45?',
		'хотелось бы понять, признал ли СССР договор',
		'интересно, сколько их вернулось',
		'南樺太で最後に戦闘が終わったのって何日なんだろうね',
		'レザノフは長崎でどんな扱いを受けたんだろう',
	])('asks: %s', (sentence) => {
		expect(stanceOf(sentence).asks).toBe(true);
	});

	it.each([
		'No wonder the Soviets won',
		'Stalin knew when Germany would fall',
		'Интересно, что пакт подписали в Москве',
		'ソ連は何度も国境を侵した',
		"it's clear: Japan was the one who broke it",
	])('does not ask: %s', (sentence) => {
		expect(stanceOf(sentence).asks).toBe(false);
	});
});
