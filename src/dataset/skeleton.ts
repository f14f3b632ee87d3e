/** The beginning of a new entry: every required field with a placeholder, and what else there could be as comments. */
import { schemaFileOf } from './fields.ts';
import type { Kind } from './kinds.ts';

const NAMES = (
	what: string,
) => `# The title that every side could use, in English, Japanese and Russian at least; mn, zh and ko where they apply.
name: {en: "TODO ${what}", ja: "TODO 日本語", ru: "TODO Русский"}
# Other names, by why they differ: spelling, transliteration, former, abbreviation, translation, loaded.
# aliases:
#   spelling: [Other Spelling]
#   loaded:
#     - {text: a name that takes a side, usedBy: who uses it}
# Words by which people look for it that are not names of it.
# keywords: [word, another word]
# One to four topics of data/topics.yml.
topics: [todo]
`;

const SUMMARY = `# One neutral sentence that every side could sign.
summary: TODO one sentence with a full stop.
`;

const DATE = 'EDTF: "1939", "1939-05", "1939-05-11", "1939-05-11/1939-09-16", "1648~" (about), "193X". A Julian day goes under oldStyle.';

const account = (indent: string, value?: string) => `${indent}- source: todo  # id of a file in data/source/
${indent}  at: TODO where  # section and paragraph, page or article: findable in a minute
${indent}  # by: person-id  # when the source quotes somebody else
${indent}  says: TODO who says what, in your own neutral words.
${indent}  aspect: course  # cause, legality, losses, date, naming, opinion, …: see docs/data.md
${value ? `${indent}  value: ${value}\n` : `${indent}  # value: {date: "1939-05-11"}  # or {exact: 1}, {about: 1}, {atLeast: 1}, {atMost: 1}, {range: [1, 2]}\n`}`;

const ENDING = `# Which side or evidence is missing here.
# gap: No Soviet account was found.
# Entries to read next, nearest first.
# related: [id-of-an-entry]
`;

const BODIES: Record<Kind, string> = {
	event: `${NAMES('Name of the event')}${SUMMARY}# ${DATE}
when: {date: "0001"}
# Ids of places, or plain names where a place has no entry.
# where: [khalkhin-gol-river]
${ENDING}accounts:
${account('  ')}`,
	treaty: `${NAMES('Name of the treaty')}${SUMMARY}# ${DATE}
signed: {date: "0001"}
# signedAt: Moscow
# inForce: {date: "1941-04-25"}
# ended: {date: "1946-04-25", how: Denounced by one party.}
parties: [TODO, TODO too]
# signatories:
#   - {name: Name, for: Party, person: id-of-a-person}
# articles:
#   - article: "1"
#     says: What it lays down, in your own words.
#     source: id-of-the-treaty-text
#     at: art. 1
${ENDING}accounts:
${account('  ')}`,
	figures: `${NAMES('What is counted')}${SUMMARY}# The question in plain words.
asks: {en: "TODO How many…?", ja: "TODO 日本語", ru: "TODO Русский"}
# when: {date: "1945/1956"}  # ${DATE}
unit: people
counts:
  includes: TODO who or what is counted
  # excludes: who or what is not
${ENDING}accounts:
${account('  ', '{about: 1}  # TODO or {exact: 1}, {atLeast: 1}, {atMost: 1}, {range: [1, 2]}')}# Why they differ.
# why:
#   - says: One source counts civilians too, the other does not.
`,
	question: `${NAMES('The question?')}${SUMMARY}# yes-no, which, when, who, why or how.
type: yes-no
# when: {date: "1945"}  # ${DATE}
${ENDING}# The answers that sources give, each with its accounts. Only yes-no questions have “answer”.
positions:
  - id: "yes"
    label: {en: "TODO Yes: in a few words", ja: "TODO 日本語", ru: "TODO Русский"}
    answer: yes
    # How people put it, in any language: what Fact-check recognises.
    # claims: [Somebody would say this]
    accounts:
${account('      ')}  - id: "no"
    label: {en: "TODO No: in a few words", ja: "TODO 日本語 2", ru: "TODO Русский 2"}
    answer: no
    accounts:
${account('      ')}`,
	person: `${NAMES('Name of the person')}${SUMMARY}# ${DATE}
# born: {date: "1881"}
# died: {date: "1946"}
country: TODO
roles:
  - {role: TODO office}  # when: "1938/1945"
${ENDING}accounts:
${account('  ')}`,
	place: `${NAMES('Name of the place')}${SUMMARY}# In degrees: north and east are positive.
coordinates: {lat: 0, lon: 0}
# Who held it when; rival claims each in a row of their own.
# held:
#   - {by: Japan, when: "1875/1945", basis: treaty of Saint Petersburg, source: id-of-a-source, at: art. 2}
${ENDING}accounts:
${account('  ')}`,
	term: `${NAMES('The word, or the words')}${SUMMARY}# Who says which word, and what the word implies.
usage:
  - word: TODO word
    # language: ja
    usedBy: TODO who says it
    implies: TODO what it says beyond the thing it names.
    source: todo  # id of a file in data/source/
    at: TODO where
${ENDING}`,
	source: `# Who speaks, short enough to head a column.
name: {en: "TODO Short name", ja: "TODO 日本語", ru: "TODO Русский"}
# One to four topics of data/topics.yml.
topics: [todo]
# What it is in a word or two: editorial, treaty text, essay, archive list.
form: TODO form
# Where it speaks from.
country: TODO
# Who speaks, in neutral words.
standpoint: TODO who speaks
# primary text, official position, archive count, scholarship, reference work, journalism, opinion, memoir, survey
witness: scholarship
# What this source cannot show.
# limits: A summary; the archive itself was not seen.
# whole, passage, literature (standard work, not opened), through (known only through via)
consulted: passage
# via: id-of-the-source-that-quotes-it  # with “consulted: through” only
# readAt: {url: "https://…", what: mirror of the article}  # where the passage was read when that is a copy
csl:
  type: book  # article-newspaper, article-journal, chapter, webpage, treaty, report, …
  title: TODO title
  author:
    - {literal: TODO author}  # or {family: Hata, given: Ikuhiko}
  issued: "0001"
  # publisher: Publisher
  # URL: https://…
  # language: en
`,
};

/** Fits the schema but for what still says TODO, which the linter names field by field. */
export function skeletonOf(kind: Kind): string {
	return `# yaml-language-server: $schema=../${schemaFileOf(kind)}\n# Replace every TODO, todo and 0001, remove what does not apply, then: npm run data:lint and npm run data:preview\n${BODIES[kind]}`;
}
