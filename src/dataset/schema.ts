/**
 * What an entry may say: the one definition of the dataset's format. The types, the loader's checks, the linter and
 * the JSON Schema for editors all come from the zod schemas of this file.
 */
import { z } from 'zod';
import { parseEdtf } from './edtf.ts';
import { ASPECTS, type Aspect, KINDS, type Kind } from './kinds.ts';

export { ASPECTS, type Aspect, KINDS, type Kind };

/** Languages in which an entry may be named (BCP 47). */
export const NAME_LANGUAGES = ['en', 'ja', 'ru', 'mn', 'zh', 'ko'] as const;
export type NameLanguage = (typeof NAME_LANGUAGES)[number];

/** Shown as an embed's title (Discord: 256) with a kind beside it. */
export const NAME_MAX_LENGTH = 120;
/** One column of an answer must be read at a glance; three of them share an embed of 6,000 characters. */
export const SAYS_MAX_LENGTH = 400;
/** The sentence under the title. */
export const SUMMARY_MAX_LENGTH = 320;
/** A place in a source fits on one line of a citation. */
export const AT_MAX_LENGTH = 140;
/** Fits in Discord's 64-character custom_id payload together with the action. */
export const ID_MAX_LENGTH = 48;

const CONTROL_OR_INVISIBLE = /[\p{Cc}\p{Co}\p{Cn}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

function text(maxLength: number) {
	return z
		.string()
		.min(1)
		.max(maxLength)
		.refine((value) => value === value.trim(), { error: 'begins or ends with a space' })
		.refine((value) => !CONTROL_OR_INVISIBLE.test(value), { error: 'contains a line break or an invisible character' });
}

/** Checked by hand, for zod’s own check overlooks blanks around an address. */
const urlSchema = z
	.string()
	.max(500)
	.refine((value) => /^https?:\/\/\S+$/u.test(value) && URL.canParse(value) && !CONTROL_OR_INVISIBLE.test(value), {
		error: 'is not a whole address that begins with http:// or https://',
	})
	.meta({ description: 'Whole address, beginning with http:// or https://.', format: 'uri' });

/** `lower-case-words-1939`: the file's name and the entry's address, unique over all kinds. */
export const idSchema = z
	.string()
	.max(ID_MAX_LENGTH)
	.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'is not an id (lower-case letters, digits and single hyphens)' })
	.meta({ description: 'Id of an entry: its file name without .yml.' });

export const edtfSchema = z
	.string()
	.refine((value) => parseEdtf(value) !== null, { error: 'is not an existing date in EDTF notation' })
	.meta({ description: 'EDTF date: 1939, 1939-05, 1939-05-11, 1939-21 (spring), 1939~, 1939-05-11/1939-09-16.' });

const namesSchema = z
	.strictObject({
		en: text(NAME_MAX_LENGTH),
		ja: text(NAME_MAX_LENGTH).optional(),
		ru: text(NAME_MAX_LENGTH).optional(),
		mn: text(NAME_MAX_LENGTH).optional(),
		zh: text(NAME_MAX_LENGTH).optional(),
		ko: text(NAME_MAX_LENGTH).optional(),
	})
	.meta({ description: 'What the entry is called, by language.' });

const loadedNameSchema = z.strictObject({
	text: text(NAME_MAX_LENGTH).meta({ description: 'The name itself.' }),
	usedBy: text(120).meta({ description: 'Who uses this name.' }),
	note: text(200).optional().meta({ description: 'What the name implies.' }),
});

const aliasListSchema = z.array(text(NAME_MAX_LENGTH)).min(1);

