import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../src/factcheck/checker.ts';
import { CLAIMS_MAX } from '../../src/factcheck/report.ts';
import { WEIGHTS } from '../../src/factcheck/weights.ts';
import { checkerOver, openKnowledge } from '../../src/knowledge.ts';
import { measureFactcheck, readMessages, totalsOf } from '../eval/factcheck-measure.ts';
import { openDataset } from '../library.ts';

let checker: Checker;
beforeAll(async () => {
	checker = checkerOver(await openDataset());
	checker.prepare();
}, 60_000);

const found = (text: string) => checker.check(text).claims.map(({ entry, verdict }) => `${entry}: ${verdict}`);

describe('what is quoted of a claim', () => {
	it.each([
		'Soviet soldiers raped and murdered, and robbed, thousands of Japanese refugees in Manchuria in August 1945; the weather was fine.',
		'They raped and murdered refugees in Manchuria, and took watches, but my cat is fat',
		'The Tanaka Memorial, which Molodyakov and others studied, and which nobody has seen, is a fake, and the weather was nice',
	])('stands so in the message: %s', (text) => {
		const { claims } = checker.check(text);
		expect(claims.length).toBeGreaterThan(0);
		for (const claim of claims) expect(text).toContain(claim.text);
	});
});

describe('the dataset that comes with the program', () => {
	it.each([
		['The Soviet Union violated the neutrality pact in August 1945.', 'did-soviet-entry-break-pact: Contested'],
		['60,000 Japanese prisoners died in Soviet captivity', 'siberian-internment-deaths: Contested'],
		['В советском плену умерло 5 миллионов японцев', 'siberian-internment-deaths: Contradicted'],
		['シベリア抑留で約6万人の日本人が死亡した', 'siberian-internment-deaths: Contested'],
		['The Treaty of Portsmouth was signed on 5 September 1905', 'treaty-of-portsmouth-1905: Supported'],
		['The Treaty of Portsmouth was signed in 1911', 'treaty-of-portsmouth-1905: Contradicted'],
		['田中上奏文は偽書である', 'was-tanaka-memorial-authentic: Contested'],
		['Меморандум Танаки — подделка', 'was-tanaka-memorial-authentic: Contested'],
		['Russia violated the Budapest Memorandum', 'did-russia-break-budapest-memorandum: Contested'],
		['Russia never violated the Budapest Memorandum', 'did-russia-break-budapest-memorandum: Contested'],
		['Iturup and Kunashir are not in the 1956 declaration', 'joint-declaration-1956: Supported'],
		['Iturup and Kunashir are in the 1956 declaration', 'joint-declaration-1956: Contradicted'],
		['nobody signed the Cairo Declaration', 'cairo-declaration-1943: Supported'],
		['The neutrality pact was signed on 13 April 1941 in Moscow', 'neutrality-pact-1941: Supported'],
		['Matsuoka signed the neutrality pact in Berlin', 'neutrality-pact-1941: Contradicted'],
		['Matsuoka did not sign the neutrality pact', 'neutrality-pact-1941: Contradicted'],
		['The neutrality pact was never signed in Moscow', 'neutrality-pact-1941: Contradicted'],
		["The pact with Tokyo was signed in April '41", 'neutrality-pact-1941: Supported'],
		['The Treaty of Portsmouth was brokered by FDR', 'treaty-of-portsmouth-1905: Contradicted'],
		['Khalkhin Gol started on 11 May 1939', 'when-did-khalkhin-gol-begin: Contested'],
		// A leading denial, address and hedge change nothing of the claim behind them.
		['Lol no. Japan won at Khalkhin Gol.', 'who-won-khalkhin-gol: Contradicted'],
		['Mods pls pin this: the Treaty of Shimoda was signed in 1855', 'treaty-of-shimoda-1855: Supported'],
		['you owe me a ramen, the Treaty of Shimoda was signed in 1855', 'treaty-of-shimoda-1855: Supported'],
		['pretty sure the neutrality pact was signed in spring 1941, April or so', 'neutrality-pact-1941: Supported'],
		['確か、日ソ中立条約の有効期間は5年だったと思います', 'neutrality-pact-1941: Supported'],
		['teh sovets declard war on japn on 8 august 1945', 'soviet-entry-1945: Supported'],
		// What a text says in so many words is not told otherwise by those of another entry that share its names.
		['Japan got southern Sakhalin in 1905', 'sakhalin: Supported'],
		// What belongs to a date, and talk that goes before it, says nothing else.
		['iirc the joint declaration was signed in october 1956, somewhere around the 19th', 'joint-declaration-1956: Supported'],
		// What is set against a claim is none.
		['The neutrality pact was signed not in Moscow but in Berlin', 'neutrality-pact-1941: Contradicted'],
		['The 1956 declaration was signed in Moscow not Tokyo', 'joint-declaration-1956: Supported'],
		["Gorbachev didn't apologise for the internment, Yeltsin did", 'yeltsin-apology-1993: Supported'],
		['A tenth of Japanese prisoners died in Siberia', 'siberian-internment-death-rate: Contested'],
		['The Joint Declaration was signed on Friday, October 19, 1956', 'joint-declaration-1956: Supported'],
		['Lenin died in 1924 🔥🔥 Kolchak was shot in 1920 💀', 'lenin-vladimir: Supported'],
		// What only bounds a date.
		['The Neutrality Pact was signed before 1942', 'neutrality-pact-1941: Supported'],
		['The Neutrality Pact was signed before 1941', 'neutrality-pact-1941: Contradicted'],
		['The Neutrality Pact was signed no earlier than 1942', 'neutrality-pact-1941: Contradicted'],
		['Пакт о нейтралитете подписан до 1942 года', 'neutrality-pact-1941: Supported'],
		['ポーツマス条約は1910年以前に調印された', 'treaty-of-portsmouth-1905: Supported'],
		['The Joint Declaration was signed in the 1950s', 'joint-declaration-1956: Supported'],
		["The Joint Declaration wasn't signed until 1956", 'joint-declaration-1956: Supported'],
		['The Joint Declaration was signed no later than 1960', 'joint-declaration-1956: Supported'],
		['The Joint Declaration was signed by the end of 1956', 'joint-declaration-1956: Supported'],
		['The Neutrality Pact was signed on 4/14/1941', 'neutrality-pact-1941: Contradicted'],
		// Who did it is told by voice and case as well as by place.
		['The Russo-Japanese War was won by Russia', 'russo-japanese-war-1904: Contradicted'],
		['日本は日露戦争に負けた', 'russo-japanese-war-1904: Contradicted'],
		['日露戦争でロシアは日本に負けた', 'russo-japanese-war-1904: Supported'],
		['Japan was attacked by the USSR in August 1945', 'soviet-entry-1945: Supported'],
		['1945年8月にソ連は日本に攻撃された', 'soviet-entry-1945: Contradicted'],
		['The USSR was attacked by Japan in August 1945', 'soviet-entry-1945: Contradicted'],
		['Japan attacked the USSR in August 1945', 'soviet-entry-1945: Contradicted'],
		['Советский Союз нарушил пакт с Японией', 'did-soviet-entry-break-pact: Contested'],
		['戦争中日本はソ連を攻撃しなかった', 'soviet-entry-1945: Supported'],
		['Войну Японии объявил Советский Союз в августе 1945 года', 'soviet-entry-1945: Supported'],
		['The Soviet Union signed the neutrality pact in 1941 and declared war on Japan in August 1945', 'soviet-entry-1945: Supported'],
		// A claim that names others goes on with none that have nothing to do with them.
		['Kolchak was shot in 1920. Japan annexed Korea in 1911.', 'korea: Contradicted'],
		// What answers somebody, and what it is not.
		["Nonsense, the USSR didn't sign the San Francisco treaty", 'san-francisco-treaty-1951: Supported'],
		['Чушь, Ленин умер в 1924 году', 'lenin-vladimir: Supported'],
		['Lenin died in 1924 (not 1925)', 'lenin-vladimir: Supported'],
		['レーニンは1924年に死んだ（1925年ではない）', 'lenin-vladimir: Supported'],
		['The neutrality pact was signed in Moscow instead of Berlin', 'neutrality-pact-1941: Supported'],
		// A bound is denied in words as in digits, and from further off.
		['Japan never had more than twenty thousand troops in Siberia', 'siberian-intervention-japanese-troops: Contradicted'],
		['at no point did Japan have more than 20,000 troops in Siberia', 'siberian-intervention-japanese-troops: Contradicted'],
		['Japan had more than twenty thousand troops in Siberia', 'siberian-intervention-japanese-troops: Supported'],
		['pretty sure Stalin was born in 1879?', 'when-was-stalin-born: Contested'],
		// “Arrested” is no word of other history, and a war of ours is ours.
		['Blyukher was arrested in October 1938', 'blyukher-vasily: Supported'],
		['Зимняя война началась 30 ноября 1939 года', 'winter-war-1939: Supported'],
		['Umezu was tried in Tokyo', 'umezu-yoshijiro: Supported'],
		['ソ連は1939年にフィンランドへ攻め込んだ', 'winter-war-1939: Supported'],
		['Yamada was sentenced at Khabarovsk', 'yamada-otozo: Supported'],
		// What is told of something else on the day of a claim says nothing of it; who tells of a part of their number tells it.
		['The Soviets declared war on Japan on 3 September 1945', 'soviet-entry-1945: Contradicted'],
		['84,000 Japanese died, 21,000 of them from sickness', 'russo-japanese-war-japanese-dead: Contested'],
		['11,520 settlers were killed in fighting or by suicide', 'manchuria-settler-deaths: Supported'],
		// Of a few days, a day between is as wrong as one outside; what began is not dated by what ended.
		['Hiroshima was bombed on 7 August 1945', 'atomic-bombings-1945: Contradicted'],
		['Japan surrendered on 1 September 1945', 'surrender-of-japan-1945: Contradicted'],
		['Japan surrendered on 15 August 1945', 'surrender-of-japan-1945: Supported'],
		['The neutrality pact was signed on 15 April 1941', 'neutrality-pact-1941: Contradicted'],
		// Whom no text puts on a side is on none: Yeltsin's admission agrees with nobody who says that it was the Germans.
		['The Germans did Katyn', 'who-committed-katyn: Contradicted'],
		['Katyn was done by the Soviets', 'who-committed-katyn: Supported'],
		['The Russo-Japanese War began in 1905', 'russo-japanese-war-1904: Contradicted'],
		['пакт о нейтралитете подписали в марте', 'neutrality-pact-1941: Contradicted'],
		['The Soviet–Mongolian mutual assistance protocol was not signed in 1939', 'soviet-mongolian-protocol-1936: Supported'],
		["Benyovszky wasn't a Russian, he was a Hungarian.", 'benyovszky-maurice: Supported'],
		['樺太千島交換条約は1875年', 'treaty-of-saint-petersburg-1875: Supported'],
		['Witte signed for Japan at Portsmouth', 'treaty-of-portsmouth-1905: Contradicted'],
		['日露講和条約はポーツマスで結ばれた', 'treaty-of-portsmouth-1905: Supported'],
		['日ソ中立条約はベルリンで調印された', 'neutrality-pact-1941: Contradicted'],
		['Акт о капитуляции Японии подписан 9 мая 1945 года', 'instrument-of-surrender-1945: Contradicted'],
		['The Soviet Union signed the San Francisco treaty', 'san-francisco-treaty-1951: Contradicted'],
		['Teddy Roosevelt never brokered the peace between Russia and Japan', 'treaty-of-portsmouth-1905: Contradicted'],
	])('%s', (message, expected) => {
		expect(found(message)).toContain(expected);
	});

	it.each([
		'good morning everyone, who is up for a game?',
		'Napoleon lost 400,000 men in Russia in 1812',
		'Did the Soviet Union break the neutrality pact?',
		"What's the difference between a truce and a ceasefire, legally speaking?",
		'Сегодня отличная погода, идём гулять в 5?',
		'関ヶ原の戦いは1600年10月21日だった',
		'> Japan broke the neutrality pact\nno comment',
		'||The Tanaka Memorial is a forgery||',
		'The teacher’s slide says: “Stalin never wanted the Kurils at all.” Thoughts?',
		'',
		'   ',
		'\u0000\uD800',
	])('nothing to check in %j', (message) => {
		expect(found(message)).toEqual([]);
	});

	it.each([
		['Matsuoka signed the neutrality pact in Berlin', ['neutrality-pact-text-1941']],
		['Witte signed for Japan at Portsmouth', ['frus-1905-document-915-treaty']],
	])('sets beside a signing none but those who speak of it: %s', (message, sources) => {
		const [claim] = checker.check(message).claims;
		expect(claim!.agree).toEqual([]);
		expect(claim!.differ.map(({ account }) => account.source)).toEqual(sources);
		for (const { account } of claim!.differ) expect(account.says).toMatch(/sign/);
	});

	it('offers what is asked, and checks it not', () => {
		const report = checker.check('Did the Soviet entry break the neutrality pact?');
		expect(report.claims).toEqual([]);
		expect(report.asked.flatMap(({ entries }) => entries)).toContain('did-soviet-entry-break-pact');
	});

	it.each([
		['Not 60,000 but 340,000 Japanese POWs died in Siberia', '340,000 Japanese POWs died in Siberia'],
		['It was 340,000 and not 60,000 Japanese POWs who died in Siberia', '340,000 Japanese POWs died in Siberia'],
		['умерло не 60, а 340 тысяч японских пленных в Сибири', 'умерло 340 тысяч японских пленных в Сибири'],
		['>60k Japanese POWs died in Siberia', 'more than 60k Japanese POWs died in Siberia'],
		['満洲国は日本にしか承認されなかった', '満洲国を承認したのは日本だけだ'],
		['The internment was by no means lawful', 'The internment was not lawful'],
		['しかしソ連は日ソ中立条約を破っていない', 'ソ連は日ソ中立条約を破っていない'],
		['Ложь, якобы Советский Союз нарушил пакт о нейтралитете', 'Ложь, что Советский Союз нарушил пакт о нейтралитете'],
		['The USSR (not once) violated the neutrality pact', 'The USSR did not violate the neutrality pact'],
	])('counts the number that is claimed: %s', (message, plain) => {
		const counts = (text: string) => checker.check(text).claims.map(({ agree, differ, entry }) => [entry, agree.length, differ.length]);
		expect(counts(message)).toEqual(counts(plain));
	});

	it('finds several claims of one message', () => {
		expect(found('The Treaty of Portsmouth was signed on 5 September 1905. The Tanaka Memorial is a forgery.')).toEqual([
			'treaty-of-portsmouth-1905: Supported',
			'was-tanaka-memorial-authentic: Contested',
		]);
	});

	it.each([
		[
			'The peace signed in California in 1951 made Tokyo renounce the Kurils. The Treaty of Saint Petersburg was concluded in 1885.',
			['san-francisco-treaty-1951: Supported', 'treaty-of-saint-petersburg-1875: Contradicted'],
		],
		[
			'The peace signed in California made Tokyo renounce the Kurils; the Treaty of Saint Petersburg was concluded in 1885.',
			['san-francisco-treaty-1951: Supported', 'treaty-of-saint-petersburg-1875: Contradicted'],
		],
		[
			'The Tanaka Memorial is real. Columbus sailed to America in the sun of the day. And 600,000 Japanese were sent to Siberia.',
			['was-tanaka-memorial-authentic: Contested', 'siberian-internment-captives: Contested'],
		],
	])('finds a claim behind words about something else: %s', (message, claims) => {
		expect(found(message)).toEqual(claims);
	});

	it.each([
		['Golovnin was seized on Kunashir. He was freed in 1813', ['golovnin-captivity-1811: Supported', 'golovnin-captivity-1811: Supported']],
		[
			'in 1956 the USSR dropped reparations & backed Japan for the UN',
			['joint-declaration-1956: Supported', 'joint-declaration-1956: Supported'],
		],
	])('goes on with what was claimed before: %s', (message, claims) => {
		expect(found(message)).toEqual(claims);
	});

	it.each([
		['日ソ中立条約はモスクワで調印された', 'neutrality-pact-1941: Supported'],
		['日ソ中立条約は東京で調印された', 'neutrality-pact-1941: Contradicted'],
		['Пакт о нейтралитете подписали в Москве', 'neutrality-pact-1941: Supported'],
		['Пакт о нейтралитете подписали в Берлине', 'neutrality-pact-1941: Contradicted'],
		['ポーツマス条約はポーツマスで調印された', 'treaty-of-portsmouth-1905: Supported'],
		['Портсмутский договор подписали в Токио', 'treaty-of-portsmouth-1905: Contradicted'],
	])('knows the city where a treaty was signed in every language: %s', (message, outcome) => {
		expect(found(message)).toEqual([outcome]);
	});

	it('compares where a treaty was signed, whatever it is called and whatever was claimed before', () => {
		expect(found('Yalta was in 1945, and the pact of 1941 was signed in Tokyo by Matsuoka')).toContain(
			'neutrality-pact-1941: Contradicted',
		);
		expect(found('Yalta was in 1945, and the pact of 1941 was signed in Moscow by Matsuoka')).toContain('neutrality-pact-1941: Supported');
	});

	it.each([
		['Nobody ever signed the neutrality pact', 'neutrality-pact-1941'],
		['No one signed the Treaty of Portsmouth', 'treaty-of-portsmouth-1905'],
		['Пакт о нейтралитете никто не подписывал', 'neutrality-pact-1941'],
		['中立条約は結ばれなかった', 'neutrality-pact-1941'],
		['The San Francisco treaty was never signed by anyone', 'san-francisco-treaty-1951'],
		['Japan refused to sign the San Francisco treaty', 'san-francisco-treaty-1951'],
		['Япония не подписала Сан-Францисский договор', 'san-francisco-treaty-1951'],
		['日本はサンフランシスコ平和条約に署名しなかった', 'san-francisco-treaty-1951'],
	])('has whoever tells where or by whom a treaty was signed differ from: %s', (message, entry) => {
		expect(found(message)).toEqual([`${entry}: Contradicted`]);
	});

	it('leaves it to those who signed what others did not', () => {
		expect(found('The neutrality pact was signed')).toEqual(['neutrality-pact-1941: Supported']);
		expect(found('The USSR never signed the San Francisco treaty')).toEqual(['san-francisco-treaty-1951: Supported']);
		expect(found('The neutrality pact was never signed in Berlin')).toEqual(['neutrality-pact-1941: Supported']);
		expect(found('Japan signed the San Francisco treaty')).toEqual(['san-francisco-treaty-1951: Supported']);
	});

	it.each([
		'600,000 Japanese prisoners were killed by Stalin',
		'The Soviets killed 600,000 Japanese prisoners in Siberia',
		'расстреляли 600 тысяч японских пленных',
		'600 тысяч интернированных погибли в Сибири',
		'60万人がシベリアで殺された',
	])('counts those who are said to have been killed among the dead, and not among the captured: %s', (message) => {
		expect(found(message)).toEqual(['siberian-internment-deaths: Contradicted']);
	});

	it('leaves those who were captured to their own number, whoever of them died', () => {
		expect(found('600,000 Japanese were captured and 60,000 died')).toEqual([
			'siberian-internment-captives: Contested',
			'siberian-internment-deaths: Contested',
		]);
		expect(found('Of the 600,000 captives 60,000 died')).toEqual(['siberian-internment-deaths: Contested']);
	});

	it.each(['the kurils are ours', 'Курилы наши!', 'Курилы всегда были наши', 'クリルは俺たちのもの'])(
		'takes no side for a writer whom nobody knows: %s',
		(message) => {
			expect(checker.check(message)).toMatchObject({ claims: [], near: [{}], outcome: 'near' });
		},
	);

	it.each([
		['Russia and Japan have no peace treaty', 'Supported'],
		['日露間に平和条約はない', 'Supported'],
		['Japan and Russia have a peace treaty', 'Contradicted'],
		['There is no peace treaty because of the islands', 'Contested'],
	])('takes no side on why it is so for who says that it is: %s', (message, verdict) => {
		expect(found(message)).toEqual([`why-is-there-no-peace-treaty: ${verdict}`]);
	});

	it('takes “ours” for those who did something where it says what', () => {
		expect(found('на Хасане победили наши')).toEqual(['who-won-lake-khasan: Contested']);
	});

	it('offers what it is not sure of beside what it surely is', () => {
		const { claims, near } = checker.check('ソ連軍は8月15日以降も攻撃を続けた。違法だ。');
		expect(claims.map(({ entry }) => entry)).toEqual(['was-soviet-fighting-after-15-august-justified']);
		expect(near.map(({ text }) => text)).toEqual(['違法だ。']);
	});

	it('takes from a quotation what is spoken of, and nothing that is said of it', () => {
		expect(found('he was sent away empty-handed')).toEqual([]);
		expect(found('> Rezanov got to Nagasaki in 1804\nhe was sent away empty-handed')).toEqual(['rezanov-embassy-1804: Supported']);
		expect(found('> The neutrality pact was signed in Tokyo\nnah it was signed in Moscow')).toEqual(['neutrality-pact-1941: Supported']);
		expect(checker.check('> The Tanaka memorial is real\nno it is fake').claims[0]!.position).toMatchObject({
			denied: false,
			id: 'forgery',
		});
	});

	it('offers what is hardly a claim where nothing in the message is surer', async () => {
		const { dataset, origin } = await openDataset();
		const { index, models } = openKnowledge({ dataset, ...origin });
		/** Every part of a sentence is as surely a claim. */
		const surely = (sure: number) => {
			const leaf = { features: Int16Array.of(-1), rights: Uint16Array.of(0), roots: Uint32Array.of(0) };
			const spans = { ...models.spans, ...leaf, values: Float32Array.of(Math.log(sure / (1 - sure))) };
			return createChecker({ dataset, knowledge: () => ({ index, models: { ...models, spans } }) });
		};
		const text = 'The Treaty of Portsmouth was signed on 5 September 1905';
		const { claimMin, soleMin } = WEIGHTS.decision;
		expect(surely((1 + soleMin) / 2).check(text)).toMatchObject({ claims: [{}], near: [], outcome: 'checked' });
		const unsure = surely((claimMin + soleMin) / 2);
		expect(unsure.check(text)).toMatchObject({ claims: [], near: [{}], outcome: 'near' });
		expect(unsure.check(`${text}. ${text}.`)).toMatchObject({ claims: [], outcome: 'near' });
		// Two such make it likely that one of them is meant.
		expect(unsure.check(`${text}. The Tanaka Memorial is a forgery.`)).toMatchObject({ claims: [{}, {}], outcome: 'checked' });
	});

	it('says which position is taken or denied', () => {
		const taken = (text: string) => checker.check(text).claims[0]!.position;
		expect(taken('The Treaty of Shimoda was unequal')).toEqual({ denied: false, id: 'yes' });
		// To deny the one answer is to give the other.
		expect([
			{ denied: false, id: 'no-mutual' },
			{ denied: true, id: 'yes' },
		]).toContainEqual(taken('It is a myth that the Treaty of Shimoda was unequal'));
		expect(taken('It is a myth that the Treaty of Shimoda was never unequal')).toEqual({ denied: false, id: 'yes' });
	});

	it('reports the same for the same, whatever was checked between', () => {
		const message = '60,000 Japanese prisoners died in Soviet captivity, and Japan never broke the neutrality pact';
		const first = checker.check(message);
		checker.check('something else entirely about the Treaty of Shimoda');
		expect(checker.check(message)).toEqual(first);
	});

	it('keeps to the number of claims that a report may hold', () => {
		const claims =
			'The Treaty of Portsmouth was signed in 1905. 60,000 Japanese prisoners died in Soviet captivity. The Tanaka Memorial is a forgery. ';
		expect(checker.check(claims.repeat(30)).claims.length).toBeLessThanOrEqual(CLAIMS_MAX);
	});
});

