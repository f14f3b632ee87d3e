import { describe, expect, it } from 'vitest';
import { factcheckCard } from '../../src/cards/factcheck.ts';
import { scaleOf } from '../../src/cards/factcheck-scale.ts';
import { nameOf } from '../../src/cards/names.ts';
import type { CheckedClaim } from '../../src/factcheck/report.ts';
import { catalogueOf, LANGUAGES, speakerOf } from '../../src/messages/index.ts';
import { checker, context, ids, problems } from './factcheck-scene.ts';

describe('the card of a check', () => {
	it('shows claim, entry, verdict and both sides with their sources', () => {
		const [embed] = factcheckCard(checker.check('60,000 Japanese prisoners died in Soviet captivity'), context, { ids }).embeds!;
		const text = JSON.stringify(embed);
		expect(embed!.title).toBe('1 claim checked');
		expect(text).toContain('60,000 Japanese prisoners died');
		expect(text).toMatch(/\*\*Contested:\*\* \d+ voices? against \d+/);
		expect(text).toContain('inside the estimates');
		expect(embed!.fields!.map(({ name }) => name)).toEqual(
			expect.arrayContaining([expect.stringMatching(/^Agree/), expect.stringMatching(/^Differ/), 'Sources']),
		);
	});

	it('says honestly that there is nothing to check', () => {
		const card = factcheckCard(checker.check('pizza at eight?'), context, { ids });
		expect(card.embeds![0]!.title).toBe('Nothing to check');
		expect(problems(card)).toEqual([]);
	});

	it('makes markup and mentions of a message harmless', () => {
		const card = factcheckCard(
			checker.check('@everyone [x](https://a.b) **60,000 Japanese prisoners died in Soviet captivity** <@123>'),
			context,
		);
		expect(JSON.stringify(card)).not.toMatch(/@everyone|\]\(https:\/\/a\.b/);
	});

	it('has no button that does nothing', () => {
		const card = factcheckCard(checker.check('60,000 Japanese prisoners died in Soviet captivity'), context);
		expect(JSON.stringify(card.components)).not.toContain('check-');
	});
});

const cardOf = (text: string, language: (typeof LANGUAGES)[number] = 'en') =>
	factcheckCard(checker.check(text), { ...context, speaker: speakerOf(language) }).embeds![0]!;
const headOf = (...args: Parameters<typeof cardOf>) => cardOf(...args).fields![0]!.value;
const checked = (text: string): CheckedClaim => checker.check(text).claims[0]!;
/** The card of a claim with some of it told otherwise. */
const cardWith = (text: string, more: Partial<CheckedClaim>, language: (typeof LANGUAGES)[number] = 'en') =>
	factcheckCard(
		{ asked: [], claims: [{ ...checked(text), ...more }], isCut: false, near: [], outcome: 'checked' },
		{ ...context, speaker: speakerOf(language) },
	).embeds![0]!;