const aliasesSchema = z
	.strictObject({
		spelling: aliasListSchema.optional().meta({ description: 'Other spellings of the same name in the same script.' }),
		transliteration: aliasListSchema.optional().meta({ description: 'The name carried into another script.' }),
		former: aliasListSchema.optional().meta({ description: 'Names no longer in use.' }),
		abbreviation: aliasListSchema.optional().meta({ description: 'Initials: USSR, SFPT, POW.' }),
		translation: aliasListSchema.optional().meta({ description: 'The same name in other words or another language.' }),
		loaded: z.array(loadedNameSchema).min(1).optional().meta({ description: 'Names that take a side, with who uses them.' }),
	})
	.meta({ description: 'Other names, by why they differ.' });

/** A named voice: the id of a person entry, or a plain name (which contains a space or a capital letter). */
const speakerSchema = text(120).meta({
	description: 'Who says it when it is not the author of the source: a person id, or a name in plain words.',
});

const countSchema = z.number().nonnegative();

/** A number as its source gives it. */
export const quantitySchema = z
	.union([
		z.strictObject({ exact: countSchema, unit: text(40).optional() }),
		z.strictObject({ about: countSchema, unit: text(40).optional() }),
		z.strictObject({ atLeast: countSchema, unit: text(40).optional() }),
		z.strictObject({ atMost: countSchema, unit: text(40).optional() }),
		z.strictObject({
			range: z.tuple([countSchema, countSchema]).refine(([low, high]) => low < high, { error: 'the first number must be the lower one' }),
			unit: text(40).optional(),
		}),
	])
	.meta({ description: 'exact, about, atLeast, atMost: a number; range: [low, high].' });
export type Quantity = z.infer<typeof quantitySchema>;

const dateValueSchema = z.strictObject({ date: edtfSchema, oldStyle: edtfSchema.optional() });

export const valueSchema = z.union([quantitySchema, dateValueSchema]);
export type Value = z.infer<typeof valueSchema>;

const citationSchema = {
	source: idSchema.meta({ description: 'Id of the source.' }),
	at: text(AT_MAX_LENGTH).meta({ description: 'Section and paragraph, page or article: exact enough to find it in a minute.' }),
};

const editorsNoteSchema = z
	.strictObject({
		says: text(SAYS_MAX_LENGTH).meta({ description: 'What the reference shows, in a neutral sentence.' }),
		...citationSchema,
	})
	.meta({ description: "Editor's note: what a reference shows beside this account. The account itself stays." });

const accountFields = {
	...citationSchema,
	by: speakerSchema.optional(),
	says: text(SAYS_MAX_LENGTH).meta({ description: 'In our own neutral words; attributed, never copied.' }),
	aspect: z.enum(ASPECTS).optional().meta({ description: 'What it speaks of; accounts on one aspect are set side by side.' }),
	claims: z.array(text(200)).min(1).optional().meta({
		description: 'How people put what this account says, whole sentences in any language: what Fact-check recognises it by. Never shown.',
	}),
	counts: text(160).optional().meta({ description: 'What this source counts, where that differs from its neighbours.' }),
	note: editorsNoteSchema.optional(),
	part: z.literal(true).optional().meta({
		description:
			'The number counts only a part of what the entry asks for (or another year of a running count): shown, never compared with the others.',
	}),
	reports: z
		.literal(true)
		.optional()
		.meta({ description: 'The source reports this view without holding it: shown, never counted on a side.' }),
};

export const accountSchema = z
	.strictObject({ ...accountFields, value: valueSchema.optional().meta({ description: 'The number or date itself.' }) })
	.meta({ description: 'What one source says about one thing.' });
export type Account = z.infer<typeof accountSchema>;

const estimateSchema = z
	.strictObject({ ...accountFields, value: quantitySchema })
	.meta({ description: 'One estimate: an account that must have a value.' });

const silentSchema = z
	.array(
		z.strictObject({
			source: idSchema.meta({ description: 'Id of the source.' }),
			note: text(200).optional().meta({ description: 'Which part of the source is silent, or what it says instead.' }),
		}),
	)
	.min(1)
	.meta({ description: 'Sources that treat the topic and say nothing on this point.' });