describe('a message of more than is read', () => {
	const TALK = 'we had dinner with everybody there. ';
	const CLAIM = 'The Tanaka Memorial is a forgery.';
	const MANY = [
		'The Treaty of Portsmouth was signed in 1905.',
		'60,000 Japanese prisoners died in Soviet captivity.',
		CLAIM,
		'Japan started the fighting at Khalkhin Gol.',
		'The USSR broke the neutrality pact in 1945.',
		'The Treaty of Shimoda was signed in 1855.',
		'The Treaty of Saint Petersburg was signed in 1875.',
		'Japan signed the Anti-Comintern Pact in 1936.',
		'The Battle of Lake Khasan was in 1938.',
		'Admiral Togo won at Tsushima in 1905.',
		'The Portsmouth treaty ended the war.',
		'Japan annexed Korea in 1910.',
		'Russia violated the Budapest Memorandum.',
		'Soviet soldiers raped refugees in Manchuria in August 1945.',
	];

	it.each([
		['too many sentences', `${TALK.repeat(60)}${CLAIM}`],
		['too long a sentence', `${'and we had dinner there '.repeat(30)}when ${CLAIM}`],
		['too many characters', `${'a'.repeat(4_000)} ${CLAIM}`],
		['too many claims', `${MANY.join(' ')} ${MANY.join(' ').replace(/\d/g, '7')}`],
		[
			'too many clauses in a sentence',
			'Japan attacked Port Arthur in 1904, and Russia lost at Tsushima in 1905, and Korea was annexed in 1910, and the USSR broke the pact in 1945, and 60,000 prisoners died in Siberia, and the Tanaka Memorial is a fake, and Japan left Siberia in 1922, and Portsmouth was signed in 1905, and the Kurils were ceded in 1951, and Zhukov won at Khalkhin Gol, and Yeltsin apologised in 1993, and Stalin wanted Hokkaido, and Matsuoka signed the pact, and Ishii was never tried, and Golovnin was held for two years, and Putyatin signed at Shimoda.',
		],
	])('is told: %s', (_, text) => {
		expect(checker.check(text).isCut).toBe(true);
	});

	it.each([
		['of one claim', CLAIM],
		['of nothing', ''],
		['of as many sentences as are read', TALK.repeat(60)],
		['of nothing but dots behind what is read', `${CLAIM} ${'. '.repeat(3_000)}`],
		['of some claims', MANY.slice(0, 4).join(' ')],
		['that goes on with what names nothing', `${MANY.slice(0, 4).join('\n')}\n${'lol\n'.repeat(20)}`],
	])('is not: one %s', (_, text) => {
		expect(checker.check(text).isCut).toBe(false);
	});
});

/** What has been reached stays reached: raised when the check grows better; set anew when the labels are judged anew. */
const FLOOR = { entry: 0.956, nothing: 0.987, otherHistory: 0.945, verdict: 0.886 };

it('does not fall behind on the evaluation set', () => {
	// Claims of other history, in words of ours, are told from claims of ours less well than small talk is.
	const isOfOthers = (one: { readonly class: string }) => one.class === 'other-history';
	const results = measureFactcheck(checker, readMessages());
	const totals = totalsOf(results.filter((one) => !isOfOthers(one)));
	expect(totalsOf(results.filter(isOfOthers)).nothing).toBeGreaterThanOrEqual(FLOOR.otherHistory);
	expect(totals.entry).toBeGreaterThanOrEqual(FLOOR.entry);
	expect(totals.verdict).toBeGreaterThanOrEqual(FLOOR.verdict);
	expect(totals.nothing).toBeGreaterThanOrEqual(FLOOR.nothing);
}, 300_000);