describe('what a card says of a claim', () => {
	const FORGED = 'The Tanaka Memorial is a fake.';

	it.each([
		[1, 'close (99%)'],
		[0.9, 'close (90%)'],
		[0.7, 'fair (70%)'],
		[0.3, 'loose (30%)'],
	])('of strength %d: the match is %s', (strength, expected) => {
		expect(cardWith(FORGED, { strength }).fields![0]!.value).toContain(`-# Match: ${expected}`);
	});

	it.each(LANGUAGES)('tells the three grades of a match apart in “%s”', (language) => {
		const said = [0.95, 0.7, 0.2].map((strength) =>
			cardWith(FORGED, { strength }, language)
				.fields![0]!.value.split('\n')[1]!
				.replace(/\d+ ?%/, ''),
		);
		expect(new Set(said).size).toBe(3);
	});

	it.each(LANGUAGES)('says that not all was read, and what to do about it, in “%s”', (language) => {
		const { 'factcheck.cut': cut, 'factcheck.nothing': nothing, 'factcheck.nothing-cut': nothingCut } = catalogueOf(language);
		const said = (text: string) => cardOf(text, language).description ?? '';
		const talk = 'we had dinner with everybody there. '.repeat(60);
		expect(said(FORGED)).not.toContain(cut);
		expect(said(`${FORGED} ${talk}${FORGED}`)).toContain(cut);
		expect(said('pizza at eight?')).toBe(nothing);
		expect([said(`${talk}${FORGED}`), cardOf(`${talk}${FORGED}`, language).title]).toEqual([
			nothingCut,
			catalogueOf(language)['factcheck.title-cut'],
		]);
	});

	it.each(LANGUAGES)('asks about what is only near, under a title that says so, in “%s”', (language) => {
		const report = {
			asked: [],
			claims: [],
			isCut: false,
			near: [{ entries: ['tanaka-memorial'], text: 'that memo' }],
			outcome: 'near' as const,
		};
		const { description, title } = factcheckCard(report, { ...context, speaker: speakerOf(language) }).embeds![0]!;
		const { 'factcheck.nothing': nothing, 'factcheck.title': none } = catalogueOf(language);
		expect([title, description]).toEqual([expect.stringMatching(/[?？]$/), expect.stringMatching(/[?？].*that memo/)]);
		expect(none).not.toContain(title);
		expect(description).not.toContain(nothing);
	});

	it.each(LANGUAGES)('ends with no mark of its own behind a name that has one, in “%s”', (language) => {
		const asked = [{ entries: ['was-tanaka-memorial-authentic'], text: 'was it real?' }];
		const report = { asked, claims: [], isCut: false, near: [], outcome: 'nothing' as const };
		const { description = '' } = factcheckCard(report, { ...context, speaker: speakerOf(language) }).embeds![0]!;
		const name = nameOf(context.library.dataset.get(asked[0]!.entries[0]!)!.name, speakerOf(language));
		expect(description.slice(-name.length)).toBe(name);
	});

	it('gives with every voice who speaks and their standpoint, and with every mark the place', () => {
		const { dataset } = context.library;
		for (const text of [FORGED, '60,000 Japanese prisoners died in Soviet captivity', 'Khalkhin Gol began on 11 May 1939']) {
			const claim = checked(text);
			const { fields = [] } = cardOf(text);
			const sides = fields.filter(({ inline }) => inline).flatMap(({ value }) => value.split('\n'));
			const voices = sides.filter((line) => /^\*\*.*\[\d+\]$/.test(line));
			expect(voices.length).toBeGreaterThan(1);
			const standpoints = [...claim.agree, ...claim.differ].map(({ account }) => dataset.source(account.source).standpoint.slice(0, 60));
			for (const voice of voices) {
				const line = sides[sides.indexOf(voice) + 2]!;
				expect(standpoints.some((standpoint) => line.replaceAll('\\', '').startsWith(`-# ${standpoint}`))).toBe(true);
			}
			const accounts = [...claim.agree, ...claim.differ].flatMap(({ account, also = [] }) => [account, ...also.map((one) => one.account)]);
			const places = [...accounts, ...(claim.parts ?? []).map(({ account }) => account)].flatMap(({ at, note }) => [at, note?.at ?? at]);
			const cited = fields.slice(fields.findIndex(({ name }) => name === 'Sources')).flatMap(({ value }) => value.split('\n'));
			for (const line of cited) expect(places.some((at) => line.replaceAll('\\', '').includes(at))).toBe(true);
		}
	});

	it('says of a number that agrees as a round figure that it does, though it lies outside', () => {
		expect(headOf('17,000 Japanese lived on the southern Kurils in 1945.')).toContain('Close to the only estimate, 17,291');
		expect(headOf('10,000 Japanese lived on the southern Kurils in 1945.')).toContain('The number lies below the only estimate, 17,291.');
		expect(headOf('シベリア抑留で５万人が死んだ')).toMatch(/below every estimate \(┼\), but as a round figure.*\n`● 50,000 … /);
	});

	it('says of a range that it is one, and draws it', () => {
		expect(headOf('Between 17,000 and 20,000 Japanese lived on the southern Kurils in 1945.')).toContain(
			'The range takes in the only estimate',
		);
		const inside = headOf('Between 60,000 and 250,000 Japanese prisoners died in Soviet captivity.');
		expect(inside).toMatch(/The range \(●\) lies inside.*\n`52,165 .*●.*═.*●.* 347,000`/);
		expect(headOf('Between 340,000 and 347,000 Japanese prisoners died in Soviet captivity')).toContain('The very range of William Nimmo.');
	});

	it('draws the scale of shares', () => {
		expect(headOf('60% of the Japanese POWs in Siberia died')).toMatch(/\n`10% .* 50% … ● 60%`/);
	});

	it('says where a date falls, and whose it is', () => {
		expect(headOf('The fighting at Khalkhin Gol began on 11 May 1939.')).toContain('The very day of Wikipedia');
		expect(headOf('The fighting at Khalkhin Gol began on 14 May 1939.')).toMatch(
			/after 12 May 1939 \(.*\) and before 15 May 1939 \(.*\)\./,
		);
		expect(headOf('The fighting at Khalkhin Gol began on 1 May 1939.')).toContain(
			'Earlier than any date given here: the first is 11 May 1939',
		);
		expect(headOf('The Treaty of Portsmouth was signed on 7 October 1906.')).toContain('Later than any date given here');
		for (const language of ['ja', 'ru'] as const)
			expect(headOf('The fighting at Khalkhin Gol began on 14 May 1939.', language)).toMatch(/12日（.*15日（|12 мая.*15 мая/);
	});

	it.each([
		['en', 'The date overlaps with that of', 'Later than any other date given here'],
		['ja', 'の示す日付と一部が重なります', 'ここに示されたほかのどの日付よりも後です'],
		['ru', 'Эта дата пересекается с той, которую даёт', 'Позже всех других приведённых здесь дат'],
	] as const)('says in “%s” which date overlaps, and that it is later than the others alone', (language, overlapping, later) => {
		const given = (date: string) => [{ date, voice: { account: checked(FORGED).agree[0]!.account } }];
		const none = { around: [], equals: [], isDay: false, later: [], within: [] };
		const dated = { ...none, earlier: given('1940'), overlaps: given('1944/1946') };
		const { value } = cardWith(FORGED, { dated }, language).fields![0]!;
		expect([value.includes(overlapping), value.includes(later)]).toEqual([true, true]);
	});

	it('names the position of a date only where one alone fits', () => {
		expect(headOf('The fighting at Khalkhin Gol began on 11 May 1939.')).toContain('sides with: “11 May 1939”');
		const several = headOf('The fighting at Khalkhin Gol began in May 1939.');
		expect(several).not.toContain('sides with');
		expect(several).toContain('The date takes in the more exact dates of');
	});

	it.each([
		['en', 'both voices agree', 'sides against: “'],
		['ja', '見解2件がどちらも一致', '反対する立場：「'],
		['ru', 'оба голоса согласны', 'против позиции: «'],
	] as const)('in “%s” says “%s” of two, and “%s” of a denial', (language, both, against) => {
		const claim = checked(FORGED);
		const two = cardWith(FORGED, { agree: claim.agree.slice(0, 2), differ: [], verdict: 'Supported' }, language);
		expect(two.fields![0]!.value).toContain(both);
		const denied = cardWith(FORGED, { position: { denied: true, id: claim.position!.id } }, language);
		expect(denied.fields![0]!.value).toContain(against);
	});

	it.each(LANGUAGES)('calls no verdict as it calls a side, in “%s”', (language) => {
		const { say } = speakerOf(language);
		const stem = (text: string) => text.replace(/[^\p{L}]/gu, '').slice(0, 6);
		const sides = [say('factcheck.agree', { count: '' }), say('factcheck.differ', { count: '' })].map(stem);
		expect(sides).not.toContain(stem(say('verdict.contradicted')));
	});

	it.each([
		['Kakuei Tanaka died in 1999', 'Contradicted', 'The entry differs'],
		['Kakuei Tanaka died in 1993', 'Supported', 'The entry agrees'],
	])('puts no source beside a date that none gives, but the entry: %s', (text, verdict, heading) => {
		const { fields = [] } = cardOf(text);
		expect(fields.map(({ name }) => name)).toEqual([expect.stringContaining(text), heading]);
		expect(fields[0]!.value).toContain(`**${verdict}:** by the date that the entry itself gives; no voice is counted`);
		expect(fields[1]!.value).toContain('The entry itself gives **16 December 1993**.');
	});

	it('says in a line of its own whose the verdict is, where no voice is counted', () => {
		const text =
			'Perry was a British admiral. The Treaty of Portsmouth was signed in 1905. The neutrality pact was printed on yellow paper.';
		const lines = cardOf(text).description!.split('\n');
		expect(lines.find((line) => line.includes('Perry'))).toMatch(/\*\*Contradicted\*\* \(the entry itself\)$/);
		expect(lines.find((line) => line.includes('Portsmouth'))).toMatch(/\*\*Supported\*\* \d+ : 0$/);
		expect(lines.find((line) => line.includes('yellow'))).toMatch(/\*\*Not covered\*\*$/);
	});

	it.each([
		['松井石根は東京裁判で死刑になった', 'Supported', 'The entry agrees', 'executed after the Tokyo trial'],
		['Perry was a British admiral', 'Contradicted', 'The entry differs', 'US naval officer'],
	])('puts no source beside what none speaks of, but the entry: %s', (text, verdict, heading, said) => {
		const { fields = [] } = cardOf(text);
		expect(fields.map(({ name }) => name)).toEqual([expect.stringContaining(text), heading]);
		expect(fields[0]!.value).toContain(`**${verdict}:** by what the entry itself states; no voice is counted`);
		expect(fields[1]!.value).toContain(said);
	});

	it.each([
		['en', '1 voice against 0, from 1 source; 1 of them holds another view as well'],
		['ja', '一致する見解1件、異なる見解0件（出典1点）。うち1件は別の立場も示しています'],
		['ru', '1 голос против 0, из 1 источника; 1 из них высказывает и другую точку зрения'],
	] as const)('says in “%s” that who is counted once holds another view as well', (language, expected) => {
		const claim = { agree: checked(FORGED).agree.slice(0, 1), both: 1, differ: [], verdict: 'Contested' as const };
		expect(cardWith(FORGED, claim, language).fields![0]!.value).toContain(expected);
		expect(cardWith(FORGED, { ...claim, both: 0 }, language).fields![0]!.value).not.toContain(expected.slice(-20));
	});

	it.each([
		['en', 'The message denies this number.', 'The message denies this date.'],
		['ja', 'このメッセージはこの数を否定しています。', 'このメッセージはこの日付を否定しています。'],
		['ru', 'Сообщение отрицает это число.', 'Сообщение отрицает эту дату.'],
	] as const)('says in “%s” that a number or a date is denied, once', (language, number, date) => {
		expect(headOf('Not 60,000 Japanese prisoners died in Soviet captivity', language)).toContain(number);
		expect(headOf('60,000 Japanese prisoners died in Soviet captivity', language)).not.toContain(number);
		expect(headOf('The neutrality pact was not signed on 15 April 1941', language)).toContain(date);
		// The position that is denied says it.
		expect(headOf('The fighting at Khalkhin Gol did not begin on 11 May 1939.', language)).not.toContain(date);
	});

	it('draws a mark at either end of the scale, whoever of the voices gives it', () => {
		const nimmo = headOf('340,000 Japanese prisoners died in Soviet captivity');
		expect(nimmo).toMatch(/\n`52,165 ┼.*┼ 347,000`/);
		const line = scaleOf({ claimed: { high: 5, low: 5, percent: false }, estimates: [{ exact: 1 }, { range: [2, 9] }], high: 9, low: 1 });
		expect([line[0], line.at(-1), line.match(/┼/g)!.length, line.match(/●/g)!.length]).toEqual(['┼', '┼', 3, 1]);
	});

	it('shows of a voice the number nearest to the claim, and its others beside it', () => {
		const said = (text: string) => cardOf(text).fields!.find(({ value }) => value.includes('William Nimmo'))!.value;
		expect(cardOf('340,000 Japanese prisoners died in Soviet captivity').fields![1]!.value).toMatch(
			/\*\*340,000–347,000\*\* · William Nimmo \[1\]\n.*\n.*\n-# also 254,000 \[1\]/,
		);
		expect(said('260,000 Japanese prisoners died in Soviet captivity')).toMatch(
			/\*\*254,000\*\* · William Nimmo.*\n.*\n.*\n-# also 340,000/,
		);
	});

	it.each([
		['en', 'It fits what counts only a part of this, and is not compared: 40,164', '(a part of it, not compared)'],
		['ja', '一部だけを数えた数とは合います（比較には含めません）：40,164', '（一部のみの数。比較には含めません）'],
		['ru', 'Подходит к числу лишь для части (в сравнение не входит): 40 164', '(лишь часть, в сравнение не входит)'],
	] as const)('tells in “%s” what counts a part only, and sets it on no side', (language, fitting, other) => {
		const { fields = [] } = cardOf('by the end of 2018 the ministry had put names to 40,164 of the dead', language);
		expect(fields[0]!.value.replaceAll('\u00A0', ' ')).toContain(fitting);
		expect(fields[0]!.value).toContain(other);
		expect(fields[1]!.value).toContain('40,399'.replace(',', language === 'ru' ? '\u00A0' : ','));
		expect(fields.filter(({ inline }) => inline)).toHaveLength(1);
	});

	it.each([
		['en', '✎ Editor’s note: The estimate of', '2 with an editor’s note ✎'],
		['ja', '✎ 編者注：The estimate of', '✎編者注付き2件'],
		['ru', '✎ Примечание редакции: The estimate of', 'с примечанием редакции ✎: 2'],
	] as const)('shows in “%s” what the editors note beside the statement, and counts what is not shown', (language, note, more) => {
		const { fields = [] } = cardOf('340,000 Japanese prisoners died in Soviet captivity', language);
		expect(fields[1]!.value).toContain(note);
		expect(fields.find(({ name }) => name === speakerOf(language).say('section.sources'))!.value).toContain('[3] Kyodo News');
		expect(cardOf('60,000 Japanese prisoners died in Soviet captivity', language).fields![2]!.value).toContain(more);
	});

	it('heads no voice by a number where a date is claimed', () => {
		const { account } = checked(FORGED).agree[0]!;
		const voice = { account: { ...account, value: { atMost: 65 } } };
		const valued = (kind: CheckedClaim['kind']) => cardWith(FORGED, { agree: [voice], kind }).fields![1]!.value;
		expect(valued('number')).toContain('**at most 65**');
		expect(valued('date')).not.toContain('65');
	});

	it.each(LANGUAGES)('counts the voices against a date of the entry in “%s”', (language) => {
		const voice = { account: checked(FORGED).agree[0]!.account };
		const own = { agrees: false, date: '1841', oldStyle: undefined };
		const claim = { agree: [voice], differ: [], own, position: undefined, verdict: 'Contested' as const };
		const [head, agree, differs] = cardWith(FORGED, claim, language).fields!;
		expect(head!.value).toContain(speakerOf(language).say('factcheck.contested-entry', { sources: 1, voices: 1 }));
		expect([agree!.name, differs!.name]).toEqual([
			speakerOf(language).say('factcheck.agree', { count: 1 }),
			speakerOf(language).say('factcheck.entry-differs'),
		]);
	});

	it('calls one speaker by one name in Japanese', () => {
		const text = JSON.stringify(cardOf(FORGED, 'ja').fields);
		expect(text).toContain('ジョン・ステファン');
		expect(text).not.toContain('John J. Stephan');
	});
});
