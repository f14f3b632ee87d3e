/** Who held an office, and who signed. */
import { formatDate } from '../../cards/dates.ts';
import { nameOf } from '../../cards/names.ts';
import type { Account, PersonEntry, Topic, TreatyEntry } from '../../dataset/schema.ts';
import { fold } from '../../search/fold.ts';
import { shuffleNearFirst } from '../dice.ts';
import { firmAccounts, type Knowledge, namesOf, periodOf } from '../knowledge.ts';
import { filtered, mapped, type Offered, type Plan, plan } from '../plan.ts';
import { markOf, toldOf } from '../question.ts';
import { contentWords } from '../voices.ts';

const NEAREST = 10;
const NAME_PART_MIN_LENGTH = 3;
/** Whoever is only said to have talked has not signed. */
const SIGNING = /\bsign|\bconclu|\bagreed?\b|\bagreement of\b|\bsettled\b|\bput (?:his|their) names?\b/iu;

/** From here on, those without known years are taken for alive: they are the people of our day. */
const OUR_DAY = 1985;

/** Adult years of somebody of whom only some are known. */
function isContemporary(person: PersonEntry, year: number): boolean {
	const period = periodOf(person);
	if (!period) return year >= OUR_DAY;
	return period[0] + 20 <= year && year <= Math.max(period[1], period[0] + 30);
}

/** One land under its changing names. */
const landOf = (country: string): string =>
	[/russia|soviet|ussr/iu, /china|manchukuo/iu, /mongol/iu].find((land) => land.test(country))?.source ?? country;

const partsOf = (name: string) =>
	fold(name)
		.split(' ')
		.filter((part) => part.length >= NAME_PART_MIN_LENGTH);

/** Offices with years, or bound to a place or body by name: “Naval officer” might be said of anybody. */
function isOwnOffice({ role, when }: PersonEntry['roles'][number]): boolean {
	return when !== undefined || /\s(?!USSR\b|Japan\b|Russia\b)\p{Lu}/u.test(role.slice(1));
}

export function rolePlans(entry: Topic, knowledge: Knowledge): Plan[] {
	if (entry.kind !== 'person') return [];
	const seen = new Set<string>();
	return entry.roles.filter(isOwnOffice).flatMap((role) => {
		const words = contentWords(role.role);
		const account =
			words.size > 0 && firmAccounts(entry).find(({ note, says }) => !note && [...words].every((word) => contentWords(says).has(word)));
		const mark = markOf(role.role, role.when);
		if (!account || seen.has(mark)) return [];
		seen.add(mark);
		return [rolePlan(entry, role, mark, account, knowledge)];
	});
}

function rolePlan(
	entry: PersonEntry,
	{ role, when }: PersonEntry['roles'][number],
	mark: string,
	account: Account,
	knowledge: Knowledge,
): Plan {
	const words = [...contentWords(role)];
	// Nobody who is said to have done anything of the kind, in whatever years.
	const isOther = (other: PersonEntry) => {
		if (other.roles.some((own) => words.some((word) => contentWords(own.role).has(word)))) return false;
		const said = contentWords(knowledge.textOf(other));
		return !words.every((word) => said.has(word));
	};
	return plan(entry, 'role', [mark], 0.5, ({ dice, speaker }) => {
		const year = when ? Number(/\d{4}/.exec(when)?.[0]) : (periodOf(entry)?.[0] ?? 1900) + 45;
		const people = knowledge.dataset.ofKind('person').filter((other) => other !== entry && isContemporary(other, year));
		// Among people of other countries the one of this country would stand out.
		const sorted = people.filter(({ country }) => landOf(country) === landOf(entry.country));
		const name = nameOf(entry.name, speaker);
		if (partsOf(name).some((part) => fold(role).includes(part))) return undefined;
		return {
			accepts: namesOf(entry),
			cited: [{ at: account.at, source: account.source }],
			prompt: when
				? speaker.say('quiz.ask.role.dated', { country: speaker.word('powers', entry.country), role, when: formatDate(when, speaker) })
				: speaker.say('quiz.ask.role', { country: speaker.word('powers', entry.country), role }),
			right: { means: { entry: entry.id }, text: name },
			told: [
				toldOf(account),
				...firmAccounts(entry)
					.filter((other) => other !== account)
					.map((other) => toldOf(other)),
			],
			wrong: mapped(
				filtered(shuffleNearFirst(sorted, NEAREST, dice), isOther),
				(other): Offered => ({ means: { entry: other.id }, text: nameOf(other.name, speaker) }),
			),
		};
	});
}