const whySchema = z
	.array(
		z.strictObject({
			says: text(SAYS_MAX_LENGTH).meta({ description: 'One reason, in a neutral sentence.' }),
			source: idSchema.optional().meta({ description: 'The source that shows it; none for a plain reading of what each counts.' }),
			at: text(AT_MAX_LENGTH).optional().meta({ description: 'Where in that source.' }),
		}),
	)
	.min(1)
	.meta({ description: 'Why they differ: shown by a source, or by a plain reading of what each counts.' });

const commonFields = {
	name: namesSchema,
	aliases: aliasesSchema.optional(),
	keywords: z.array(text(80)).min(1).optional().meta({ description: 'Words by which people look for it that are not names of it.' }),
	topics: z.array(idSchema).min(1).max(4).meta({ description: 'Topics of data/topics.yml.' }),
	summary: text(SUMMARY_MAX_LENGTH).meta({ description: 'One neutral sentence that every side could sign.' }),
	related: z.array(idSchema).min(1).max(20).optional().meta({ description: 'Ids of entries to read next, nearest first.' }),
	gap: text(300).optional().meta({ description: 'Which side or evidence is missing here.' }),
	note: z.array(editorsNoteSchema).min(1).optional(),
};

const datedSchema = z.strictObject({
	date: edtfSchema,
	oldStyle: edtfSchema.optional().meta({ description: 'The same day in the Julian calendar, where sources mix the two.' }),
	disputed: text(200).optional().meta({ description: 'Which other dates are given, and by whom.' }),
});

export const eventSchema = z.strictObject({
	...commonFields,
	when: datedSchema.meta({ description: 'When it happened, new style.' }),
	where: z.array(text(80)).min(1).optional().meta({ description: 'Place ids or plain names.' }),
	accounts: z.array(accountSchema).min(1),
});

export const treatySchema = z.strictObject({
	...commonFields,
	signed: datedSchema.meta({ description: 'Day of signature.' }),
	signedAt: text(80).optional().meta({ description: 'Where it was signed.' }),
	inForce: datedSchema.optional().meta({ description: 'Day on which it took effect.' }),
	ended: z
		.strictObject({ ...datedSchema.shape, how: text(200).meta({ description: 'Expired, denounced, replaced by…' }) })
		.optional()
		.meta({ description: 'When and how it ended.' }),
	parties: z.array(text(80)).min(1).meta({ description: 'The states that concluded it.' }),
	signatories: z
		.array(
			z.strictObject({
				name: text(80),
				for: text(80).meta({ description: 'For which party.' }),
				person: idSchema.optional().meta({ description: 'Id of the person, where there is an entry.' }),
			}),
		)
		.min(1)
		.optional()
		.meta({ description: 'Who signed, and for whom.' }),
	articles: z
		.array(
			z.strictObject({
				article: text(40).meta({ description: 'Number or letter of the article.' }),
				says: text(SAYS_MAX_LENGTH).meta({ description: 'What it lays down, in our own words.' }),
				...citationSchema,
				by: speakerSchema.optional(),
				note: editorsNoteSchema.optional(),
			}),
		)
		.min(1)
		.optional(),
	accounts: z.array(accountSchema).min(1),
});

export const figuresSchema = z.strictObject({
	...commonFields,
	asks: namesSchema.meta({ description: 'The question in plain words.' }),
	when: datedSchema.optional(),
	unit: text(40).meta({ description: 'What the numbers count: people, ships, roubles.' }),
	counts: z
		.strictObject({
			includes: text(240).meta({ description: 'Who or what is counted.' }),
			excludes: text(240).optional().meta({ description: 'Who or what is not.' }),
		})
		.meta({ description: 'What the question is about, so that only like is set beside like.' }),
	accounts: z.array(estimateSchema).min(1),
	why: whySchema.optional(),
	silent: silentSchema.optional(),
});

