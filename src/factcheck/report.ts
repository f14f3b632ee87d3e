/** What a check of a message finds: counts and places, never a ruling. */
import type { Account, Quantity } from '../dataset/schema.ts';

/**
 * Supported: all that speak of it agree. Contested: they differ. Contradicted: none that speaks of it agrees. Not covered: the
 * topic is in the dataset, and no source there speaks of this point.
 */
export type Verdict = 'Contested' | 'Contradicted' | 'Not covered' | 'Supported';
/** What a claim gives that can be set beside the sources. */
export type ClaimKind = 'date' | 'fact' | 'number' | 'position';

/** Who agrees or differs: one speaker through one source, with the account that says it. */
export interface Voice {
	readonly account: Account;
	/** What the same voice gives beside it: other numbers, or other positions that it holds. */
	readonly also?: readonly Voice[];
	/** The position that the account argues for, by its id, in a question. */
	readonly position?: string;
}

/** Where the number of a claim falls among those of the sources. */
export interface Placement {
	/** Why a number that lies outside agrees all the same: as a round figure with the nearest estimate, or with another alone; or because one of the two is a bound. */
	readonly agrees?: 'bound' | 'close' | 'some';
	/** What the claim gives: a range where the two differ. */
	readonly claimed: { readonly high: number; readonly low: number; readonly percent: boolean };
	/** Voices that give the very number, or the very range. */
	readonly equals: readonly Voice[];
	/** All numbers that the claim is set beside: the lowest and the highest bound are `low` and `high`. */
	readonly estimates: readonly Quantity[];
	readonly high: number;
	readonly low: number;
	/** `only`: it is the one number that is given. Of ranges: `around` takes in all that is given, the others begin below or end above it. */
	readonly where: 'above' | 'around' | 'begins-below' | 'below' | 'ends-above' | 'inside' | 'only';
}

/** Where the date of a claim falls among those of the sources. A voice that is not given stands for the entry, which states a date of its own. */
export interface DatePlacement {
	/** Voices whose date holds that of the claim, and is less exact. */
	readonly around: readonly DateGiven[];
	/** Voices that give the last of the dates before it. */
	readonly earlier: readonly DateGiven[];
	/** Voices that give the very date. */
	readonly equals: readonly DateGiven[];
	/** Whether the claim gives a day. */
	readonly isDay: boolean;
	/** Voices that give the first of the dates after it. */
	readonly later: readonly DateGiven[];
	/** Voices whose date has days in common with that of the claim, and others of its own, as the claim has. */
	readonly overlaps: readonly DateGiven[];
	/** Voices whose date lies in that of the claim, and is more exact. */
	readonly within: readonly DateGiven[];
}

export interface DateGiven {
	/** In EDTF; none where the position of the voice says it in words. */
	readonly date?: string;
	readonly voice?: Voice;
}

/** An account whose number counts only a part of what its entry asks for. */
export interface Part {
	readonly account: Account;
	/** Whether the number of the claim fits it. */
	readonly fits: boolean;
}

/**
 * What the entry states for itself, where none of its accounts speaks of it: a date, or what its summary and its other fields hold. It stands
 * on a side, and is nobody's voice.
 */
export interface OwnStatement {
	/** Whether it agrees with the claim, be it that the claim denies something else. */
	readonly agrees: boolean;
	/** In EDTF; none where no date is what it states. */
	readonly date?: string;
	readonly oldStyle?: string;
}

export interface CheckedClaim {
	readonly agree: readonly Voice[];
	/** How many voices hold what is claimed or denied and something else as well: they are counted once, with the former. */
	readonly both?: number;
	readonly dated?: DatePlacement;
	/** Whether the claim denies the number or the date that it gives. */
	readonly denied?: boolean;
	readonly differ: readonly Voice[];
	/** The entry that it was checked against. */
	readonly entry: string;
	readonly kind: ClaimKind;
	readonly own?: OwnStatement;
	/** What counts only a part, the nearest first: it stands on no side. */
	readonly parts?: readonly Part[];
	readonly placement?: Placement;
	/** The position that the claim takes or denies, in a question. */
	readonly position?: { readonly denied: boolean; readonly id: string };
	/** Sources that treat the topic and say nothing on this point, by id. */
	readonly silent: readonly string[];
	/** 0 to 1: how surely the claim speaks of this entry. */
	readonly strength: number;
	/** The claim as it stands in the message, cut to `CLAIM_TEXT_MAX`. */
	readonly text: string;
	readonly verdict: Verdict;
}

/** A sentence that may speak of these entries: offered, not checked. */
export interface NearMiss {
	readonly entries: readonly string[];
	readonly text: string;
}

export interface Report {
	/** Questions that the message asks of our topics: they assert nothing, so there is nothing to check. */
	readonly asked: readonly NearMiss[];
	readonly claims: readonly CheckedClaim[];
	/** The message is more than one check reads: some of it was left out, or not read clause by clause. */
	readonly isCut: boolean;
	readonly near: readonly NearMiss[];
	/** `nothing`: the message claims nothing that the dataset speaks of. */
	readonly outcome: 'checked' | 'near' | 'nothing';
}

/** What is quoted of a claim. */
export const CLAIM_TEXT_MAX = 300;
/** Claims of one message that are reported; a message of more is cut. */
export const CLAIMS_MAX = 12;
export const NEAR_MAX = 3;