export function signatoryPlans(entry: Topic, knowledge: Knowledge): Plan[] {
	if (entry.kind !== 'treaty') return [];
	return (entry.signatories ?? []).flatMap((signatory) => {
		const known = signatory.person ? knowledge.dataset.get(signatory.person) : undefined;
		const person = known?.kind === 'person' ? known : undefined;
		const names = new Set([signatory.name, ...(person ? [person.name.en] : [])].flatMap(partsOf));
		const names2 = [...names].filter((part) => part.length > 3);
		const about = [
			...firmAccounts(entry),
			...(person ? firmAccounts(person).filter(({ says }) => SIGNING.test(says) && speaksOfTreaty(says, entry)) : []),
		];
		const account =
			about.find(({ note, says }) => !note && SIGNING.test(says) && names2.some((part) => fold(says).split(' ').includes(part))) ??
			(person ? firmAccounts(person).find(({ says }) => /\bsigned?\b/iu.test(says) && speaksOfTreaty(says, entry)) : undefined);
		return account ? [signatoryPlan(entry, signatory, person, account, knowledge)] : [];
	});
}

/** Names the treaty by a word of its title or by its year. */
function speaksOfTreaty(says: string, { name, signed }: TreatyEntry): boolean {
	const words = contentWords(says);
	const own = [...contentWords(name.en)].filter(
		(word) => word.length > 4 && !['treaty', 'declaration', 'convention', 'agreement', 'statement', 'protocol'].includes(word),
	);
	return own.some((word) => words.has(word)) && (own.length > 1 || says.includes(signed.date.slice(0, 4)));
}

function signatoryPlan(
	entry: TreatyEntry,
	signatory: NonNullable<TreatyEntry['signatories']>[number],
	person: PersonEntry | undefined,
	account: Account,
	knowledge: Knowledge,
): Plan {
	return plan(entry, 'signatory', [markOf(signatory.person ?? signatory.name, signatory.for)], 0.6, ({ dice, speaker }) => {
		const text = knowledge.textOf(entry).split(' ');
		const inTreaty = new Set(text);
		const title = nameOf(entry.name, speaker);
		const name = person ? nameOf(person.name, speaker) : signatory.name;
		if (partsOf(signatory.name).some((part) => part.length > 3 && fold(title).includes(part))) return undefined;
		const year = periodOf(entry)![0];
		const party = fold(signatory.for);
		const people = knowledge.dataset.ofKind('person').filter((other) => other !== person && isContemporary(other, year));
		const ofParty = (other: PersonEntry) =>
			fold(other.country).includes(party) || (['russia', 'ussr'].includes(party) && /russia|soviet|ussr/iu.test(other.country));
		// Among people of other countries the one of this party would stand out.
		const sorted = people.filter(ofParty);
		const isAbsent = (other: PersonEntry) =>
			!namesOf(other)
				.flatMap(partsOf)
				.some((part) => part.length > 3 && inTreaty.has(part)) && !knowledge.textOf(other).includes(fold(title));
		return {
			accepts: [signatory.name, ...(person ? namesOf(person) : [])],
			cited: [{ at: account.at, source: account.source }],
			prompt: speaker.say('quiz.ask.signatory', { name: title, party: speaker.word('powers', signatory.for) }),
			right: { means: person ? { entry: person.id } : { name: signatory.name }, text: name },
			told: [
				toldOf(account),
				...firmAccounts(entry)
					.filter((other) => other !== account && (other.aspect === 'date' || other.aspect === undefined))
					.map((other) => toldOf(other)),
			],
			wrong: mapped(
				filtered(shuffleNearFirst(sorted, NEAREST, dice), isAbsent),
				(other): Offered => ({ means: { entry: other.id }, text: nameOf(other.name, speaker) }),
			),
		};
	});
}