export const questionSchema = z.strictObject({
	...commonFields,
	type: z.enum(['yes-no', 'which', 'when', 'who', 'why', 'how']).meta({ description: 'How the question is answered.' }),
	when: datedSchema.optional(),
	positions: z
		.array(
			z.strictObject({
				id: idSchema.meta({ description: 'Short id, unique within the question.' }),
				label: namesSchema.meta({ description: 'The position in a few words.' }),
				/** Only for yes-no questions. */
				answer: z.enum(['yes', 'no', 'partly', 'open']).optional().meta({ description: 'Required on yes-no questions, and only there.' }),
				claims: z
					.array(text(200))
					.min(1)
					.optional()
					.meta({ description: 'How people put this position, in any language: what Fact-check recognises.' }),
				accounts: z.array(accountSchema).min(1),
			}),
		)
		.min(1),
	why: whySchema.optional(),
	silent: silentSchema.optional(),
});

export const personSchema = z.strictObject({
	...commonFields,
	born: datedSchema.optional().meta({ description: 'Date of birth.' }),
	died: datedSchema.optional().meta({ description: 'Date of death.' }),
	country: text(80).meta({ description: 'The country for which or in which the person acted.' }),
	roles: z
		.array(z.strictObject({ role: text(120).meta({ description: 'Office or calling.' }), when: edtfSchema.optional() }))
		.min(1)
		.meta({ description: 'What the person was, and when.' }),
	accounts: z.array(accountSchema).min(1),
});

export const placeSchema = z.strictObject({
	...commonFields,
	coordinates: z
		.strictObject({
			lat: z.number().min(-90).max(90).meta({ description: 'Degrees; south is negative.' }),
			lon: z.number().min(-180).max(180).meta({ description: 'Degrees; west is negative.' }),
		})
		.meta({ description: 'Where it is; the middle of an area.' }),
	held: z
		.array(
			z.strictObject({
				by: text(80).meta({ description: 'Who held it.' }),
				when: edtfSchema,
				basis: text(160).optional().meta({ description: 'By what title: treaty, occupation, claim.' }),
				...citationSchema,
			}),
		)
		.min(1)
		.optional()
		.meta({ description: 'Who held it when; rival claims each in a row of their own.' }),
	accounts: z.array(accountSchema).min(1),
});

export const termSchema = z.strictObject({
	...commonFields,
	usage: z
		.array(
			z.strictObject({
				word: text(NAME_MAX_LENGTH).meta({ description: 'The word as it is used.' }),
				language: z.enum(NAME_LANGUAGES).optional(),
				usedBy: text(120).meta({ description: 'Who says it.' }),
				implies: text(300).meta({ description: 'What the word says beyond the thing it names.' }),
				by: speakerSchema.optional(),
				...citationSchema,
			}),
		)
		.min(1)
		.meta({ description: 'Who says which word, and what the word implies.' }),
	accounts: z.array(accountSchema).min(1).optional(),
});

/** What kind of witness a source is. */
export const WITNESSES = [
	'primary text',
	'official position',
	'archive count',
	'scholarship',
	'reference work',
	'journalism',
	'opinion',
	'memoir',
	'survey',
] as const;
export type Witness = (typeof WITNESSES)[number];

const cslNameSchema = z.union([z.strictObject({ family: text(80), given: text(80).optional() }), z.strictObject({ literal: text(160) })]);

