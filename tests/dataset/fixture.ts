/** A small dataset in view: one entry of each kind, without a fault. */
import type { Fault } from '../../src/dataset/fault.ts';
import type { RawDataset } from '../../src/dataset/load.ts';
import { checkDataFiles } from '../../src/dataset/load.ts';

export const FIXTURE: Readonly<Record<string, string>> = {
	'dataset.yml': 'name: {en: Fixture}\nversion: 2026.11.1\nlicence: CC-BY-4.0\n',
	'redirects.yml': 'old-battle: battle\n',
	'topics.yml': 'war: {en: War, ja: 戦争, ru: Война}\n',
	'event/battle.yml': `name: {en: Battle of the River, ja: 川の戦い, ru: Битва у реки}
aliases:
  spelling: [River Battle]
  loaded:
    - {text: the great provocation, usedBy: Northern newspapers}
keywords: [border, bridge]
topics: [war]
summary: Fighting at the river in 1939.
when: {date: "1939-05-11/1939-09-16"}
where: [river, Far bank]
related: [losses, treaty]
accounts:
  - source: northern-paper
    at: ¶2
    by: smith-john
    says: "Smith says that the fighting began “by chance” at the bridge."
    aspect: cause
  - source: southern-book
    at: p. 117
    says: The book says that the fighting was planned.
    aspect: cause
    value: {date: "1939-05-11"}
    note:
      says: The order has another date.
      source: northern-paper
      at: ¶9
`,
	'treaty/treaty.yml': `name: {en: Treaty of the River, ja: 川の条約, ru: Договор о реке}
topics: [war]
summary: Treaty that ended the fighting.
signed: {date: "1939-09-28", oldStyle: "1939-09-15"}
inForce: {date: "1939-10-01"}
ended: {date: "1945", how: It expired.}
parties: [North, South]
signatories:
  - {name: John Smith, for: North, person: smith-john}
articles:
  - article: "1"
    says: The fighting ends.
    source: southern-book
    at: p. 120
accounts:
  - source: southern-book
    at: p. 121
    says: The book calls the treaty fair.
`,
	'figures/losses.yml': `name: {en: Losses at the river, ja: 川での損害, ru: Потери у реки}
topics: [war]
summary: Estimates of the losses differ.
asks: {en: How many were lost?, ja: 何人失ったか, ru: Сколько погибло?}
unit: people
counts: {includes: Killed and wounded of both sides}
accounts:
  - source: northern-paper
    at: ¶3
    says: The paper gives about 20,000.
    value: {about: 20000}
  - source: southern-book
    at: p. 118
    says: The book gives 17,000 to 18,000 killed.
    counts: killed only
    value: {range: [17000, 18000], unit: killed}
silent:
  - {source: quoted-archive}
`,
	'question/who-began.yml': `name: {en: Did the North begin the fighting?, ja: 北が始めたか, ru: Начал ли Север?}
topics: [war]
summary: The sources differ on who began.
type: yes-no
positions:
  - id: "yes"
    label: {en: The North began, ja: 北が始めた, ru: Начал Север}
    answer: yes
    claims: [The North started it]
    accounts:
      - source: southern-book
        at: p. 116
        says: The book says that the North began.
  - id: "no"
    label: {en: The South began, ja: 南が始めた, ru: Начал Юг}
    answer: no
    claims: [The South started it]
    accounts:
      - source: northern-paper
        at: ¶4
        says: The paper says that the South began.
why:
  - says: They date the first shot differently.
    source: southern-book
    at: p. 116
`,
	'person/smith-john.yml': `name: {en: John Smith, ja: ジョン・スミス, ru: Джон Смит}
topics: [war]
summary: General of the North.
born: {date: "1890"}
died: {date: "1960-02-01"}
country: North
roles:
  - {role: General, when: "1938/1945"}
accounts:
  - source: northern-paper
    at: ¶1
    says: The paper calls him the general of the North.
`,
	'place/river.yml': `name: {en: The River, ja: 川, ru: Река}
aliases: {former: [Old River]}
topics: [war]
summary: A river on the border.
coordinates: {lat: 47.7, lon: 118.6}
held:
  - {by: North, when: "1900/..", source: northern-paper, at: ¶1}
accounts:
  - source: southern-book
    at: map 2
    says: The book draws the border along the river.
`,
	'term/incident.yml': `name: {en: Incident or war, ja: 事件か戦争か, ru: Инцидент или война}
topics: [war]
summary: The words say how large it was.
usage:
  - word: incident
    language: en
    usedBy: Northern newspapers
    implies: It was small.
    source: northern-paper
    at: headline
`,
	'source/northern-paper.yml': `name: {en: Northern Paper, ja: 北新聞, ru: Северная газета}
topics: [war]
form: editorial
country: North
standpoint: Newspaper of the North
witness: journalism
consulted: passage
readAt: {url: "https://mirror.example/1", what: mirror of the article}
csl: {type: article-newspaper, title: What happened, issued: "1990-05-11", URL: "https://paper.example/1"}
`,
	'source/southern-book.yml': `name: {en: Southern Book, ja: 南の本, ru: Южная книга}
topics: [war]
form: book
country: South
standpoint: Historian of the South
witness: scholarship
consulted: whole
csl: {type: book, title: The River War, issued: "1995"}
`,
	'source/quoted-archive.yml': `name: {en: Quoted archive, ja: 文書館, ru: Архив}
topics: [war]
form: archive list
country: North
standpoint: Archive of the North
witness: archive count
consulted: through
via: southern-book
csl: {type: document, title: List of losses}
`,
};

export type Changes = Readonly<Record<string, string | null>>;

export function filesWith(changes: Changes = {}): { content: Uint8Array; file: string }[] {
	return Object.entries({ ...FIXTURE, ...changes }).flatMap(([file, text]) =>
		text === null ? [] : [{ content: new TextEncoder().encode(text), file }],
	);
}

/** The faults of the fixture with some files changed, added or (`null`) removed. */
export function lintWith(changes: Changes = {}): Fault[] {
	return checkDataFiles('fixture', filesWith(changes)).faults;
}

export function rawWith(changes: Changes = {}): RawDataset {
	return checkDataFiles('fixture', filesWith(changes)).raw;
}

/** One file of the fixture with one piece of text in place of another. */
export function edit(file: string, from: string, to: string): Changes {
	const text = FIXTURE[file];
	if (!text?.includes(from)) throw new Error(`${file} does not contain ${JSON.stringify(from)}`);
	return { [file]: text.replace(from, to) };
}