/** A subset of CSL-JSON 1.0 (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html); `issued` in EDTF. */
export const cslSchema = z.strictObject({
	type: z.enum([
		'article',
		'article-journal',
		'article-magazine',
		'article-newspaper',
		'bill',
		'book',
		'broadcast',
		'chapter',
		'dataset',
		'document',
		'entry-encyclopedia',
		'hearing',
		'interview',
		'legal_case',
		'legislation',
		'manuscript',
		'map',
		'motion_picture',
		'pamphlet',
		'personal_communication',
		'post-weblog',
		'regulation',
		'report',
		'review',
		'review-book',
		'speech',
		'thesis',
		'treaty',
		'webpage',
	]),
	title: text(300),
	author: z.array(cslNameSchema).min(1).optional(),
	editor: z.array(cslNameSchema).min(1).optional(),
	translator: z.array(cslNameSchema).min(1).optional(),
	issued: edtfSchema.optional(),
	publisher: text(160).optional(),
	'publisher-place': text(80).optional(),
	'container-title': text(200).optional(),
	volume: text(20).optional(),
	issue: text(20).optional(),
	page: text(40).optional(),
	ISBN: text(40).optional(),
	DOI: text(100).optional(),
	URL: urlSchema.optional(),
	language: text(20).optional(),
	note: text(300).optional(),
});
export type Csl = z.infer<typeof cslSchema>;

export const sourceSchema = z.strictObject({
	name: namesSchema.meta({ description: 'Who speaks, short enough to head a column: “Sankei Shimbun”.' }),
	aliases: aliasesSchema.optional(),
	keywords: commonFields.keywords,
	topics: commonFields.topics,
	form: text(60).meta({ description: 'What it is, in a word or two: editorial, treaty text, essay, archive list.' }),
	country: text(80).meta({ description: 'Where it speaks from.' }),
	standpoint: text(240).meta({ description: 'Who speaks, in neutral words.' }),
	witness: z.enum(WITNESSES).meta({ description: 'What kind of witness it is.' }),
	limits: text(SAYS_MAX_LENGTH).optional().meta({ description: 'What this source cannot show.' }),
	consulted: z.enum(['whole', 'passage', 'literature', 'through']).meta({
		description:
			'whole: read in full; passage: the passage was read at the address; literature: standard work, not opened; through: known only through `via`.',
	}),
	via: idSchema.optional().meta({ description: 'The source through which this one is known.' }),
	readAt: z
		.strictObject({ url: urlSchema, what: text(120) })
		.optional()
		.meta({ description: 'Where the passage was read when that is a copy (mirror, blog, forum) of the work cited.' }),
	csl: cslSchema.meta({ description: 'Bibliography in CSL-JSON; issued in EDTF.' }),
	related: commonFields.related,
	note: commonFields.note,
});

export const ENTRY_SCHEMAS = {
	event: eventSchema,
	treaty: treatySchema,
	figures: figuresSchema,
	question: questionSchema,
	person: personSchema,
	place: placeSchema,
	term: termSchema,
	source: sourceSchema,
} as const satisfies Record<Kind, z.ZodType>;

type Loaded<K extends Kind> = z.infer<(typeof ENTRY_SCHEMAS)[K]> & { readonly id: string; readonly kind: K };

export type EventEntry = Loaded<'event'>;
export type TreatyEntry = Loaded<'treaty'>;
export type FiguresEntry = Loaded<'figures'>;
export type QuestionEntry = Loaded<'question'>;
export type PersonEntry = Loaded<'person'>;
export type PlaceEntry = Loaded<'place'>;
export type TermEntry = Loaded<'term'>;
export type SourceEntry = Loaded<'source'>;
export type Entry = { [K in Kind]: Loaded<K> }[Kind];
/** An entry that says something about the past: everything but a source. */
export type Topic = Exclude<Entry, SourceEntry>;

/** `data/topics.yml`: the topics by which entries are grouped, with their names. */
export const topicsFileSchema = z.record(idSchema, namesSchema);
/** `data/redirects.yml`: a former id and the id that took its place. */
export const redirectsFileSchema = z.record(idSchema, idSchema);
/** `data/dataset.yml`: what the dataset is called and which version this is. */
export const manifestSchema = z.strictObject({
	name: namesSchema,
	version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/, { error: 'is not a version such as 2026.11.1 (year, month, number)' }),
	licence: text(60),
});
